/// The name of a file of a release, taken apart at its fiscal years and part numbers.
///
/// ICE gives out a release in parts, `…_FY23_…` to `…_FY26_…`, `detainersfy9_raw` to
/// `detainersfy17_raw`, `part 1` or `1of3`.
struct ReleaseName {
  /// A fiscal year or part, or a range of them: `FY23`, `FY08-FY10`, `part2`.
  struct Token: Hashable {
    let isYear: Bool
    var first: Int
    var last: Int
    var firstText: String
    var lastText: String

    var text: String { firstText == lastText ? firstText : "\(firstText)-\(lastText)" }
  }

  /// What stands before, between and after the tokens, one piece more than there are tokens.
  private let pieces: [String]
  /// The fiscal years and parts, in order.
  let tokens: [Token]

  /// What names of one release have in common.
  var pattern: String {
    zip(pieces, tokens).map { $0.lowercased() + ($1.isYear ? "\u{0}year" : "\u{0}part") }.joined()
      + (pieces.last?.lowercased() ?? "")
  }

  init(_ name: String) {
    let scanner = TokenScanner(Array(name.utf8))
    var pieces: [String] = []
    var tokens: [Token] = []
    var (start, index) = (0, 0)
    while index < scanner.bytes.count {
      guard let (token, end) = scanner.token(at: index) else {
        index += 1
        continue
      }
      pieces.append(scanner.text(start..<index))
      tokens.append(token)
      (start, index) = (end, end)
    }
    self.pieces = pieces + [scanner.text(start..<index)]
    self.tokens = tokens
  }

  /// The name of a release that has these files: each token is the range of theirs, with `+` over
  /// a gap.
  static func common(_ names: [ReleaseName]) -> String {
    guard let first = names.first else { return "" }
    return first.tokens.indices.reduce(first.pieces[0]) { text, slot in
      text + range(of: names.map { $0.tokens[slot] }) + first.pieces[slot + 1]
    }
  }

  private static func range(of tokens: [Token]) -> String {
    var runs: [Token] = []
    for token in tokens.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      if let last = runs.last, token.first <= last.last + 1 {
        guard token.last > last.last else { continue }
        runs[runs.count - 1].last = token.last
        runs[runs.count - 1].lastText = token.lastText
      } else {
        runs.append(token)
      }
    }
    return runs.map(\.text).joined(separator: "+")
  }
}

/// Finds fiscal years and part numbers in the bytes of a name.
private struct TokenScanner {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func token(at start: Int) -> (token: ReleaseName.Token, end: Int)? {
    if let (year, end) = fiscalYear(at: start) {
      // `FY08-FY10` is one token.
      if byte(end) == UInt8(ascii: "-"), let (last, lastEnd) = fiscalYear(at: end + 1) {
        let token = ReleaseName.Token(
          isYear: true, first: year, last: last, firstText: text(start..<end),
          lastText: text((end + 1)..<lastEnd))
        return (token, lastEnd)
      }
      return (single(year, isYear: true, start..<end), end)
    }
    guard let (part, end) = part(at: start) else { return nil }
    return (single(part, isYear: false, start..<end), end)
  }

  private func single(_ number: Int, isYear: Bool, _ range: Range<Int>) -> ReleaseName.Token {
    let text = text(range)
    return ReleaseName.Token(
      isYear: isYear, first: number, last: number, firstText: text, lastText: text)
  }

  /// `FY23`, `fy9`, `FY_2015`, `FY15YTD`; letters may stand before it, as in `detainersfy9`.
  private func fiscalYear(at start: Int) -> (year: Int, end: Int)? {
    guard let afterWord = skip("fy", from: start),
      let (number, afterDigits) = number(at: afterSeparator(afterWord)),
      [1, 2, 4].contains(afterDigits - afterSeparator(afterWord))
    else { return nil }
    let end = skip("ytd", from: afterDigits) ?? afterDigits
    guard !isLetterOrDigit(end) else { return nil }
    let isShort = afterDigits - afterSeparator(afterWord) < 4
    return (isShort ? number + (number < 70 ? 2000 : 1900) : number, end)
  }

  /// `part1`, `part_b`, `2of3`, as words of their own.
  private func part(at start: Int) -> (part: Int, end: Int)? {
    guard start == 0 || !isLetterOrDigit(start - 1) else { return nil }
    if let afterWord = skip("part", from: start) {
      let from = afterSeparator(afterWord)
      if let (number, end) = number(at: from), !isLetterOrDigit(end) { return (number, end) }
      guard isLetterOrDigit(from), !isLetterOrDigit(from + 1) else { return nil }
      return (Int(bytes[from] | 0x20), from + 1)
    }
    guard let (part, afterPart) = number(at: start),
      let afterWord = skip("of", from: afterSeparator(afterPart)),
      let (_, end) = number(at: afterSeparator(afterWord)), !isLetterOrDigit(end)
    else { return nil }
    return (part, end)
  }

  // MARK: Bytes

  private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private func skip(_ word: String, from start: Int) -> Int? {
    var index = start
    for wanted in word.utf8 {
      guard let byte = byte(index), byte | 0x20 == wanted else { return nil }
      index += 1
    }
    return index
  }

  private func afterSeparator(_ index: Int) -> Int {
    byte(index).map { " _-".utf8.contains($0) } ?? false ? index + 1 : index
  }

  /// A number of one to four digits.
  private func number(at start: Int) -> (number: Int, end: Int)? {
    var (number, end) = (0, start)
    while let byte = byte(end), (0x30...0x39).contains(byte), end - start < 5 {
      number = number * 10 + Int(byte - 0x30)
      end += 1
    }
    return (1...4).contains(end - start) ? (number, end) : nil
  }

  private func isLetterOrDigit(_ index: Int) -> Bool {
    guard let byte = byte(index) else { return false }
    return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
