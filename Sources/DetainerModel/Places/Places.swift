import Text

/// The reference tables of states, counties and ICE's areas of responsibility.
public struct Places: Sendable {
  /// A state, federal district or territory.
  public struct State: Hashable, Sendable {
    /// The two-letter postal code.
    public let code: String
    /// The name.
    public let name: String
    /// The name as ICE's releases write it.
    public let releaseName: String
    /// `state`, `federal district`, `territory` or `minor outlying islands`.
    public let kind: String

    /// Describes a state.
    public init(code: String, name: String, releaseName: String, kind: String) {
      self.code = code
      self.name = name
      self.releaseName = releaseName
      self.kind = kind
    }
  }

  /// A county or its equivalent.
  public struct County: Hashable, Sendable {
    /// The county as a jurisdiction.
    public let jurisdiction: Jurisdiction
    /// The name without `County`, `Parish` and the like.
    public let name: String
    /// The kind of county: `County`, `Parish`, `city`, …
    public let kind: String
    /// The code of its area of responsibility.
    public let aor: String

    /// Describes a county.
    public init(jurisdiction: Jurisdiction, name: String, kind: String, aor: String) {
      self.jurisdiction = jurisdiction
      self.name = name
      self.kind = kind
      self.aor = aor
    }
  }

  /// An ICE area of responsibility: a field office.
  public struct AOR: Hashable, Sendable {
    /// The code: `SNA`.
    public let code: String
    /// The office: `San Antonio`.
    public let office: String

    /// Describes an area of responsibility.
    public init(code: String, office: String) {
      self.code = code
      self.office = office
    }
  }

  /// The states, by FIPS code.
  public let states: [State]
  /// The areas of responsibility.
  public let aors: [AOR]

  private let countyTable: CountyTable
  private let stateByText: [String: Int]
  private let aorByText: [String: Int]

  /// Places for data without reference tables: nothing is known.
  public static let empty = Places(states: [], counties: [], aors: [])

  /// Indexes the reference tables.
  public init(states: [State], counties: [County], aors: [AOR]) {
    self.init(states: states, counties: CountyTable(counties), aors: aors)
  }

  /// Takes the counties as a table that is searched where it stands.
  package init(states: [State], counties: CountyTable, aors: [AOR]) {
    self.states = states
    self.aors = aors
    countyTable = counties
    var byText: [String: Int] = [:]
    byText.reserveCapacity(states.count * 3)
    for (index, state) in states.enumerated() {
      for text in [state.code, state.name, state.releaseName] {
        byText[Self.letters(text)] = index
      }
    }
    stateByText = byText
    var byAOR: [String: Int] = [:]
    byAOR.reserveCapacity(aors.count * 3)
    for (index, aor) in aors.enumerated() {
      for text in [aor.code, aor.office] { byAOR[PlaceSpelling.key(text)] = index }
    }
    aorByText = byAOR
  }

  /// The counties, by FIPS code; all are read when they are first asked for, which a look-up spares.
  public var counties: [County] { countyTable.all }

  /// The counties that are the only ones of their state, such as the District of Columbia.
  var onlyCounties: [String: Jurisdiction] { countyTable.alone }

  /// Finds a state by code, name or the name that releases use, however its points and spaces are
  /// set (`D.C.`); case and accents do not matter.
  public func state(_ text: String) -> State? {
    stateByText[Self.letters(text)].map { states[$0] }
  }

  private static func letters(_ text: String) -> String {
    let text = folded(text)
    // The states are indexed at each start, and all but a few letters of all names are these.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.filter(\.isLetter) }
    return String(decoding: text.utf8.filter { 0x61...0x7A ~= $0 | 0x20 }, as: UTF8.self)
  }

  /// Finds a county by its five-digit FIPS code.
  public func county(fips: String) -> County? { countyTable.county(fips: fips) }

  /// Finds a county of a state by its name, with or without `County`, however it is spelt.
  public func county(named name: String, state: String) -> County? {
    countyTable.county(named: name, state: state)
  }

  /// Whether a county of any state has this name, with or without `County`, however it is spelt.
  public func hasCounty(named name: String) -> Bool { countyTable.hasCounty(named: name) }

  /// Finds an area of responsibility by code, office or full name, however it is spelt.
  public func aor(_ text: String) -> AOR? {
    let key = PlaceSpelling.key(text)
    for ending in ["AREAOFRESPONSIBILITY", "FIELDOFFICE", "AOR"] where key.hasSuffix(ending) {
      return aorByText[String(key.dropLast(ending.count))].map { aors[$0] }
    }
    return aorByText[key].map { aors[$0] }
  }

  /// The code of the area of responsibility that a jurisdiction lies in; empty when it is not
  /// known.
  public func aor(of place: Jurisdiction) -> String {
    place.fips.isEmpty ? "" : countyTable.aor(fips: place.fips) ?? ""
  }

  /// The county whose full name a facility's name begins with, as `Travis County State Jail` names
  /// Travis County.
  public func county(inFacility name: String, state: String) -> County? {
    let words = name.split(separator: " ")
    for length in stride(from: words.count, to: 1, by: -1) {
      let head = words[..<length].joined(separator: " ")
      if let county = county(named: head, state: state),
        folded(head) == folded(county.jurisdiction.county)
      {
        return county
      }
    }
    return nil
  }
}
