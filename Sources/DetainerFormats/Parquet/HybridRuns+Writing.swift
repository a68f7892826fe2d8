extension HybridRuns {
  /// Runs of one number are shorter so than packed.
  private static let shortestRun = 8

  /// Writes numbers of some bits each: runs of one number, and packed ones between them.
  static func append(_ numbers: [UInt32], width: Int, to bytes: inout [UInt8]) {
    var next = 0
    while next < numbers.count {
      let run = run(in: numbers, from: next)
      if run >= shortestRun || next + run == numbers.count {
        bytes.append(varint: UInt64(run) << 1)
        for index in 0..<(width + 7) / 8 {
          bytes.append(UInt8(truncatingIfNeeded: numbers[next] >> UInt32(index * 8)))
        }
        next += run
        continue
      }
      var end = next
      repeat {
        end += 8
      } while end < numbers.count
        && self.run(in: numbers, from: end) < shortestRun
      pack(numbers, next..<end, width, to: &bytes)
      next = end
    }
  }

  private static func run(in numbers: [UInt32], from start: Int) -> Int {
    var end = start + 1
    while end < numbers.count, numbers[end] == numbers[start] { end += 1 }
    return end - start
  }

  /// Packs groups of eight; the last is filled up with zeros.
  private static func pack(
    _ numbers: [UInt32], _ range: Range<Int>, _ width: Int, to bytes: inout [UInt8]
  ) {
    bytes.append(varint: UInt64(range.count / 8) << 1 | 1)
    var (pending, count) = (0 as UInt64, 0)
    for index in range {
      let number = index < numbers.count ? UInt64(numbers[index]) : 0
      pending |= number << UInt64(count)
      count += width
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        count -= 8
      }
    }
  }
}
