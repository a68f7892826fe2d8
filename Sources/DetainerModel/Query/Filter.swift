import Text

/// A filter as it was typed: terms that must all hold.
public struct Filter: Hashable, Sendable {
  /// The terms, in the order typed.
  public var terms: [FilterTerm]

  /// The filter that every row passes.
  public static let all = Filter(terms: [])

  /// Gathers terms.
  public init(terms: [FilterTerm]) { self.terms = terms }

  /// The filter in the filter language; reading it again gives the same filter.
  public var text: String { terms.map(\.text).joined(separator: " ") }

  /// This filter with the terms of another one added.
  public func and(_ other: Filter) -> Filter { Filter(terms: terms + other.terms) }

  /// This filter with the terms of another one added, less those of its own that say nothing more
  /// beside them: the same once more, and a span of weeks around the one that is chosen.
  func narrowed(by other: Filter) -> Filter {
    let weeks = other.terms.compactMap(\.onlyWeek)
    let needed = terms.filter { term in
      !other.terms.contains(term)
        && !(term.field == .week && weeks.contains { term.names($0) != term.isNegated })
    }
    return Filter(terms: needed + other.terms)
  }
}

/// One term of a filter: values of a field, any of which may hold.
public struct FilterTerm: Hashable, Sendable {
  /// A value to look for.
  public enum Value: Hashable, Sendable {
    /// Part of a text, in either case; for a few fields a whole value where there is one.
    case contains(String)
    /// The whole text.
    case equals(String)
    /// A regular expression, in either case.
    case matches(String)
    /// Nothing is known.
    case none
    /// Days from one to another; the text is what was typed.
    case span(ClosedRange<Day>, String)
    /// The reports of just one period, longer than a week.
    case period(Period)
    /// Numbers from one to another; the text is what was typed.
    case numbers(ClosedRange<Int>, String)
  }

  /// The field; nil for bare words, which look in every text column.
  public let field: FilterField?
  /// The values, any of which may hold.
  public let values: [Value]
  /// Whether rows that hold are left out.
  public let isNegated: Bool
  /// Where the term began in what was typed, from 1.
  public let column: Int
  /// Where each value began.
  private let valueColumns: [Int]

  /// Makes a term.
  public init(
    _ field: FilterField?, _ values: [Value], isNegated: Bool = false, column: Int = 1,
    valueColumns: [Int] = []
  ) {
    self.field = field
    self.values = values
    self.isNegated = isNegated
    self.column = column
    self.valueColumns = valueColumns
  }

  /// Where a value began in what was typed, for errors that name it.
  public func column(ofValue index: Int) -> Int {
    index < valueColumns.count ? valueColumns[index] : column
  }

  /// The term in the filter language.
  public var text: String {
    let sign = isNegated ? "-" : ""
    guard let field else { return sign + values.map { Self.text(of: $0, bare: true) }.joined() }
    // One “=” makes all values that follow it exact.
    var isExact = false
    let texts = values.map { value -> String in
      guard case .equals(let text) = value else { return Self.text(of: value, bare: false) }
      defer { isExact = true }
      return (isExact ? "" : "=") + Self.quoted(text)
    }
    return sign + field.opening + texts.joined(separator: ",")
  }

  private static func text(of value: Value, bare: Bool) -> String {
    switch value {
    case .contains(let text): quoted(text, bare: bare)
    case .equals(let text): "=" + quoted(text)
    case .matches(let pattern): "/\(escaped(pattern))/"
    case .none: "none"
    case .period(let period): period.typed
    case .span(_, let text), .numbers(_, let text): text
    }
  }

  /// A pattern with a backslash before each slash that has none.
  private static func escaped(_ pattern: String) -> String {
    var result = ""
    var isEscaped = false
    for character in pattern {
      if character == "/", !isEscaped { result.append("\\") }
      result.append(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }

  /// Quotes a text where the filter language would read something else in it.
  public static func quoted(_ text: String, bare: Bool = false) -> String {
    quoted(text, bare: bare, asColumn: false)
  }

  /// Quotes a text, or the name of a column, which ends at a “=”.
  static func quoted(_ text: String, bare: Bool = false, asColumn: Bool) -> String {
    let special = text.contains { $0 == "," || $0 == "\"" || $0.isWhitespace }
    let misread =
      text.isEmpty || text == "none" || text.hasPrefix("/") || text.hasPrefix("=")
      || bare
        && (text.hasPrefix("-") || text.hasPrefix("(") || text.contains(":")
          || text.lowercased() == "or")
      || asColumn && text.contains("=")
    guard special || misread else { return text }
    return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// Whether two terms say the same, wherever they were typed.
  public static func == (a: FilterTerm, b: FilterTerm) -> Bool {
    a.field == b.field && a.values == b.values && a.isNegated == b.isNegated
  }

  /// Hashes what the term says, not where it was typed.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(field)
    hasher.combine(values)
    hasher.combine(isNegated)
  }
}

/// A filter that cannot be read: where, what, and what may have been meant.
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The column of the token, from 1.
  public let column: Int
  /// The token that cannot be read.
  public let token: String
  /// The sentence, without the place.
  public let message: String

  /// Describes what cannot be read.
  public init(column: Int, token: String, message: String) {
    self.column = column
    self.token = token
    self.message = message
  }

  /// The whole sentence.
  public var description: String { "Filter, column \(column), “\(excerpt(token))”: \(message)" }
}
