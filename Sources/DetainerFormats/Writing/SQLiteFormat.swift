import DetainerModel

/// A database of SQLite: the rows as a table with types and indexes, and a table that says where they
/// come from. Datasette and every program that knows SQL open it.
public struct SQLiteFormat: ExportFormat {
  /// The columns that are asked for most, each with an index.
  private static let indexed: Set<String> = [
    "week", "state", "county_fips", "issued", "outcome", "source", "person",
  ]
  private static let longestPiece = 1 << 20

  /// Chooses the format, which has no options.
  public init() {}

  /// Writes the database, which is made in a file without a name first: its pages are not made in
  /// their order.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    let (file, database) = try SQLiteDatabase.temporary()
    let name = SQLiteDatabase.quoted(listing.name)
    let columns = listing.columns.map { "\(SQLiteDatabase.quoted($0.name)) \($0.kind.sqlType)" }
    try database.run("CREATE TABLE \(name) (\(columns.joined(separator: ", ")))")
    try database.run("BEGIN")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let insertion = try database.statement("INSERT INTO \(name) VALUES (\(places))")
    for index in 0..<listing.rowCount {
      try insertion.insert(listing.cells(index))
      try sink.rowsWritten(index + 1)
    }
    for column in listing.columns where Self.indexed.contains(column.name) {
      let index = SQLiteDatabase.quoted("\(listing.name)_\(column.name)")
      try database.run(
        "CREATE INDEX \(index) ON \(name) (\(SQLiteDatabase.quoted(column.name)))")
    }
    if let provenance = listing.provenance {
      try database.run("CREATE TABLE about (label TEXT, text TEXT)")
      let insertion = try database.statement("INSERT INTO about VALUES (?, ?)")
      for entry in provenance.entries {
        try insertion.insert([.text(entry.label), .text(entry.text)])
      }
    }
    try database.run("COMMIT")
    try database.close()
    try copy(file, to: &sink)
  }

  private func copy(_ file: OpenFile, to sink: inout some ByteSink) throws(WriteError) {
    let mapping: Mapping
    do throws(SystemError) {
      mapping = try Mapping(file, count: file.status().identity.size)
    } catch {
      throw .library("SQLite", reason: error.reason)
    }
    let bytes = mapping.bytes
    for start in stride(from: 0, to: bytes.count, by: Self.longestPiece) {
      let end = min(start + Self.longestPiece, bytes.count)
      try sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      mapping.forget(upTo: end)
    }
  }
}

extension Listing.Column.Kind {
  fileprivate var sqlType: String {
    switch self {
    case .text, .date: "TEXT"
    case .integer: "INTEGER"
    case .fraction: "REAL"
    }
  }
}

extension ExportFormat where Self == SQLiteFormat {
  /// A database.
  public static var sqlite: SQLiteFormat { SQLiteFormat() }
}
