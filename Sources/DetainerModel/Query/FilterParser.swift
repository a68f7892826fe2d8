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
    if let field = try fieldName(from: start) {
      let values = try self.values(of: field, start: start)
      return FilterTerm(field, values, isNegated: isNegated, column: start + 1)
    }
    let word = try self.word(stopAtComma: false)
    return FilterTerm(nil, [.contains(word)], isNegated: isNegated, column: start + 1)
  }

  /// The field before a colon; nil when the token is a bare word.
  private mutating func fieldName(from start: Int) throws(FilterError) -> FilterField? {
    var end = position
    while end < characters.count, characters[end].isLetter || characters[end] == "_" { end += 1 }
    guard end > position, end < characters.count, characters[end] == ":" else { return nil }
    let name = String(characters[position..<end])
    guard let field = FilterField(name: name) else {
      let nearest = FilterField.nearest(to: name).map { "; did you mean “\($0.rawValue):”?" }
      throw FilterError(
        column: start + 1, token: name + ":",
        message:
          "there is no field of that name\(nearest ?? ". Put quotes around it to find it as text.")"
      )
    }
    position = end + 1
    return field
  }

  private mutating func values(
    of field: FilterField, start: Int
  ) throws(FilterError) -> [FilterTerm.Value] {
    var values: [FilterTerm.Value] = []
    var exact = false
    while true {
      if current == "=", field.kind == .text, !exact {
        exact = true
        position += 1
      }
      let valueStart = position
      if current == "/", field.kind == .text, !exact {
        values.append(.matches(try regularExpression()))
      } else {
        let quoted = current == "\""
        let text = try word(stopAtComma: true)
        if text.isEmpty, !quoted {
          throw error(
            start,
            "a value is missing after “\(field.rawValue):”; write none for what is not known.")
        }
        values.append(
          try value(text, of: field, exact: exact, quoted: quoted, start: valueStart))
      }
      guard current == "," else { return values }
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
      guard let span = Self.span(text, of: field) else {
        throw error(
          start,
          "this is not a date. Write 2017, 2017-01, 2017-Q1, FY2017, 2017-01-28, a range as 2017-01..2017-03 or >=2017-02-01."
        )
      }
      return .span(span, text)
    case .number:
      guard let range = Self.numbers(text) else {
        throw error(start, "this is not a number. Write 30, >30, >=30, <30, <=30 or 10..30.")
      }
      return .numbers(range, text)
    }
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
    if let reason = TextMatch.problem(inPattern: pattern) { throw error(start, reason) }
    return pattern
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

  private func error(_ start: Int, _ message: String) -> FilterError {
    var end = start
    while end < characters.count, !characters[end].isWhitespace { end += 1 }
    return FilterError(
      column: start + 1, token: String(characters[start..<end]), message: message)
  }

  // MARK: Ranges

  private static func span(_ text: String, of field: FilterField) -> ClosedRange<Day>? {
    let read: (Substring) -> ClosedRange<Day>? = { part in
      // A fiscal year may be typed without its letters, and a day named to `week:` means its whole
      // week.
      if field == .fiscalYear, part.utf8.count == 4, Int(part) != nil {
        return ClosedRange(naming: "FY" + part)
      }
      guard let span = ClosedRange<Day>(naming: part) else { return nil }
      if field == .week {
        // A longer span names the weeks that begin in it; one day names the week that contains it.
        return span.lowerBound == span.upperBound
          ? Week(containing: span.lowerBound).start...Week(containing: span.lowerBound).start
          : span
      }
      return span
    }
    guard let (operation, operands) = comparison(text) else { return nil }
    switch operation {
    case .range:
      let low = operands[0].isEmpty ? Day.first...Day.first : read(operands[0])
      let high = operands[1].isEmpty ? Day.last...Day.last : read(operands[1])
      guard let low, let high, low.lowerBound <= high.upperBound else { return nil }
      return low.lowerBound...high.upperBound
    case .equal: return read(operands[0])
    case .atLeast: return read(operands[0]).map { $0.lowerBound...Day.last }
    case .atMost: return read(operands[0]).map { Day.first...$0.upperBound }
    case .above:
      return read(operands[0]).flatMap {
        $0.upperBound < .last ? $0.upperBound.adding(1)...Day.last : nil
      }
    case .below:
      return read(operands[0]).flatMap {
        $0.lowerBound > .first ? Day.first...$0.lowerBound.adding(-1) : nil
      }
    }
  }

  private static func numbers(_ text: String) -> ClosedRange<Int>? {
    guard let (operation, operands) = comparison(text) else { return nil }
    let limit = Int(Int32.max)
    if operation == .range {
      let low = operands[0].isEmpty ? -limit : Int(operands[0])
      let high = operands[1].isEmpty ? limit : Int(operands[1])
      guard let low, let high, low <= high else { return nil }
      return low...high
    }
    guard let number = Int(operands[0]), abs(number) < limit else { return nil }
    return switch operation {
    case .equal, .range: number...number
    case .atLeast: number...limit
    case .atMost: -limit...number
    case .above: (number + 1)...limit
    case .below: -limit...(number - 1)
    }
  }

  private enum Comparison { case equal, atLeast, atMost, above, below, range }

  private static func comparison(_ text: String) -> (Comparison, [Substring])? {
    let prefixes: [(String, Comparison)] = [
      (">=", .atLeast), ("<=", .atMost), (">", .above), ("<", .below), ("=", .equal),
    ]
    for (prefix, operation) in prefixes where text.hasPrefix(prefix) {
      let operand = text.dropFirst(prefix.count)
      return operand.isEmpty ? nil : (operation, [operand])
    }
    let characters = Array(text)
    for index in characters.indices.dropLast()
    where characters[index] == "." && characters[index + 1] == "." {
      let low = text.prefix(index)
      let high = text.dropFirst(index + 2)
      return low.isEmpty && high.isEmpty ? nil : (.range, [low, high])
    }
    return text.isEmpty ? nil : (.equal, [text[...]])
  }
}
