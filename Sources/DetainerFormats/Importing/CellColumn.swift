import DetainerModel

/// A column of the file, with what each distinct cell came to.
struct CellColumn {
  var field: DetainerField
  var name: String
  /// Whether the cells are codes of lift reasons.
  var isCode: Bool
  var raw = TextDictionary()
  /// What the cell came to: the number of a text, a packed day, or a plain number.
  var meaning: [Int] = [0]

  /// A distinct cell as text, whatever its encoding.
  func text(_ code: Int) -> String { raw.withBytes(of: code, decodeText) }
}

/// Which columns make what of a row, the preferred ones first, found once for the header.
struct RowSteps {
  var texts: [(column: Int, field: Int)] = []
  var places: [Int] = []
  var issued: [Int] = []
  var lifted: [Int] = []
  var week: [Int] = []
  var counts: [Int] = []
  var birthYears: [Int] = []
  var duplicates: [Int] = []

  init(_ columns: [(field: DetainerField, rank: Int)] = []) {
    for column in columns.indices.sorted(by: { columns[$0].rank < columns[$1].rank }) {
      let field = columns[column].field
      switch field {
      case .issued: issued.append(column)
      case .lifted: lifted.append(column)
      case .week: week.append(column)
      case .count: counts.append(column)
      case .birthYear: birthYears.append(column)
      case .duplicate: duplicates.append(column)
      case .facility, .city, .state, .county, .countyFIPS, .aor: places.append(column)
      default: if let text = field.textIndex { texts.append((column, text)) }
      }
    }
  }
}
