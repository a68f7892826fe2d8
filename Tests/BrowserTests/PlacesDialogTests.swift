import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Asking for any place: all that are known, whether a report names them or not.
@Suite struct PlacesDialogTests {
  @Test func aPlaceThatNoPaneShowsIsFoundWithWhatIsSaid() throws {
    var session = try Session("80x24", keys: "Pclar")
    #expect(session.contains("▶ NV Clark County"))
    try session.press("<Enter>")
    #expect(session.contains("Place › NV Clark County"))
    try session.press("q")
    #expect(session.contains("▶ TX Travis County"), "back where it was asked")
  }

  @Test func aNameIsNotCutWhereThereIsRoom() throws {
    let session = try Session("40x12", keys: "P")
    #expect(session.contains("▶ TX Travis County "), "\(session.screen)")
  }

  @Test func tabFiltersByIt() throws {
    let session = try Session("80x24", keys: "/county:travis<Enter>Pfrny<Tab>")
    #expect(session.contains("Filter: outcome:declined county:36033"))
  }

  @Test func aCityThatOnlySectionIIINamesIsListed() throws {
    var session = try Session("100x28", keys: "Pboston")
    #expect(session.contains("▶ MA Boston") && session.contains("2 policies"))
    try session.press("<Enter>")
    #expect(session.contains("Yes: Section III with 1 policy"))
    session = try Session("100x28", keys: "Pnew york city<Enter>")
    #expect(session.contains("Section III with 1 policy") && !session.contains("no policy"))
    session = try Session("100x28", keys: "Pharris tx<Enter>")
    #expect(session.contains("no policy names it"))
  }

  @Test(arguments: ["dc", "washington dc", "washington, dc"])
  func theDistrictIsFoundByItsCity(typed: String) throws {
    #expect(try Session("100x28", keys: "P\(typed)").contains("DC District of Columbia"))
  }

  @Test func placesOfOneNameAreChosenBetween() throws {
    var session = try Session("80x24", keys: "Pclark")
    #expect(session.contains("▶ NV Clark County") && session.contains("  WA Clark County"))
    try session.press("<Down><Enter>")
    #expect(session.contains("Place › WA Clark County"))
  }

  @Test func whatNothingIsSaidOfIsListedAndSaysSo() throws {
    #expect(try Session("120x40", keys: "Ploving<Down>").contains("nothing is said of it"))
    var session = try Session("80x24", keys: "Pqqqq")
    #expect(session.contains("No place that the data or the tables of counties know"))
    try session.press("<Enter><Tab><Esc>")
    #expect(session.contains("Filter: outcome:declined "))
  }

  /// Each number beside a place against a count of the rows, ranks and entries that name it.
  @Test func theNumbersAreThoseOfTheData() {
    let table = sample.table
    for mentions in sample.placesWithMentions().shuffledSample(12) {
      let place = mentions.place
      let rows = (0..<table.rowCount).filter {
        table.report($0).kind == .built && table.jurisdiction($0) == place
      }
      #expect(mentions.records == rows.reduce(0) { $0 + table.count($1) }, "\(place.name)")
      let ranked = Set(sample.ranks.filter { $0.jurisdiction == place }.map(\.period))
      #expect(mentions.ranking == ranked.count, "\(place.name)")
      #expect(
        mentions.policies
          == sample.policies.count {
            place.fips.isEmpty
              ? $0.fips.isEmpty && $0.state == place.state && $0.jurisdiction == place.county
              : $0.fips == place.fips
          }, "\(place.name)")
      #expect(
        mentions.corrections
          == sample.corrections.count { !place.fips.isEmpty && $0.fips.contains(place.fips) })
      let pages = try? PlacePage(of: place, in: sample)
      #expect(
        mentions.declining == pages?.published.count { ($0.declined ?? $0.listed) > 0 },
        "\(place.name)")
    }
  }
}

extension Array {
  /// The first ones, which say most, and some of the others.
  fileprivate func shuffledSample(_ count: Int) -> [Element] {
    var random = SeededGenerator(16)
    return Array(prefix(count)) + Array(shuffled(using: &random).prefix(count))
  }
}

/// What is understood in a filter is found in lists, too.
@Suite struct NamesInListsTests {
  @Test(arguments: ["P48453", "c48453"])
  func aCountyIsFoundByItsCode(keys: String) throws {
    #expect(try Session("80x24", keys: keys).contains("▶ TX Travis County"))
  }

  @Test(arguments: ["w2017-02-06", "w2017-02-04"])
  func aDateNamesItsWeek(keys: String) throws {
    #expect(try Session("80x24", keys: keys).contains("▶ 2017-02-04"))
  }

  @Test func sharesOfPublishedReportsKeepWhatIsStated() throws {
    let session = try Session("80x24", keys: "f%%")
    #expect(session.contains("▶ TX                   149"))
  }
}
