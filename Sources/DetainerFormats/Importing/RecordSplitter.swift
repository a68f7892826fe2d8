import CScan
import DetainerModel

/// Splits delimited text into records, thousands at a step, and keeps only the cells of the columns
/// that are wanted, column by column.
///
/// Finds the same records and cells as ``DelimitedReader``, which reads every record with a quote
/// in it and those that are longer than a step.
struct RecordSplitter: Sendable {
  /// How many bytes are looked at in one step.
  private static let window = 256 << 10
  /// How many in the first: the first screen waits for them, and shows a few rows.
  private static let firstWindow = 64 << 10
  /// How far behind the end of a part its last record is looked for before it is read by itself.
  private static let margin = 16 << 10

  /// How many records at most are split in one step.
  let capacity: Int
  /// How many records the last step has.
  private(set) var count = 0
  /// Where the records are.
  private(set) var records: [SplitRecord]
  /// The wanted cells: those of the first wanted column, then those of the second. Cells that a
  /// record does not have are empty.
  private(set) var cells: [CellRange]
  /// The values of cells whose bytes differ from them because of quotes inside; among the cells
  /// they are empty.
  private(set) var escaped: [(column: Int, record: Int, value: [UInt8])] = []
  /// What is odd about the quotes so far.
  var quotes = OddQuotes()
  /// The record with which the reading ended, because it has more than is read.
  private(set) var excess: RecordExcess?
  /// Where the next record begins.
  private(set) var position: Int
  private(set) var line: Int
  /// The parts of the text.
  let parts: TextParts

  private let delimiter: UInt8
  private let wanted: [Int]
  /// Whether all cells of each wanted column are asked for.
  let isAskedFor: [Bool]
  private var breaks: [UInt32] = []
  private var record = DelimitedReader.Record()

  /// Starts at the beginning of a record. No step goes beyond the part of the text in which it
  /// begins, so that the steps are the same ones whoever splits which part.
  /// - Parameters:
  ///   - size: the bytes of the text; a short one needs little room.
  ///   - wanted: the wanted columns, in ascending order.
  ///   - part: the size of the parts, in bytes.
  init(
    _ delimiter: UInt8, from start: RecordStart, size: Int, wanted: [WantedColumn],
    part: Int = TextParts.usualSize
  ) {
    self.delimiter = delimiter
    parts = TextParts(from: start.offset, size: part)
    // Records are seldom shorter than this; if they are, there are more steps.
    capacity = min(4096, max(64, (size - start.offset) / 64))
    records = Array(repeating: SplitRecord(line: 0, offset: 0, width: 0), count: capacity)
    position = start.offset
    line = start.line
    self.wanted = wanted.map(\.index)
    isAskedFor = wanted.map(\.isAskedFor)
    cells = Array(repeating: (start: 0, length: 0), count: wanted.count * capacity)
  }

  /// Splits the next records; false at the end, where there are none.
  /// - Parameter end: where the part ends in which they are to begin; nil for the parts as they come.
  mutating func step(_ text: UnsafeRawBufferPointer, before end: Int? = nil) -> Bool {
    count = 0
    escaped.removeAll(keepingCapacity: true)
    while count == 0, position < min(end ?? .max, text.count) {
      splitPart(text, to: end ?? parts.end(around: position))
    }
    return count > 0
  }

  /// Goes to a record that begins elsewhere.
  mutating func go(to offset: Int) {
    (position, line, count, excess) = (offset, 1, 0, nil)
  }

  /// Takes over what another splitter made of the next records, whose lines it counts from 1 on.
  mutating func adopt(_ step: EncodedStep, behind lines: Int) {
    count = step.records.count
    for (place, record) in step.records.enumerated() {
      records[place] = SplitRecord(
        line: record.line + lines, offset: record.offset, width: record.width)
    }
    escaped.removeAll(keepingCapacity: true)
    quotes.add(step.quotes, behind: lines)
    (position, line) = (step.position, step.line + lines)
  }

  /// Goes to the end of a part that another splitter has split.
  mutating func leave(_ part: EncodedPart, behind lines: Int) {
    (position, line) = (part.position, part.line + lines)
  }

  private mutating func splitPart(_ text: UnsafeRawBufferPointer, to end: Int) {
    let before = position
    splitWindow(text, to: end)
    // Nothing whole in the window: a record longer than it, or the last one without a line end.
    if count == 0, position == before { readSlowly(text) }
  }

