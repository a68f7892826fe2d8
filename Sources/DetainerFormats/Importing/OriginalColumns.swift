import DetainerModel

/// The columns of a file that are not kept in the table.
struct OriginalColumns: Sendable {
  /// The names of the columns, told apart.
  private(set) var names: [String] = []
  private(set) var sections: [Section] = []
  private let left: Set<Int>

  /// A stretch of the file under one header: where each of the named columns stands in it, and
  /// those with identifiers of persons, the preferred one first.
  struct Section: Sendable {
    let line: Int
    let columns: [Int?]
    let persons: [Int]
  }

  /// Starts without columns; those in `left` have a canonical name but are not read by it.
  init(without left: Set<Int>) { self.left = left }

  /// Whether nothing is to be read again.
  var isEmpty: Bool { names.isEmpty && sections.allSatisfy(\.persons.isEmpty) }

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
