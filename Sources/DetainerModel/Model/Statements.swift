/// A rank of Section I: detainers issued to one jurisdiction in the period.
public struct Rank: Hashable, Sendable {
  /// The period of the report.
  public var period: Period
  /// The source of the report.
  public var source: String
  /// The place in the list, from 1.
  public var rank: Int
  /// The jurisdiction.
  public var jurisdiction: Jurisdiction
  /// Detainers issued, if the figure is known.
  public var issued: Int?
  /// Withdrawn or disputed; empty when nothing is recorded.
  public var status: String
  /// How sure the figure is: high, medium or low.
  public var confidence: String
  /// Where the figure was found.
  public var sourceURL: String
  /// Remarks.
  public var note: String
  /// The line of the file; 0 when it is not known.
  public var line: Int

  /// Describes a rank.
  public init(
    period: Period, source: String, rank: Int, jurisdiction: Jurisdiction, issued: Int?,
    status: String = "", confidence: String = "", sourceURL: String = "", note: String = "",
    line: Int = 0
  ) {
    self.period = period
    self.source = source
    self.rank = rank
    self.jurisdiction = jurisdiction
    self.issued = issued
    self.status = status
    self.confidence = confidence
    self.sourceURL = sourceURL
    self.note = note
    self.line = line
  }

  /// Whether a report of one period and source says it.
  func isOf(_ report: Report) -> Bool { period == report.period && source == report.source }
}

/// Another count that a source states: a row of `figures.csv`.
public struct Figure: Hashable, Sendable {
  /// What a figure counts.
  public enum Key: Hashable, Sendable {
    /// Declines of a state, by its code.
    case state(String)
    /// Declines of a jurisdiction.
    case jurisdiction(Jurisdiction)
    /// Declines at a facility, in the jurisdiction where it stands.
    case facility(String, Jurisdiction)
    /// Declines of people of a citizenship.
    case citizenship(String)
    /// Declines with a sample crime.
    case crime(String)
    /// Anything else that is shown but enters no count.
    case other(kind: String, key: String)
  }

  /// The days the figure covers.
  public var period: Period
  /// The source it is held against.
  public var source: String
  /// What is counted, in the words of the file: `declined`, `issued`, …
  public var measure: String
  /// Of whom it is counted.
  public var key: Key
  /// The value as stated.
  public var value: String
  /// The value where it is one plain number.
  public var number: Int?
  /// How sure the figure is: high, medium or low.
  public var confidence: String
  /// Where the figure was found.
  public var sourceURL: String
  /// Remarks.
  public var note: String
  /// The line of the file; 0 when it is not known.
  public var line: Int

  /// Describes a figure.
  public init(
    period: Period, source: String, measure: String, key: Key, value: String, number: Int?,
    confidence: String = "", sourceURL: String = "", note: String = "",
    line: Int = 0
  ) {
    self.period = period
    self.source = source
    self.measure = measure
    self.key = key
    self.value = value
    self.number = number
    self.confidence = confidence
    self.sourceURL = sourceURL
    self.note = note
    self.line = line
  }

  /// The place of which it is counted, in a state without a county for a whole state; nil where it
  /// is not of a place.
  var place: Jurisdiction? {
    switch key {
    case .state(let code): Jurisdiction(state: code, county: "", fips: "")
    case .jurisdiction(let place), .facility(_, let place): place
    case .citizenship, .crime, .other: nil
    }
  }

  /// Whether it is a figure of just the period of a report, from its source, so that it can enter
  /// the report's count.
  public func isOf(_ report: Report) -> Bool {
    period == report.period && source == report.source
  }
}
