import DetainerModel
import Synchronization

/// The columns of a text that are not kept in the table, and where its records begin.
struct OriginalColumns: Sendable {
  /// A stretch of the text under one header: where each of the named columns stands in it, and
  /// those with identifiers of persons, the preferred one first.
  fileprivate struct Section {
    let line: Int
    let columns: [Int?]
    let persons: [Int]
  }

  /// The names of the columns, told apart.
  private(set) var names: [String] = []
  private var sections: [Section] = []
  private let delimiter: UInt8
  private let left: Set<Int>
  private var index = RecordIndex()

  /// Starts without columns; those in `left` have a canonical name but are not read by it.
  init(delimiter: UInt8, without left: Set<Int>) {
    self.delimiter = delimiter
    self.left = left
  }

  /// Takes in the header of the records from a line on: the first, or another one further down.
  mutating func adopt(_ header: ReleaseHeader, from line: Int) {
    let canonical = left.union(header.columns.values.joined())
    let columns = header.names.indices.filter {
      !canonical.contains($0) && !Self.isPersonal(header.names[$0])
    }
    let own = Self.toldApart(
      columns.map { header.names[$0].isEmpty ? "column \($0 + 1)" : header.names[$0] })
    names += own.filter { !names.contains($0) }
    let places = Dictionary(zip(own, columns), uniquingKeysWith: { first, _ in first })
    sections.append(
      Section(
        line: line, columns: names.map { places[$0] }, persons: header.columns[.person] ?? []))
  }

  /// Takes note of where the next record begins.
  mutating func note(line: Int, offset: Int) { index.note(line: line, offset: offset) }

  /// The columns as they can be asked for, as far as the text has been read; nil when there are
  /// none.
  func records(in text: FileBytes) -> (any OriginalRecords)? {
    names.isEmpty && sections.allSatisfy(\.persons.isEmpty)
      ? nil
      : TextRecords(
        names: names, text: text, sections: sections, delimiter: delimiter, index: index)
  }

  /// Whether a column may name or single out a person: releases redact these, and where one does
  /// not, it is still not shown and not exported.
  private static func isPersonal(_ name: String) -> Bool {
    personal.contains(ReleaseHeader.key(name))
  }

  private static let personal: Set<String> = [
    "subjectname", "name", "fullname", "firstname", "lastname", "middlename", "maidenname",
    "alias", "alienfilenumber", "alienfileno", "aliennumber", "afilenumber", "birthdate",
    "dateofbirth", "dob", "ssn", "fbinumber",
  ]

  /// Columns of one name become `Name`, `Name (2)`, `Name (3)`.
  private static func toldApart(_ names: [String]) -> [String] {
    var taken = Set(names)
    var uses: [String: Int] = [:]
    return names.map { name in
      uses[name, default: 0] += 1
      guard var number = uses[name], number > 1 else { return name }
      while !taken.insert("\(name) (\(number))").inserted { number += 1 }
      uses[name] = number
      return "\(name) (\(number))"
    }
  }
}

/// Where every sixteenth record of a text begins.
///
/// A record is found again by reading at most sixteen of them, in whatever order records are asked
/// for; the index takes less than a byte a record.
struct RecordIndex: Sendable {
  static let stride = 16

  private var count = 0
  private var lines: [UInt32] = []
  private var offsets: [Int] = []

  mutating func note(line: Int, offset: Int) {
    if count % Self.stride == 0 {
      lines.append(UInt32(truncatingIfNeeded: line))
      offsets.append(offset)
    }
    count &+= 1
  }

  /// The last noted record that begins at a line or before it.
  func start(before line: Int) -> (line: Int, offset: Int)? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : (Int(lines[low - 1]), offsets[low - 1])
  }
}

/// Columns of a delimited text, read again when they are asked for.
private struct TextRecords: OriginalRecords {
  let names: [String]
  let text: FileBytes
  let sections: [OriginalColumns.Section]
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

  func person(line: Int) -> String {
    withRecord(at: line) { reader, record, section in
      for column in section.persons where column < record.count {
        let value = CellRules.value(of: reader.text(column, of: record), in: .person)
        if !value.isEmpty { return value }
      }
      return ""
    } ?? ""
  }

  /// Finds the record that begins at a line; nil when there is none.
  private func withRecord<Result>(
    at line: Int,
    _ body: (DelimitedReader, DelimitedReader.Record, OriginalColumns.Section) -> Result
  ) -> Result? {
    guard let section = sections.last(where: { $0.line <= line }),
      let start = last.start(before: line) ?? index.start(before: line)
    else { return nil }
    return text.withBytes { bytes in
      var reader = DelimitedReader(
        bytes, delimiter: delimiter, from: start.offset, line: start.line)
      var record = DelimitedReader.Record()
      for _ in 0..<RecordIndex.stride where reader.next(into: &record) {
        guard record.line == line else { continue }
        last.note(line: reader.line, offset: reader.position)
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
