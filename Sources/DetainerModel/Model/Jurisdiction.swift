/// Where a report says that a person was held: a county in one state, or unlocated.
public struct Jurisdiction: Hashable, Sendable {
  /// The state's two-letter code; empty when it is not known.
  public let state: String
  /// The county as in the reference table, or another place that a source names; empty when it is
  /// not known.
  public let county: String
  /// The county's five-digit FIPS code; empty for other places.
  public let fips: String

  /// The place of records that name neither county nor state.
  public static let none = Jurisdiction(state: "", county: "", fips: "")

  /// Names a place.
  public init(state: String, county: String, fips: String) {
    self.state = state
    self.county = county
    self.fips = fips
  }

  /// What stands in place of a county from which errata have taken an entry.
  public static let notAttributableText = "(not attributable)"

  /// What errata have taken from the places of a state (rule 9 of the data).
  public static func notAttributable(inState state: String) -> Jurisdiction {
    Jurisdiction(state: state, county: notAttributableText, fips: "")
  }

  /// What stands in place of a county that is not known.
  public static let unlocatedText = "(unlocated)"

  /// The place as it stands in a list: `TX Travis County`, `TX (unlocated)`, `(unlocated)`.
  public var name: String { Self.name(state: state, isUnlocated ? Self.unlocatedText : county) }

  /// The place as it stands in a sentence: `Travis County, TX`, `unlocated in TX`, `unlocated`.
  public var words: String {
    if isUnlocated { return state.isEmpty ? "unlocated" : "unlocated in \(state)" }
    return state.isEmpty ? county : "\(county), \(state)"
  }

  /// A name in a list, after the state where there is one.
  static func name(state: String, _ name: String) -> String {
    state.isEmpty ? name : "\(state) \(name)"
  }

  /// Whether it stands for what errata have taken from the places of its state.
  public var isNotAttributable: Bool { county == Self.notAttributableText }
  /// Whether it is a place that has a name.
  public var isNamed: Bool { !isUnlocated && !isNotAttributable }
  /// Whether no county and no other place is known.
  public var isUnlocated: Bool { county.isEmpty }
}
