import DetainerModel
import TestSupport
import Testing

/// The `places.csv` of a data directory, in which users say where records belong.
@Suite struct UserPlacesTests {
  private static let header = UserPlaces.columns.joined(separator: ",") + "\n"

  /// How the records of a file are placed beside a `places.csv` with these rows.
  private func placed(_ rows: String, _ records: String) throws -> Dataset {
    try opened(["places.csv": Self.header + rows, "a.csv": records])
  }

  private func places(_ data: Dataset) -> [String] {
    (0..<data.table.rowCount).map { row in
      let place = data.table.jurisdiction(row)
      let site = data.table.site(row)
      return "\(place.state) \(place.county) \(place.fips) \(site.aor) \(site.placement)"
    }
  }

  @Test func theMostSpecificRowWinsAndAllWinOverTheBuiltInTables() throws {
    let data = try placed(
      """
      TRAVIS COUNTY JAIL,AUSTIN,TX,,48029,,
      TRAVIS COUNTY JAIL,,TEXAS,Bexar,,Dallas,anywhere
      ,AUSTIN,Texas,Harris County,48201,,
      ,,TX,,48113,,
      """,
      """
      lift_reason,issued,facility,city,state
      ,2015-01-03,Travis  County Jail,austin,TEXAS
      ,2015-01-03,TRAVIS COUNTY JAIL,DEL VALLE,TX
      ,2015-01-03,TRAVIS COUNTY JAIL,,TX
      ,2015-01-03,OTHER JAIL,AUSTIN,TX
      ,2015-01-03,,AUSTIN,TX
      ,2015-01-03,OTHER JAIL,WACO,TX
      ,2015-01-03,TRAVIS COUNTY JAIL,AUSTIN,OK
      """)
    #expect(
      places(data) == [
        "TX Bexar County 48029 SNA user", "TX Bexar County 48029 DAL user",
        "TX Bexar County 48029 DAL user", "TX Harris County 48201 HOU user",
        "TX Harris County 48201 HOU user", "TX Dallas County 48113 DAL user", "OK    none",
      ])
    #expect(data.diagnostics.isEmpty)
  }

  @Test func aCountyThatTheFileItselfNamesComesFirst() throws {
    let data = try placed(
      "TRAVIS COUNTY JAIL,,TX,,48029,,\n",
      """
      issued,facility,state,county,county_fips
      2015-01-03,TRAVIS COUNTY JAIL,TX,Hays,
      2015-01-03,TRAVIS COUNTY JAIL,TX,,48209
      2015-01-03,TRAVIS COUNTY JAIL,TX,,
      """)
    #expect(data.table.sites.map(\.placement) == [.none, .file, .user])
    #expect(data.table.jurisdiction(2).fips == "48029")
  }

  @Test func aPlaceCanBeUnlocatedOnPurposeAndRecordsWithoutAStatePlaced() throws {
    let data = try placed(
      """
      TRAVIS COUNTY JAIL,,TX,,,,held for several counties
      OTHER-OTHER FACILITY,,,,06037,,
      """,
      """
      issued,facility,city,state
      2015-01-03,TRAVIS COUNTY JAIL,AUSTIN,TX
      2015-01-03,OTHER-OTHER FACILITY,,
      2015-01-03,OTHER-OTHER FACILITY,,CA
      """)
    #expect(
      places(data) == ["TX    user", "CA Los Angeles County 06037 LOS user", "CA    none"])
  }

  @Test func spellingsOfACityAreOneAsInTheReferenceTables() throws {
    let data = try placed(
      ",St. Cloud,MN,Stearns,,,\n",
      "issued,facility,city,state\n2026-02-11,\"M.C.F.,X\",SAINT CLOUD,MINNESOTA\n")
    #expect(places(data) == ["MN Stearns County 27145 SPM user"])
  }

  @Test func rowsThatCannotMeanWhatTheySayAreLeftOutAndListed() throws {
    let data = try placed(
      """
      A,,TX,,6037,,
      B,,TX,Travis,48029,,
      C,,TX,Travs,,,
      D,,TX,,,,
      E,,TX,,48453,Nowhere,
      F,,TX,,48453,,first
      f,,Texas,,48029,,second
      ,,,,48453,,
      G,,TXE,,06037,,
      H,,TX,,06037,,
      """, "issued,facility,state,lift_reason\n2015-01-03,F,TX,\n")
    #expect(
      data.diagnostics.map(\.description) == [
        "places.csv:2: “6037” is not a county; a FIPS code has five digits, such as 06037; the row "
          + "is left out.",
        "places.csv:3: 48029 is Bexar County, TX, but the county says “Travis”; the row is left "
          + "out.",
        "places.csv:4: “Travs” is not a known county of “TX”; give its county_fips; the row is left "
          + "out.",
        "places.csv:5: the row names no county; if its records are to stay unlocated, say why in "
          + "the note; the row is left out.",
        "places.csv:6: “Nowhere” is not a known area of responsibility; the row is left out.",
        "places.csv:8: line 7 speaks of the same facility, city and state; this row is left out.",
        "places.csv:9: the row names no facility, no city and no state; the row is left out.",
        "places.csv:10: “TXE” is not a known state; the row is for records that say just "
          + "this.",
        "places.csv:10: 06037 is Los Angeles County, CA, but the state says TXE; the county is "
          + "taken.",
        "places.csv:11: 06037 is Los Angeles County, CA, but the state says TX; the county is "
          + "taken.",
      ])
    #expect(data.table.jurisdiction(0).fips == "48453")
  }

  @Test func eachDirectoryGoesByItsOwnFileAndAFileOnItsOwnByNone() throws {
    let record = "issued,facility,state\n2015-01-03,TRAVIS COUNTY JAIL,TX\n"
    let files = [
      "one/places.csv": Self.header + "TRAVIS COUNTY JAIL,,TX,,48029,,\n", "one/a.csv": record,
      "two/places.csv": Self.header + "TRAVIS COUNTY JAIL,,TX,,48201,,\n", "two/b.csv": record,
    ]
    let both = try opened(files, ["one", "two"])
    #expect(places(both).map { $0.split(separator: " ")[1] } == ["Bexar", "Harris"])
    #expect(places(try opened(files, ["one/a.csv"])) == ["TX    none"])
  }

  @Test func columnsThatAreMissingOrUnknownAreNamed() throws {
    let data = try opened([
      "places.csv": "facility,fips\nA,48453\n",
      "a.csv": "issued,state,lift_reason\n2015-01-03,TX,\n",
    ])
    #expect(
      data.diagnostics.map(\.description) == [
        "places.csv:1: the column “fips” is not used; those of the file are facility, city, state, "
          + "county, county_fips, aor, note.",
        "places.csv:1: the column state is missing; the table is not used.",
      ])
  }
}
