import DetainerModel

/// Reads the period of a line of a tally: a week, or a month, quarter, year or fiscal year in one
/// column or two (rule 11 of the data).
struct PeriodReader: Sendable {
  /// What a column says by its name.
  enum Kind: String, Sendable {
    /// A date, or the name of any period.
    case week
    case month, quarter, year
    case fiscalYear = "fiscalyear"

    /// What is expected in the column, with an example.
    var words: String {
      switch self {
      case .week: "a date as 2025-01-04 or a period as 2025-01"
      case .month: "a month as 2025-01, or from 1 to 12 beside a year"
      case .quarter: "a quarter as 2025-Q1, or from 1 to 4 beside a calendar year"
      case .year: "a year as 2025"
      case .fiscalYear: "a fiscal year as FY2025"
      }
    }
  }

  /// What the cells of a line come to.
  enum Result: Equatable {
    case period(Period)
    /// A day, which names the week or the report that it belongs to.
    case day(Day)
    case blank
    /// The place of the cell that cannot be read, or says otherwise than another.
    case unreadable(Int)
  }

  /// The names of columns that are of a period where a table has counts.
  static let longer: [Kind] = [.month, .quarter, .year, .fiscalYear]

  /// A cell of a period: its column, its text, and whether a bare number in it may be a date.
  struct Cell {
    var kind: Kind
    var text: String
    var takesNumbers = false
    var countsFrom1904 = false
  }

  /// Reads the cells of a line together.
  static func read(_ cells: [Cell]) -> Result {
    var whole: [(place: Int, period: Period)] = []
    var parts: [(place: Int, length: Period.Length, number: Int)] = []
    var day: (place: Int, day: Day)?
    for (place, cell) in cells.enumerated() {
      switch read(cell) {
      case .blank: continue
      case .period(let period): whole.append((place, period))
      case .day(let found): day = day ?? (place, found)
      case .part(let length, let number): parts.append((place, length, number))
      case .unreadable: return .unreadable(place)
      }
    }
    for part in parts {
      guard let period = period(part.length, part.number, in: whole.map(\.period)) else {
        return .unreadable(part.place)
      }
      whole.append((part.place, period))
    }
    if let day {
      let others = whole.first { !$0.period.days.contains(day.day) }
      return others.map { .unreadable($0.place) } ?? .day(day.day)
    }
    guard let shortest = whole.min(by: { $0.period.size < $1.period.size }) else { return .blank }
    let other = whole.first { !$0.period.contains(shortest.period) }
    return other.map { .unreadable($0.place) } ?? .period(shortest.period)
  }

  /// Whether a cell says something of a period.
  static func says(_ text: String, _ kind: Kind) -> Bool {
    switch read(Cell(kind: kind, text: text)) {
    case .period, .day, .part: true
    case .blank, .unreadable: false
    }
  }

  /// Whether a cell is the name of a month or a longer period, as `2025-01`.
  static func namesLonger(_ text: String) -> Bool {
    let period = Period(ofReportNamed: CellRules.value(of: text))
    return period.map { $0.length != .week && CellRules.number(text) == nil } ?? false
  }

  private enum Meaning {
    case blank, unreadable
    case period(Period)
    case day(Day)
    /// The number of a month or quarter in a year that another cell names.
    case part(Period.Length, Int)
  }

  private static func read(_ cell: Cell) -> Meaning {
    let (kind, text) = (cell.kind, CellRules.value(of: cell.text).lowercased())
    if text.isEmpty { return .blank }
    if let number = CellRules.number(text) {
      switch kind {
      case .month where (1...12).contains(number): return .part(.month, number)
      case .quarter where (1...4).contains(number): return .part(.quarter, number)
      case .year: return named("\(number)")
      case .fiscalYear: return named("fy\(number)")
      default: break
      }
    }
    if let period = Period(ofReportNamed: text), period.length != .week { return .period(period) }
    if case .day(let day) = DateReader.read(
      text, countsFrom1904: cell.countsFrom1904,
      takesNumbers: cell.takesNumbers && kind == .week)
    {
      guard let length = kind.length else { return .day(day) }
      return .period(Period(length, containing: day))
    }
    return wordy(text, kind)
  }

  private static func named(_ name: String) -> Meaning {
    Period(ofReportNamed: name).map { .period($0) } ?? .unreadable
  }

  /// `Q1`, `2025 Q1`, `Q1 2025`, `January 2025`, `Jan`, `FY 25`, `CY2025`.
  private static func wordy(_ text: String, _ kind: Kind) -> Meaning {
    let words = text.split { " -/,".contains($0) }.flatMap(\.lettersAndDigits)
    let numbers = words.compactMap { Int($0) }
    let letters = words.filter { Int($0) == nil }.joined()
    let year = numbers.last { $0 > 99 }
    switch letters {
    case "fy":
      guard numbers.count == 1 else { return .unreadable }
      return named("fy\(numbers[0] < 100 ? numbers[0] + 2000 : numbers[0])")
    case "cy": return numbers.count == 1 ? named("\(numbers[0])") : .unreadable
    case "q":
      guard let number = numbers.first(where: { (1...4).contains($0) }) else { return .unreadable }
      guard let year else { return numbers.count == 1 ? .part(.quarter, number) : .unreadable }
      return numbers.count == 2 ? named("\(year)-q\(number)") : .unreadable
    default:
      guard let month = monthNames.firstIndex(where: { letters == $0 || letters == $0.prefix(3) })
      else { return .unreadable }
      guard let year else { return numbers.isEmpty ? .part(.month, month + 1) : .unreadable }
      return numbers.count == 1 ? named("\(year)-\(month + 1)") : .unreadable
    }
  }

  /// A month or quarter of the year that is named; of a fiscal year only a month is sure, since its
  /// quarters are counted in two ways.
  private static func period(
    _ length: Period.Length, _ number: Int, in years: [Period]
  ) -> Period? {
    if let year = years.first(where: { $0.length == .year }) {
      return Period(ofReportNamed: "\(year.name)-\(length == .quarter ? "q" : "")\(number)")
    }
    guard length == .month, let year = years.first(where: { $0.length == .fiscalYear }) else {
      return nil
    }
    let first = year.start.civil.year
    return Period(ofReportNamed: "\(number >= 10 ? first : first + 1)-\(number)")
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

extension PeriodReader.Kind {
  fileprivate var length: Period.Length? {
    switch self {
    case .week: nil
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .fiscalYear: .fiscalYear
    }
  }
}

extension Substring {
  /// Its runs of digits and of other characters, in order.
  fileprivate var lettersAndDigits: [Substring] {
    var runs: [Substring] = []
    var start = startIndex
    for index in indices.dropFirst()
    where self[index].isNumber != self[self.index(before: index)].isNumber {
      runs.append(self[start..<index])
      start = index
    }
    runs.append(self[start...])
    return runs
  }
}
