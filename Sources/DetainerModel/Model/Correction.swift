/// A published erratum or a recorded dispute of an entry, with its source: a row of
/// `corrections.csv`.
public struct Correction: Hashable, Sendable {
  /// What kind of statement it is.
  public enum Kind: Hashable, Sendable, CustomStringConvertible {
    case corrected, disputed, explained, pressMisreading
    /// A word that is none of these, as it was written.
    case other(String)

    private static let names: [(kind: Kind, name: String)] = [
      (.corrected, "corrected"), (.disputed, "disputed"), (.explained, "explained"),
      (.pressMisreading, "press-misreading"),
    ]

    /// The words that have a meaning.
    package static let known = names.map(\.name)

    /// Reads the word of a file.
    public init(_ name: String) {
      self = Self.names.first { $0.name == name }?.kind ?? .other(name)
    }

    /// The word in files and on screen.
    public var description: String {
      if case .other(let name) = self { return name }
      return Self.names.first { $0.kind == self }?.name ?? ""
    }
  }

  /// What it is about.
  public enum Scope: String, CaseIterable, Hashable, Sendable { case report, place }

  /// An entry of Section I that it is about.
  public struct RankEntry: Hashable, Sendable {
    /// The period of the report.
    public let period: Period
    /// The place in the list, from 1.
    public let rank: Int

    /// Names an entry.
    public init(period: Period, rank: Int) {
      self.period = period
      self.rank = rank
    }
  }

  /// Its number, `E01`.
  public var id = ""
  /// What kind of statement it is.
  public var kind = Kind.other("")
  /// When it was said, as precisely as is known.
  public var date = ""
  /// The weeks it speaks of.
  public var weeks = NamedWeeks()
  /// The sections it speaks of, as written: `I`, `II`, `III`, `all` or `summary`.
  public var sections: [String] = []
  /// Whether it is about a place or a whole report; nil where the source does not say.
  public var scope: Scope?
  /// The places it names, as written.
  public var jurisdictions: [String] = []
  /// The codes of the states in which the places lie.
  public var states: [String] = []
  /// The FIPS codes of the counties it names.
  public var fips: [String] = []
  /// The ranks it names.
  public var ranks: [RankEntry] = []
  /// Whether the place loses what was attributed to it.
  public var voids = false
  /// What it affects, in words.
  public var affects = ""
  /// How many detainers it affects: a number, or words where the source gives none.
  public var affectedCount = Value.missing
  /// What was said.
  public var what = ""
  /// Where it was said.
  public var sourceURL = ""
  /// How sure it is: high, medium or low.
  public var confidence = ""
  /// The line of the file; 0 when it is not known.
  public var line = 0

  /// A correction that says nothing yet.
  public init() {}

  /// Whether it is about a whole report, not about a place in it.
  public var isOfReport: Bool { scope == .report }

  /// Whether it speaks of a section: of one it names, or of all where it names none.
  public func isAbout(section: String) -> Bool {
    let named = sections.filter { !["all", "summary"].contains($0) }
    return named.isEmpty || named.contains(section)
  }

  /// Whether the place loses what was attributed to it in a section.
  public func voids(section: String) -> Bool { voids && isAbout(section: section) }
}

/// The weeks, or longer periods, that a row of a side table names.
public struct NamedWeeks: Hashable, Sendable {
  /// The names as written: a day of the week, or a longer period.
  public let names: [String]
  /// The periods, without the names that name none.
  public let known: [Period]

  /// Reads names with bars between them.
  public init(_ text: String = "") {
    names = text.split(separator: "|").map(String.init)
    known = names.compactMap { Period(ofReportNamed: $0) }
  }

  /// Whether a period is among them.
  public func contains(_ period: Period) -> Bool { known.contains(period) }
}
