import DetainerModel

/// Where every sixteenth record of a text begins.
///
/// A record is found again by reading at most sixteen of them, in whatever order records are asked
/// for; the index takes less than a byte a record.
struct RecordIndex: Sendable {
  static let stride = 16

  let lines: Column<UInt32>
  let offsets: Column<Int>

  /// The last noted record that begins at a line or before it.
  func start(before line: Int) -> (line: Int, offset: Int)? {
    let next = (0..<lines.count).firstBehind { lines[$0] <= line }
    return next == 0 ? nil : (Int(lines[next - 1]), offsets[next - 1])
  }
}

/// An index being built.
struct GrowingRecordIndex: Sendable {
  private var count = 0
  private var lines: [UInt32] = []
  private var offsets: [Int] = []

  mutating func note(line: Int, offset: Int) {
    if count % RecordIndex.stride == 0 {
      lines.append(UInt32(truncatingIfNeeded: line))
      offsets.append(offset)
    }
    count &+= 1
  }

  /// The index of the records so far.
  var index: RecordIndex { RecordIndex(lines: Column(lines), offsets: Column(offsets)) }
}
