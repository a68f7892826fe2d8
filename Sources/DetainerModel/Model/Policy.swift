/// A policy that restricts cooperation, as Section III lists it: a row of `policies.csv`.
public struct Policy: Hashable, Sendable {
  /// The columns of `policies.csv`, in order.
  public static let columns = [
    "jurisdiction", "state", "level", "county_fips", "aor", "date_enacted", "date_precision",
    "policy", "criteria", "weeks_seen", "confidence", "source_url", "note",
  ]

  /// The row as the file has it.
  public let row: SideRow

  /// Reads the row of a policy; nil when it has too few columns.
  public init?(row: SideRow) {
    guard row.values.count == Self.columns.count else { return nil }
    self.row = row
  }

  /// The state's code.
  public var state: String { row.values[1] }
  /// Who enacted it, when, what, and by which criteria, as far as the source says.
  public var words: String {
    [row.values[0], row.values[5], row.values[7], row.values[8]].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
  /// The county's FIPS code; empty for cities, states and agencies.
  public var fips: String { row.values[3] }
}
