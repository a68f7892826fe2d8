import DetainerModel

/// The columns of a file that are not kept in the table.
struct OriginalColumns: Sendable {
  /// The names of the columns, told apart.
  private(set) var names: [String] = []
  private(set) var sections: [Section] = []
  private let left: Set<Int>

  /// A stretch of the file under one header: where each of the named columns stands in it, those
  /// with identifiers of persons, the preferred one first, and all that may be shown.
  struct Section: Sendable {
    let line: Int
    let columns: [Int?]
    let persons: [Int]
    let all: [Named]
  }

  /// A column by the name that its file gives it.
  struct Named: Sendable {
    let name: String
    let place: Int
  }

  /// Starts without columns; those in `left` have a canonical name but are not read by it.
  init(without left: Set<Int>) { self.left = left }

  /// Takes in the header of the records from a line on: the first, or another one further down.
  mutating func adopt(_ header: ReleaseHeader, from line: Int) {
    let canonical = left.union(header.columns.values.joined())
    let all = header.names.indices.filter { !Self.isPersonal(header.names[$0]) }
    let columns = all.filter { !canonical.contains($0) }
    let own = Self.toldApart(columns, in: header)
    names += own.map(\.name).filter { !names.contains($0) }
    let places = Dictionary(
      own.map { ($0.name, $0.place) }, uniquingKeysWith: { first, _ in first })
    sections.append(
      Section(
        line: line, columns: names.map { places[$0] }, persons: header.columns[.person] ?? [],
        all: Self.toldApart(all, in: header)))
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
  private static func toldApart(_ places: [Int], in header: ReleaseHeader) -> [Named] {
    let names = places.map { header.names[$0].isEmpty ? "column \($0 + 1)" : header.names[$0] }
    var taken = Set(names)
    var uses: [String: Int] = [:]
    return zip(names, places).map { name, place in
      uses[name, default: 0] += 1
      guard var number = uses[name], number > 1 else { return Named(name: name, place: place) }
      while !taken.insert("\(name) (\(number))").inserted { number += 1 }
      uses[name] = number
      return Named(name: "\(name) (\(number))", place: place)
    }
  }
}
