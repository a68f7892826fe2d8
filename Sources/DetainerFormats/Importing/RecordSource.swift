import DetainerModel

/// A column of a table of which something is read.
struct WantedColumn: Hashable, Sendable {
  /// Its place in the header.
  let index: Int
  /// Whether all of its cells are wanted; else only those of which a finding may have to be told,
  /// and the others may be taken for empty.
  var isAskedFor = true
}

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
  /// What is odd about the quotes so far.
  var quotes: OddQuotes { get }
  /// The record with which the reading ended, because it has more than is read.
  var excess: RecordExcess? { get }

  /// Chooses columns, in ascending order, from the next record on.
  mutating func want(_ columns: [WantedColumn], size: Int)
  /// Lets threads read ahead of the steps to come.
  mutating func readAhead(in file: FileBytes, on threads: Int)
  /// Goes on to the next records; false at the end, where there are none.
  mutating func step(_ bytes: UnsafeRawBufferPointer) -> Bool
  /// Gives the wanted cells of the step their numbers, column by column, `capacity` apart.
  mutating func encode(
    _ bytes: UnsafeRawBufferPointer, _ cells: inout [CellColumn], into codes: inout [UInt32]
  ) throws(ParquetProblem)
  /// All cells of a record of the step without needless spaces; nil where it is none.
  mutating func texts(of record: Int, in bytes: UnsafeRawBufferPointer) -> [String]?
  /// One cell of a record of the step, as it stands.
  mutating func text(of record: Int, column: Int, in bytes: UnsafeRawBufferPointer) -> String
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
