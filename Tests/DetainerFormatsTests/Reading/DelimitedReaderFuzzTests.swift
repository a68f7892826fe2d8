import TestSupport
import Testing

@testable import DetainerFormats

/// The reader against a reader too simple to be wrong.
@Suite struct DelimitedReaderFuzzTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func agreesWithTheNaiveReader(_ seed: UInt64) {
    var random = SeededGenerator(seed)
    let alphabet = Array("aé\"\"\"\",,,\n\n\r\r   \0;\tlonger words without anything".utf8)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let expected = naive(bytes)
      bytes.withUnsafeBytes { raw in
        var reader = DelimitedReader(raw, delimiter: UInt8(ascii: ","))
        var record = DelimitedReader.Record()
        var found: [Row] = []
        while reader.next(into: &record) {
          let fields = (0..<record.count).map { reader.withField($0, of: &record) { Array($0) } }
          found.append(Row(line: record.line, fields: fields))
        }
        #expect(found == expected.rows, "\(bytes)")
        #expect(reader.quotes.openLine == expected.unterminated, "\(bytes)")
      }
    }
  }

  struct Row: Equatable {
    var line: Int
    var fields: [[UInt8]]
  }

  /// One byte after the other, copying everything.
  private func naive(_ bytes: [UInt8]) -> (rows: [Row], unterminated: Int?) {
    let (quote, comma, newline, back) = (UInt8(34), UInt8(44), UInt8(10), UInt8(13))
    let space = UInt8(32)
    var rows: [Row] = []
    var unterminated: Int?
    var index = 0
    var line = 1

    func breakLength(_ at: Int) -> Int {
      guard at < bytes.count else { return 0 }
      if bytes[at] == newline { return 1 }
      guard bytes[at] == back else { return 0 }
      return at + 1 < bytes.count && bytes[at + 1] == newline ? 2 : 1
    }
    func literal() -> [UInt8] {
      var field: [UInt8] = []
      while index < bytes.count, bytes[index] != comma, breakLength(index) == 0 {
        field.append(bytes[index])
        index += 1
      }
      return field
    }
    func field() -> [UInt8] {
      let (start, startLine) = (index, line)
      while index < bytes.count, bytes[index] == space { index += 1 }
      guard index < bytes.count, bytes[index] == quote else {
        index = start
        return literal()
      }
      var value: [UInt8] = []
      index += 1
      while index < bytes.count {
        if bytes[index] == quote {
          index += 1
          guard index < bytes.count, bytes[index] == quote else {
            let tail = literal()
            if tail.allSatisfy({ $0 == space }) { return value }
            if line == startLine { return value + tail }
            break
          }
          value.append(quote)
          index += 1
        } else {
          let length = max(1, breakLength(index))
          if breakLength(index) > 0 { line += 1 }
          value += bytes[index..<(index + length)]
          index += length
        }
      }
      unterminated = unterminated ?? startLine
      (index, line) = (start, startLine)
      return literal()
    }
    while index < bytes.count {
      if breakLength(index) > 0 {
        index += breakLength(index)
        line += 1
        continue
      }
      var row = Row(line: line, fields: [field()])
      while index < bytes.count, bytes[index] == comma {
        index += 1
        row.fields.append(field())
      }
      rows.append(row)
      if breakLength(index) > 0 {
        index += breakLength(index)
        line += 1
      }
    }
    return (rows, unterminated)
  }
}
