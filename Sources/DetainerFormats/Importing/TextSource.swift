import DetainerModel

/// The records of a delimited text.
struct TextSource: RecordSource {
  private var splitter: RecordSplitter
  private var ahead: RecordsAhead?
  private let delimiter: UInt8
  private let part: Int
  private var index = GrowingRecordIndex()
  /// Where the records begin for which columns are chosen next.
  private var start: RecordStart
  private var columns = 0

  /// - Parameter part: the size of the parts that threads may read.
  init(_ search: HeaderSearch, part: Int) {
    delimiter = search.reader.delimiter
    self.part = part
    start = RecordStart(search.reader)
    splitter = RecordSplitter(delimiter, from: start, size: start.offset, wanted: [], part: part)
    splitter.quotes.openLine = search.reader.quotes.openLine
  }

  var capacity: Int { splitter.capacity }
  var records: ArraySlice<SplitRecord> { splitter.records[..<splitter.count] }
  var position: Int { splitter.position }
  var settled: Int { splitter.position }
  var quotes: OddQuotes { splitter.quotes }
  var excess: RecordExcess? { splitter.excess }

  mutating func want(_ columns: [WantedColumn], size: Int) {
    let quotes = splitter.quotes
    splitter = RecordSplitter(delimiter, from: start, size: size, wanted: columns, part: part)
    splitter.quotes = quotes
    self.columns = columns.count
    ahead = nil
  }

  mutating func readAhead(in file: FileBytes, on threads: Int) {
    if threads > 1, ahead == nil { ahead = RecordsAhead(of: file, threads, columns: columns) }
  }

  mutating func step(_ bytes: UnsafeRawBufferPointer) -> Bool {
    ahead?.step(&splitter) == true || splitter.step(bytes)
  }

  mutating func encode(
    _ bytes: UnsafeRawBufferPointer, _ cells: inout [CellColumn], into codes: inout [UInt32]
  ) {
    if ahead?.encode(&cells, into: &codes, apart: splitter.capacity) == true { return }
    codes.withUnsafeMutableBufferPointer { codes in
      splitter.encode(bytes, into: codes, apart: splitter.capacity) { column, body in
        body(&cells[column].raw)
      }
    }
  }

  func texts(of record: Int, in bytes: UnsafeRawBufferPointer) -> [String]? {
    withCells(of: record, in: bytes) { reader, cells in reader.texts(of: cells) }
  }

  func text(of record: Int, column: Int, in bytes: UnsafeRawBufferPointer) -> String {
    withCells(of: record, in: bytes) { reader, cells in
      column < cells.count ? reader.text(column, of: cells) : ""
    } ?? ""
  }

  mutating func goOn(
    behind record: Int, by header: ReleaseHeader, in bytes: UnsafeRawBufferPointer
  ) -> ReleaseHeader {
    let found = withCells(of: record, in: bytes) { reader, _ in
      (HeaderSearch(header, reader).header, RecordStart(reader))
    }
    guard let (header, start) = found else { return header }
    self.start = start
    return header
  }

  mutating func note(upTo end: Int) {
    for record in splitter.records[..<end] {
      index.note(line: record.line, offset: record.offset)
    }
  }

  func endsInEmptyCells(
    _ record: Int, behind count: Int, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    withCells(of: record, in: bytes) { _, cells in
      (count..<cells.count).allSatisfy { cells.range($0).isEmpty }
    } ?? false
  }

  func originals(_ columns: OriginalColumns, in file: FileBytes) -> any OriginalRecords {
    TextRecords(
      names: columns.names, text: file, sections: columns.sections, delimiter: delimiter,
      index: index.index)
  }

  private func withCells<Result>(
    of record: Int, in bytes: UnsafeRawBufferPointer,
    _ body: (DelimitedReader, DelimitedReader.Record) -> Result
  ) -> Result? {
    let place = splitter.records[record]
    var reader = DelimitedReader(
      bytes, delimiter: delimiter, from: place.offset, line: place.line)
    var cells = DelimitedReader.Record()
    return reader.next(into: &cells) ? body(reader, cells) : nil
  }
}
