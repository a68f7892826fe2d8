extension ClosedRange<Day> {
  /// Reads the span that a date or period names, as it is typed in a filter.
  ///
  /// `2017`, `2017-01`, `2017-01-28`, `2017-Q1` and `FY2017` are understood, letters in either
  /// case.
  public init?(naming text: some StringProtocol) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first else { return nil }
    if parts.count == 1, head.hasPrefix("fy"), let year = Self.year(head.dropFirst(2)) {
      self.init(from: (year - 1, 10), through: (year, 9))
    } else if let year = Self.year(head) {
      switch parts.count {
      case 1: self.init(from: (year, 1), through: (year, 12))
      case 2 where parts[1].count == 2 && parts[1].hasPrefix("q"):
        guard let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) else { return nil }
        self.init(from: (year, quarter * 3 - 2), through: (year, quarter * 3))
      case 2:
        guard let month = Self.number(parts[1]) else { return nil }
        self.init(from: (year, month), through: (year, month))
      case 3:
        guard let month = Self.number(parts[1]), let number = Self.number(parts[2]),
          let day = Day(year: year, month: month, day: number)
        else { return nil }
        self = day...day
      default: return nil
      }
    } else {
      return nil
    }
  }

  private init?(from start: (year: Int, month: Int), through end: (year: Int, month: Int)) {
    guard let first = Day(year: start.year, month: start.month, day: 1),
      let last = Day(
        year: end.year, month: end.month, day: Day.length(ofMonth: end.month, year: end.year))
    else { return nil }
    self = first...last
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    text.utf8.count == 4 ? Int(text) : nil
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
      ? Int(text) : nil
  }
}
