import DetainerModel
import TestSupport
import Testing

/// Several files as one release: one source, one report a week.
@Suite struct ReleasesTests {
  private static let header = "Detainer Prepare Date,Facility State,Detainer Lift Reason"

  /// Records of these days in Texas, declined.
  private func records(_ days: String..., header: String = ReleasesTests.header) -> String {
    header + "\n" + days.map { "\($0),TX,Detainer Declined by LEA\n" }.joined()
  }

  private func weeks(_ data: Dataset) throws -> [String] {
    try Selection(Query(), in: data).weeks().map {
      "\($0.report.period.name) \($0.report.source) \($0.group.declined ?? -1)"
    }
  }

  @Test func theWeekAroundOctober1IsOneReportOfTwoFiscalYears() throws {
    let files = [
      "r_FY23_x.csv": records("2023-09-29", "2023-09-30"),
      "r_FY24_x.csv": records("2023-10-01", "2023-10-06", "2023-10-07", "2024-09-30"),
      "r_FY25_x.csv": records("2024-10-01"),
    ]
    let expected = [
      "2024-09-28 r_FY23-FY25_x 2", "2023-10-07 r_FY23-FY25_x 1", "2023-09-30 r_FY23-FY25_x 3",
      "2023-09-23 r_FY23-FY25_x 1",
    ]
    for paths in [["r_FY24_x.csv", "r_FY25_x.csv", "r_FY23_x.csv"], [""]] {
      let data = try opened(files, paths)
      #expect(try weeks(data) == expected)
      #expect(try Selection(Query(), in: data).overlappingWeeks.isEmpty)
      #expect(data.diagnostics.isEmpty)
      let files = data.table.sources.map { $0.file.suffix(12) }
      #expect(files == ["r_FY23_x.csv", "r_FY24_x.csv", "r_FY25_x.csv"])
      #expect(data.table.source(2).file.hasSuffix("r_FY24_x.csv") && data.table.line(2) == 2)
    }
  }

  @Test func aColumnMoreThatHasNoCanonicalNameMakesNoOtherRelease() throws {
    let data = try opened([
      "a-FY23.csv": records("2023-09-30"),
      "a-FY24.tsv": "Birth Date,DETAINER_PREPARE_DATE\tfacility state\tDetainer Lift Reason\tState"
        .replacing(",", with: "\t").replacing("\tState", with: "") + "\n(b)(6)\t2023-10-01\tTX\t\n",
    ])
    #expect(data.table.reports.map(\.source) == ["a-FY23-FY24"])
  }

  @Test func otherHeadersAreAnotherReleaseWhateverTheNames() throws {
    let other = "Detainer Prepared Date,State,Detainer Lift Reason"
    let data = try opened([
      "a-FY23.csv": records("2023-09-30"),
      "a-FY24.csv": records("2023-10-01", header: other),
      "a-FY25.csv": records("2023-10-02"),
      "a-FY26.csv": records("2023-10-03", header: other),
    ])
    #expect(
      try weeks(data) == ["2023-09-30 a-FY23+FY25 2", "2023-09-30 a-FY24+FY26 2"])
    #expect(
      data.table.sources.map(\.name) == [
        "a-FY23+FY25", "a-FY24+FY26", "a-FY23+FY25", "a-FY24+FY26",
      ])
    #expect(try Selection(Query(), in: data).overlappingWeeks.count == 1)
  }

  @Test func twoReleasesOfOneWeekStayTwoSources() throws {
    let data = try opened([
      "r_FY26_20260311.csv": records("2025-10-01"), "r_FY26_20260807.csv": records("2025-10-01"),
    ])
    #expect(
      try weeks(data) == ["2025-09-27 r_FY26_20260311 1", "2025-09-27 r_FY26_20260807 1"])
  }

  @Test func aFileThatCannotBeReadIsNotInTheName() throws {
    let data = try opened([
      "a-FY23.csv": records("2023-09-30"), "a-FY24.csv": records("2023-10-01"),
      "a-FY25.csv": "nothing,known\n1,2\n",
    ])
    #expect(try weeks(data) == ["2023-09-30 a-FY23-FY24 2"])
    #expect(data.diagnostics.map(\.code) == [.noKnownColumns])
  }

  @Test func onlyOneOfAReleaseIsATally() throws {
    let data = try opened([
      "a-FY23.csv": "week,state,lift_reason\n2023-09-30,TX,\n",
      "a-FY24.csv": "week,state,lift_reason,count\n2023-09-30,TX,,12\n",
      "b-FY23.csv": "week,state,count\n2023-09-30,TX,\n",
      "b-FY24.csv": "week,state,count\n2023-09-30,TX,12\n",
    ])
    #expect(data.table.sources.map(\.name) == ["a-FY23", "a-FY24", "b-FY23-FY24", "b-FY23-FY24"])
    #expect(data.table.sources.map(\.isTally) == [false, true, false, true])
    #expect((0..<4).map { data.table.count($0) } == [1, 12, 1, 12])
  }

  @Test func aResourceOfSeveralPathsIsOneSourceUnderTheNameItIsGiven() throws {
    let data = try opened([
      "datapackage.json": """
      {"resources": [
        {"name": "mine", "path": ["y/a-FY23.csv", "y/other.csv"]},
        {"name": "alone", "path": "a-FY24.csv"}
      ]}
      """,
      "y/a-FY23.csv": records("2023-09-30"), "y/other.csv": records("2023-10-01"),
      "a-FY24.csv": records("2023-10-02"), "a-FY25.csv": records("2023-10-03"),
    ])
    #expect(
      try weeks(data)
        == ["2023-09-30 a-FY25 1", "2023-09-30 alone 1", "2023-09-30 mine 2"])
  }

  @Test func filesOfOneNameAreToldApartSoThatNobodyIsCountedTwice() throws {
    let data = try opened([
      "a.csv": records("2023-09-30"), "a.txt": records("2023-09-30"),
      "old/r-FY23.csv": records("2023-09-30"), "new/r-FY23.csv": records("2023-09-30"),
      "new/r-FY24.csv": records("2023-10-01"),
    ])
    #expect(
      try weeks(data) == [
        "2023-09-30 a 1", "2023-09-30 a.txt 1", "2023-09-30 old/r-FY23.csv 1",
        "2023-09-30 r-FY23-FY24 2",
      ])
    #expect(
      data.diagnostics.map(\.description) == [
        "a.txt: another file is called a too; this one is a source of its own.",
        "old/r-FY23.csv: another file is called r-FY23 too; this one is a source of its own.",
      ])
  }

  @Test func rowsOfAPublishedReportKeepItsName() throws {
    let data = try opened([
      "reports.csv": "week,source,kind,declined\n2017-01-28,p-part1,published,206\n",
      "p-part1.csv": "week,state,crime\n2017-01-28,TX,Assault\n",
      "p-part2.csv": "week,state,crime,lift_reason\n2017-01-28,TX,Assault,\n",
    ])
    #expect(data.table.reports.map(\.source) == ["p-part1", "p-part2"])
    #expect(data.table.reports.map(\.kind) == [.published, .built])
  }
}
