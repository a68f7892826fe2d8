import DetainerModel

/// Where the records of a table come from: some thousands at a step, of which the cells that are
/// wanted become numbers of distinct cells.
protocol RecordSource: Sendable {
  /// How many records at most are in a step.
  var capacity: Int { get }
  /// The records of the last step.
  var records: ArraySlice<SplitRecord> { get }
  /// How many bytes have been read, in proportion to the rows.
  var position: Int { get }
  /// Bytes before this are not needed soon.
  var settled: Int { get }
  /// The line of the first opening quote that nothing closes.
  var unterminatedQuoteLine: Int? { get }
  /// The line of the first cell that goes on behind its closing quote, and how many do.
  var textBehindQuotes: (line: Int, count: Int) { get }
  /// The record with which the reading ended, because it has more than is read.
  var excess: RecordExcess? { get }

  /// Chooses columns, in ascending order, from the next record on.
  mutating func want(_ columns: [Int], size: Int)
  /// Goes on to the next records; false at the end, where there are none.
  mutating func step(_ bytes: UnsafeRawBufferPointer) -> Bool
  /// Gives the wanted cells of the step their numbers, column by column, `capacity` apart.
  mutating func encode(
    _ bytes: UnsafeRawBufferPointer, _ cells: inout [CellColumn], into codes: inout [UInt32]
  ) throws(ParquetProblem)
  /// All cells of a record of the step without needless spaces; nil where it is none.
  mutating func texts(of record: Int, in bytes: UnsafeRawBufferPointer) -> [String]?
  /// Ends the step behind a record in which a header was found, and looks below it which of its
  /// columns do not count.
  mutating func goOn(
    behind record: Int, by header: ReleaseHeader, in bytes: UnsafeRawBufferPointer
  ) -> ReleaseHeader
  /// Takes note of the records of the step up to this one.
  mutating func note(upTo end: Int)
  /// Whether a record has nothing but empty cells behind those of the header.
  func endsInEmptyCells(_ record: Int, behind count: Int, in bytes: UnsafeRawBufferPointer) -> Bool
  /// What is read again from the file.
  func originals(_ columns: OriginalColumns, in file: FileBytes) -> any OriginalRecords
}

/// The records of a delimited text.
struct TextSource: RecordSource {
  private var splitter: RecordSplitter
  private let delimiter: UInt8
  private var index = GrowingRecordIndex()
  /// Where the records begin for which columns are chosen next.
  private var start: RecordStart

  init(_ search: HeaderSearch) {
    delimiter = search.reader.delimiter
    start = RecordStart(search.reader)
    splitter = RecordSplitter(delimiter, from: start, size: start.offset, wanted: [])
  }

  var capacity: Int { splitter.capacity }
  var records: ArraySlice<SplitRecord> { splitter.records[..<splitter.count] }
  var position: Int { splitter.position }
  var settled: Int { splitter.position }
  var unterminatedQuoteLine: Int? { splitter.unterminatedQuoteLine }
  var textBehindQuotes: (line: Int, count: Int) { splitter.textBehindQuotes }
  var excess: RecordExcess? { splitter.excess }

  mutating func want(_ columns: [Int], size: Int) {
    splitter = RecordSplitter(delimiter, from: start, size: size, wanted: columns)
  }

  mutating func step(_ bytes: UnsafeRawBufferPointer) -> Bool { splitter.step(bytes) }

  mutating func encode(
    _ bytes: UnsafeRawBufferPointer, _ cells: inout [CellColumn], into codes: inout [UInt32]
  ) {
    let (capacity, count) = (splitter.capacity, splitter.count)
    for column in 0..<cells.count {
      let range = (column * capacity)..<(column * capacity + count)
      codes.withUnsafeMutableBufferPointer { codes in
        splitter.cells.withUnsafeBufferPointer { ranges in
          cells[column].raw.encode(
            UnsafeBufferPointer(rebasing: ranges[range]), of: bytes,
            into: UnsafeMutableBufferPointer(rebasing: codes[range]))
        }
      }
    }
    for (column, record, value) in splitter.escaped {
      codes[column * capacity + record] = UInt32(
        truncatingIfNeeded: value.withUnsafeBytes { cells[column].raw.code(for: $0) })
    }
  }

  func texts(of record: Int, in bytes: UnsafeRawBufferPointer) -> [String]? {
    withCells(of: record, in: bytes) { reader, cells in reader.texts(of: cells) }
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
