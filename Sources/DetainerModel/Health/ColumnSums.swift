extension Codes {
  /// Calls the body with each row of a range and its number.
  @inline(__always)
  func forEach(in rows: Range<Int>, _ body: (_ row: Int, _ code: Int) -> Void) {
    switch self {
    case .narrow(let codes): Self.forEach(codes, rows, body)
    case .medium(let codes): Self.forEach(codes, rows, body)
    case .wide(let codes): Self.forEach(codes, rows, body)
    }
  }

  @inline(__always)
  private static func forEach<Code: FixedWidthInteger>(
    _ codes: Column<Code>, _ rows: Range<Int>, _ body: (Int, Int) -> Void
  ) {
    codes.withUnsafeBufferPointer { codes in
      for row in rows { body(row, Int(truncatingIfNeeded: codes[row])) }
    }
  }
}

extension Codes {
  /// The rows of each number, of so many numbers.
  func ranges(of count: Int) -> [[Range<Int>]] {
    var ranges: [[Range<Int>]] = Array(repeating: [], count: count)
    var start = 0
    var current = -1
    forEach(in: 0..<self.count) { row, number in
      if number == current { return }
      if current >= 0 { ranges[current].append(start..<row) }
      (start, current) = (row, number)
    }
    if current >= 0 { ranges[current].append(start..<self.count) }
    return ranges
  }
}

extension DetainerTable {
  /// The rows of each file, by the numbers of the files; those of one file stand together, save
  /// where files are read in turns.
  func rowsByFile() -> [[Range<Int>]] {
    source.ranges(of: sources.count)
  }

  /// The detainers that the rows of some ranges stand for.
  func detainers(in ranges: [Range<Int>]) -> Int {
    guard !counts.isEmpty else { return ranges.reduce(0) { $0 + $1.count } }
    return ranges.reduce(0) { $1.reduce($0) { $0 &+ Int(counts[$1]) } }
  }

  /// The detainers of the rows whose number in a column is 0: of which nothing is known.
  func detainersWithout(_ codes: Codes, in ranges: [Range<Int>]) -> Int {
    var sum = 0
    for range in ranges {
      if counts.isEmpty {
        codes.forEach(in: range) { sum &+= $1 == 0 ? 1 : 0 }
      } else {
        codes.forEach(in: range) { sum &+= $1 == 0 ? Int(counts[$0]) : 0 }
      }
    }
    return sum
  }
}
