import CPattern

/// A regular expression of a user, in which capitals do not count.
///
/// Matching takes time in proportion to the text whatever the pattern is, `(a+)+b` as well, and the
/// stack does not grow with it, so that an answer that is no longer wanted can be given up between
/// two texts.
///
/// ```swift
/// let pattern = try Pattern("^assault|battery$")
/// pattern.matches("Assault, simple")  // true
/// ```
package struct Pattern: ~Copyable {
  private let opened: OpaquePointer

  /// Reads a pattern; throws a sentence that says why it cannot be read.
  package init(_ text: String) throws(PatternError) {
    var text = text
    var error = pattern_error()
    let opened = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        bytes.baseAddress.flatMap { pattern_open($0, bytes.count, &error) }
          ?? (bytes.isEmpty ? pattern_open("", 0, &error) : nil)
      }
    }
    guard let opened else { throw PatternError(error, in: text) }
    self.opened = opened
  }

  deinit { pattern_close(opened) }

  /// Whether something in a text matches; nil where memory ran out.
  package func matches(_ text: String) -> Bool? {
    var text = text
    return text.withUTF8 { matches(UnsafeRawBufferPointer($0)) }
  }

  /// Whether something in the bytes of a text matches, which need not be UTF-8; nil where memory ran
  /// out.
  package func matches(_ bytes: UnsafeRawBufferPointer) -> Bool? {
    let answer = bytes.withMemoryRebound(to: CChar.self) {
      pattern_matches(opened, $0.baseAddress, $0.count)
    }
    return answer < 0 ? nil : answer > 0
  }
}

extension Pattern {
  /// What a pattern may hold, for help; the whole is the syntax of RE2.
  package static let syntax: [(form: String, meaning: String)] = [
    ("abc", "the letters, in either case"),
    (".", "any character"),
    ("[abc] [a-z] [^a-z]", "one of a set, or one that is not in it"),
    (#"\d \w \s"#, "a digit, a letter or digit or _, a blank; of ASCII"),
    (#"\D \W \S"#, "anything else"),
    (#"\pL \p{Greek}"#, "a letter, or a letter of one script"),
    ("^ $", "the beginning, the end"),
    (#"\b \B"#, "the edge of a word, or anywhere else"),
    ("a|b", "one or the other"),
    ("(ab)", "a group"),
    ("a? a* a+", "at most once, any number of times, at least once"),
    ("a{3} a{2,} a{2,5}", "as many times, up to 1,000"),
    (#"\. \/ \("#, "the character itself"),
  ]
}

/// Why a pattern cannot be read.
package struct PatternError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, as the part of a sentence after a colon.
  package let reason: String
  /// Where in the pattern it is, counted from 1 in characters; nil where that is not known.
  package let column: Int?

  /// The reason and the column, as one sentence.
  package var description: String {
    column.map { "\(reason) (column \($0) of the pattern)." } ?? reason + "."
  }

  fileprivate init(_ error: pattern_error, in pattern: String) {
    let bytes = pattern.utf8.dropFirst(Int(error.start))
    let part = String(decoding: bytes.prefix(Int(error.length)), as: UTF8.self)
    reason = Self.reason(error.problem, "“\(TextWidth.clip(part, to: 30))”")
    // What is wrong with all of it is wrong nowhere in particular.
    let isPlace = error.is_unique != 0 && !part.isEmpty && part != pattern
    column = isPlace ? pattern.unicodeScalars[..<bytes.startIndex].count + 1 : nil
  }

  private static func reason(_ problem: pattern_problem, _ part: String) -> String {
    switch problem {
    case PATTERN_NO_MEMORY: "there is not enough memory for it"
    case PATTERN_BAD_ESCAPE: "\(part) has no meaning here; only punctuation needs a backslash"
    case PATTERN_BAD_SET: "\(part) is not a set of characters"
    case PATTERN_BAD_RANGE: "the range \(part) ends before it begins"
    case PATTERN_MISSING_BRACKET: "the closing “]” of \(part) is missing"
    case PATTERN_MISSING_PARENTHESIS: "a closing “)” is missing"
    case PATTERN_UNEXPECTED_PARENTHESIS: "a “)” closes nothing"
    case PATTERN_TRAILING_BACKSLASH: "nothing follows the last backslash"
    case PATTERN_NOTHING_TO_REPEAT: "there is nothing that \(part) could repeat"
    case PATTERN_TOO_MANY_TIMES: "\(part) ends before it begins, or repeats more than 1,000 times"
    case PATTERN_REPEATED_SIGN: "\(part) repeats a repetition; put the first into parentheses"
    case PATTERN_BAD_GROUP: "\(part) is not a kind of group that is known"
    case PATTERN_BAD_NAME: "\(part) does not name a group"
    case PATTERN_TOO_LARGE: "it is too large; make it shorter or its repetitions smaller"
    default: "it is not known why"
    }
  }
}
