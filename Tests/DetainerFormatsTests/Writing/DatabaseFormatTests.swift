import CSqlite
import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct DatabaseFormatTests {
  /// What a question gives of the database that a listing becomes.
  private func rows(_ listing: Listing, _ sql: String) throws -> [[String?]] {
    var sink = MemorySink()
    try sink.write(listing, as: .sqlite)
    return try withTemporaryDirectory { directory in
      let path = directory + "/x.sqlite"
      put(sink.bytes, at: path)
      var database: OpaquePointer?
      #expect(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
      defer { sqlite3_close(database) }
      var statement: OpaquePointer?
      #expect(sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK)
      defer { sqlite3_finalize(statement) }
      var rows: [[String?]] = []
      while sqlite3_step(statement) == SQLITE_ROW {
        rows.append(
          (0..<sqlite3_column_count(statement)).map { index in
            sqlite3_column_text(statement, index).map { text in
              let length = Int(sqlite3_column_bytes(statement, index))
              return String(
                decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self)
            }
          })
      }
      return rows
    }
  }

  @Test func cellsAreWhatTheyWereAndMissingOnesAreNull() throws {
    let found = try rows(
      hostile, "SELECT county, lift_reason, declined, printf('%.4f', share_of_issued) FROM rows")
    for (index, row) in found.enumerated() {
      for (column, cell) in hostile.row(index).enumerated() where column < 3 {
        #expect(row[column] == (cell == .missing ? nil : cell.plainText), "\(index) \(column)")
      }
    }
    #expect(found.count == hostile.rowCount && found[0][3] == "0.0696")
    let nulls = "SELECT count(*) FROM rows WHERE share_of_issued IS NULL"
    #expect(try rows(hostile, nulls) == [["3"]])
  }

  @Test func columnsHaveTypesAndTheUsualOnesAnIndex() throws {
    let listing = Listing(
      columns: [.init("state"), .init("n", .integer), .init("issued", .date), .init("a\"b")],
      rows: [[.text("06"), .integer(1), .text("2017-01-28"), .text("x")]])
    #expect(
      try rows(listing, "SELECT sql FROM sqlite_master ORDER BY name") == [
        ["CREATE TABLE \"rows\" (\"state\" TEXT, \"n\" INTEGER, \"issued\" TEXT, \"a\"\"b\" TEXT)"],
        ["CREATE INDEX \"rows_issued\" ON \"rows\" (\"issued\")"],
        ["CREATE INDEX \"rows_state\" ON \"rows\" (\"state\")"],
      ])
    #expect(try rows(listing, "PRAGMA integrity_check") == [["ok"]])
    #expect(
      try rows(listing, "SELECT typeof(state), typeof(n) FROM rows") == [["text", "integer"]])
  }

  @Test func detainersAreCountedInViews() throws {
    let listing = Listing(
      columns: [.init("state"), .init("outcome"), .init("count", .integer)],
      rows: [
        [.text("TX"), .text("declined"), .integer(3)], [.text("TX"), .text("pending"), .missing],
        [.missing, .text("declined"), .missing],
      ])
    #expect(
      try rows(listing, "SELECT state, detainers, declined FROM by_state") == [
        ["TX", "4", "3"], [nil, "1", "1"],
      ])
    let views = "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"
    #expect(try rows(listing, views) == [["by_outcome"], ["by_state"]])
    #expect(try rows(hostile, views) == [])
  }

  @Test func viewsKeepSourcesApart() throws {
    let listing = Listing(
      columns: [.init("week"), .init("source"), .init("outcome"), .init("count", .integer)],
      rows: ["r1", "r2", "r1"].map {
        [.text("2018-04-21"), .text($0), .text("declined"), .missing]
      })
    #expect(
      try rows(listing, "SELECT * FROM by_week") == [
        ["2018-04-21", "r1", "2", "2"], ["2018-04-21", "r2", "1", "1"],
      ])
    #expect(
      try rows(listing, "SELECT * FROM by_source") == [["r1", "2", "2"], ["r2", "1", "1"]])
  }

  @Test func whereTheRowsComeFromIsATable() throws {
    let listing = column(["a"]).traced(program: "ddor 1", command: "ddor 'x'")
    #expect(
      try rows(listing, "SELECT text FROM about WHERE label = 'Program'") == [["ddor 1"]])
  }
}
