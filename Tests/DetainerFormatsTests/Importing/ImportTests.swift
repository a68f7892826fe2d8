import DetainerFormats
import DetainerModel
import Foundation
import TestSupport
import Testing

/// Files as they come, written here and opened as a user would.
@Suite struct ImportTests {
  static let header =
    "Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Detainer Lift Reason"
  static let type = "I247 - Immigration Detainer - Notice of Action (as of March 2013)"

  @Test func theSimplestReleaseIsPlacedByItsFacility() throws {
    let data = try opened(
      text: """
        \(Self.header)
        2015-05-08,\(Self.type),TRAVIS COUNTY JAIL,TEXAS,AUSTIN,Detainer Declined by LEA
        2015-05-09,\(Self.type),OTHER-OTHER FACILITY,,,
        """)
    let table = data.table
    #expect(table.rowCount == 2 && data.diagnostics.isEmpty)
    #expect(table.jurisdiction(0).fips == "48453")
    #expect(table.outcome(0) == .declined && table.outcome(1) == .pending)
    #expect(
      table.report(0).period.name == "2015-05-02" && table.report(1).period.name == "2015-05-09")
    #expect(table.jurisdiction(1) == .none)
    #expect(table.value(.type, 0) == .text("I247"))
    #expect(table.line(1) == 3)
  }

  @Test func headersAreKnownInAnyDressAndBelowAPreamble() throws {
    let data = try opened(
      text: """
        Detainers
        Redacted under (b)(6)

        DETAINER_LIFT REASON\tfacility-state\tDetainer Prepare Date\tGender\tgender
        Died\tTexas\t2024-10-01\tMale\tFemale
        """)
    #expect(data.table.rowCount == 1)
    #expect(data.table.jurisdiction(0).state == "TX")
    #expect(data.table.text(.liftReason, 0) == "Died")
    #expect(data.table.text(.gender, 0) == "Male", "of columns with one name the first counts")
    #expect(data.table.line(0) == 5)
  }

  @Test func recordsAboveTheHeaderAreNamed() throws {
    let data = try opened(
      text: """
        Detainers,,,
        Run,2015-06-01,,
        2015-06-01,,,
        2015-05-08,TX,AUSTIN,Lifted
        2015-05-09,TX,AUSTIN,
        Prepare Date,State,City,Detainer Lift Reason
        2015-05-10,TX,AUSTIN,Died
        """)
    #expect(data.table.rowCount == 1)
    #expect(data.diagnostics.map(\.code) == [.recordsAboveHeader])
    #expect(data.diagnostics.first?.row == 4)
    #expect(
      data.diagnostics.first?.message
        == "2 rows above the header look like records and are not read; put the header first.")
  }

  @Test(arguments: [
    ("2015-05-08", "2015-05-08"), ("2015-05-08 13:14:15", "2015-05-08"), ("5/8/15", "2015-05-08"),
    ("05/08/2015", "2015-05-08"), ("5/8/2015 0:00", "2015-05-08"), ("08MAY15", "2015-05-08"),
    ("08may2015", "2015-05-08"), ("12OCT08 10:30", "2008-10-12"),
    ("12MAR2008:10:30:00", "2008-03-12"), ("42132", "2015-05-08"), ("42132.5", "2015-05-08"),
    ("6/11/2008 0:00", "2008-06-11"), ("10/02/09", "2009-10-02"),
  ])
  func everyFormOfDateIsRead(cell: String, day: String) throws {
    let data = try opened(text: "prepare_date,state,lift_reason\n\(cell),TX,\n")
    #expect(data.table.issued(0).iso == day && data.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "06/14/0002 03:10 PM", "2015-02-29", "soon", ".", "..", ".40000", "13/01/2015", "99999999",
  ])
  func aDateThatIsNoneIsCountedUnderNoWeekAndListed(cell: String) throws {
    let data = try opened(text: "issued,state\n2015-01-01,TX\n\(cell),TX\n")
    #expect(data.table.rowCount == 2)
    #expect(!data.table.report(1).period.isKnown)
    let finding = try #require(data.diagnostics.first { $0.code == .unreadableDate })
    #expect(finding.row == 3 && finding.file.hasSuffix("release.csv"))
  }

  @Test(arguments: [
    ("13/04/2016", true), ("31/12/16", true), ("13-04-2016 10:30", true), ("13/13/2016", false),
    ("02/30/2016", false), ("32/04/2016", false), ("soon", false),
  ])
  func aDateWithItsDayFirstIsNamedAsSuch(cell: String, isDayFirst: Bool) throws {
    let data = try opened(text: "issued,state\n2015-01-01,TX\n\(cell),TX\n")
    let finding = try #require(data.diagnostics.first { $0.code == .unreadableDate })
    #expect(finding.message.contains("days first") == isDayFirst)
    #expect(finding.message.contains("between 1900 and 2079") != isDayFirst)
  }

  @Test func blanksAndRedactionsAreNotKnown() throws {
    let blanks = [
      "NA", "N/A", "NULL", "UNK", "UNKNOWN", "b(6), b(7)c", "(b)(6), (b)(7)(c)", "b(7)(e)",
      "(b)(6)(b)(7)(c)", "  ",
    ]
    let rows = blanks.map { "2015-01-01,\"\($0)\",1.0" }.joined(separator: "\n")
    let data = try opened(text: "issued,citizenship,threat\n\(rows)\n2015-01-01,MEXICO  CITY ,2\n")
    for row in blanks.indices { #expect(data.table.text(.citizenship, row).isEmpty) }
    #expect(data.table.text(.citizenship, blanks.count) == "MEXICO CITY")
    #expect(data.table.text(.threat, 0) == "1", "numbers may arrive as 1.0")
  }

  @Test func whatIsRaggedQuotedOrEmptyIsReadAsFarAsItGoes() throws {
    let data = try opened(
      text:
        "\u{FEFF}issued,facility,lift_reason\r\n2015-01-01,\"A \"\"B\"\", C\nD\",\"No longer in State, "
        + "Local, or Federal Custody\"\r\n2015-01-02\r\n2015-01-03,X,Died,extra\r\n,,\r\n\r\n")
    #expect(data.table.rowCount == 3)
    #expect(data.table.site(0).facility == "A \"B\", C D")
    #expect(data.table.outcome(0) == .released)
    #expect(data.diagnostics.map(\.code) == [.raggedRow, .raggedRow])
    #expect(data.diagnostics.map(\.row) == [4, 5])
  }

  @Test func aQuoteThatSwallowsRecordsIsNamed() throws {
    let rows = (1...24).map { "2015-05-\($0),TX,AUSTIN,Lifted\n" }.joined()
    let data = try opened(
      text:
        "Prepare Date,State,City,Detainer Lift Reason\n2015-05-01,TX,AUSTIN,Died\n"
        + "2015-05-02,TX,\"AUSTIN,Lifted\n\(rows)2015-06-01,TX,AUSTIN\",Lifted\n")
    #expect(data.table.rowCount == 2)
    let finding = try #require(data.diagnostics.first { $0.code == .openQuote })
    #expect(finding.row == 3 && finding.message.contains("24 lines between"))
  }

  @Test func aLongNoteIsNotRecords() throws {
    let note = (1...40).map { "Line \($0), with a comma\n" }.joined()
    let data = try opened(
      text: "Prepare Date,State,City,Detainer Lift Reason\n2015-05-02,TX,\"\(note)\",Lifted\n")
    #expect(data.table.rowCount == 1 && !data.diagnostics.contains { $0.code == .openQuote })
  }

  @Test func aCellWithoutEndIsNotQuotedWithoutEnd() throws {
    let long = String(repeating: "Total ", count: 900_000)
    let data = try opened(
      text: "\(Self.header)\n2015-05-08,,\(long),TEXAS,,\n\(long)\n\(long),,,,,\n")
    #expect(!data.diagnostics.isEmpty)
    // Three lines of 80 columns.
    #expect(data.diagnostics.allSatisfy { $0.message.count <= 240 })
    let health = Health(of: data)
    #expect(health.findings.allSatisfy { $0.message.count <= 240 && ($0.column ?? "").count <= 60 })
  }

  @Test(arguments: ["unique_identifier,duplicate_likely", "duplicate_likely,unique_identifier"])
  func theFirstOfLikelyDuplicatesStays(columns: String) throws {
    let rows = [
      ("2025-01-02", "a", "TRUE"), ("2025-01-02", "a", "TRUE"), ("2025-01-02", "a", "TRUE"),
      ("2025-01-03", "a", "TRUE"), ("2025-01-02", "b", "FALSE"), ("2025-01-02", "", "TRUE"),
      ("2025-01-02", "NA", "TRUE"),
    ].map { day, person, mark in
      "\(day),TX,\(columns.hasPrefix("u") ? "\(person),\(mark)" : "\(mark),\(person)")"
    }
    let data = try opened(
      text: "detainer_prepare_date,facility_state,\(columns)\n\(rows.joined(separator: "\n"))\n")
    #expect((0..<7).map(data.table.isDuplicate) == [false, true, true, false, false, false, false])
    let query = try Query(FilterParser.parse(""), dropsDuplicates: true)
    #expect(try Selection(query, in: data).detainers().count == 5)
  }

  @Test func rowsToDropAreDroppedAsTheyAreMarked() throws {
    let data = try opened(
      text:
        "detainer_prepare_date,facility_state,unique_identifier,duplicate_drop_row\n"
        + "2025-01-02,TX,a,FALSE\n2025-01-03,TX,a,TRUE\n")
    #expect(data.table.isDuplicate(1) && !data.table.isDuplicate(0))
  }

  @Test func aTallyCountsAndABadCountIsLeftOutAndListed() throws {
    let data = try opened(text: "week,state,count\n2015-01-03,TX,12\n2015-01-03,TX,many\n")
    #expect(data.table.rowCount == 1 && data.table.count(0) == 12)
    let finding = try #require(data.diagnostics.first)
    #expect(finding.code == .unreadableCount && finding.row == 3 && finding.severity == .error)
  }

  @Test func aRecordWithoutACountIsOneDetainer() throws {
    let data = try opened(
      text: "issued,state,lift_reason,count\n2015-01-03,TX,,\n2015-01-03,TX,,NA\n")
    #expect(data.table.rowCount == 2 && data.table.count(0) == 1 && data.diagnostics.isEmpty)
    #expect(!data.table.isTally(0), "it is no tally as long as nothing is counted")
  }

  @Test(arguments: ["", "NA", "(b)(6)", "NULL", "UNK", "<11"])
  func aTallyDoesNotSayOneByNotSaying(cell: String) throws {
    let lines = "2015,TX,Lifted,412\n2015,CA,Lifted,\(cell)\n"
    let data = try opened(text: "year,state,lift_reason,count\n\(lines)")
    #expect(data.table.rowCount == 1 && data.table.count(0) == 412)
    #expect(data.diagnostics.map(\.code) == [.unreadableCount])
    #expect(data.diagnostics.first?.row == 3)
  }

  @Test func aDayOfATallyWithoutACountIsLeftOutToo() throws {
    let data = try opened(
      text: """
        issued,state,lift_reason,count
        2015-01-03,CA,Lifted,
        2015-01-03,TX,Lifted,412
        2015-01-04,TX,Lifted,NA
        """)
    #expect(data.table.rowCount == 1 && data.table.count(0) == 412)
    #expect(data.diagnostics.map(\.code) == [.unreadableCount, .unreadableCount])
    #expect(
      data.diagnostics.first?.message
        == "an empty cell is not a count from 0 to 1,000,000,000; the row is left out.")
  }

  @Test func aColumnOfCountsThatSaysNothingIsAsOneThatIsNotThere() throws {
    let data = try opened(
      text: "issued,state,lift_reason,count\n2015-01-03,TX,Lifted,(b)(6)\n,TX,Lifted,NA\n")
    #expect(data.table.rowCount == 2 && data.table.count(0) == 1)
    #expect(!data.diagnostics.contains { $0.code == .unreadableCount })
  }

  @Test(arguments: [
    "Total", "GRAND TOTAL", "All", "United States", "US", "U.S.", "all states", "USA",
  ])
  func aTotalInATallyIsNotAState(cell: String) throws {
    let data = try opened(
      text: """
        year,state,county,lift_reason,count
        2015,TX,,Lifted,412
        2015,\(cell),,Lifted,419
        2015,TX,Total,Lifted,7
        2015,CA,,Lifted,7
        """)
    #expect(data.table.rowCount == 2 && data.table.count(1) == 7)
    #expect(data.diagnostics.map(\.code) == [.notARecord, .notARecord])
    #expect(data.diagnostics.map(\.row) == [3, 4])
    #expect(data.diagnostics.map(\.column) == ["state", "county"])
    #expect(Set(data.table.jurisdictions.map(\.state)) == ["", "TX", "CA"])
  }

  @Test func aTallyOfTheWholeNationCounts() throws {
    let data = try opened(
      text: "year,state,lift_reason,count\n2015,US,Lifted,412\n2016,US,Lifted,7\n")
    #expect(data.table.rowCount == 2)
    #expect(!data.diagnostics.contains { $0.code == .notARecord })
  }

  @Test func aRecordMayNameAnythingAsItsPlace() throws {
    let data = try opened(
      text: "issued,state,facility,lift_reason\n2015-01-03,TX,All,\n2015-01-03,TX,Total,\n")
    #expect(data.table.rowCount == 2)
    #expect(!data.diagnostics.contains { $0.code == .notARecord })
  }

  @Test func aTallyOfWhichNothingCanBeReadNamesItsFile() throws {
    let error = #expect(throws: LoadError.self) {
      try opened(text: "week,state,count\n2015-01-03,TX,many\n2015-01-03,TX,few\n", as: "tally.csv")
    }
    let sentence = try #require(error?.description)
    #expect(sentence.contains("tally.csv:2: “many” is not a count"))
  }

  @Test func aBadFileDoesNotHideTheGoodOnes() throws {
    let data = try opened([
      "good.csv": Array("issued,state\n2015-01-01,TX\n".utf8),
      "noise.csv": (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) },
      "notes.doc": Array("x".utf8),
    ])
    #expect(data.table.rowCount == 1)
    #expect(data.diagnostics.contains { $0.file == "noise.csv" && $0.severity == .error })
    #expect(data.diagnostics.contains { $0.file == "notes.doc" && $0.severity == .note })
  }

  @Test(arguments: [
    "../x.csv", "/etc/passwd", "https://example.org/x.csv", "a/../../x.csv", "~/x.csv", "",
  ])
  func aPackageThatPointsOutsideIsRefusedByName(path: String) throws {
    let package = "{\"resources\":[{\"name\":\"x\",\"path\":\"\(path)\"}]}"
    let data = try opened([
      "datapackage.json": package, "good.csv": "issued,state\n2015-01-01,TX\n",
    ])
    #expect(data.table.rowCount == 1)
    #expect(data.diagnostics.contains { $0.code == .refusedPath && $0.severity == .error })
  }

  @Test func brokenPackagesAndUnknownColumnsAreSaidInOneSentence() throws {
    for (name, text) in [
      ("datapackage.json", "{\"resources\": [1"), ("x.csv", "a,b\n1,2\n"), ("x.csv", ""),
      ("x.csv", "issued,state\n"),
    ] {
      let error = #expect(throws: LoadError.self) { try opened([name: text]) }
      let sentence = try #require(error?.description)
      #expect(sentence.contains(name) && sentence.hasSuffix(".") && !sentence.contains("\n"))
    }
  }
}
