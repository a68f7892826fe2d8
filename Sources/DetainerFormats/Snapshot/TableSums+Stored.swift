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
    writer.write(decliningPlaces) { $0.write(small: $1) }
    writer.write(lateLiftReasons) { writer, reasons in
      writer.write(reasons.source)
      writer.write(reasons.from)
      for number in [
        reasons.weeksBefore, reasons.late.issued, reasons.late.resolved, reasons.usual.issued,
        reasons.usual.resolved,
      ] { writer.write(number) }
    }
    writer.write(batches) { writer, batch in
      for text in [batch.source, batch.state] { writer.write(text) }
      for number in [Int(batch.day.packed), batch.detainers, batch.median, batch.row] {
        writer.write(number)
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
      issues: days(&reader), decliningPlaces: reader.list(leastSize: 1) { $0.smallInt() },
      lateLiftReasons: reader.list { reader in
        LateLiftReasons(
          reader.text(), from: reader.period(), weeksBefore: reader.int(),
          late: .init(issued: reader.int(), resolved: reader.int()),
          usual: .init(issued: reader.int(), resolved: reader.int()))
      },
      batches: reader.list { reader in
        Batch(
          source: reader.text(), state: reader.text(), day: reader.day(), detainers: reader.int(),
          median: reader.int(), row: reader.int())
      })
  }
}
