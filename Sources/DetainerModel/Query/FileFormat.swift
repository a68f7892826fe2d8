/// The formats in which rows leave the program: the one list behind `--format`, the endings of files,
/// help and the export dialog.
public enum FileFormat: String, CaseIterable, Hashable, Sendable {
  case table, csv, tsv, json, ndjson, markdown, html, xlsx, sqlite, parquet, package

  /// The name that `--format` takes.
  public var name: String { rawValue }

  /// What it is, in a few words.
  public var words: String {
    switch self {
    case .table: "aligned text to read"
    case .csv: "comma-separated values"
    case .tsv: "tab-separated values"
    case .json: "a JSON array of objects"
    case .ndjson: "a JSON object on each line"
    case .markdown: "a table for a note or a README"
    case .html: "a page that a browser opens, sorts and prints"
    case .xlsx: "a workbook for Excel and LibreOffice"
    case .sqlite: "a database for SQL and Datasette"
    case .parquet: "columns for DuckDB, pandas, polars and Spark"
    case .package: "a directory: CSV with its description, a Data Package"
    }
  }

  /// The endings of file names that mean the format, without the dot, the usual one first; a
  /// package is a directory, which has none.
  public var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .csv: ["csv"]
    case .tsv: ["tsv"]
    case .json: ["json"]
    case .ndjson: ["ndjson", "jsonl"]
    case .markdown: ["md"]
    case .html: ["html", "htm"]
    case .xlsx: ["xlsx"]
    case .sqlite: ["sqlite", "sqlite3", "db"]
    case .parquet: ["parquet"]
    case .package: []
    }
  }

  /// The formats of single files, which an ending names.
  public static let ofFiles = allCases.filter { !$0.endings.isEmpty }

  /// Whether it is text, which a file may hold packed as `.gz`.
  public var isText: Bool {
    switch self {
    case .table, .csv, .tsv, .json, .ndjson, .markdown, .html: true
    case .xlsx, .sqlite, .parquet, .package: false
    }
  }

  /// The formats that go through a pipe or a clipboard, as people read them there.
  public static let ofTexts = allCases.filter(\.isText)

  /// Whether it can be written without the names of the columns.
  package var canLackHeader: Bool { [.table, .csv, .tsv].contains(self) }
  /// Whether it is opened by spreadsheets that run texts as formulas.
  package var canQuoteFormulas: Bool { [.csv, .tsv].contains(self) }

  /// Whether it has room for where its rows come from, beside the rows.
  public var holdsProvenance: Bool {
    switch self {
    case .table, .csv, .tsv, .json, .ndjson, .markdown: false
    case .html, .xlsx, .sqlite, .parquet, .package: true
    }
  }

  /// Finds a format by its name; capitals do not matter.
  public init?(name: String) { self.init(rawValue: name.lowercased()) }

  /// Finds the format that the ending of a file name means, such as that of `week.csv`; the `.gz` of
  /// a packed text comes after it, and a slash at the end is that of a package.
  public init?(path: String) {
    if path.hasSuffix("/"), path.utf8.count > 1 {
      self = .package
      return
    }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isPacked = parts.count > 2 && parts.last?.lowercased() == "gz"
    if isPacked { parts.removeLast() }
    guard parts.count > 1, let ending = parts.last?.lowercased(),
      let format = Self.allCases.first(where: { $0.endings.contains(ending) }),
      format.isText || !isPacked
    else { return nil }
    self = format
  }
}
