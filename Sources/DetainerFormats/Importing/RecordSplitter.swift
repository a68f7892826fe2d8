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

  /// How many records at most are split in one step.
  let capacity: Int
  /// How many records the last step has.
  private(set) var count = 0
  /// The physical lines on which the records start, from 1.
  private(set) var lines: [Int]
  /// The offsets of their first bytes.
  private(set) var offsets: [Int]
  /// How many cells each record has.
  private(set) var widths: [Int]
  /// The wanted cells: those of the first wanted column, then those of the second. Cells that a
  /// record does not have are empty.
  private(set) var cells: [CellRange]
  /// The values of cells whose bytes differ from them because of quotes inside; among the cells
  /// they are empty.
  private(set) var escaped: [(column: Int, record: Int, value: [UInt8])] = []
  /// The line of the first opening quote that nothing closes.
  private(set) var unterminatedQuoteLine: Int?
  /// Where the next record begins.
  private(set) var position: Int
  private(set) var line: Int

  private let delimiter: UInt8
  private let wanted: [Int]
  private var breaks: [UInt32] = []
  private var record = DelimitedReader.Record()

  /// Starts at the beginning of a record.
  /// - Parameters:
  ///   - size: the bytes of the text; a short one needs little room.
  ///   - wanted: the places of the wanted columns, in ascending order.
  init(_ delimiter: UInt8, from start: RecordStart, size: Int, wanted: [Int]) {
    self.delimiter = delimiter
    // Records are seldom shorter than this; if they are, there are more steps.
    capacity = min(4096, max(64, (size - start.offset) / 64))
    lines = Array(repeating: 0, count: capacity)
    offsets = lines
    widths = lines
    position = start.offset
    line = start.line
    self.wanted = wanted
    cells = Array(repeating: CellRange(start: 0, length: 0), count: wanted.count * capacity)
  }

  /// Splits the next records; false at the end, where there are none.
  mutating func step(_ text: UnsafeRawBufferPointer) -> Bool {
    count = 0
    escaped.removeAll(keepingCapacity: true)
    while count == 0, position < text.count {
      let before = position
      splitWindow(text)
      // Nothing whole in the window: a record longer than it, or the last one without a line end.
      if count == 0, position == before { readSlowly(text) }
    }
    return count > 0
  }

  /// Splits the records that end in the next window.
  private mutating func splitWindow(_ text: UnsafeRawBufferPointer) {
    guard let base = text.baseAddress else { return }
    let window = min(Self.window, text.count - position)
    if breaks.isEmpty { breaks = Array(repeating: 0, count: window + 8) }
    let start = base + position
    let found = breaks.withUnsafeMutableBufferPointer { breaks in
      breaks.baseAddress.map {
        scan_breaks(start.assumingMemoryBound(to: UInt8.self), window, delimiter, $0)
      } ?? 0
    }
    let origin = position
    var next = 0
    while next < found, count < capacity {
      switch splitRecord(start, origin, text.count, from: next, of: found) {
      case .record(let end): next = end
      case .cut: return
      case .quoted:
        readSlowly(text)
        while next < found, Int(breaks[next]) < position - origin { next += 1 }
        // Beyond the window the breaks are not known.
        if position - origin >= window { return }
      }
    }
  }

  private enum Split {
    /// The record is whole; the next one begins behind this break.
    case record(Int)
    /// The record does not end in the window.
    case cut
    /// There is a quote in the record.
    case quoted
  }

  /// Splits one record without quotes.
  @inline(__always)
  private mutating func splitRecord(
    _ start: UnsafeRawPointer, _ origin: Int, _ size: Int, from first: Int, of found: Int
  ) -> Split {
    let delimiter = delimiter
    let (record, capacity, wantedCount) = (count, capacity, wanted.count)
    let begin = position - origin
    return cells.withUnsafeMutableBufferPointer { cells in
      breaks.withUnsafeBufferPointer { breaks in
        wanted.withUnsafeBufferPointer { wanted in
          var next = first
          var cell = begin
          var column = 0
          var place = 0
          var target = wantedCount > 0 ? wanted[0] : Int.max
          while next < found {
            let offset = Int(breaks[next])
            let byte = start.load(fromByteOffset: offset, as: UInt8.self)
            if byte == Byte.quote { return .quoted }
            if column == target {
              cells[place &* capacity &+ record] = CellRange(
                start: origin &+ cell, length: offset &- cell)
              place &+= 1
              target = place < wantedCount ? wanted[place] : Int.max
            }
            next &+= 1
            if byte == delimiter {
              column &+= 1
              cell = offset &+ 1
              continue
            }
            // A line end: LF, CR or both.
            var end = offset &+ 1
            if byte == Byte.return, origin &+ end < size,
              start.load(fromByteOffset: end, as: UInt8.self) == Byte.newline
            {
              end &+= 1
              // The LF may lie just beyond the window.
              if next < found { next &+= 1 }
            }
            if column == 0, offset == begin {
              // A blank line is no record.
              position = origin &+ end
              line &+= 1
              return .record(next)
            }
            while place < wantedCount {
              cells[place &* capacity &+ record] = CellRange(start: origin &+ begin, length: 0)
              place &+= 1
            }
            lines[record] = line
            offsets[record] = origin &+ begin
            widths[record] = column &+ 1
            count = record &+ 1
            position = origin &+ end
            line &+= 1
            return .record(next)
          }
          return .cut
        }
      }
    }
  }

  /// Reads one record of any kind.
  private mutating func readSlowly(_ text: UnsafeRawBufferPointer) {
    var reader = DelimitedReader(text, delimiter: delimiter, from: position, line: line)
    defer {
      position = reader.position
      line = reader.line
      unterminatedQuoteLine = unterminatedQuoteLine ?? reader.unterminatedQuoteLine
    }
    guard reader.next(into: &record) else { return }
    lines[count] = record.line
    offsets[count] = record.byteOffset
    widths[count] = record.count
    for (place, column) in wanted.enumerated() {
      let cell = place * capacity + count
      guard column < record.count else {
        cells[cell] = CellRange(start: record.byteOffset, length: 0)
        continue
      }
      if record.isEscaped(column) {
        cells[cell] = CellRange(start: record.byteOffset, length: 0)
        escaped.append((place, count, reader.withField(column, of: &record) { Array($0) }))
      } else {
        let range = record.range(column)
        cells[cell] = CellRange(start: range.lowerBound, length: range.count)
      }
    }
    count += 1
  }
}

/// Where a record begins.
struct RecordStart: Sendable {
  /// The offset of its first byte.
  let offset: Int
  /// Its physical line, from 1.
  let line: Int

  /// Where the next record of a reader begins.
  init(_ reader: DelimitedReader) {
    offset = reader.position
    line = reader.line
  }
}
