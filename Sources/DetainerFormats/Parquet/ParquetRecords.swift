import DetainerModel
import Synchronization

/// Columns of a Parquet file, read again when they are asked for.
final class ParquetRecords: OriginalRecords {
  let names: [String]
  let sections: [OriginalColumns.Section]
  let file: FileBytes
  /// What was read last, since the next row that is asked for is mostly the one behind it; nil
  /// before the footer was read.
  private let rows: Mutex<ParquetRows?>

  /// - Parameter table: the footer; nil to read it once something is asked for.
  init(
    _ names: [String], _ sections: [OriginalColumns.Section], _ table: ParquetTable?,
    _ file: FileBytes
  ) {
    self.names = names
    self.sections = sections
    self.file = file
    rows = Mutex(table.map(ParquetRows.init))
  }

  /// What stands in place of a value that cannot be read.
  private static let unreadable = "(cannot be read)"

  var hasPersons: Bool { sections.contains { !$0.persons.isEmpty } }

  func values(line: Int) -> [String] {
    let columns = section(of: line)?.columns ?? []
    var texts = texts(of: columns.compactMap(\.self), on: line)[...]
    let values = columns.map { $0 == nil ? "" : CellRules.value(of: texts.popFirst() ?? "") }
    // Columns that only a later header names are empty above it.
    return values + names.dropFirst(values.count).map { _ in "" }
  }

  func value(_ column: Int, line: Int) -> String {
    guard let columns = section(of: line)?.columns, column < columns.count,
      let place = columns[column]
    else { return "" }
    return CellRules.value(of: texts(of: [place], on: line).first ?? "")
  }

  func person(line: Int) -> String {
    for column in section(of: line)?.persons ?? [] {
      let text = texts(of: [column], on: line).first ?? ""
      let value = CellRules.value(of: text, in: .person)
      if !value.isEmpty { return value }
    }
    return ""
  }

  func record(line: Int) -> [(name: String, value: String)] {
    let columns = section(of: line)?.all ?? []
    let values = texts(of: columns.map(\.place), on: line)
    return zip(columns, values).map { ($0.name, $1) }
  }

  private func section(of line: Int) -> OriginalColumns.Section? {
    sections.last { $0.line <= line }
  }

  private func texts(of columns: [Int], on line: Int) -> [String] {
    guard let row = ParquetTable.row(on: line) else { return [] }
    return file.withBytes { bytes in
      rows.withLock { rows in
        if rows == nil { rows = (try? ParquetTable(bytes)).map(ParquetRows.init) }
        return columns.map { column in
          guard let count = rows?.table.columns.count, column < count else { return "" }
          return (try? rows?.text(column, row: row, in: bytes)) ?? Self.unreadable
        }
      }
    }
  }
}
