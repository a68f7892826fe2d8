import DetainerModel
import TestSupport
import Testing

/// The side tables as people write them: with capitals, dates of spreadsheets, and one thing twice.
@Suite struct SideWordsTests {
  private static let reports = "week,source,kind,issued,declined\n2017-01-28,ice,published,9,206\n"

  /// What is told of one side table beside a report.
  private func told(_ name: String, _ text: String) throws -> (data: Dataset, findings: [String]) {
    let data = try opened(["reports.csv": Self.reports].merging([name: text]) { $1 })
    let found = data.diagnostics.filter { $0.file == name }
    return (data, found.map { "\($0.row ?? 0) \($0.column ?? "-") \($0.code)" })
  }

  @Test func kindsAndMeasuresOfFiguresInCapitalsCount() throws {
    let (data, findings) = try told(
      "figures.csv",
      """
      week,source,measure,key_kind,key,value,value_number
      2017-01-28,ice,Declined,State,Texas,149,149
      1/28/2017,ice,DECLINED,County,"Travis, TX",142,142
      42763,ice,declined,STATE,CA,11,11
      2017-01-28,ice,declined,jurisdicton,"Bastrop, TX",3,3
      2017-01-28,ice,declined,nation,all,206,206

      """)
    #expect(findings == ["5 key_kind unknown-word"])
    let rows = try Selection(Query(), in: data).groups(by: [.state])
    #expect(rows.first { $0.keys == [.text("TX")] }?.known == Known(149))
    #expect(rows.first { $0.keys == [.text("CA")] }?.known == Known(11))
  }

  @Test func oneFigureStatedTwiceIsToldAndTheFirstCounts() throws {
    let (data, findings) = try told(
      "figures.csv",
      """
      week,source,measure,key_kind,key,value,value_number
      2017-01-28,ice,declined,state,TX,149,149
      2017-01-28,ice,declined,state,Texas,150,150

      """)
    #expect(findings == ["3 - repeated-entry"] && data.figures.map(\.number) == [149])
  }

  @Test func oneRankOrReportTwiceIsToldAndAddedToNothing() throws {
    let (data, findings) = try told(
      "issued.csv",
      """
      week,source,rank,county,state,issued
      42763,ice,1,Clark County,NV,51
      2017-01-28,ice,1,Clark County,NV,52
      2017-01-28,ice,2,Cook County,IL,≥13
      2017-01-28,ice,2,Lake County,IL,13

      """)
    #expect(findings == ["4 issued inexact-count", "3 - repeated-entry"])
    #expect(data.ranks.map(\.issued) == [51, nil, 13], "two places may have one rank")
    let twice = try told("reports.csv", Self.reports + "2017-01-28,ice,PUBLISHED,9,207\n")
    #expect(twice.findings == ["3 - repeated-entry"])
    #expect(twice.data.table.reports.map(\.statement?.declined) == [206])
  }

  @Test(arguments: ["≥5", ">= 5", "5+", "about 5"])
  func aCountThatIsNotPlainIsNotStatedAndTold(_ cell: String) throws {
    let (data, findings) = try told(
      "reports.csv", "week,source,kind,declined\n2017-01-28,ice,Published,\(cell)\n")
    #expect(findings == ["2 declined inexact-count"])
    #expect(data.table.reports.map(\.kind) == [.published])
    #expect(data.table.reports.map(\.statement?.declined) == [nil])
  }

  @Test func wordsThatACorrectionOrReportDoesNotKnowAreTold() throws {
    let (data, findings) = try told(
      "corrections.csv",
      """
      id,weeks,kind,scope
      E1,2017-01-28,Corrected,PLACE
      E2,2017-01-28,corected,plac
      E3,2017-01-28,,

      """)
    #expect(findings == ["3 kind unknown-word", "3 scope unknown-word"])
    #expect(data.corrections.map(\.kind) == [.corrected, .other("corected"), .other("")])
    #expect(data.corrections.map(\.scope) == [.place, nil, nil])
    let told = data.diagnostics.first { $0.column == "kind" }
    #expect(
      told?.message
        == "“corected” is not one of corrected, disputed, explained, press-misreading; it is kept as it stands."
    )
    let draft = try self.told("reports.csv", "week,source,kind\n2017-01-28,ice,draft\n")
    #expect(draft.findings == ["2 kind unknown-word"])
  }
}
