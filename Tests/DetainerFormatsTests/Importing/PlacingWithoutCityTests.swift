import TestSupport
import Testing

@testable import DetainerFormats
@testable import DetainerModel

/// Releases that name no city are placed by the facility's code, or its name and area (rule 14).
@Suite struct PlacingWithoutCityTests {
  private func placed(_ rows: String) throws -> [String] {
    let table = try opened(
      text: "Prepare Date,Detainer Lift Reason,Facility,Facility Code,State,City,AOR\n" + rows
    ).table
    return (0..<table.rowCount).map { row in
      "\(table.jurisdiction(row).fips) \(table.site(row).placement)"
    }
  }

  @Test func byCodeThenByNameAndAreaOnlyWhereOneCountyHasIt() throws {
    let lines: [[String]] = [
      ["A JAIL", "X", "TEXAS", "TX", "48453", "Travis County", "SNA", "AJAILTX"],
      ["B JAIL", "X", "TEXAS", "TX", "48453", "Travis County", "SNA", ""],
      ["B JAIL", "Y", "TEXAS", "TX", "48201", "Harris County", "SNA", ""],
      ["B JAIL", "Z", "OHIO", "OH", "39049", "Franklin County", "DET", "AJAILTX2"],
    ]
    let index = FacilityIndex(SortedLines(FacilityIndex.lines(of: SortedLines(lines))))
    #expect(index.fips(code: "ajailtx", state: "") == "48453")
    #expect(index.fips(code: "AJAILTX", state: "OH") == nil)
    #expect(index.fips(code: "", state: "") == nil)
    #expect(index.fips(name: "a jail", aor: "SNA", state: "") == "48453")
    #expect(index.fips(name: "B JAIL", aor: "SNA", state: "") == nil)
    #expect(index.fips(name: "B JAIL", aor: "DET", state: "") == "39049")
    #expect(index.fips(name: "B JAIL", aor: "", state: "") == nil)
  }

  @Test func aReleaseWithoutCitiesIsPlacedAndSaysHow() throws {
    #expect(
      try placed(
        """
        2018-01-03,Lifted,COOK COUNTY JAIL,,,,Chicago Area of Responsibility
        2018-01-03,Lifted,COOK COUNTY JAIL,,IL,,CHI
        2018-01-03,Lifted,COOK COUNTY JAIL,,TX,,CHI
        2018-01-03,Lifted,COOK COUNTY JAIL,,,,
        2018-01-03,Lifted,COOK COUNTY JAIL,,,NOWHERE,CHI
        """) == [
          "17031 nameAndAOR", "17031 nameAndAOR", " none", " none", " none",
        ])
  }
}
