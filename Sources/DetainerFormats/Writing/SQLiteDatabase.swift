import CSqlite
import DetainerModel

/// A database that is written once, from the first row to the last.
final class SQLiteDatabase {
  private var handle: OpaquePointer?

  private init(path: String) throws(WriteError) {
    // No locks, since no one else can reach it.
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    try check(sqlite3_open_v2(path, &handle, flags, "unix-none"))
    // What is half written is never seen, so nothing has to be kept for going back.
    try run("PRAGMA journal_mode = OFF")
    try run("PRAGMA synchronous = OFF")
    // Indexes are sorted on the disk when they are large.
    try run("PRAGMA temp_store = FILE")
  }

  deinit { sqlite3_close_v2(handle) }

  /// Makes a database in a file without a name.
  static func temporary() throws(WriteError) -> (file: OpenFile, database: SQLiteDatabase) {
    var made = Result<SQLiteDatabase, WriteError>.failure(.cancelled)
    let file: OpenFile
    do throws(SystemError) {
      file = try OpenFile.temporary { path in
        made = Result { () throws(WriteError) in try SQLiteDatabase(path: path) }
      }
    } catch {
      throw WriteError(temporary: error)
    }
    return (file, try made.get())
  }

  /// A name as SQL has it.
  static func quoted(_ name: String) -> String {
    "\"" + name.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// Carries out a command.
  func run(_ sql: String) throws(WriteError) { try check(sqlite3_exec(handle, sql, nil, nil, nil)) }

  /// Prepares a command that is carried out again and again.
  func statement(_ sql: String) throws(WriteError) -> SQLiteStatement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    return SQLiteStatement(statement, of: self)
  }

  /// Ends the work on the file.
  func close() throws(WriteError) {
    // Statements that are still there keep it open until they go.
    try check(sqlite3_close_v2(handle))
    handle = nil
  }

  fileprivate func check(_ code: Int32) throws(WriteError) {
    guard code == SQLITE_OK || code == SQLITE_DONE else {
      let reason = String(cString: sqlite3_errmsg(handle))
      // The database is made in a temporary file, and so are its large indexes.
      guard ![SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF) else {
        throw .temporary(directory: OpenFile.temporaryDirectory, reason: reason)
      }
      throw .library("SQLite", reason: reason)
    }
  }
}

/// A command that is carried out for each row.
final class SQLiteStatement {
  private let handle: OpaquePointer?
  private let database: SQLiteDatabase

  fileprivate init(_ handle: OpaquePointer?, of database: SQLiteDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Carries it out with the cells of a row.
  func insert(_ cells: borrowing RowBuffer) throws(WriteError) {
    for index in 0..<cells.count {
      let place = Int32(index + 1)
      let code =
        switch cells.kind(index) {
        case .missing: sqlite3_bind_null(handle, place)
        case .integer: sqlite3_bind_int64(handle, place, Int64(cells.integer(index)))
        case .fraction:
          cells.value(index).share.map { sqlite3_bind_double(handle, place, $0) }
            ?? sqlite3_bind_null(handle, place)
        case .text:
          cells.bytes(index).withMemoryRebound(to: CChar.self) {
            sqlite_bind_copy(handle, place, $0.baseAddress, Int32($0.count))
          }
        }
      try database.check(code)
    }
    try database.check(sqlite3_step(handle))
    try database.check(sqlite3_reset(handle))
  }
}
