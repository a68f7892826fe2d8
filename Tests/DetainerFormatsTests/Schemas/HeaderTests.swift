import DetainerModel
import Testing

@testable import DetainerFormats

/// Which row is the header, which column counts, and what a row is that is no record.
@Suite struct HeaderTests {
  /// Reads a text; nil when no header is found.
  private func read(_ text: String) throws -> (table: DetainerTable, diagnostics: [Diagnostic]) {
    var builder = TableBuilder()
    let outcome = try #require(
      Array(text.utf8).withUnsafeBytes {
        DetainerImporter.read(
          $0, named: "x", into: &builder, places: ReferenceTables.places)
      })
    let table = builder.finished()
    // Most of these texts have no column of lift reasons, which is another test's matter.
    let findings = outcome.log.diagnostics.filter { $0.code != .noLiftReasons }
    return (table, findings + table.undatedRows)
  }

  @Test func ofColumnsWithOneNameTheFirstCountsUnlessItIsBlankThroughout() throws {
    let first = try read("issued,gender,gender\n2015-01-01,,Male\n2015-01-02,Female,Male\n").table
    #expect([0, 1].map { first.text(.gender, $0) } == ["", "Female"])
    let second = try read("issued,gender,gender\n2015-01-01,NA,Male\n2015-01-02,(b)(6),Male\n")
      .table
    #expect([0, 1].map { second.text(.gender, $0) } == ["Male", "Male"])
  }

  @Test func aBareDateDoesNotStandInForAPrepareDate() throws {
    let text = "date,Prepare Date,State\n2024-01-01,2015-01-01,TX\n2024-01-01,,TX\n"
    let table = try read(text).table
    #expect([0, 1].map { table.issued($0).iso } == ["2015-01-01", ""])
    let blank = try read("date,Prepare Date,State\n2024-01-01,NA,TX\n").table
    #expect(blank.issued(0).iso == "2024-01-01")
  }

  @Test func neitherTheDateOfBirthNorAnotherOfficeIsTakenForWhatItIsNot() throws {
    let table = try read(
      "Birth Date,Birth State,Apprehension_AOR,Detainer_Lift_Reason2,Prepare_Date,Detainer_AOR\n"
        + "1980-01-01,TEXAS,Dallas Area of Responsibility,Died,2015-01-01,NA\n"
    ).table
    #expect(table.birthYear(0) == nil && table.jurisdiction(0) == .none)
    #expect(table.site(0).aor.isEmpty && table.outcome(0) == nil)
  }

  @Test func aCodeOfTheLiftReasonCountsWhereTheReasonIsBlank() throws {
    let table = try read(
      "Prepare Date,Detainer Lift Reason Code,Detainer Lift Reason\n2015-01-01,A,NA\n"
        + "2015-01-01,b,(b)(7)(e)\n2015-01-01,A,Died\n2015-01-01,NA,\n2015-01-01,Q,\n"
    ).table
    #expect((0..<5).map { table.outcome($0) } == [.declined, .booked, .other, .pending, .other])
    #expect(table.text(.liftReason, 4) == "Code Q")
    let alone = try read("Prepare Date,Detainer Lift Reason Code\n2015-01-01,A\n").table
    #expect(alone.outcome(0) == .declined)
  }

  @Test func aFilePutTogetherOfTwoReleasesIsReadByBothHeaders() throws {
    let (table, findings) = try read(
      "Prepare Date,State,City\n1/2/15,TEXAS,AUSTIN\nDetainers\nRedacted under (b)(6)\n"
        + "Facility City,Detainer Prepare Date,Facility State,Gender\nMIAMI,2024-01-01,FLORIDA,Male\n"
    )
    #expect((0..<2).map { table.site($0).city } == ["AUSTIN", "MIAMI"])
    #expect((0..<2).map { table.jurisdiction($0).state } == ["TX", "FL"])
    #expect(findings.map(\.code) == [.notARecord, .notARecord, .anotherHeader])
    #expect(findings.map(\.row) == [3, 4, 5])
  }

  @Test func rowNumbersWithoutANameInFrontOfEveryRowDoNotShiftTheColumns() throws {
    let (table, findings) = try read(
      "Prepare Date,State,City\n40001,2015-01-01,TEXAS,AUSTIN\n40002,,TEXAS,DALLAS\n"
        + "Prepare Date,State,City\n40003,2015-01-03,TEXAS,WACO\n")
    #expect((0..<3).map { table.site($0).city } == ["AUSTIN", "DALLAS", "WACO"])
    #expect(findings.map(\.code) == [.repeatedHeader, .undatedRow])
  }

  @Test func aRowWithABadDateOrNoneIsARecordUnlessItIsATotalOrANote() throws {
    let (table, findings) = try read(
      "Prepare Date,State,City\n2015-01-01,TEXAS,AUSTIN\n06/14/0002 03:10 PM,,\nsoon,TEXAS,\n"
        + ",TEXAS,AUSTIN\n(b)(6),(b)(6),(b)(6)\nTotal,,3\n,Grand Total,3\nSource: ICE,,\n3215 rows,,\n"
    )
    #expect(table.rowCount == 5)
    #expect(findings.filter { $0.code == .unreadableDate }.map(\.row) == [3, 4])
    #expect(findings.filter { $0.code == .notARecord }.map(\.row) == [7, 8, 9, 10])
  }

  @Test func aDefinitionOfEveryColumnMayStandAboveTheHeader() throws {
    let columns = SchemaLayout.f18.columns
    let definitions = columns.map { "\($0),\"What \($0) means, in short\"" }
    let rows = ["Columns,Meaning"] + definitions + [columns.joined(separator: "\t")]
    let record = SchemaLayout.f18.columns.map { $0 == "Detainer_Prepare_Date" ? "42132" : "NA" }
    let text = (rows + [record.joined(separator: "\t")]).joined(separator: "\n")
    let table = try read(text).table
    #expect(table.rowCount == 1 && table.issued(0).iso == "2015-05-08")
  }

  @Test func theSecondCellOfAHeaderMayBeOneWithoutAName() throws {
    let table = try read("Prepare Date,,State\n2015-01-01,1,TEXAS\n").table
    #expect(table.jurisdiction(0).state == "TX")
  }

  @Test func anUnknownStateIsReportedOnceWithItsNumberOfRows() throws {
    let (table, findings) = try read(
      "issued,state,city\n2015-01-01,TEJAS,A\n2015-01-01,TEJAS,B\n2015-01-01,D.C.,\n2015-01-01,TEJAS,A\n"
    )
    #expect(table.jurisdiction(2).state == "DC")
    #expect(
      findings.map(\.message) == [
        "“TEJAS” in 3 rows is not a known state; it is kept as it stands."
      ])
    #expect(findings.map(\.row) == [2])
  }

  @Test func aTallyMayGroupThousandsAndARecordMayHaveNoCount() throws {
    let tally = try read("week,state,count\n2015-01-03,TX,\"1,234\"\n2015-01-03,TX,12.0\n").table
    #expect((0..<2).map { tally.count($0) } == [1234, 12])
    let records = try read("issued,state,count\n2015-01-03,TX,\n2015-01-03,TX,NA\n")
    #expect(records.table.rowCount == 2 && records.diagnostics.isEmpty)
    #expect(!records.table.isTally(0))
  }

  @Test func countiesAreFoundHoweverTheyAreSpelt() throws {
    let table = try read(
      "issued,state,county,county_fips\n2015-01-01,,\"Travis County, TX\",\n"
        + "2015-01-01,MISSOURI,Saint Louis,\n2015-01-01,Illinois,DE KALB,\n2015-01-01,AL,,1001.0\n"
        + "2015-01-01,AL,,1\n2015-01-01,NM,DONA ANA COUNTY,\n2015-01-01,MD,Baltimore,\n"
    ).table
    #expect(
      (0..<7).map { table.jurisdiction($0).fips }
        == ["48453", "29189", "17037", "01001", "01001", "35013", "24005"])
  }

  @Test func officesAreKnownByCodeNameAndEitherSpellingOfASaint() throws {
    let offices = [
      "St. Paul Area of Responsibility", "SAINT PAUL AREA OF RESPONSIBILITY", "St Paul", "SPM",
      "HQ Area of Responsibility", "Nowhere Area of Responsibility",
    ]
    let rows = offices.map { "2015-01-01,\($0)\n" }.joined()
    let table = try read("Prepare Date,Facility AOR\n" + rows).table
    #expect(
      (0..<6).map { table.site($0).aor }
        == ["SPM", "SPM", "SPM", "SPM", "HQ", "Nowhere Area of Responsibility"])
  }
}