  /// Splits the records that begin before the end of a part and end in the next window.
  private mutating func splitWindow(_ text: UnsafeRawBufferPointer, to end: Int) {
    guard let base = text.baseAddress else { return }
    let window = min(
      position == parts.start ? Self.firstWindow : Self.window, text.count - position,
      end - position + Self.margin)
    // No window is sure to be the largest: the scan writes as many as there are bytes.
    if breaks.count < window + 8 { breaks = Array(repeating: 0, count: window + 8) }
    let start = base + position
    let found = breaks.withUnsafeMutableBufferPointer { breaks in
      breaks.baseAddress.map {
        scan_breaks(start.assumingMemoryBound(to: UInt8.self), window, delimiter, $0)
      } ?? 0
    }
    let origin = position
    var next = 0
    while next < found, count < capacity, position < end {
      switch splitRecords(start, origin, text.count, before: end, from: &next, of: found) {
      case .full, .cut: return
      case .quoted:
        readSlowly(text)
        while next < found, Int(breaks[next]) < position - origin { next += 1 }
        // Beyond the window the breaks are not known.
        if position - origin >= window { return }
      }
    }
  }

  /// Why no further record was split.
  private enum Stop {
    /// There is room for no more records, or the part ends.
    case full
    /// The next record does not end in the window.
    case cut
    /// There is a quote in the next record.
    case quoted
  }

  /// Splits records without quotes, from one break on.
  private mutating func splitRecords(
    _ start: UnsafeRawPointer, _ origin: Int, _ size: Int, before end: Int,
    from next: inout Int, of found: Int
  ) -> Stop {
    // All memory is lent once, not for each record.
    let (delimiter, capacity) = (delimiter, capacity)
    var (position, line, count) = (position, line, count)
    var begun = next
    let stop = records.withUnsafeMutableBufferPointer { records in
      cells.withUnsafeMutableBufferPointer { cells in
        breaks.withUnsafeBufferPointer { breaks in
          wanted.withUnsafeBufferPointer { wanted in
            while count < capacity, position < end {
              let begin = position &- origin
              var next = begun
              var cell = begin
              var column = 0
              var place = 0
              var target = wanted.isEmpty ? Int.max : wanted[0]
              while true {
                if next == found { return Stop.cut }
                let offset = Int(breaks[next])
                let byte = start.load(fromByteOffset: offset, as: UInt8.self)
                if byte == Byte.quote { return .quoted }
                if column == target {
                  cells[place &* capacity &+ count] = (
                    start: origin &+ cell, length: offset &- cell
                  )
                  place &+= 1
                  target = place < wanted.count ? wanted[place] : Int.max
                }
                next &+= 1
                cell = offset &+ 1
                if byte == delimiter {
                  column &+= 1
                  continue
                }
                // A line end: LF, CR or both.
                if byte == Byte.return, origin &+ cell < size,
                  start.load(fromByteOffset: cell, as: UInt8.self) == Byte.newline
                {
                  cell &+= 1
                  // The LF may lie just beyond the window.
                  if next < found { next &+= 1 }
                }
                // A blank line is not a record.
                if column == 0, offset == begin { break }
                while place < wanted.count {
                  cells[place &* capacity &+ count] = (
                    start: origin &+ begin, length: 0
                  )
                  place &+= 1
                }
                records[count] = SplitRecord(
                  line: line, offset: origin &+ begin, width: column &+ 1)
                count &+= 1
                break
              }
              position = origin &+ cell
              line &+= 1
              begun = next
            }
            return .full
          }
        }
      }
    }
    (self.position, self.line, self.count) = (position, line, count)
    next = begun
    return stop
  }

  /// Reads one record of any kind.
  private mutating func readSlowly(_ text: UnsafeRawBufferPointer) {
    var reader = DelimitedReader(text, delimiter: delimiter, from: position, line: line)
    defer {
      position = reader.position
      line = reader.line
      quotes.add(reader.quotes)
      excess = reader.excess
    }
    guard reader.next(into: &record) else { return }
    records[count] = SplitRecord(
      line: record.line, offset: record.byteOffset, width: record.count)
    for (place, column) in wanted.enumerated() {
      let cell = place * capacity + count
      guard column < record.count else {
        cells[cell] = (start: record.byteOffset, length: 0)
        continue
      }
      if record.isEscaped(column) {
        cells[cell] = (start: record.byteOffset, length: 0)
        escaped.append((place, count, reader.withField(column, of: &record) { Array($0) }))
      } else {
        let range = record.range(column)
        cells[cell] = (start: range.lowerBound, length: range.count)
      }
    }
    count += 1
  }
}
