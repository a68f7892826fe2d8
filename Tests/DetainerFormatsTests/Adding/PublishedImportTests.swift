import DetainerModel
import Foundation
import TestSupport
import Testing

@testable import DetainerFormats

/// Rows that someone adds to a published report. All of them are invented.
@Suite struct PublishedImportTests {
  /// A copy of the sample data, beside which rows can be put.
  private func folder() throws -> ImportFolder {
    let folder = try ImportFolder()
    try FileManager.default.copyItem(atPath: sampleDirectory, toPath: folder.data)
    return folder
  }

  private func add(
    _ rows: String, to folder: borrowing ImportFolder, as name: String = "rows.csv",
    week: String = "2017-02-11", force: Bool = false
  ) throws -> PublishedSummary {
    let file = try folder.put(PublishedImport.template + "\n" + rows, name)
    var task = PublishedImport(
      file: file, period: try #require(Period(naming: week)), directory: folder.data)
    task.mayExceedTotals = force
    return try task.run()
  }

  private func refusal(
    _ rows: String, week: String = "2017-02-11", header: String = PublishedImport.template
  ) throws -> [String] {
    let folder = try folder()
    let before = try folder.contents()
    let file = try folder.put(header + "\n" + rows, "rows.csv")
    let sentences = try folder.refusal {
      _ = try PublishedImport(
        file: file, period: #require(Period(naming: week)), directory: folder.data
      ).run()
    }
    #expect(try folder.contents() == before, "all or nothing")
    return sentences
  }

  private func listing(_ folder: borrowing ImportFolder) throws -> [String] {
    let filter = try FilterParser.parse("week:2017-02-11")
    let selection = try Selection(Query(filter), in: opened(folder.data))
    return try selection.jurisdictions().map { row in
      "\(row.jurisdiction.state) \(row.county) \(row.group.declined ?? -1) \(row.group.listed)"
    }
  }

  private static let rows = """
    2016-12-01,2017-02-13,Invented Jail,New Mexico,Lea,,Assault,Charge,Mexico,,a test,low,
    ,,Invented Jail,NM,,35025,Theft,,,2017-02-14,a test,,"two words, a comma"
    ,,,ny,new york city,,Assault,,,2017-02-11,a test,,
    ,,,TX,Travis County,48453,Theft,conviction,,,a test,,
    ,,,TX,Travis County,48453,Theft,conviction,,,a test,,

    """

  @Test func coverageRisesAndRemaindersShrink() throws {
    let folder = try folder()
    #expect(
      try listing(folder) == [
        "TX Travis County 10 0", "NM Lea County 1 1", " (not itemised) 14 0",
        "NY (not itemised) 14 0", "CA (not itemised) 11 0", "NM (not itemised) 11 0",
        "FL (not itemised) 4 0",
      ])
    let package = folder.text("data/datapackage.json")
    let summary = try add(Self.rows, to: folder)
    #expect(
      try listing(folder) == [
        "TX Travis County 10 2", "NM Lea County 3 3", "NY New York City 1 1",
        " (not itemised) 14 0", "NY (not itemised) 13 0", "CA (not itemised) 11 0",
        "NM (not itemised) 9 0", "FL (not itemised) 4 0",
      ])
    let selection = try Selection(Query(), in: opened(folder.data))
    let week = try #require(selection.weeks().first { $0.report.source == "ddor-2017-02-11" })
    #expect(week.group.declined == 65 && week.group.listed == 6)
    #expect(selection.weeksListing([week]).row(0).last == .integer(3))
    #expect(summary.rows == 5 && summary.equalRows == 2 && summary.stated == 65)
    #expect(summary.listedBefore == 1 && summary.listed == 6 && summary.exceeded.isEmpty)
    #expect(summary.emptyRequired == ["county_fips"])
    #expect(summary.path == "detainers/ddor-2017-02-11-2.csv")
    #expect(
      folder.text("data/" + summary.path) == """
        issued,lifted,facility,state,county,county_fips,crime,basis,citizenship,week,source_url,\
        confidence,note
        2016-12-01,2017-02-13,Invented Jail,NM,Lea County,35025,Assault,charge,Mexico,2017-02-11,\
        a test,low,
        ,,Invented Jail,NM,Lea County,35025,Theft,,,2017-02-11,a test,,"two words, a comma"
        ,,,NY,New York City,,Assault,,,2017-02-11,a test,,
        ,,,TX,Travis County,48453,Theft,conviction,,2017-02-11,a test,,
        ,,,TX,Travis County,48453,Theft,conviction,,2017-02-11,a test,,

        """)
    // The package is the old one but for the path and the note of what was imported.
    let edited = folder.text("data/datapackage.json")
    let kept = edited.replacingOccurrences(
      of: """
        "path": [
                "detainers/ddor-2017-02-11.csv",
                "detainers/ddor-2017-02-11-2.csv"
              ],
        """, with: "\"path\": \"detainers/ddor-2017-02-11.csv\",")
    let note = try #require(kept.firstRange(of: ",\n      \"ddor:release\": ["))
    let end = try #require(kept[note.upperBound...].firstRange(of: "\n      ]"))
    #expect(kept[..<note.lowerBound] + kept[end.upperBound...] == package)

    let before = try folder.contents()
    #expect(try add(Self.rows, to: folder).isAlreadyThere)
    #expect(try add(Self.rows, to: folder, as: "other.csv", force: true).isAlreadyThere)
    #expect(try folder.contents() == before)
    #expect(
      try add(",,,FL,Polk,,,,,,a test,,\n", to: folder).path == "detainers/ddor-2017-02-11-3.csv")
    #expect(
      try opened(folder.data).table.sources.filter { $0.name == "ddor-2017-02-11" }.count == 3)
  }

  @Test func rowsOfOneReportSayNothingAboutAnother() throws {
    let rows = ",,,TX,Travis,,,,,,a test,,\n"
    let folder = try folder()
    #expect(try add(rows, to: folder).source == "ddor-2017-02-11")
    let sentences = try folder.refusal { _ = try add(rows, to: folder, week: "1999-01-02") }
    #expect(
      sentences == [
        "data has no published report of the week 1999-01-02; add its row to reports.csv first."
      ])
    let other = try add(rows, to: folder, week: "2017-01-28")
    #expect(!other.isAlreadyThere && other.source == "ddor-2017-01-28")
  }

  @Test func aReportNeverListsMoreThanItStatesUnlessForced() throws {
    let rows = String(repeating: ",,,TX,Travis,,,,,,a test,,\n", count: 11)
    #expect(
      try refusal(rows).dropFirst(0).map { $0.replacingOccurrences(of: "rows.csv", with: "R") } == [
        "With R: ddor-2017-02-11, the week 2017-02-11: TX has 11 listed, but 10 stated.",
        "With R: ddor-2017-02-11, the week 2017-02-11: Travis County, TX has 11 listed, but 10 "
          + "stated.",
        "Nothing was imported; take out the surplus rows, or add them with --force.",
      ])
    let folder = try folder()
    let summary = try add(rows, to: folder, force: true)
    #expect(summary.exceeded.map(\.listed) == [11, 11] && summary.equalRows == 11)
    // What was too much before is no one's fault who adds to another state.
    #expect(try add(",,,FL,Polk,,,,,,a test,,\n", to: folder).exceeded.isEmpty)
  }

  @Test func everyRowThatCannotBeTakenIsSaidWithItsPlace() throws {
    #expect(
      try refusal(
        """
        2017-12-01,soon,123,NX,Lea,,Assault,maybe,Mexico,2017-03-01,,sure,
        ,,,NM,Travis,,,,,,a test,,
        ,,,NM,,48453,,,,,a test,,
        ,,,NM,,1,,,,,a test,,
        ,,,NM,Lea,48453,,,,,a test,,
        ,,,TX,Lea,48453,,,,,a test,,
        ,,,NM,,,,,,,a test,,
        ,,,,Lea,,,,,,a test,,
        2017-02-14,2017-02-13,,NM,Lea,,,,,,a test,,
        1907-02-14,,,NM,Lea,,,,,,a test,,
        ,,,NM,Lea,,,

        """) == [
          "rows.csv:2: week, “2017-03-01”: the report is that of 2017-02-11; write that, or nothing.",
          "rows.csv:2: issued, “2017-12-01”: this is after the report's week, which ends on "
            + "2017-02-17.",
          "rows.csv:2: lifted, “soon”: this is not a date; write it as 2017-01-28.",
          "rows.csv:2: state, “NX”: no state has this code or name.",
          "rows.csv:2: facility, “123”: there is no word in it; are the columns in their places?",
          "rows.csv:2: basis, “maybe”: this is neither charge nor conviction; leave it empty if not "
            + "stated.",
          "rows.csv:2: confidence, “sure”: this is not high, medium or low.",
          "rows.csv:2: source_url: every row needs its source; write where you read it.",
          "rows.csv:3: county, “Travis”: no county of NM has this name, and neither rows nor figures "
            + "of the report name such a place.",
          "rows.csv:4: county_fips, “48453”: this is Travis County in TX, not in NM.",
          "rows.csv:5: county_fips, “1”: no county has this code; it has five digits, with its "
            + "leading 0.",
          "rows.csv:6: county_fips, “48453”: this is Travis County in TX, not in NM.",
          "rows.csv:7: county, “Lea”: the code 48453 is that of Travis County, TX.",
          "rows.csv:8: county: the row names no county; write it, or the place as figures.csv names "
            + "it.",
          "rows.csv:9: state: the row names no state.",
          "rows.csv:10: lifted, “2017-02-13”: this is before the date of issue, 2017-02-14.",
          "rows.csv:11: issued, “1907-02-14”: no detainer is that old.",
          "rows.csv:12: the row has 8 cells where the header has 13; a comma inside a text needs "
            + "quotes around the text.",
          "Nothing was imported; fix the rows and import the file again.",
        ])
  }

  @Test func manyBadRowsAreCountedNotAllListed() throws {
    let sentences = try refusal(String(repeating: ",,,NX,Lea,,,,,,a test,,\n", count: 250))
    #expect(sentences.count == 101)
    #expect(sentences.last?.hasPrefix("There are 150 more like these. Nothing was") == true)
  }

  @Test func columnsThatAreNotTheReportsAreRefused() throws {
    let sentences = try refusal("Someone,NM,Lea,a test\n", header: "name,state,county,source_url")
    #expect(
      sentences.first?.hasPrefix("rows.csv:1: the rows of the report have no column “name”; take")
        == true)
    #expect(
      try refusal("TX,NM,a test\n", header: "state,State,source_url").first
        == "rows.csv:1: the column “State” is there twice; take one of them out.")
    #expect(try refusal("").first?.contains("has no rows below its header") == true)
    // Columns that are left out are empty.
    let folder = try folder()
    let file = try folder.put("State\tcounty\tsource_url\nNM\tLea\ta test\n", "few.tsv")
    let week = try #require(Period(naming: "2017-02-13"))
    #expect(
      try PublishedImport(file: file, period: week, directory: folder.data).run().listed == 2)
  }

  @Test func rowsThatAreNotTextAreRefusedInOneSentence() throws {
    let folder = try folder()
    put(ParquetFixture.bytes("rows/pandas"), at: folder.path + "/rows.csv")
    put(WorkbookWriter("").archive, at: folder.path + "/rows.xlsx")
    for name in ["rows.csv", "rows.xlsx"] {
      let sentences = try folder.refusal {
        _ = try PublishedImport(
          file: folder.path + "/" + name, period: #require(Period(naming: "2017-02-11")),
          directory: folder.data
        ).run()
      }
      #expect(
        sentences == ["\(name) is not text, as the rows of a report are; save it as CSV first."])
    }
  }

  @Test func aReportMustBeThereFirst() throws {
    #expect(
      try refusal(",,,NM,Lea,,,,,,a test,,\n", week: "2017-02-18") == [
        "data has no published report of the week 2017-02-18; add its row to reports.csv first."
      ])
    let folder = try ImportFolder()
    try folder.put("issued,state\n2017-02-13,TX\n", "data/built.csv")
    try folder.put(
      "week,source,kind,declined\n2017-02-11,first,published,2\n2017-02-11,second,published,2\n",
      "data/reports.csv")
    try folder.put(PublishedImport.template + "\n,,,NM,Lea,,,,,,a test,,\n", "rows.csv")
    var task = PublishedImport(
      file: folder.path + "/rows.csv", period: try #require(Period(naming: "2017-02-11")),
      directory: folder.data)
    #expect(
      try folder.refusal { _ = try task.run() } == [
        "More than one source has published the week 2017-02-11; choose one of first, second with "
          + "--name."
      ])
    // A report without rows and a package gets both.
    task.source = "second"
    #expect(try task.run().path == "detainers/second.csv")
    #expect(folder.package?.resources?.map(\.name) == ["second"])
    #expect(try opened(folder.data).table.reports.filter { $0.kind == .published }.count == 2)
  }
}
