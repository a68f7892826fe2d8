/// The text that the rows of a file were read from, for what is not kept in the table: columns
/// without a canonical name, in the file's own words, and the identifiers of persons.
///
/// The one row that is looked at, or the rows that are exported, are read again from the text.
package protocol OriginalRecords: Sendable {
  /// The names of the columns without a canonical name, every one different, in the order of the
  /// file.
  var names: [String] { get }
  /// What the record that begins at a line says in these columns; empty texts where it says
  /// nothing.
  func values(line: Int) -> [String]

  /// What the record that begins at a line says in one of these columns, by its place among them.
  func value(_ column: Int, line: Int) -> String

  /// What the record that begins at a line says in every column that may be shown, as it stands
  /// in the file; empty where there is no such record.
  func record(line: Int) -> [(name: String, value: String)]

  /// Whether the file has a column with identifiers of persons. Nearly each of them is another
  /// one, so that a dictionary of them would be larger than all other columns together.
  var hasPersons: Bool { get }
  /// The identifier of the person in the record that begins at a line; empty where there is none.
  func person(line: Int) -> String
}

extension DetainerTable {
  /// Whether any file has columns beside the canonical ones.
  package var hasOtherColumns: Bool { originals.contains { $0?.names.isEmpty == false } }

  /// What a row says in the columns without a canonical name, as far as it says anything.
  package func otherValues(_ row: Int) -> [(name: String, value: String)] {
    guard let records = originals[source[row]] else { return [] }
    return zip(records.names, records.values(line: line(row))).filter { !$1.isEmpty }
      .map { (name: $0, value: $1) }
  }

  /// A row as its file has it: every column that may be shown, by the file's own name; of a row
  /// without a file the canonical columns.
  package func originalRecord(_ row: Int) -> [(name: String, value: String)] {
    let record = originals[source[row]]?.record(line: line(row)) ?? []
    return record.isEmpty
      ? DetainerField.allCases.map { ($0.rawValue, value($0, row).plainText) } : record
  }

  /// Whether the file of a row has a column with identifiers of persons.
  func hasPersons(_ row: Int) -> Bool { originals[source[row]]?.hasPersons ?? false }

  /// The detainers of the rows of some ranges that come without the identifier of a person.
  func detainersWithoutPerson(in ranges: [Range<Int>]) -> Int {
    var sum = 0
    for row in ranges.joined() where !hasPersons(row) || text(.person, row).isEmpty {
      sum &+= count(row)
    }
    return sum
  }
}
