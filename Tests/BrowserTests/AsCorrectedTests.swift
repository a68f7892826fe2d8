import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// What errata void, as published and as corrected (rule 9 of the data).
@Suite struct AsCorrectedTests {
  @Test func theSwitchIsOnTheScreenAndTotalsStay() throws {
    var session = try Session("120x40")
    #expect(
      !session.contains("as corrected")
        && session.contains("ICE states 206 declined; 43 are listed"))
    try session.press("C")
    #expect(session.contains("as corrected  sort:declined↓"))
    #expect(session.contains("9 declined, 69 issued are not attributable; totals stay"))
    #expect(
      session.contains("ICE states 206 declined; 43 are listed")
        && session.contains("TX (not attributable)     !    7"))
    #expect(!session.contains("TX Williamson County"))
    try session.press("C")
    #expect(!session.contains("as corrected  sort") && session.contains("every entry counts"))
    #expect(!session.contains("(not attributable)"))
  }

  @Test(arguments: ["20x5", "40x12", "80x24", "120x40"])
  func everyViewSaysThatItIsAsCorrected(size: String) throws {
    for keys in ["C", "Cl", "Cf", "Cgm", "Cgt", "Cgv", "Cp", "C=", "Cgc"] {
      let session = try Session(size, keys: keys)
      let line = session.screen.split(separator: "\n").first ?? ""
      #expect(line.contains("corr"), "\(keys) at \(size): \(line)")
    }
  }

  @Test func whatIsVoidIsShownWithItsPlacesAndRows() throws {
    var session = try Session("120x40", keys: "CGkkk")
    #expect(session.contains("Section II   4 of Williamson County, void by E02"))
    #expect(session.contains("Section II   3 of Bastrop County, void by E02"))
    try session.press("l")
    #expect(session.contains(" 1/7 "))
    #expect(session.contains("not attributable: published as Williamson County, TX, void by E02"))
    try session.press("gx")
    #expect(session.contains("E02") && !session.contains("E03"))
  }

  @Test func statesAddUpToTheSameAsPublished() throws {
    let published = try Selection(Query(), in: sample)
    let corrected = try Selection(Query(isAsCorrected: true), in: sample)
    for keys in [[GroupKey.state], [.week, .source], [.week, .source, .state]] {
      func counts(_ selection: Selection) throws -> [[KeyValue]: [Int?]] {
        Dictionary(
          uniqueKeysWithValues: try selection.groups(by: keys).map {
            ($0.keys, [$0.issued, $0.resolved, $0.declined, $0.listed])
          })
      }
      #expect(try counts(published) == counts(corrected), "by \(keys)")
    }
    #expect(corrected.detainers() == published.detainers())
  }

  @Test func aPlaceSaysWhatWasPublishedAndThatItIsVoid() throws {
    let places = try sample.places(named: "franklin").prefix(3)
    #expect(places.count == 3)
    for place in places {
      let page = try PlacePage(of: place, under: Query(isAsCorrected: true), in: sample)
      let entry = try #require(page.published.first)
      #expect(entry.rank != nil && !entry.countsRank && entry.rankStatus == "void by E01")
    }
    let session = try Session("120x40", keys: "/county:36033<Enter>DCp")
    #expect(session.contains("not attributable: published as rank 6, 9 issued – void by E01"))
  }

  @Test func filtersDrillsAndExportsAgree() throws {
    let session = try Session("80x24", keys: "C/county:\"(not attributable)\"<Enter>e")
    #expect(session.contains("3 rows") && session.contains("9 of 9 columns"))
    let none = try Session("80x24", keys: "C/county:bastrop week:2017<Enter>")
    // The second report states 2 for Texas and names no place.
    #expect(none.contains(" 1/1 ") && none.contains("0–2"))
    let all = try Session("80x24", keys: "/county:bastrop week:2017-01-28<Enter>DC")
    #expect(all.contains("Errata took the entry from this"))
  }
}
