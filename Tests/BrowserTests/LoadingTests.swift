import Browser
import DetainerModel
import Screen
import TestSupport
import Testing

/// What the browser shows while rows arrive.
@Suite struct LoadingTests {
  /// A release of which the first `weeks` weeks have been read, oldest first: two declines in each,
  /// of more and more places.
  private func release(weeks: Int, isLoading: Bool = true, start: Period? = nil) -> Dataset {
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    let declined = builder.text("Detainer Declined by LEA", column: 0)
    for week in 0..<weeks {
      for place in 0...week {
        var row = TableBuilder.Row()
        row.line = week * 100 + place + 2
        row.issued = Period(.week, containing: Day(packed: 42_000)).adding(week).start
        row.texts[0] = declined
        let county = Jurisdiction(state: "TX", county: "County \(9 - place)", fips: "")
        row.site = builder.site(
          Site(
            facility: "Jail", city: "", jurisdiction: builder.jurisdiction(county), aor: "",
            placement: .none))
        for _ in 0..<2 { builder.append(row) }
      }
    }
    return Dataset(
      places: sample.places, table: builder.finished(), start: start,
      statedCoverage: ["release": Day.first...Day.last], isLoading: isLoading)
  }

  private let first = Period(.week, containing: Day(packed: 42_000))

  @Test func theNewestWeekIsFollowedUntilTheUserMoves() throws {
    var session = try Session("80x24", data: release(weeks: 2))
    #expect(session.contains("▶\(first.adding(1).name.dropFirst(2))"))
    session.take(.loaded(release(weeks: 4)))
    #expect(session.contains("▶\(first.adding(3).name.dropFirst(2))"))
    #expect(session.contains("▶ TX County 6"))
    try session.press("[[")
    session.take(.loaded(release(weeks: 8, isLoading: false)))
    #expect(session.contains("Weeks › \(first.adding(1).name)"))
    #expect(session.contains("/8 "))
  }

  @Test func theWeekThatTheDataNamesIsFoundWhenItArrives() throws {
    let start = first.adding(4)
    var session = try Session("80x24", data: release(weeks: 2, start: start))
    #expect(session.contains("▶\(first.adding(1).name.dropFirst(2))"))
    session.take(.loaded(release(weeks: 5, start: start)))
    #expect(session.contains("▶\(start.name.dropFirst(2))"))
    session.take(.loaded(release(weeks: 9, isLoading: false, start: start)))
    #expect(session.contains("▶\(start.name.dropFirst(2))"))
  }

  @Test func theCursorStaysOnThePlaceAndRecordTheUserMovedTo() throws {
    var session = try Session("80x24", keys: "jj", data: release(weeks: 4))
    #expect(session.contains("▶ TX County 8"))
    session.take(.loaded(release(weeks: 8)))
    #expect(session.contains("Weeks › \(first.adding(7).name) › TX County 8"))
    // Whoever looks through the records of a place means its week, too.
    session = try Session("80x24", keys: "l", data: release(weeks: 3))
    let before = session.screen.split(separator: "\n")[0]
    try session.press("j")
    session.take(.loaded(release(weeks: 8)))
    #expect(session.screen.split(separator: "\n")[0].hasPrefix(before.prefix(40)))
  }

  @Test func anOpenViewCountsWhatHasArrived() throws {
    var session = try Session("80x24", keys: "hf", data: release(weeks: 2))
    #expect(session.contains("TX") && session.contains("2 reports"))
    session.take(.loaded(release(weeks: 5)))
    #expect(session.contains("5 reports"))
  }

  @Test(arguments: [
    (130, "READING x.csv ███████▍········ 46% · 1.0/2.3 GB · 4,612,000 rows · 12 s left"),
    (100, "READING ███████▍········ 46% · 1.0/2.3 GB · 4,612,000 rows · 12 s left"),
    (80, "READING ██▎·· 46% 1.0/2.3 GB · 4.6M rows · 12 s left"),
    (60, "READING 46% · 12 s left"), (40, "READING 46%"),
    (20, "?help READING 46%"),
  ])
  func progressIsAsPreciseAsThereIsRoom(width: Int, text: String) throws {
    var session = try Session("\(width)x24", data: release(weeks: 2))
    session.take(
      .progress(
        LoadProgress(
          file: "x.csv", bytesDone: 1_075_000_000, bytesTotal: 2_331_000_000, rows: 4_612_000,
          elapsed: .seconds(10))))
    let status = try #require(session.screen.split(separator: "\n").last)
    #expect(status.hasPrefix(text), "\(status)")
    if width >= 40 { #expect(status.contains("C-c cancel")) }
  }

  @Test func theTimeLeftIsToldOnlyOnceItIsKnown() {
    func left(_ part: Double, _ elapsed: Duration) -> Double? {
      LoadProgress(
        file: "", bytesDone: Int(part * 1000), bytesTotal: 1000, rows: 0, elapsed: elapsed
      ).secondsLeft
    }
    #expect(left(0.5, .milliseconds(900)) == nil)
    #expect(left(0.01, .seconds(20)) == nil)
    #expect(left(0.25, .seconds(10)) == 30)
    #expect(left(1, .seconds(10)) == nil)
  }

  @Test func escapeCancelsOnlyWhenNothingElseCanBeTakenBack() throws {
    var session = try Session("80x24", keys: "+/state:tx<Enter>", data: release(weeks: 2))
    try session.press("<Esc><Esc>")
    #expect(session.effects.isEmpty && session.contains("Filter: outcome:declined  "))
    try session.press("<Esc>")
    #expect(session.effects == [.cancelLoading])
    #expect(session.contains("reading is being cancelled"))
    #expect(
      try Session("80x24", keys: "<C-c>", data: release(weeks: 2)).effects == [.cancelLoading])
    #expect(
      try Session("80x24", keys: "<Esc>", data: release(weeks: 2, isLoading: false)).effects == [])
  }

  @Test(arguments: ["80x24", "40x12", "20x5"], ["", "l", "h", "f", "]=", "<Space>"])
  func everyScreenThatCountsSaysThatRowsAreMissing(size: String, keys: String) throws {
    var partial = release(weeks: 3, isLoading: false)
    partial.diagnostics = [
      Diagnostic(.cancelled, file: "release.csv", "Cancelled.")
    ]
    let session = try Session(size, keys: keys, data: partial)
    #expect(session.contains("partial"))
  }
}
