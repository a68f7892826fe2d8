/// A policy that restricts cooperation, as Section III lists it, or a place that a later list names: a
/// row of `policies.csv`.
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
  /// The name of the later list that has it; empty for Section III.
  public var source = ""
  /// The day of that list, as it is stated.
  public var listed = ""
  /// The line of the file; 0 when it is not known.
  public var line = 0

  /// A policy that says nothing yet.
  public init() {}

  /// Whether it holds for a whole state.
  public var isOfState: Bool { level.hasPrefix("state") }

  /// Whether a later list names it, which gives no policy.
  public var isOfList: Bool { !source.isEmpty }

  /// Who enacted it, when, what, and by which criteria, as far as the source says; or which list names
  /// it.
  public var words: String {
    [jurisdiction, dateEnacted, policy, criteria, listWords].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// Which list names it, and when: `on the list doj-2025-08-05 of 2025-08-05`; empty for Section III.
  public var listWords: String {
    isOfList ? "on the list \(source)" + (listed.isEmpty ? "" : " of \(listed)") : ""
  }
}
