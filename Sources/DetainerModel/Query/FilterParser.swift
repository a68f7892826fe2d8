import Text

/// Reads the filter language: words are AND, commas are OR, `-` negates, `field:value` looks in one
/// field.
public struct FilterParser {
  private let characters: [Character]
  private var position = 0

  /// Reads a filter; throws the place and the reason where it cannot be read.
  public static func parse(_ text: String) throws(FilterError) -> Filter {
    var parser = FilterParser(characters: Array(text))
    var terms: [FilterTerm] = []
    while let term = try parser.nextTerm() { terms.append(term) }
    return Filter(terms: terms)
  }

  private init(characters: [Character]) { self.characters = characters }

  private var current: Character? { position < characters.count ? characters[position] : nil }

  private mutating func nextTerm() throws(FilterError) -> FilterTerm? {
    while let character = current, character.isWhitespace { position += 1 }
    guard current != nil else { return nil }
    let start = position
    let isNegated = current == "-"
    if isNegated { position += 1 }
    guard let first = current, !first.isWhitespace else {
      throw error(start, "a “-” negates the term that follows it without a space.")
    }
    if let field = try fieldName() {
      let (values, columns) = try self.values(of: field, start: start)
      return FilterTerm(
        field, values, isNegated: isNegated, column: start + 1, valueColumns: columns)
    }
    let wordStart = position
    let word = try self.word(stopAtComma: false)
    try checkEnd(of: wordStart, allowsComma: false)
    try checkBareWord(word, at: wordStart, of: start)
    return FilterTerm(
      nil, [.contains(word)], isNegated: isNegated, column: start + 1,
      valueColumns: [wordStart + 1])
  }

  /// Throws where a bare word is meant as grammar that there is not: “or”, brackets, or the comma
  /// between a county and its state.
  private func checkBareWord(_ word: String, at wordStart: Int, of start: Int) throws(FilterError) {
    guard characters[wordStart] != "\"" else { return }
    let form = "state:tx,ca"
    if word.hasPrefix("(") {
      throw error(
        start,
        "there are no brackets. Quotes around it find it as text; all terms must hold, and commas in a "
          + "field mean “or”: write \(form).")
    }
    if word.hasSuffix(","), word.count > 1 {
      throw error(
        start,
        "a comma means “or” only in a field, as in \(form). A county and its state are two terms, "
          + "as county:clark state:nv.")
    }
    let isBetween =
      !characters[..<start].allSatisfy(\.isWhitespace)
      && !characters[position...].allSatisfy(\.isWhitespace)
    if start == wordStart, word.lowercased() == "or", isBetween {
      throw error(
        start,
        "“or” is a comma, in one field. Quotes around it find it as text; for either write \(form)."
      )
    }
  }

  /// The field before a colon; nil when the token is a bare word.
  private mutating func fieldName() throws(FilterError) -> FilterField? {
    let start = position
    var end = start
    while end < characters.count, Self.isOfName(characters[end], first: end == start) { end += 1 }
    guard end > start, end < characters.count, characters[end] == ":" else { return nil }
    let name = String(characters[start..<end])
    if name.lowercased() == FilterField.other {
      position = end + 1
      return FilterField(otherColumn: try columnName(start))
    }
    guard let field = FilterField(named: name) else {
      let nearest = FilterField.nearest(to: name).map { "; did you mean “\($0):”?" }
      throw FilterError(
        column: start + 1, token: name + ":",
        message:
          "there is no field of that name\(nearest ?? ". Put quotes around it to find it as text.")"
      )
    }
    position = end + 1
    return field
  }

  /// The name of a column before its “=”.
  private mutating func columnName(_ start: Int) throws(FilterError) -> String {
    var name = ""
    if current == "\"" {
      name = try word(stopAtComma: false)
    } else {
      while let character = current, !character.isWhitespace, character != "=" {
        name.append(character)
        position += 1
      }
    }
    guard !name.isEmpty, current == "=" else {
      throw error(
        start,
        "the column and its value are missing: write \(FilterField.other):\"column name\"=value, or =none for what is empty."
      )
    }
    position += 1
    return name
  }

  private static func isOfName(_ character: Character, first: Bool) -> Bool {
    character.isLetter || character == "_" || character == "-" && !first
  }

