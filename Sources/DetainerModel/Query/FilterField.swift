import Text

/// A field that the filter language can name: all keys that can be counted by, and a few more.
public struct FilterField: RawRepresentable, CaseIterable, Hashable, Sendable {
  /// The name in the filter language.
  public let rawValue: String

  /// All fields, in the order of the help text.
  public static let allCases: [FilterField] =
    GroupKey.countable.map { FilterField(of: $0) }
    + [.issued, .declined, .apprehended, .days, .count, .person, .note]

  // Keys that the language treats otherwise than any text.
  package static let day = FilterField(of: .day)
  package static let week = FilterField(of: .week)
  package static let month = FilterField(of: .month)
  package static let quarter = FilterField(of: .quarter)
  package static let year = FilterField(of: .year)
  package static let fiscalYear = FilterField(of: .fiscalYear)
  package static let state = FilterField(of: .state)
  package static let county = FilterField(of: .county)
  package static let city = FilterField(of: .city)
  package static let facility = FilterField(of: .facility)
  package static let age = FilterField(of: .age)
  package static let aor = FilterField(of: .aor)
  package static let crime = FilterField(of: .crime)
  package static let outcome = FilterField(of: .outcome)
  package static let liftReason = FilterField(of: .liftReason)
  package static let type = FilterField(of: .type)
  package static let gender = FilterField(of: .gender)
  package static let source = FilterField(of: .source)
  // What is not a key.
  package static let issued = FilterField(name: "issued")
  package static let declined = FilterField(name: "declined")
  package static let apprehended = FilterField(name: "apprehended")
  package static let days = FilterField(name: "days")
  package static let count = FilterField(name: "count")
  package static let person = FilterField(name: "person")
  package static let note = FilterField(name: "note")

  /// What stands before the name of a column that is not a field of its own.
  package static let other = "other"

  /// A column of the files that is not a field of its own, by the name that they give it.
  package init(otherColumn name: String) { rawValue = Self.other + ":" + name }

  /// The name of a column that is not a field of its own; nil for all fields.
  package var otherColumn: String? {
    rawValue.hasPrefix(Self.other + ":") ? String(rawValue.dropFirst(Self.other.count + 1)) : nil
  }

  /// Whether its values are not kept, but read again from the files.
  var isReadAgain: Bool { self == .person || otherColumn != nil }

  /// What stands before the values of a term: `state:`, `other:"Case Status"=`.
  var opening: String {
    otherColumn.map { "\(Self.other):\(FilterTerm.quoted($0, asColumn: true))=" } ?? rawValue + ":"
  }

  private init(name: String) { rawValue = name }

  private init(of key: GroupKey) { rawValue = key.rawValue }

  /// The field of a key that can be counted by; nil for the others.
  public init?(_ key: GroupKey) { self.init(rawValue: key.rawValue) }

  /// Finds a field by its own name.
  public init?(rawValue: String) {
    guard let field = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = field
  }

  /// The column of the table, for fields that are dictionary-coded text.
  var textField: DetainerField? { DetainerField(textNamed: rawValue) }

  /// What values of the field look like.
  public enum Kind: Hashable, Sendable { case text, span, day, number }

  /// What values of the field look like.
  public var kind: Kind {
    switch self {
    case .day, .week, .month, .quarter, .year, .fiscalYear: .span
    case .issued, .declined, .apprehended: .day
    case .age, .days, .count: .number
    default: .text
    }
  }

  /// Whether a term on it chooses which rows and jurisdictions are shown, not what is counted (rule
  /// 1 of the data).
  package var choosesWhatIsShown: Bool { self == .outcome || self == .liftReason }

  /// Whether a term on it speaks of places, so that a report's own totals do not apply (rule 4 of
  /// the data).
  package var isPlace: Bool { self == .state || self == .county || self == .aor }

  /// Whether a term on it chooses whole reports, rows and stated figures alike (rule 4 of the
  /// data).
  package var isOfReport: Bool { kind == .span || self == .source }

  /// Whether a term on it keeps the stated figures of published reports (rule 4 of the data).
  package var keepsFigures: Bool { isPlace || isOfReport || self == .outcome || self == .count }

  /// Short names of fields.
  private static let shortNames: [(name: String, field: FilterField)] = [
    ("reason", .liftReason), ("fy", .fiscalYear),
  ]

  /// Finds a field by its name in the filter language; capitals do not matter, `-` is as good as
  /// `_`.
  public init?(named name: some StringProtocol) {
    let name = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    let short = Self.shortNames.first { $0.name == name }
    guard let field = short?.field ?? Self(rawValue: name) else { return nil }
    self = field
  }

  /// The name of the field that is nearest to a wrong one.
  package static func nearest(to name: some StringProtocol) -> String? {
    nearestName(
      to: name.lowercased(), among: allCases.map(\.rawValue) + shortNames.map(\.name) + [other]
    ).map { FilterField(named: $0)?.rawValue ?? $0 }
  }
}
