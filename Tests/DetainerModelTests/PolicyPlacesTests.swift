import Testing

@testable import DetainerModel

/// Places that only policies name are places of their own, and change no number of others.
@Suite struct PolicyPlacesTests {
  private static func policy(
    _ jurisdiction: String, _ level: String, state: String = "TX", fips: String = ""
  ) -> Policy {
    var policy = Policy()
    (policy.jurisdiction, policy.level) = (jurisdiction, level)
    (policy.state, policy.fips) = (state, fips)
    return policy
  }

  private static let austin = Jurisdiction(state: "TX", county: "Austin", fips: "")
  private static let city = Jurisdiction(state: "TX", county: "Travis (city)", fips: "")

  private var listed: Dataset {
    var listed = data([], published: [report("2017-01-28", "p", declined: 206)])
    listed.figures = [figure(.state("TX"), 149), figure(.jurisdiction(travis), 142)]
    listed.policies = [
      Self.policy("Austin", "city"), Self.policy("AUSTIN", "city", state: "Texas"),
      Self.policy("Travis", "city"), Self.policy("Travis County", "county", fips: "48453"),
      Self.policy("Travis County", "county"), Self.policy("Texas", "state"),
    ]
    return listed
  }

  @Test func eachPolicyIsOfOnePlace() throws {
    let data = listed
    #expect(data.policies(of: Self.austin).map(\.jurisdiction) == ["Austin", "AUSTIN"])
    #expect(data.policies(of: Self.city).map(\.level) == ["city"])
    #expect(data.policies(of: travis).map(\.level) == ["county", "county"])
    #expect(data.policies(of: texas).isEmpty && data.policies(of: .none).isEmpty)
    for place in [Self.austin, Self.city, travis] {
      let said = data.placesWithMentions().first { $0.place == place }?.policies
      #expect(said == data.policies(of: place).count, "\(place.name)")
      #expect(try PlacePage(of: place, in: data).policies == data.policies(of: place))
    }
  }

  @Test func theNameOfACityFindsItBesideTheCounty() throws {
    #expect(try listed.places(named: "austin") == [Self.austin])
    #expect(try Set(listed.places(named: "travis")) == [travis, Self.city])
    #expect(try listed.places(named: "Travis (city), TX") == [Self.city])
    let selection = try Selection(Query(FilterParser.parse("county:travis")), in: listed)
    #expect(try selection.policies().map(\.level) == ["city", "county", "county"])
  }

  @Test(arguments: [
    ("county:travis", Known(142)), ("travis", Known(142)),
    ("-county:travis", Known(least: 7, most: 64)),
    ("state:tx", Known(149)), ("county:austin", Known(least: 0, most: 149)),
    ("county:\"=Travis (city)\"", Known(least: 0, most: 149)),
  ])
  func aCityThatOnlyAPolicyNamesWidensNoOtherNumber(filter: String, known: Known) throws {
    let text = filter.replacing("\"=", with: "=\"")
    let selection = try Selection(Query(FilterParser.parse(text)), in: listed)
    #expect(selection.declinedTotal == known)
    // Without policies the numbers are the same, and the cities are not known.
    var without = data([], published: [report("2017-01-28", "p", declined: 206)])
    without.figures = listed.figures
    let before = try? Selection(Query(FilterParser.parse(text)), in: without)
    #expect(before.map { $0.declinedTotal == known } ?? true)
  }
}
