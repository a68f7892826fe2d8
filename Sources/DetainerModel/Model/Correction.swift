/// A published erratum or a recorded dispute of an entry, with its source: a row of
/// `corrections.csv`.
public struct Correction: Hashable, Sendable {
  /// The columns of `corrections.csv`, in order.
  public static let columns = [
    "id", "kind", "date", "weeks", "section", "scope", "jurisdiction", "state", "county_fips",
    "ranks", "voids", "affects", "affected_count", "what", "source_url", "confidence",
  ]

  /// The row as the file has it.
  public let row: SideRow
  /// The weeks it speaks of.
  public let weeks: [Week]
  /// The FIPS codes of the counties it names.
  public let fips: [String]
  /// The sections it speaks of (`I`, `II`, `III`); empty means all of them.
  public let sections: [String]

  /// Reads the row of a correction; nil when it has too few columns.
  public init?(row: SideRow) {
    guard row.values.count == Self.columns.count else { return nil }
    self.row = row
    weeks = Self.list(row.values[3]).compactMap { Week(naming: $0) }
    fips = Self.list(row.values[8])
    let named = row.values[4].split { $0 == "|" || $0 == "," }.map(String.init)
    sections = named.filter { !["all", "summary"].contains($0) }
  }

  /// Its number, `E01`.
  public var id: String { row.values[0] }
  /// corrected, disputed, explained or press-misreading.
  public var kind: String { row.values[1] }
  /// When it was said, as precisely as is known.
  public var date: String { row.values[2] }
  /// Whether it is about a whole report, not about a place in it.
  public var isOfReport: Bool { row.values[5] == "report" }
  /// Whether the place loses what was attributed to it.
  public var voids: Bool { row.values[10] == "yes" }
  /// Whether the place loses what was attributed to it in a section.
  public func voids(section: String) -> Bool {
    voids && (sections.isEmpty || sections.contains(section))
  }
  /// The codes of the states in which the places lie.
  public var states: [String] { Self.list(row.values[7]) }
  /// What was said.
  public var what: String { row.values[13] }
  /// Where it was said.
  public var sourceURL: String { row.values[14] }

  private static func list(_ text: String) -> [String] {
    text.split(separator: "|").map(String.init)
  }
}

extension Week {
  /// Reads the week that contains a day written `2017-01-28`.
  public init?(naming text: some StringProtocol) {
    guard text.utf8.count == 10, let span = ClosedRange<Day>(naming: text) else { return nil }
    self.init(containing: span.lowerBound)
  }
}