  private mutating func values(
    of field: FilterField, start: Int
  ) throws(FilterError) -> (values: [FilterTerm.Value], columns: [Int]) {
    var values: [FilterTerm.Value] = []
    var columns: [Int] = []
    var exact = false
    while true {
      if current == "=", field.kind == .text, !exact {
        exact = true
        position += 1
      }
      let valueStart = position
      columns.append(valueStart + 1)
      if current == "/", field.kind == .text, !exact {
        values.append(.matches(try regularExpression()))
      } else {
        let quoted = current == "\""
        let text = try word(stopAtComma: true)
        if text.isEmpty, !quoted {
          throw error(
            start,
            "a value is missing after “\(field.opening)”; write none for what is not known.")
        }
        values.append(
          try value(text, of: field, exact: exact, quoted: quoted, start: valueStart))
      }
      try checkEnd(of: valueStart, allowsComma: true)
      guard current == "," else { return (values, columns) }
      position += 1
    }
  }

  private func value(
    _ text: String, of field: FilterField, exact: Bool, quoted: Bool, start: Int
  ) throws(FilterError) -> FilterTerm.Value {
    if text == "none", !quoted, !exact { return .none }
    switch field.kind {
    case .text:
      return exact ? .equals(text) : .contains(text)
    case .span, .day:
      if field == .week, let period = Self.longerPeriod(text) { return .period(period) }
      guard let span = Self.span(text, of: field) else {
        if Self.isReversed(text, { Self.span($0, of: field) != nil }) { throw reversed(start) }
        throw error(
          start, to: position,
          "this is not a date. Write 2017, 2017-01, 2017-Q1, FY2017, 2017-01-28, a range as 2017-01..2017-03 or >=2017-02-01."
        )
      }
      return .span(span, text)
    case .number:
      guard let range = Self.numbers(text) else {
        if Self.isReversed(text, { Self.numbers($0) != nil }) { throw reversed(start) }
        if Self.isBeyondAllNumbers(text) {
          throw error(
            start, to: position,
            "nothing is counted as far as that; a number is at most \(grouped(CountBound.filter.upperBound))."
          )
        }
        throw error(
          start, to: position, "this is not a number. Write 30, >30, >=30, <30, <=30 or 10..30.")
      }
      return .numbers(range, text)
    }
  }

  private func reversed(_ start: Int) -> FilterError {
    error(start, to: position, "the range ends before it begins.")
  }

  private mutating func regularExpression() throws(FilterError) -> String {
    let start = position
    position += 1
    var pattern = ""
    while let character = current, character != "/" {
      // A backslash belongs to the character after it, and before a slash it only keeps the pattern
      // open.
      if character == "\\", position + 1 < characters.count {
        position += 1
        if characters[position] != "/" { pattern.append(character) }
      }
      pattern.append(characters[position])
      position += 1
    }
    guard current == "/" else { throw error(start, "the closing “/” of the pattern is missing.") }
    position += 1
    guard !pattern.isEmpty else {
      throw error(start, to: position, "the pattern between the slashes is empty.")
    }
    do throws(PatternError) {
      _ = try Pattern(pattern)
      return pattern
    } catch {
      throw self.error(
        start, to: position, "this regular expression cannot be read: \(error.description)")
    }
  }

  /// A word, or words between quotes; inside them a doubled quote is a quote.
  private mutating func word(stopAtComma: Bool) throws(FilterError) -> String {
    var word = ""
    let start = position
    if current == "\"" {
      position += 1
      while true {
        guard let character = current else {
          throw error(start, "the closing quote is missing.")
        }
        position += 1
        if character == "\"" {
          guard current == "\"" else { return word }
          position += 1
        }
        word.append(character)
      }
    }
    while let character = current, !character.isWhitespace, !(stopAtComma && character == ",") {
      word.append(character)
      position += 1
    }
    return word
  }

  /// Throws where text follows a closing quote or slash at once: it would be another term, which
  /// nobody means.
  private func checkEnd(of start: Int, allowsComma: Bool) throws(FilterError) {
    guard let next = current, !next.isWhitespace, !(allowsComma && next == ",") else { return }
    throw error(
      start,
      "a space is missing after the closing “\(characters[position - 1])”."
        + (next == "," ? " A comma means “or” only after a field, as in state:tx,ca." : ""))
  }

  /// An error of the token that begins at `start` and ends at `end`, else at the next space.
  private func error(_ start: Int, to end: Int? = nil, _ message: String) -> FilterError {
    let rest = characters[start...]
    let token = end.map { characters[start..<$0] } ?? rest.prefix { !$0.isWhitespace }
    return FilterError(column: start + 1, token: String(token), message: message)
  }
}
