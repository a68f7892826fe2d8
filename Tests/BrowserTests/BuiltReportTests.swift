import Browser
import DetainerModel
import Testing

/// What the screen shows of reports that are built from records: whole counts, their days, and
/// whether all is there.
@Suite struct BuiltReportTests {
  /// So many declined records of one day; the first may name a crime.
  private func release(_ rows: Int, namesCrime: Bool = false) throws -> Dataset {
    let reason = try #require(DetainerField.texts.firstIndex(of: .liftReason))
    let crime = try #require(DetainerField.texts.firstIndex(of: .crime))
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    let declined = builder.text("Detainer Declined by LEA", column: reason)
    let assault = builder.text("Assault", column: crime)
    for index in 0..<rows {
      var row = TableBuilder.Row()
      row.issued = try #require(Day(year: 2015, month: 1, day: 7))
      row.texts[reason] = declined
      if namesCrime, index == 0 { row.texts[crime] = assault }
      builder.append(row)
    }
    // The week is covered whole, whatever its rows show.
    return Dataset(table: builder.finished(), statedCoverage: ["release": Day.first...Day.last])
  }

  @Test(arguments: [
    (rows: 999, narrow: "▶15-01-03  999│", wide: "▶2015-01-03   999 │"),
    (rows: 1234, narrow: "▶15-01-03 1234│", wide: "▶2015-01-03 1,234 │"),
  ])
  func aCountIsNeverCutNorRunsIntoItsWeek(rows: Int, narrow: String, wide: String) throws {
    let data = try release(rows)
    #expect(try Session("80x24", data: data).contains("\n" + narrow))
    #expect(try Session("120x40", data: data).contains("\n" + wide))
  }

  @Test func everyRecordHasItsDay() throws {
    let session = try Session("80x24", data: try release(2, namesCrime: true))
    #expect(session.contains("│▶ Assault                    01-07\n"))
    #expect(session.contains("│  declined · (no facility)   01-07\n"))
  }

  @Test func aTitleThatHasNoRoomIsShorterAndNotCut() throws {
    let data = try release(1234)
    #expect(try Session("80x24", data: data).contains("─ record (no crimes) ─ issued on ─"))
    #expect(
      try Session("120x40", data: data)
        .contains("─ record (this release names no crimes) ──── issued on ─"))
  }

  @Test(arguments: [
    ("80x24", "PARTIAL  1 problem while reading, gh shows  "),
    ("120x40", "PARTIAL  1 problem while reading, gh shows  "), ("40x12", "PARTIAL  "),
  ])
  func whatWasCancelledIsMarkedAsPartial(size: String, status: String) throws {
    var partial = try release(5)
    partial.diagnostics = [
      Diagnostic(.cancelled, file: "release.csv", "Cancelled.")
    ]
    var session = try Session(size, data: Dataset(isLoading: true))
    session.take(.loaded(partial))
    #expect(session.contains("is kept, the rest is missing"))
    try session.press("k")
    #expect(session.contains("\n" + status))
  }

  @Test func aReadingThatFailsIsOver() throws {
    var session = try Session("80x24", data: Dataset(isLoading: true))
    #expect(session.contains("Reading …") && session.contains("READING …"))
    session.take(.failed("release.csv cannot be read."))
    #expect(session.contains("release.csv cannot be read."))
    try session.press("k")
    #expect(session.contains("Nothing was"))
    #expect(!session.contains("Reading …") && !session.contains("READING"))
  }

  @Test func theCurrentLineOfTheExportIsInSight() throws {
    let session = try Session("20x5", keys: "e")
    #expect(session.contains("▶File"))
  }
}
