import DetainerModel
import Synchronization

/// Columns of a delimited text, read again when they are asked for.
struct TextRecords: OriginalRecords {
  typealias Section = OriginalColumns.Section

  let names: [String]
  let text: FileBytes
  let sections: [Section]
  let delimiter: UInt8
  let index: RecordIndex

  /// Where the record is that was asked for last: the next one is mostly the one behind it.
  private let last = LastRecord()

  var hasPersons: Bool { sections.contains { !$0.persons.isEmpty } }

  func values(line: Int) -> [String] {
    let nothing = Array(repeating: "", count: names.count)
    return withRecord(at: line) { reader, record, section in
      let values = section.columns.map { column in
        column.map { $0 < record.count ? CellRules.value(of: reader.text($0, of: record)) : "" }
          ?? ""
      }
      // Columns that only a later header names are empty above it.
      return values + nothing.dropFirst(values.count)
    } ?? nothing
  }

  func value(_ column: Int, line: Int) -> String {
    withRecord(at: line) { reader, record, section in
      guard column < section.columns.count, let place = section.columns[column],
        place < record.count
      else { return "" }
      return CellRules.value(of: reader.text(place, of: record))
    } ?? ""
  }

  func person(line: Int) -> String {
    withRecord(at: line) { reader, record, section in
      for column in section.persons where column < record.count {
        let value = CellRules.value(of: reader.text(column, of: record), in: .person)
        if !value.isEmpty { return value }
      }
      return ""
    } ?? ""
  }

  func record(line: Int) -> [(name: String, value: String)] {
    withRecord(at: line) { reader, record, section in
      section.all.map {
        ($0.name, $0.place < record.count ? reader.text($0.place, of: record) : "")
      }
    } ?? []
  }

  /// Finds the record that begins at a line; nil when there is none.
  private func withRecord<Result>(
    at line: Int,
    _ body: (DelimitedReader, DelimitedReader.Record, Section) -> Result
  ) -> Result? {
    guard let section = sections.last(where: { $0.line <= line }),
      let start = last.start(before: line) ?? index.start(before: line)
    else { return nil }
    return text.withBytes { bytes in
      // An index that is kept in a snapshot may speak of another text.
      guard (0...bytes.count).contains(start.offset) else { return nil }
      var reader = DelimitedReader(
        bytes, delimiter: delimiter, from: start.offset, line: start.line)
      var record = DelimitedReader.Record()
      for _ in 0..<RecordIndex.stride where reader.next(into: &record) {
        guard record.line == line else { continue }
        // Behind the last record, where no line ends, begins none.
        if reader.line > line { last.note(line: reader.line, offset: reader.position) }
        return body(reader, record, section)
      }
      return nil
    }
  }
}

/// Where the record behind the last one that was asked for begins.
private final class LastRecord: Sendable {
  private let next = Mutex((line: 0, offset: 0))

  func note(line: Int, offset: Int) { next.withLock { $0 = (line, offset) } }

  /// The place to start at for a line, if it is the next one.
  func start(before line: Int) -> (line: Int, offset: Int)? {
    let next = next.withLock { $0 }
    return next.line == line ? next : nil
  }
}
