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
  /// The counties, by FIPS code.
  public let counties: [County]
  /// The areas of responsibility.
  public let aors: [AOR]

  private let stateByText: [String: Int]
  private let countyByFIPS: [String: Int]
  private let countyByName: [String: Int]
  private let aorByText: [String: Int]

  /// Places for data without reference tables: nothing is known.
  public static let empty = Places(states: [], counties: [], aors: [])

  /// Indexes the reference tables.
  public init(states: [State], counties: [County], aors: [AOR]) {
    self.states = states
    self.counties = counties
    self.aors = aors
    var byText: [String: Int] = [:]
    for (index, state) in states.enumerated() {
      for text in [state.code, state.name, state.releaseName] { byText[folded(text)] = index }
    }
    stateByText = byText
    var byFIPS: [String: Int] = [:]
    var byName: [String: Int] = [:]
    byFIPS.reserveCapacity(counties.count)
    byName.reserveCapacity(counties.count * 2)
    for (index, county) in counties.enumerated() {
      let place = county.jurisdiction
      byFIPS[place.fips] = index
      byName[place.state + "/" + folded(place.county)] = index
      // A bare name means the county before the independent city of that name (Baltimore, MD is
      // 24005).
      let bare = place.state + "/" + folded(county.name)
      if let other = byName[bare], counties[other].kind != "city" || county.kind == "city" {
        continue
      }
      byName[bare] = index
    }
    countyByFIPS = byFIPS
    countyByName = byName
    var byAOR: [String: Int] = [:]
    for (index, aor) in aors.enumerated() {
      byAOR[folded(aor.code)] = index
      byAOR[folded(aor.office)] = index
      byAOR[folded(aor.office + " Area of Responsibility")] = index
    }
    aorByText = byAOR
  }

  /// Finds a state by code, name or the name that releases use; case and accents do not matter.
  public func state(_ text: String) -> State? { stateByText[folded(text)].map { states[$0] } }

  /// Finds a county by its five-digit FIPS code.
  public func county(fips: String) -> County? { countyByFIPS[fips].map { counties[$0] } }

  /// Finds a county of a state by its name, with or without `County`.
  public func county(named name: String, state: String) -> County? {
    countyByName[state + "/" + folded(name)].map { counties[$0] }
  }

  /// Finds an area of responsibility by code, office or full name.
  public func aor(_ text: String) -> AOR? { aorByText[folded(text)].map { aors[$0] } }

  /// The code of the area of responsibility that a jurisdiction lies in; empty when it is not
  /// known.
  public func aor(of place: Jurisdiction) -> String {
    place.fips.isEmpty ? "" : county(fips: place.fips)?.aor ?? ""
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
