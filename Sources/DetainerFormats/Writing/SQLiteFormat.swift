import DetainerModel

/// A database of SQLite: the rows as a table with types and indexes, and a table that says where they
/// come from. Datasette and every program that knows SQL open it.
public struct SQLiteFormat: ExportFormat {
  /// The columns that are asked for most, each with an index.
  private static let indexed: Set<String> = [
    "week", "state", "county_fips", "issued", "outcome", "source", "person",
  ]
  /// What detainers are counted by in views of their own, `by_state` and so on.
  private static let counted = [
    ["week"], ["state"], ["state", "county"], ["facility"], ["outcome"], ["lift_reason"], ["crime"],
    ["citizenship"], ["source"],
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
    var cells = RowBuffer()
    for index in 0..<listing.rowCount {
      listing.fill(&cells, with: index)
      try insertion.insert(cells)
      try sink.rowsWritten(index + 1)
    }
    for column in listing.columns where Self.indexed.contains(column.name) {
      let index = SQLiteDatabase.quoted("\(listing.name)_\(column.name)")
      try database.run(
        "CREATE INDEX \(index) ON \(name) (\(SQLiteDatabase.quoted(column.name)))")
    }
    try addViews(of: listing, to: database)
    if let provenance = listing.provenance {
      try database.run("CREATE TABLE about (label TEXT, text TEXT)")
      let insertion = try database.statement("INSERT INTO about VALUES (?, ?)")
      for entry in provenance.entries {
        cells.removeAll()
        for text in [entry.label, entry.text] { cells.append(.text(text)) }
        try insertion.insert(cells)
      }
    }
    try database.run("COMMIT")
    try database.close()
    try copy(file, to: &sink)
  }

  /// Adds counts of the rows that are there, where these are detainers: a line of a tally stands for as
  /// many as it says, and two sources of one week are never added (rule 8 of the data).
  private func addViews(
    of listing: Listing, to database: SQLiteDatabase
  ) throws(WriteError) {
    let names = Set(listing.columns.map(\.name))
    guard names.isSuperset(of: ["outcome", "count"]) else { return }
    for keys in Self.counted where names.isSuperset(of: keys) {
      let apart = names.contains("source") && !keys.contains("source") ? ["source"] : []
      let columns = (keys + apart).map(SQLiteDatabase.quoted).joined(separator: ", ")
      try database.run(
        "CREATE VIEW by_\(keys[keys.count - 1]) AS SELECT \(columns), "
          + "SUM(COALESCE(\"count\", 1)) AS detainers, "
          + "SUM(CASE WHEN outcome = 'declined' THEN COALESCE(\"count\", 1) ELSE 0 END) AS declined "
          + "FROM \(SQLiteDatabase.quoted(listing.name)) GROUP BY \(columns) ORDER BY declined DESC"
      )
    }
  }

  private func copy(_ file: OpenFile, to sink: inout some ByteSink) throws(WriteError) {
    let mapping: Mapping
    do throws(SystemError) {
      mapping = try Mapping(file, count: file.status().identity.size)
    } catch {
      throw WriteError(temporary: error)
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
