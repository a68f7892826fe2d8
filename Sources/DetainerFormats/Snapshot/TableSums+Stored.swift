import DetainerModel

/// What the rows come to, as a snapshot keeps it; nearly all of the counters are small.
extension TableSums {
  func write(to writer: inout ByteWriter) {
    for counters in [reports, sites] {
      writer.write(counters) { writer, counters in
        for index in counters.indices { writer.write(small: counters[index]) }
      }
    }
    for days in [ends, issues] {
      writer.write(days) { writer, days in
        for number in [days.rows, Int(days.first.packed), Int(days.last.packed)] {
          writer.write(small: number)
        }
      }
    }
  }

  init(_ reader: inout ByteReader) {
    func counters(_ reader: inout ByteReader) -> [SIMD8<Int>] {
      reader.list(leastSize: SIMD8<Int>.scalarCount) { reader in
        var counters = SIMD8<Int>()
        for index in counters.indices { counters[index] = reader.smallInt() }
        return counters
      }
    }
    func days(_ reader: inout ByteReader) -> [RowDays] {
      reader.list(leastSize: 3) { reader in
        var days = RowDays()
        days.rows = reader.smallInt()
        days.first = Day(packed: UInt16(truncatingIfNeeded: reader.smallInt()))
        days.last = Day(packed: UInt16(truncatingIfNeeded: reader.smallInt()))
        return days
      }
    }
    self.init(
      reports: counters(&reader), sites: counters(&reader), ends: days(&reader),
      issues: days(&reader))
  }
}
