import DetainerModel

/// A column of the file, with what each distinct cell came to.
struct CellColumn: Sendable {
  /// What stands for a cell that was not looked at yet.
  static let unset = Int.min

  var field: DetainerField
  var name: String
  /// What the cells say of a period, where the column is one of periods.
  var period: PeriodReader.Kind?
  /// Whether the cells are codes of lift reasons.
  var isCode: Bool
  /// Whether a bare number may be a date: in a text only where the header says so; a workbook has
  /// numbers.
  var takesNumbers: Bool
  /// Whether the cells are moments in Greenwich whose local date is not said, until that is told.
  var isZoned = false
  var raw = GrowingDictionary()
  /// What the cell came to: the number of a text, a packed day, or a plain number.
  var meaning: [Int] = []
  /// Cells of which the first row is worth a finding and has not come: a page of a Parquet file tells
  /// at once which cells it may have.
  var awaitedErrors: Set<Int> = []
  var awaitedWithheld: Set<Int> = []
  var awaitedMoments: Set<Int> = []
  /// Whether the cells withhold what they say, as far as that was found of any.
  private var areWithheld: [Bool] = []
  /// What the cells say that were asked for as texts.
  private var values: [String?] = []
  /// Whether the cells are words for all places, as far as they were asked for that.
  private var areTotals: [Bool?] = []

  init(
    field: DetainerField, name: String, period: PeriodReader.Kind? = nil, isCode: Bool = false,
    takesNumbers: Bool = false
  ) {
    self.field = field
    self.name = name
    self.period = period
    self.isCode = isCode
    self.takesNumbers = takesNumbers
  }

  /// A distinct cell as text, whatever its encoding.
  func text(_ code: Int) -> String { raw.withBytes(of: code, decodeText) }

  /// What a distinct cell says, found on first sight.
  mutating func value(_ code: Int) -> String {
    while values.count < raw.count { values.append(nil) }
    if let known = values[code] { return known }
    let value = CellRules.value(of: text(code))
    values[code] = value
    return value
  }

  /// Whether a distinct cell is a word for all places, found on first sight.
  mutating func isTotal(_ code: Int) -> Bool {
    while areTotals.count < raw.count { areTotals.append(nil) }
    if let known = areTotals[code] { return known }
    let isTotal = StrayRow.isTotalOfPlaces(CellRules.cleaned(text(code)))
    areTotals[code] = isTotal
    return isTotal
  }

  /// Notes that a distinct cell withholds what it says.
  mutating func withhold(_ code: Int) {
    while areWithheld.count <= code { areWithheld.append(false) }
    areWithheld[code] = true
  }

  /// Whether a distinct cell withholds what it says.
  func withholds(_ code: Int) -> Bool { code < areWithheld.count && areWithheld[code] }

  /// Makes room for the cells that were first seen in the last step.
  mutating func extendMeaning() {
    while meaning.count < raw.count { meaning.append(Self.unset) }
  }
}

/// A person of whom the rows of a day are marked as likely duplicates of one another.
struct MarkedPerson: Hashable, Sendable {
  let person: String
  /// The packed date of issue.
  let issued: UInt16
}

/// Which columns make what of a row, the preferred ones first, found once for the header.
struct RowSteps: Sendable {
  var texts: [(field: Int, columns: [Int])] = []
  var places: [Int] = []
  var issued: [Int] = []
  var lifted: [Int] = []
  var periods: [Int] = []
  var counts: [Int] = []
  var birthYears: [Int] = []
  var duplicates: [Int] = []
  var outcomes: [Int] = []

  /// - Parameter columns: those of the header; texts that are not asked for make nothing.
  init(_ columns: [(field: DetainerField, rank: Int, isAskedFor: Bool)] = []) {
    for column in columns.indices.sorted(by: { columns[$0].rank < columns[$1].rank }) {
      let field = columns[column].field
      switch field {
      case .issued: issued.append(column)
      case .lifted: lifted.append(column)
      case .week: periods.append(column)
      case .count: counts.append(column)
      case .birthYear: birthYears.append(column)
      case .duplicate: duplicates.append(column)
      case .outcome: outcomes.append(column)
      case .facility, .city, .state, .county, .countyFIPS, .aor: places.append(column)
      default:
        // A code may place a record, and is a text of its own too.
        if field == .facilityCode { places.append(column) }
        guard let text = field.textIndex, columns[column].isAskedFor else { continue }
        if let known = texts.firstIndex(where: { $0.field == text }) {
          texts[known].columns.append(column)
        } else {
          texts.append((text, [column]))
        }
      }
    }
    // A tally may name a month where records have their date of issue.
    if !counts.isEmpty { periods += issued }
  }
}
