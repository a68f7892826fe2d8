import DetainerModel

/// The order in which a Table Schema says that dates are written: `%d/%m/%Y`, as in strptime.
struct DateFormat: Hashable, Sendable {
  private enum Part: Hashable {
    case day, month, year, shortYear
    /// A month by its name, which tells itself from a day.
    case monthName
    /// What stands behind the date.
    case rest
    case byte(UInt8)
  }

  private let parts: [Part]

  /// Takes a pattern apart; nil where it has not one day, one month and one year, or what is not known.
  init?(_ pattern: String) {
    var parts: [Part] = []
    var letters = pattern.unicodeScalars.makeIterator()
    while let letter = letters.next() {
      guard letter == "%" else {
        guard letter.isASCII else { return nil }
        // The time of day is of no use, in whatever form.
        if letter == "T" || letter == " ", Self.isDate(parts) { break }
        parts.append(.byte(UInt8(letter.value)))
        continue
      }
      var kind = letters.next()
      if kind == "-" { kind = letters.next() }
      switch kind {
      case "d", "e": parts.append(.day)
      case "m": parts.append(.month)
      case "b", "B", "h": parts.append(.monthName)
      case "Y": parts.append(.year)
      case "y": parts.append(.shortYear)
      default: return nil
      }
    }
    guard Self.isDate(parts) else { return nil }
    self.parts = parts + [.rest]
  }

  private static func isDate(_ parts: [Part]) -> Bool {
    parts.count { $0 == .day } == 1 && parts.count { $0 == .month || $0 == .monthName } == 1
      && parts.count { $0 == .year || $0 == .shortYear } == 1
  }

  /// Whether dates of this form are read so without being told: year, month, day; month, day, year;
  /// or the month by its name.
  var isUsual: Bool {
    let fields = parts.filter { if case .byte = $0 { false } else { $0 != .rest } }
    return fields == [.year, .month, .day] || fields == [.month, .day, .year]
      || fields == [.month, .day, .shortYear] || fields.contains(.monthName)
  }

  /// The day of a cell; nil where it is written in another way, or there is no such day.
  func day(_ cell: UnsafeRawBufferPointer) -> Day? {
    var position = 0
    func number(_ most: Int, least: Int = 1) -> Int? {
      let digits = cell[position...].prefix(most).prefix { (0x30...0x39).contains($0) }
      guard digits.count >= least else { return nil }
      position += digits.count
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    var (year, month, day) = (0, 0, 0)
    for part in parts {
      switch part {
      case .day:
        guard let number = number(2) else { return nil }
        day = number
      case .month:
        guard let number = number(2) else { return nil }
        month = number
      case .year:
        guard let number = number(4, least: 4) else { return nil }
        year = number
      case .shortYear:
        // Reading rule 3.
        guard let number = number(2, least: 2) else { return nil }
        year = number + (number < 70 ? 2000 : 1900)
      case .monthName: return nil
      case .byte(let byte):
        guard position < cell.count, cell[position] == byte else { return nil }
        position += 1
      case .rest:
        guard position == cell.count || cell[position] == Byte.space || cell[position] == 0x54
        else {
          return nil
        }
      }
    }
    return Day(year: year, month: month, day: day)
  }
}
