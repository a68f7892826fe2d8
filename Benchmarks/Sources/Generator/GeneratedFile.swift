/// A file of made-up detainers: its schema, its size and its order.
package struct GeneratedFile {
  package enum Schema: String, CaseIterable, Sendable {
    /// 16 columns under the canonical names.
    case records
    /// 16 columns that name county and area of responsibility, and 3,000 facilities.
    case county
    /// The 6 columns of ICE's release of FY2015.
    case fy
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
    var layout = schema.layout
    if !hasLiftDates { layout.columns.removeAll { $0.field == .lifted } }
    var sampler = DetainerSampler(
      dates: layout.days, facilities: layout.facilities, rows: rows, seed: seed)
    let writer = RowWriter(layout, sampler, delimiter: delimiter, seed: seed)
    var buffer = RowBuffer(capacity: 1 << 20, delimiter: delimiter)
    let file = try OutputFile(path)
    var order = RowOrder(order, facilities: sampler.facilities, rows: rows)
    var faults = AdversarialRows(isOn: isAdversarial, columns: layout.columns, seed: seed)
    faults.putStart(into: &buffer)
    var current = rows > 0 ? sampler.next(at: order.nextFacility()) : Detainer()
    for row in 0..<rows {
      let next = row + 1 < rows ? sampler.next(at: order.nextFacility()) : Detainer()
      let isRepeated = current.isRepeated || next.isRepeated
      if buffer.room < RowWriter.longestRow {
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

  private var delimiter: UInt8 { isTabDelimited ? 0x09 : UInt8(ascii: ",") }
}
