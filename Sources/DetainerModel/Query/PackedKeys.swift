/// Some keys as one number for each row: the groups of a row in all keys, packed.
struct PackedKeys {
  /// What the code of a row in one column adds to its number: keys that are laid over the same
  /// column are one part.
  struct Part {
    let codes: Codes
    fileprivate(set) var numbers: [Int]
  }

  /// Keys whose groups fit into one number.
  fileprivate struct Chunk {
    var columns: [KeyColumn] = []
    var parts: [Part] = []
    var size = 1
  }

  /// More numbers than this are not told apart by their product: eight counters of each are
  /// numbered in a machine word.
  private static let mostNumbers = Int.max >> 3
  /// How many numbers one of several chunks has at most, unless it is of one key: what came before
  /// it has fewer numbers than there are rows, and both together stay below `mostNumbers`.
  private static let mostInChunk = 1 << 27

  private let chunks: [Chunk]
  /// What came before each chunk but the first, numbered as it comes.
  private let numbering: Numbering
  /// How many numbers there can be; nil for more than a machine word counts.
  let size: Int?

  /// The parts of which a number is the sum, where there is a size.
  var parts: [Part] { chunks[0].parts }

  /// Packs keys for the weeks and dates of an event.
  /// - Parameter numbers: the same keys, of another event, with which this one shares its numbers.
  init(_ columns: [KeyColumn], of event: Event = .end, numberedAs numbers: PackedKeys? = nil) {
    let counts = columns.map { max(1, $0.values.count) }
    size = counts.reduce(1 as Int?) { product, count in
      guard let (product, isTooLarge) = product?.multipliedReportingOverflow(by: count),
        !isTooLarge, product <= Self.mostNumbers
      else { return nil }
      return product
    }
    var chunks = [Chunk()]
    for (column, count) in zip(columns, counts).reversed() {
      if size == nil, chunks[chunks.count - 1].size > Self.mostInChunk / count,
        !chunks[chunks.count - 1].columns.isEmpty
      {
        chunks.append(Chunk())
      }
      chunks[chunks.count - 1].add(column, column.codes(of: event), count: count)
    }
    self.chunks = chunks
    numbering = numbers?.numbering ?? Numbering(count: chunks.count)
  }

  /// The codes of one column, each a number of its own.
  init(_ codes: Codes, count: Int) {
    chunks = [Chunk(parts: [Part(codes: codes, numbers: Array(0..<count))], size: count)]
    numbering = Numbering(count: 1)
    size = count
  }

  /// The values of the keys under a number.
  func values(_ number: Int) -> [KeyValue] {
    var rest = number
    var values: [KeyValue] = []
    for index in chunks.indices.reversed() {
      var ownRest = index == 0 ? rest : rest % chunks[index].size
      if index > 0 { rest = numbering.tables[index].numbers[rest / chunks[index].size] }
      // The first key of a chunk is its last, which counts in the smallest steps.
      values += chunks[index].columns.map { column in
        let size = max(1, column.values.count)
        defer { ownRest /= size }
        return column.values[ownRest % size]
      }.reversed()
    }
    return values
  }

  /// Calls the body with some rows after the other and the number of each, which it may overwrite.
  @inline(__always)
  func forEachBlock(
    of rows: RowSet,
    _ body: (
      _ rows: UnsafeBufferPointer<UInt32>, _ numbers: UnsafeMutableBufferPointer<Int>
    ) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: RowSet.longestRun) { numbers in
      rows.forEachRun { rows in
        let numbers = UnsafeMutableBufferPointer(rebasing: numbers[..<rows.count])
        numbers.update(repeating: 0)
        for index in chunks.indices {
          if index > 0 { numbering.number(numbers, before: index, times: chunks[index].size) }
          chunks[index].add(rows, to: numbers)
        }
        body(rows, numbers)
      }
    }
  }
}

extension PackedKeys {
  /// Numbers that came before a chunk, in the order in which they came; events share them.
  private final class Numbering {
    private(set) var tables: [NumberTable]

    init(count: Int) { tables = Array(repeating: NumberTable(), count: count) }

    func number(
      _ numbers: UnsafeMutableBufferPointer<Int>, before chunk: Int, times size: Int
    ) {
      for index in numbers.indices {
        numbers[index] = tables[chunk].slot(of: numbers[index]) &* size
      }
    }
  }
}

extension PackedKeys.Chunk {
  mutating func add(_ column: KeyColumn, _ codes: Codes, count: Int) {
    columns.append(column)
    // A key of one value tells nothing apart.
    guard count > 1 else { return }
    let step = size
    size *= count
    let numbers = column.groups.map { Int($0) &* step }
    guard let index = parts.firstIndex(where: { $0.codes.isSame(as: codes) }) else {
      parts.append(PackedKeys.Part(codes: codes, numbers: numbers))
      return
    }
    for code in numbers.indices { parts[index].numbers[code] &+= numbers[code] }
  }

  /// Adds to the number of each row what its groups in the keys are.
  func add(
    _ rows: UnsafeBufferPointer<UInt32>, to numbers: UnsafeMutableBufferPointer<Int>
  ) {
    for part in parts {
      switch part.codes {
      case .narrow(let codes): Self.add(codes, part.numbers, rows, to: numbers)
      case .medium(let codes): Self.add(codes, part.numbers, rows, to: numbers)
      case .wide(let codes): Self.add(codes, part.numbers, rows, to: numbers)
      }
    }
  }

  @inline(__always)
  private static func add<Code: FixedWidthInteger>(
    _ codes: Column<Code>, _ table: [Int], _ rows: UnsafeBufferPointer<UInt32>,
    to numbers: UnsafeMutableBufferPointer<Int>
  ) {
    table.withUnsafeBufferPointer { table in
      codes.withUnsafeBufferPointer { codes in
        for index in rows.indices { numbers[index] &+= table[Int(codes[Int(rows[index])])] }
      }
    }
  }
}
