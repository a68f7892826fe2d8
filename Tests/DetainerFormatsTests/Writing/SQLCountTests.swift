import CSqlite
import TestSupport
import Testing

@testable import DetainerFormats
@testable import DetainerModel

/// The answer of SQLite to a question is that of the engine, for every key and kind of term.
@Suite struct SQLCountTests {
  private static let filters = [
    "", "state:tx", "-state:tx,ca", "county:travis", "crime:dui", "-crime:/^a/", "outcome:declined",
    "outcome:declined,pending -state:tx", "lift_reason:none", "travis", "-mexico", "city:el",
    "citizenship:=mexico", "month:2015-01", "-week:2015-01-03", "fiscal_year:2015",
    "declined:>=2015-01-10", "days:>5", "-days:<5", "days:none", "age:20..29", "-age:>40",
    "age:none", "count:>1", "outcome:declined count:<2", "type:i247a", "-gender:male",
  ]

  /// Records of two years, every cell now and then empty.
  private static func release(seed: UInt64, withLiftDates: Bool) -> String {
    var random = SeededGenerator(seed)
    func pick(_ texts: [String]) -> String {
      texts[Int.random(in: 0..<texts.count, using: &random)]
    }
    func date() -> String {
      let day = Day(packed: UInt16(42_000 + Int.random(in: 0..<60, using: &random)))
      return Int.random(in: 0..<20, using: &random) == 0 ? "" : day.iso
    }
    let head =
      "issued,lifted,lift_reason,facility,city,state,type,crime,citizenship,gender,birth_year"
    let rows = (0..<400).map { _ in
      let reason = pick(["", "Detainer Declined by LEA", "Booked into Detention", "Died"])
      return [
        date(), withLiftDates && !reason.isEmpty ? date() : "", reason,
        pick(["TRAVIS COUNTY JAIL", "C'D | JAIL", ""]),
        pick(["AUSTIN", "EL PASO", "LOS ANGELES", ""]), pick(["TX", "CA", ""]),
        pick(["I-247A - Immigration Detainer", "I247D", ""]),
        pick(["DUI", "Assault", "arson", ""]),
        pick(["MEXICO", "CÔTE D'IVOIRE", ""]), pick(["Male", "Female", ""]),
        pick(["1980", "1994", "2005", ""]),
      ].joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\n") + "\n"
  }

  @Test(arguments: [false, true])
  func sqliteGivesTheSameNumbers(withLiftDates: Bool) throws {
    let dataset = try opened(text: Self.release(seed: 7, withLiftDates: withLiftDates))
    #expect(dataset.table.countsByLiftDate == withLiftDates)
    let all = try ListingName.detainers.listing(of: Selection(Query(), in: dataset))
    var sink = MemorySink()
    try sink.write(all, as: .sqlite)
    try withTemporaryDirectory { directory in
      put(sink.bytes, at: directory + "/x.sqlite")
      let database = try ReadDatabase(directory + "/x.sqlite")
      for (number, filter) in Self.filters.enumerated() {
        let selection = try Selection(Query(FilterParser.parse(filter)), in: dataset)
        let others = GroupKey.countable.enumerated().filter { $0.offset % 9 == number % 9 }
        for keys in others.map({ [$0.element] }) + [[.state, .outcome], [.facility, .month]] {
          let listing = try selection.countListing(by: keys)
          let question = try SQLCount(selection, by: keys, dialect: .sqlite).text()
          let found = try database.rows(question)
          let wanted = (0..<listing.rowCount).map { listing.row($0).map(\.plainText) }
          #expect(
            Set(found) == Set(wanted) && found.count == wanted.count,
            "\(keys) \(filter)\n\(question)")
        }
      }
    }
  }

  @Test func whatSQLCannotSayIsASentence() throws {
    let dataset = try opened(sampleDirectory)
    func question(_ filter: String, _ measure: Measure = .declined) throws -> String {
      let query = try Query(FilterParser.parse(filter)).measuring(measure)
      return try SQLCount(Selection(query, in: dataset), by: [.state], dialect: .duckdb).text()
    }
    #expect(throws: SQLError.onlyPublished) { try question("week:2017-01-28") }
    #expect(throws: SQLError.nothingChosen) { try question("week:2016-01-02") }
    #expect(throws: SQLError.term("person:7")) { try question("person:7") }
    #expect(throws: SQLError.persons) { try question("source:fy2015", .persons) }
    let months = try opened(
      text: "month,state,lift_reason,count\n2025-01,TX,Detainer Declined by LEA,3\n")
    #expect(throws: SQLError.longerReports) {
      try SQLCount(Selection(Query(), in: months), by: [.state], dialect: .trino)
    }
    #expect(try question("").contains("-- Published reports are left out"))
  }

  @Test(arguments: SQLDialect.allCases)
  func textsAreQuoted(dialect: SQLDialect) {
    let quoted = dialect.quoted("o'b\\")
    #expect(quoted == (dialect == .spark ? "'o\\'b\\\\'" : "'o''b\\'"))
    let nul =
      switch dialect {
      case .sqlite: "('a' || char(0) || 'b')"
      case .duckdb, .trino: "('a' || chr(0) || 'b')"
      case .spark: "'a\\u0000b'"
      }
    #expect(dialect.quoted("a\0b") == nul)
  }
}

/// A database that is asked.
private final class ReadDatabase {
  private var handle: OpaquePointer?

  init(_ path: String) throws {
    try #require(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
  }

  deinit { sqlite3_close(handle) }

  /// The answer, in the texts of an export.
  func rows(_ sql: String) throws -> [[String]] {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))\n\(sql)")
    defer { sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { index in
          switch sqlite3_column_type(statement, index) {
          case SQLITE_NULL: ""
          case SQLITE_FLOAT: Value.fraction(sqlite3_column_double(statement, index)).plainText
          default: sqlite3_column_text(statement, index).map { String(cString: $0) } ?? ""
          }
        })
    }
    return rows
  }
}
