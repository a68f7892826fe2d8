import CReference

/// A reference table of the project, as rows of texts under its header's names.
struct ReferenceTable {
  private let columns: [String: Int]
  let rows: [[String]]

  static let facilities = ReferenceTable(cref_facilities, cref_facilities_size)
  static let states = ReferenceTable(cref_states, cref_states_size)
  static let counties = ReferenceTable(cref_counties, cref_counties_size)
  static let aors = ReferenceTable(cref_aors, cref_aors_size)
  static let charges = ReferenceTable(cref_msc_charges, cref_msc_charges_size)

  private init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    var lines = text.split(separator: "\n").map(Self.fields)
    let header = lines.removeFirst()
    columns = Dictionary(uniqueKeysWithValues: zip(header, header.indices))
    rows = lines
  }

  /// The values of a column; a table without it is a mistake in this package.
  subscript(name: String) -> [String] {
    guard let column = columns[name] else {
      preconditionFailure("the reference table has no column \(name)")
    }
    return rows.map { $0[column] }
  }

  /// The fields of a line of commas; neither tables nor generated files hold line breaks in one.
  static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
