/// What detainers can be counted by.
///
/// A key over a text field of the table is one more case with the field's name.
public enum GroupKey: String, CaseIterable, Hashable, Sendable {
  case day, week, month, quarter, year
  case fiscalYear = "fiscal_year"
  case state, county, city, facility
  case facilityCode = "facility_code"
  case aor, crime
  case crimeCode = "crime_code"
  case citizenship
  case birthCountry = "birth_country"
  /// Age at issue, by the years alone, in bands of ten.
  case age
  case basis, outcome
  case liftReason = "lift_reason"
  case type, criminality, threat, gender, program
  case apprehensionMethod = "apprehension_method"
  case source
  /// County and state together, with one unlocated place for each state: the rows of the
  /// jurisdictions list.
  case jurisdiction

  /// Whether one report has one value of it.
  var isOfReport: Bool {
    switch self {
    case .source, .outcome: true
    default: isTime
    }
  }

  /// Whether it is a span of time, listed newest first.
  public var isTime: Bool { length != nil }

  /// Whether one jurisdiction has one value of it.
  var isOfPlace: Bool {
    switch self {
    case .state, .county, .aor, .jurisdiction: true
    default: false
    }
  }

  /// How long its periods are, for keys that are spans of time: those that are called like one.
  var length: Period.Length? { Period.Length(rawValue: rawValue) }

  /// The text field, for keys that are one: those that are called like one.
  var field: DetainerField? { DetainerField(textNamed: rawValue) }
}

/// A facility by all that tells it from others of its name.
public struct Facility: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The city.
  public let city: String
  /// The state's code.
  public let state: String

  /// Names a facility.
  public init(name: String, city: String, state: String) {
    self.name = name
    self.city = city
    self.state = state
  }
}

/// One value of a key.
public enum KeyValue: Hashable, Sendable {
  /// A code, a name or a date; empty when it is not known.
  case text(String)
  /// A county or another place.
  case jurisdiction(Jurisdiction)
  /// A facility.
  case facility(Facility)
  /// A city as the files write it, and its state.
  case city(name: String, state: String)
  /// What a source states but does not break down; the state is known for a state's remainder.
  case notItemised(state: String)

  /// What stands in place of a value that the source does not state.
  public static let notItemisedText = "(not itemised)"

  /// Whether the value is not known or not stated, so that it is listed last.
  public var isUnknown: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .jurisdiction(let place): !place.isNamed
    case .facility(let facility): facility.name.isEmpty
    case .city(let name, _): name.isEmpty
    case .notItemised: true
    }
  }

  /// Whether the value stands for a remainder.
  public var isRemainder: Bool {
    if case .notItemised = self { return true }
    return false
  }

  /// Whether the value stands for what errata have taken from places.
  public var isNotAttributable: Bool {
    if case .jurisdiction(let place) = self { return place.isNotAttributable }
    return false
  }

  /// The state's code, of values that have a state; else empty.
  public var state: String {
    switch self {
    case .text: ""
    case .jurisdiction(let place): place.state
    case .facility(let facility): facility.state
    case .city(_, let state): state
    case .notItemised(let state): state
    }
  }

  /// The value as it stands in a list of places: `TX Travis County`, `NY (not itemised)`.
  public var name: String {
    switch self {
    case .jurisdiction(let place): place.name
    case .notItemised(let state): Jurisdiction.name(state: state, Self.notItemisedText)
    case .text, .facility, .city: text(withState: true)
    }
  }

  /// The value as one text; places name their state unless another column does.
  public func text(withState: Bool) -> String {
    switch self {
    case .text(let text): return text
    case .jurisdiction(let place):
      return withState && !place.isUnlocated ? place.words : place.county
    case .facility(let facility):
      let parts = [facility.name, facility.city] + (withState ? [facility.state] : [])
      return facility.name.isEmpty ? "" : parts.filter { !$0.isEmpty }.joined(separator: ", ")
    case .city(let name, let state):
      return name.isEmpty || state.isEmpty || !withState ? name : "\(name), \(state)"
    case .notItemised: return Self.notItemisedText
    }
  }
}
