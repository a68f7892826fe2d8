import DetainerModel

/// The columns of a text that are not kept in the table, and where its records begin.
struct OriginalColumns: Sendable {
  /// The names of the columns, told apart.
  private(set) var names: [String] = []
  private var sections: [TextRecords.Section] = []
  private let delimiter: UInt8
  private let left: Set<Int>
  private var index = GrowingRecordIndex()

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
      TextRecords.Section(
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
        names: names, text: text, sections: sections, delimiter: delimiter, index: index.index)
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
