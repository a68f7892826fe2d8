import CScan
import TestSupport
import Testing

@testable import DetainerFormats

/// The splitter of millions of records against the reader of one, and the scan against its plain
/// twin.
struct RecordSplitterTests {
  private struct Cells: Equatable {
    var line: Int
    var offset: Int
    var width: Int
    var wanted: [[UInt8]]
  }

  private func read(_ bytes: [UInt8], wanted: [Int]) -> (records: [Cells], quote: Int?) {
    bytes.withUnsafeBytes { text in
      var reader = DelimitedReader(text, delimiter: Byte.comma)
      var record = DelimitedReader.Record()
      var records: [Cells] = []
      while reader.next(into: &record) {
        records.append(
          Cells(
            line: record.line, offset: record.byteOffset, width: record.count,
            wanted: wanted.map { column in
              column < record.count
                ? reader.withField(column, of: &record) { Array($0) } : []
            }))
      }
      return (records, reader.quotes.openLine)
    }
  }

  private func split(_ bytes: [UInt8], wanted: [Int]) -> (records: [Cells], quote: Int?) {
    bytes.withUnsafeBytes { text in
      let reader = DelimitedReader(text, delimiter: Byte.comma)
      var splitter = RecordSplitter(
        Byte.comma, from: RecordStart(reader), size: text.count,
        wanted: wanted.map { WantedColumn(index: $0) })
      var records: [Cells] = []
      while splitter.step(text) {
        for record in 0..<splitter.count {
          let cells = wanted.indices.map { place -> [UInt8] in
            if let escaped = splitter.escaped.first(where: {
              $0.column == place && $0.record == record
            }) {
              return escaped.value
            }
            let cell = splitter.cells[place * splitter.capacity + record]
            return Array(text[cell.start..<(cell.start + cell.length)])
          }
          records.append(
            Cells(
              line: splitter.records[record].line, offset: splitter.records[record].offset,
              width: splitter.records[record].width, wanted: cells))
        }
      }
      return (records, splitter.quotes.openLine)
    }
  }

  @Test func findsTheRecordsAndCellsThatTheReaderOfOneRecordFinds() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed)
      let pieces = ["a", "bc", ",", ",", ",", "\n", "\r\n", "\r", "\"", "\"\"", "é", " "]
      let quotes = seed % 3 == 0
      var text = seed % 5 == 0 ? "\u{FEFF}" : ""
      for _ in 0..<Int(random.next() % 200) {
        let piece = pieces[Int(random.next() % UInt64(pieces.count))]
        if quotes || !piece.contains("\"") { text += piece }
      }
      let bytes = Array(text.utf8)
      for wanted in [[], [0], [1, 2], [0, 1, 2, 3]] {
        let (expected, found) = (read(bytes, wanted: wanted), split(bytes, wanted: wanted))
        #expect(found.records == expected.records, "\(text.debugDescription)")
        #expect(found.quote == expected.quote, "\(text.debugDescription)")
      }
    }
  }

  /// More than one step and window, with a record longer than a window between them.
  @Test(arguments: ["\n", "\r\n", "\r"] as [Named<String>])
  func stepsAndWindowsDoNotShow(lineEnd: Named<String>) {
    let lineEnd = lineEnd.value
    var text = ""
    for row in 0..<9000 {
      text += "\(row),\(String(repeating: "x", count: row % 97)),\"q,\(row)\"" + lineEnd
      if row == 4000 { text += String(repeating: "y", count: 600_000) + ",z" + lineEnd }
      if row % 1000 == 0 { text += "\"two\(lineEnd)lines\",b,c" + lineEnd + lineEnd }
    }
    for bytes in [Array(text.utf8), Array(text.utf8.dropLast(lineEnd.utf8.count))] {
      let (expected, found) = (read(bytes, wanted: [0, 2]), split(bytes, wanted: [0, 2]))
      #expect(found.records.count == expected.records.count)
      #expect(found.records == expected.records)
    }
  }

  /// A window that is larger than the first one has room for all of its breaks.
  @Test func aShortWindowMayComeFirst() {
    let bytes = Array(String(repeating: "a,b\n", count: 40_000).utf8)
    bytes.withUnsafeBytes { text in
      let start = RecordStart(DelimitedReader(text, delimiter: Byte.comma))
      var splitter = RecordSplitter(
        Byte.comma, from: start, size: text.count, wanted: [WantedColumn(index: 1)])
      var records = 0
      let hasFirst = splitter.step(UnsafeRawBufferPointer(rebasing: text[..<40]))
      #expect(hasFirst)
      repeat { records += splitter.count } while splitter.step(text)
      #expect(records == 40_000)
    }
  }

  @Test func theFastScanFindsWhatThePlainOneFinds() {
    for seed in 0..<50 as Range<UInt64> {
      var random = SeededGenerator(seed)
      let bytes = (0..<Int(random.next() % 700)).map { _ in
        [0x2C, 0x22, 0x0A, 0x0D, 0x41, 0x80, 0xFF][Int(random.next() % 7)] as UInt8
      }
      func offsets(
        _ scan: (UnsafePointer<UInt8>, Int, UInt8, UnsafeMutablePointer<UInt32>) -> Int
      ) -> [UInt32] {
        var offsets = [UInt32](repeating: 0, count: bytes.count + 8)
        let count = bytes.withUnsafeBufferPointer { bytes in
          offsets.withUnsafeMutableBufferPointer { offsets in
            guard let from = bytes.baseAddress, let to = offsets.baseAddress else { return 0 }
            return scan(from, bytes.count, Byte.comma, to)
          }
        }
        return Array(offsets[..<count])
      }
      #expect(offsets(scan_breaks) == offsets(scan_breaks_plainly), "seed \(seed)")
    }
  }
}
