import Text

/// A field that the filter language can name: all keys that can be counted by, and a few more.
public enum FilterField: String, CaseIterable, Hashable, Sendable {
  case week, month, quarter, year
  case fiscalYear = "fiscal_year"
  case state, county, facility, city, aor, crime, citizenship, basis, outcome
  case liftReason = "lift_reason"
  case type, criminality, threat, gender, source
  case issued, declined, days, count, person, note

  /// What values of the field look like.
  public enum Kind: Hashable, Sendable { case text, span, day, number }

  /// What values of the field look like.
  public var kind: Kind {
    switch self {
    case .week, .month, .quarter, .year, .fiscalYear: .span
    case .issued, .declined: .day
    case .days, .count: .number
    default: .text
    }
  }

  /// Whether a term on it chooses which rows and jurisdictions are shown, not what is counted (rule
  /// 1 of the data).
  public var choosesWhatIsShown: Bool { self == .outcome || self == .liftReason }

  /// Whether a term on it speaks of places, so that a report's own totals do not apply (rule 4 of
  /// the data).
  public var isPlace: Bool { self == .state || self == .county || self == .aor }

  /// Whether a term on it chooses whole reports, rows and stated figures alike (rule 4 of the
  /// data).
  public var isOfReport: Bool { kind == .span || self == .source }

  /// Whether a term on it keeps the stated figures of published reports (rule 4 of the data).
  public var keepsFigures: Bool { isPlace || isOfReport || self == .outcome || self == .count }

  /// Short names of fields.
  private static let shortNames: [(name: String, field: FilterField)] = [
    ("reason", .liftReason), ("fy", .fiscalYear),
  ]

  /// Finds a field by its name in the filter language; capitals do not matter, `-` is as good as
  /// `_`.
  public init?(name: some StringProtocol) {
    let name = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    let short = Self.shortNames.first { $0.name == name }
    guard let field = short?.field ?? Self(rawValue: name) else { return nil }
    self = field
  }

  /// The field whose name is nearest to a wrong one.
  public static func nearest(to name: some StringProtocol) -> FilterField? {
    nearestName(to: name.lowercased(), among: allCases.map(\.rawValue) + shortNames.map(\.name))
      .flatMap { FilterField(name: $0) }
  }
}
