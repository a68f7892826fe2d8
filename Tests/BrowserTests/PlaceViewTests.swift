import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// One place across everything: the known answers of the sample data.
@Suite struct PlaceViewTests {
  private func page(_ name: String) throws -> PlacePage {
    let places = try sample.places(named: name)
    try #require(places.count == 1, "\(name) is \(places.count) places")
    return try PlacePage(of: places[0], in: sample)
  }

  @Test func threeFranklinsAreInSectionIAndAllAreVoid() throws {
    let pages = try sample.places(named: "franklin").map { try PlacePage(of: $0, in: sample) }
      .ordered()
    #expect(pages.count == 19)
    #expect(pages.prefix(3).map(\.place.state) == ["NY", "IA", "PA"])
    for (page, rank) in zip(pages, [6, 9, 10]) {
      #expect(page.published.map { $0.rank?.rank } == [rank, nil, nil, nil])
      #expect(page.published[0].voidsOfRank.map(\.id) == ["E01"])
      #expect(page.published.allSatisfy { !$0.isInSectionII })
    }
    #expect(pages.dropFirst(3).allSatisfy { !$0.isPublished })
  }

  @Test func clarkAndSanDiegoComeAndGo() throws {
    let clark = try page("Clark, NV")
    #expect(clark.published.map { $0.rank?.rank } == [1, 4, nil, nil])
    #expect(
      clark.published.map(\.rankStatus) == ["disputed", "disputed", "not at hand", "not stated"])
    let diego = try page("san diego")
    #expect(diego.published.map { $0.rank?.rank } == [nil, 5, nil, nil])
    #expect(diego.published.map { $0.rank?.issued } == [nil, 44, nil, nil])
  }

  @Test func travisIsSplitByFacility() throws {
    let travis = try page("TX Travis County")
    #expect(travis.published.map(\.declined) == [142, nil, 10, nil])
    #expect(travis.published.map(\.listed) == [2, 0, 0, 0])
    #expect(travis.published[0].facilities.map(\.number) == [128, 14])
    // The two declines of Texas in the second week may be its own.
    #expect(travis.published.map(\.known)[1] == Known(least: 0, most: 2))
    #expect(travis.corrections.map(\.id) == ["E04", "E19"] && travis.policies.count == 1)
  }

  @Test func sectionIAddsUpAsPublishedAndAsCorrected() throws {
    let week = try #require(Period(naming: "2017-01-28"))
    let ranks = sample.ranks.filter { $0.period == week }
    let entries = try ranks.map { rank in
      try #require(PlacePage(of: rank.jurisdiction, in: sample).published.first)
    }
    #expect(entries.compactMap { $0.rank?.issued }.reduce(0, +) == 157)
    let standing = entries.filter(\.voidsOfRank.isEmpty)
    #expect(standing.compactMap { $0.rank?.issued }.reduce(0, +) == 88)
  }

  @Test func aPlaceOfNoReportIsFoundAndSaysNo() throws {
    let place = try #require(try sample.places(named: "Loving, TX").first)
    let page = try PlacePage(of: place, in: sample)
    #expect(!page.isPublished && page.published.count == 4)
    #expect(throws: FilterError.self) { try sample.places(named: "nowhere") }
    #expect(throws: FilterError.self) { try sample.places(named: "Clark, ZZ") }
  }

  @Test func theAnswerComesFirst() throws {
    var session = try Session("80x24", keys: "p")
    #expect(
      session.contains("▶ On the list            Yes: Section I of 1 report; Section II of 2"))
    try session.press("q")
    #expect(session.contains("▶ TX Travis County") && !session.contains("On the list"))
    session = try Session("80x24", keys: "/county:30111<Enter>D[p")
    #expect(session.contains("No: no section of the published reports names it"))
  }

  @Test func enterGoesToTheWeekOfALine() throws {
    var session = try Session("80x24", keys: "p")
    while !session.contains("▶ Section II 2017-02-11") { try session.press("j") }
    try session.press("<Enter>")
    #expect(session.contains("Weeks › 2017-02-11 › TX Travis County"))
    try session.press("gb")
    #expect(session.contains("▶ Section II 2017-02-11"))
  }

  @Test func whatIsNoPlaceHasNoPage() throws {
    #expect(try Session("80x24", keys: "Gp").contains("no place is selected"))
  }

  @Test(arguments: ["20x5", "30x10", "40x12", "56x20", "80x24", "120x40"])
  func nothingIsCut(size: String) throws {
    var session = try Session(size, keys: "p")
    let seen = try session.screens(pressing: "j", times: 200)
    let words = ["Correction E19", "charged", "capital", "suspended", "attempted", "released"]
    #expect(
      seen.contains("Correction E19") && !seen.split(separator: "\n").contains { $0.hasSuffix("…") }
    )
    #expect(words.filter { seen.contains($0) }.count >= 3)
  }

  @Test func whatIsSaidIsExported() throws {
    let session = try Session("80x24", keys: "pe<C-a><C-k>x.csv<Enter>")
    guard case .export(let request) = session.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(
      request.listing.columns.map(\.name).prefix(4) == [
        "state", "county", "county_fips", "section",
      ])
    #expect(request.listing.rowCount == 11)
  }
}
