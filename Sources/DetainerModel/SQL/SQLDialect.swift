/// What differs between the SQL of engines.
public enum SQLDialect: String, CaseIterable, Hashable, Sendable {
  case duckdb, sqlite, trino, spark

  /// How an exported file of detainers is named in a question, unless the user says otherwise.
  public var table: String {
    switch self {
    case .duckdb: "'detainers.parquet'"
    case .sqlite, .trino, .spark: "detainers"
    }
  }

  /// The type of texts.
  private var text: String {
    switch self {
    case .sqlite: "TEXT"
    case .duckdb, .trino: "VARCHAR"
    case .spark: "STRING"
    }
  }

  /// A name of a column.
  func name(_ name: String) -> String { self == .spark ? "`\(name)`" : "\"\(name)\"" }

  /// A text as it is written in a question, which no NUL may cut short.
  func quoted(_ text: String) -> String {
    let parts = text.unicodeScalars.split(separator: "\0", omittingEmptySubsequences: false)
      .map { literal(String($0)) }
    guard parts.count > 1 else { return literal(text) }
    // Spark has a sign of its own for it.
    guard self != .spark else {
      return "'" + parts.map { $0.dropFirst().dropLast() }.joined(separator: "\\u0000") + "'"
    }
    let nul = self == .sqlite ? "char(0)" : "chr(0)"
    return "(" + parts.joined(separator: " || \(nul) || ") + ")"
  }

  /// A text without a NUL in quotes.
  private func literal(_ text: String) -> String {
    let doubled = text.map { $0 == "'" ? "''" : String($0) }.joined()
    // Spark takes backslashes for escapes and two quotes for two texts side by side.
    guard self == .spark else { return "'\(doubled)'" }
    return "'"
      + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }

  /// Texts one after the other.
  func joined(_ parts: [String]) -> String {
    self == .spark ? "concat(\(parts.joined(separator: ", ")))" : parts.joined(separator: " || ")
  }

  /// A date as `2017-01-28`, and what is missing as an empty text.
  func iso(_ date: String) -> String { "COALESCE(CAST(\(date) AS \(text)), '')" }

  /// The Saturday of the week that a text with a date lies in.
  func saturday(_ day: String) -> String {
    let saturday =
      switch self {
      case .duckdb:
        "CAST(CAST(\(day) AS DATE) - CAST((dayofweek(CAST(\(day) AS DATE)) + 1) % 7 AS INTEGER) AS VARCHAR)"
      case .sqlite:
        "date(\(day), '-' || ((CAST(strftime('%w', \(day)) AS INTEGER) + 1) % 7) || ' days')"
      case .trino:
        "CAST(date_add('day', -((day_of_week(CAST(\(day) AS DATE)) + 1) % 7), CAST(\(day) AS DATE)) AS VARCHAR)"
      case .spark:
        "CAST(date_sub(CAST(\(day) AS DATE), dayofweek(CAST(\(day) AS DATE)) % 7) AS STRING)"
      }
    return "CASE WHEN \(day) = '' THEN '' ELSE \(saturday) END"
  }

  /// The Friday of a week that is named by its Saturday.
  func friday(_ week: String) -> String {
    switch self {
    case .duckdb: "CAST(CAST(\(week) AS DATE) + 6 AS VARCHAR)"
    case .sqlite: "date(\(week), '+6 days')"
    case .trino: "CAST(date_add('day', 6, CAST(\(week) AS DATE)) AS VARCHAR)"
    case .spark: "CAST(date_add(CAST(\(week) AS DATE), 6) AS STRING)"
    }
  }

  /// The days from one text with a date to another.
  func days(from start: String, to end: String) -> String {
    switch self {
    case .duckdb, .trino: "date_diff('day', CAST(\(start) AS DATE), CAST(\(end) AS DATE))"
    case .sqlite: "CAST(julianday(\(end)) - julianday(\(start)) AS INTEGER)"
    case .spark: "datediff(CAST(\(end) AS DATE), CAST(\(start) AS DATE))"
    }
  }

  /// The first characters of a text, or some in it, counted from 1.
  func part(_ text: String, _ start: Int, _ length: Int) -> String {
    "substr(\(text), \(start), \(length))"
  }

  /// A number as text.
  func textOf(_ number: String) -> String { "CAST(\(number) AS \(text))" }

  /// A share of two sums, whole, because engines round halves each in their way; nothing of nothing.
  func share(_ part: String, of whole: String) -> String {
    "CASE WHEN \(whole) > 0 THEN CAST(\(part) AS \(self == .sqlite ? "REAL" : "DOUBLE")) / \(whole) END"
  }
}
