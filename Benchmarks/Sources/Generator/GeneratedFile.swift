/// A file of made-up detainers: its schema, its size and its order.
package struct GeneratedFile {
  package enum Schema: String, CaseIterable, Sendable {
    /// 16 columns under the canonical names.
    case records
    /// The 65 columns of the Deportation Data Project.
    case ddp
  }

  package enum Order: Sendable {
    case shuffled
    case byFacility
  }

  package var schema = Schema.records
  package var rows = 1_000_000
  package var seed: UInt64 = 1
  package var order = Order.shuffled
  /// One row of a thousand, and the file's edges, as bad as real releases have them.
  package var isAdversarial = false
  package var hasLiftDates = true
  package var isTabDelimited = false

  package init() {}

  /// Writes the file; it has its name only once it is complete.
  package func write(to path: String) throws(OutputError) {
    switch schema {
    case .records:
      let sampler = sampler(from: (2007, 10, 1), to: (2026, 7, 31))
      let writer = RecordWriter(
        sampler, hasLiftDates: hasLiftDates, delimiter: delimiter, seed: seed)
      try write(sampler, writer, to: path)
    case .ddp:
      let sampler = sampler(from: (2022, 10, 1), to: (2026, 3, 11))
      try write(sampler, DDPWriter(sampler, delimiter: delimiter, seed: seed), to: path)
    }
  }

  private func sampler(from first: (Int, Int, Int), to last: (Int, Int, Int)) -> DetainerSampler {
    let first = Day.number(year: first.0, month: first.1, day: first.2)
    let last = Day.number(year: last.0, month: last.1, day: last.2)
    return DetainerSampler(dates: first...last, rows: rows, seed: seed)
  }

  private var delimiter: UInt8 { isTabDelimited ? 0x09 : UInt8(ascii: ",") }

  private func write<Writer: RowWriter>(
    _ sampler: consuming DetainerSampler, _ writer: consuming Writer, to path: String
  ) throws(OutputError) {
    var buffer = RowBuffer(capacity: 1 << 20, delimiter: delimiter)
    let file = try OutputFile(path)
    var order = RowOrder(order, facilities: sampler.facilities, rows: rows)
    var faults = AdversarialRows(isOn: isAdversarial, seed: seed)
    faults.putStart(header: writer.header, into: &buffer)
    var current = rows > 0 ? sampler.next(at: order.nextFacility()) : Detainer()
    for row in 0..<rows {
      let next = row + 1 < rows ? sampler.next(at: order.nextFacility()) : Detainer()
      let isRepeated = current.isRepeated || next.isRepeated
      if buffer.room < Writer.longestRow {
        try file.write(buffer.bytes)
        buffer.removeAll()
      }
      let start = buffer.count
      writer.put(current, isRepeated: isRepeated, row: row, into: &buffer)
      faults.end(rowFrom: start, in: &buffer)
      current = next
    }
    faults.putEnd(into: &buffer)
    try file.write(buffer.bytes)
    try file.finish()
  }
}
