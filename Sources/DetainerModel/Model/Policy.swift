/// A policy that restricts cooperation, as Section III lists it: a row of `policies.csv`.
public struct Policy: Hashable, Sendable {
  /// Who enacted it, as written.
  public var jurisdiction = ""
  /// The state's code.
  public var state = ""
  /// The level of government: county, city, agency, state or state-wide.
  public var level = ""
  /// The county's FIPS code; empty for cities, states and agencies.
  public var fips = ""
  /// The code of the area of responsibility.
  public var aor = ""
  /// When it was enacted, as precisely as is known.
  public var dateEnacted = ""
  /// How precise the date is: day, month or year.
  public var datePrecision = ""
  /// What it is called.
  public var policy = ""
  /// By which criteria detainers are honoured.
  public var criteria = ""
  /// The weeks whose reports list it.
  public var weeksSeen = NamedWeeks()
  /// How sure it is: high, medium or low.
  public var confidence = ""
  /// Where it was found.
  public var sourceURL = ""
  /// Remarks.
  public var note = ""
  /// The line of the file; 0 when it is not known.
  public var line = 0

  /// A policy that says nothing yet.
  public init() {}

  /// Whether it holds for a whole state.
  public var isOfState: Bool { level.hasPrefix("state") }

  /// Who enacted it, when, what, and by which criteria, as far as the source says.
  public var words: String {
    [jurisdiction, dateEnacted, policy, criteria].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
