import Foundation
import Testing

/// `ddor place`: whether a place is on the list, and what every section says of it.
@Suite struct PlaceCommandTests {
  @Test func allFranklinsOfSectionIAreVoid() async throws {
    let run = try await ddor("place", "franklin")
    #expect(run.code == 0 && run.errors == "")
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      rows[0].joined(separator: ",")
        == "state,county,county_fips,section,week,source,rank,issued,resolved,declined,declined_most,listed,status,text,source_url"
    )
    let ranked = rows.filter { $0.count > 12 && $0[3] == "I" && !$0[6].isEmpty }
    #expect(ranked.map { $0[0] } == ["NY", "IA", "PA"])
    #expect(ranked.allSatisfy { $0[4] == "2017-01-28" && $0[12] == "void by E01" })
  }

  @Test func aStateTellsPlacesApart() async throws {
    let run = try await ddor("place", "clark", "--state", "nv", "--sort", "section")
    let states = Set(run.output.split(separator: "\n").dropFirst().map { $0.prefix(2) })
    #expect(run.code == 0 && states == ["NV"])
    #expect(
      try await ddor("place", "Clark, NV").output.contains(",I,2017-02-04,ddor-2017-02-04,4,"))
  }

  @Test(arguments: [
    ("new york city", "NY,New York City"), ("boston", "MA,Boston"), ("ithaca", "NY,Ithaca"),
    ("iowa city", "IA,\"Iowa City, Johnson County\""), ("east haven", "CT,East Haven"),
    ("northampton", "MA,Northampton"), ("philadelphia", "PA,Philadelphia (city)"),
  ])
  func aCityThatSectionIIIListsIsAPlace(name: String, place: String) async throws {
    let run = try await ddor("place", name)
    #expect(run.code == 0 && run.output.contains("\(place),,III,2017-01-28"), "\(run.errors)")
    let list = try await ddor("list", "policies", "--county", name)
    #expect(list.code == 0 && list.lines.count > 1, "\(list.errors)")
  }

  /// What sources do not say is said of each place, in a row for all reports that are alike.
  @Test func whatIsNotSaidIsToldOfEachPlaceOfAName() async throws {
    let run = try await ddor("place", "harris")
    let rows = run.lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    for (state, declined) in [("TX", ["II", "II"]), ("GA", ["II", "II", "II"])] {
      let here = rows.filter { $0[0] == state }
      #expect(
        here.map { String($0[3]) } == ["I", "I"] + declined + ["", "released"], "\(run.output)")
      #expect(here.first?[4] == "2017-01-28|2017-02-04" && here.first?[12] == "not ranked")
    }
    // A place alone has a row for each report.
    #expect(try await ddor("place", "harris, tx").lines.count == 9)
  }

  @Test(arguments: ["DC", "dc", "D.C.", "washington dc", "Washington, DC", "washington d.c."])
  func theDistrictIsUnderstoodAlike(name: String) async throws {
    #expect(try await ddor("place", name).output.contains("DC,District of Columbia,11001,"))
    let list = try await ddor("list", "jurisdictions", "--week", "2017-02-04", "--county", name)
    #expect(
      list.code == 0 && list.output.contains("DC,District of Columbia,11001,"), "\(list.errors)")
  }

  @Test func anUnknownPlaceIsAnErrorThatSaysWhatToDo() async throws {
    var run = try await ddor("place", "nowhere")
    #expect(run.code == 2 && run.output == "")
    #expect(
      run.errors.contains("“nowhere”: no place of this name") && run.errors.contains("ddor list"))
    run = try await ddor("place", "clark, zz")
    #expect(run.code == 2 && run.errors.contains("no state has this code or name"))
    run = try await ddor("place", " ")
    #expect(run.code == 2)
  }
}
