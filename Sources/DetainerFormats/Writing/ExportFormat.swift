import DetainerModel

/// A way to write a listing; each format is one type in one file, named in ``ExportFormats``.
public protocol ExportFormat: Sendable {
  /// Writes everything, asking `progress` now and then whether to go on.
  ///
  /// - Throws: ``WriteError/cancelled`` once `progress` says false, and whatever the sink throws.
  func write(
    _ listing: Listing, to sink: inout some ByteSink, progress: ExportProgress?
  ) throws(WriteError)
}

/// Called now and then with the steps done and all there are to do; false cancels the work.
public typealias ExportProgress = (_ done: Int, _ total: Int) -> Bool

extension ExportFormat {
  /// Writes everything.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    try write(listing, to: &sink, progress: nil)
  }
}

extension ByteSink {
  /// Writes a listing as `.csv` or any other format.
  public mutating func write(
    _ listing: Listing, as format: some ExportFormat, progress: ExportProgress? = nil
  ) throws(WriteError) {
    try format.write(listing, to: &self, progress: progress)
  }
}

extension AtomicFile {
  /// Writes a listing as `.csv` or any other format, completely or not at all.
  public func write(
    _ listing: Listing, as format: some ExportFormat, progress: ExportProgress? = nil
  ) throws(WriteError) {
    try write { sink throws(WriteError) in
      try format.write(listing, to: &sink, progress: progress)
    }
  }
}

/// Counts the rows done and asks whether to go on, seldom enough to cost nothing.
struct RowPacer {
  static let stride = 256

  let total: Int
  let progress: ExportProgress?
  private var done = 0

  init(total: Int, _ progress: ExportProgress?) {
    self.total = total
    self.progress = progress
  }

  mutating func step() throws(WriteError) {
    done += 1
    guard let progress, done % RowPacer.stride == 0 || done == total else { return }
    if !progress(done, total) { throw .cancelled }
  }
}

extension Listing {
  /// The cells of a row, as many as there are columns whatever the maker of the rows did.
  func cells(_ index: Int) -> [Value] {
    let row = row(index)
    guard row.count != columns.count else { return row }
    return row.prefix(columns.count)
      + Array(repeating: .missing, count: max(0, columns.count - row.count))
  }

  /// Writes what `append` makes of each row; `line` is one buffer used again and again.
  func writeRows(
    to sink: inout some ByteSink, progress: ExportProgress?,
    _ append: (_ index: Int, _ cells: [Value], _ line: inout TextBuffer) -> Void
  ) throws(WriteError) {
    var pacer = RowPacer(total: rowCount, progress)
    var line = TextBuffer()
    for index in 0..<rowCount {
      append(index, cells(index), &line)
      try line.empty(into: &sink)
      try pacer.step()
    }
  }
}
