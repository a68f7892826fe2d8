/// Splits delimited text into records, one pass over the bytes and nothing allocated per record.
///
/// Follows RFC 4180 and takes what is seen in the wild: any delimiter, LF, CRLF or CR line ends,
/// ragged rows, blank lines (skipped), blanks around quotes, text after a closing quote, and quotes
/// inside an unquoted field (kept as they are). An opening quote that is never closed is taken literally, so that it
/// costs one odd field and not the rest of the file; `quotes` tells of it.
struct DelimitedReader {
  /// The byte between two fields.
  let delimiter: UInt8
  /// What is odd about the quotes that the reader has come past.
  private(set) var quotes = OddQuotes()
  /// The record with which the reading ended, because it has more than is read.
  private(set) var excess: RecordExcess?
  /// The offset of the next byte to read.
  private(set) var position: Int
  /// The physical line `position` is on, counted from 1.
  private(set) var line: Int

  let bytes: UnsafeRawBufferPointer
  private let delimiters: UInt64
  private let limits: ReadingLimits
  /// Where the record ends at the latest.
  private var reach = 0

  /// Starts reading; without a delimiter the text decides.
  ///
  /// To read again from a known record, give its `byteOffset` and `line`.
  /// - Parameter bytes: UTF-8 text that outlives the reader; a byte order mark is skipped.
  init(
    _ bytes: UnsafeRawBufferPointer, delimiter: UInt8? = nil, from offset: Int = 0, line: Int = 1,
    limits: ReadingLimits = .standard
  ) {
    self.bytes = bytes
    self.delimiter = delimiter ?? sniffDelimiter(bytes)
    self.line = line
    position = offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : min(offset, bytes.count)
    delimiters = repeated(self.delimiter)
    self.limits = limits
  }

  /// Reads one record into `record`; false at the end, and before a record with more than is read;
  /// `record` is empty then.
  mutating func next(into record: inout Record) -> Bool {
    while position < bytes.count, isLineEnd(bytes[position]) { endLine() }
    record.restart(line: line, byteOffset: position)
    guard position < bytes.count else { return false }
    reach = min(bytes.count, position &+ limits.bytesOfRecord &+ 1)
    while true {
      let start = position
      if position < reach, bytes[position] == Byte.space { skipBlanksBeforeQuote() }
      if position < reach, bytes[position] == Byte.quote {
        readQuoted(from: start, into: &record)
      } else {
        let end = firstBreak(from: position)
        record.append(from: position, to: end, [])
        position = end
      }
      if record.count > limits.cellsOfRecord {
        return refuse(&record, .cells(limits.cellsOfRecord))
      }
      guard position < reach else {
        let isWhole = position &- record.byteOffset <= limits.bytesOfRecord
        return isWhole || refuse(&record, .bytes(limits.bytesOfRecord))
      }
      guard bytes[position] == delimiter else {
        endLine()
        return true
      }
      position &+= 1
    }
  }

  /// Ends the reading before a record.
  private mutating func refuse(_ record: inout Record, _ kind: RecordExcess.Kind) -> Bool {
    excess = RecordExcess(kind: kind, line: record.line)
    position = bytes.count
    record.restart(line: record.line, byteOffset: record.byteOffset)
    return false
  }

  /// Steps over a line end, which is LF, CR or both.
  private mutating func endLine() {
    let wasReturn = bytes[position] == Byte.return
    position &+= 1
    line &+= 1
    if wasReturn, position < bytes.count, bytes[position] == Byte.newline { position &+= 1 }
  }

  /// Goes to the quote behind some blanks; stays where it is if there is none.
  private mutating func skipBlanksBeforeQuote() {
    guard let next = bytes[position..<reach].firstIndex(where: { $0 != Byte.space }),
      bytes[next] == Byte.quote
    else { return }
    position = next
  }

  /// Reads a field with its opening quote at `position`, and leaves `position` at its end.
  private mutating func readQuoted(from start: Int, into record: inout Record) {
    let opening = position
    let openingLine = line
    var flags = Record.Flags.quoted
    position = opening &+ 1
    while true {
      position = first(repeated(Byte.quote), from: position)
      guard position < reach else {
        quotes.isMissed = true
        return takeLiterally(start, openingLine, into: &record)
      }
      guard bytes[position] == Byte.quote else {
        endLine()
        continue
      }
      let next = position &+ 1
      guard next < reach, bytes[next] == Byte.quote else { break }
      flags.insert(.escaped)
      position = next &+ 1
    }
    let closing = position
    position = firstBreak(from: closing &+ 1)
    if bytes[(closing &+ 1)..<position].allSatisfy({ $0 == Byte.space }) {
      if line &- openingLine > OddQuotes.fewLines {
        quotes.noteLong(bytes[opening..<closing], delimiter, line: openingLine)
      }
      record.append(from: opening &+ 1, to: closing, flags)
    } else if line != openingLine {
      // Lines apart from it and with text behind, this is the opening quote of another field.
      takeLiterally(start, openingLine, into: &record)
    } else {
      // Text after the closing quote still belongs to the field: "Travis" County.
      if quotes.textBehind.count == 0 { quotes.textBehind.line = line }
      quotes.textBehind.count &+= 1
      record.append(from: opening &+ 1, to: position, [.quoted, .escaped])
    }
  }

  /// Goes back to the start of a field whose quote nothing closes, and reads it as an unquoted one.
  private mutating func takeLiterally(
    _ start: Int, _ openingLine: Int, into record: inout Record
  ) {
    quotes.openLine = quotes.openLine ?? openingLine
    line = openingLine
    position = firstBreak(from: start)
    record.append(from: start, to: position, [])
  }

  @inline(__always)
  private func firstBreak(from start: Int) -> Int { first(delimiters, from: start) }

  /// The first of a wanted byte, LF or CR at or after `start`, else the end or reach. Eight bytes a step.
  @inline(__always)
  private func first(_ wanted: UInt64, from start: Int) -> Int {
    var index = start
    let end = reach
    while index &+ 8 <= end {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found =
        zeroBytes(word ^ wanted) | zeroBytes(word ^ repeated(Byte.newline))
        | zeroBytes(word ^ repeated(Byte.return))
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    let single = UInt8(truncatingIfNeeded: wanted)
    while index < end {
      let byte = bytes[index]
      if byte == single || isLineEnd(byte) { break }
      index &+= 1
    }
    return index
  }
}

/// The bytes that structure delimited text.
enum Byte {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let `return`: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B
  static let pipe: UInt8 = 0x7C
}

@inline(__always)
private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.newline || byte == Byte.return }

@inline(__always)
private func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// Sets the high bit of every zero byte. Bits above the lowest one set may be wrong.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}
