/// Dates, numbers, and how far they reach: `>30`, `2017-01..2017-03`, `..2017`.
extension FilterParser {
  /// The period longer than a week of which just the reports are asked for, as `=2025`.
  static func longerPeriod(_ text: String) -> Period? {
    guard text.hasPrefix("="), let period = Period(ofReportNamed: text.dropFirst()) else {
      return nil
    }
    return period.length == .week ? nil : period
  }

  static func span(_ text: String, of field: FilterField) -> ClosedRange<Day>? {
    let read: (Substring) -> ClosedRange<Day>? = { part in
      // A fiscal year may be typed without its letters, and a day named to `week:` means its whole
      // week.
      if field == .fiscalYear, part.utf8.count == 4, Int(part) != nil {
        return ClosedRange(naming: "FY" + part)
      }
      guard let span = ClosedRange<Day>(naming: part) else { return nil }
      if field == .week {
        // A longer span names the weeks that begin in it; one day names the week that contains it.
        return span.lowerBound == span.upperBound
          ? Period(.week, containing: span.lowerBound)
            .start...Period(.week, containing: span.lowerBound).start
          : span
      }
      return span
    }
    guard let (operation, operands) = comparison(text) else { return nil }
    switch operation {
    case .range:
      let low = operands[0].isEmpty ? Day.first...Day.first : read(operands[0])
      let high = operands[1].isEmpty ? Day.last...Day.last : read(operands[1])
      guard let low, let high, low.lowerBound <= high.upperBound else { return nil }
      return low.lowerBound...high.upperBound
    case .equal: return read(operands[0])
    case .atLeast: return read(operands[0]).map { $0.lowerBound...Day.last }
    case .atMost: return read(operands[0]).map { Day.first...$0.upperBound }
    case .above:
      return read(operands[0]).flatMap {
        $0.upperBound < .last ? $0.upperBound.adding(1)...Day.last : nil
      }
    case .below:
      return read(operands[0]).flatMap {
        $0.lowerBound > .first ? Day.first...$0.lowerBound.adding(-1) : nil
      }
    }
  }

  static func numbers(_ text: String) -> ClosedRange<Int>? {
    guard let (operation, operands) = comparison(text) else { return nil }
    // The open ends take in every sum; nothing is ever added to them.
    let (least, most) = (Int.min, Int.max)
    if operation == .range {
      let low = operands[0].isEmpty ? least : number(operands[0])
      let high = operands[1].isEmpty ? most : number(operands[1])
      guard let low, let high, low <= high else { return nil }
      return low...high
    }
    guard let number = number(operands[0]) else { return nil }
    return switch operation {
    case .equal, .range: number...number
    case .atLeast: number...most
    case .atMost: least...number
    case .above: (number + 1)...most
    case .below: least...(number - 1)
    }
  }

  private static func number(_ text: Substring) -> Int? {
    Int(text).flatMap { CountBound.filter.contains($0) ? $0 : nil }
  }

  /// Whether a text would be numbers if they were not beyond all that is counted.
  static func isBeyondAllNumbers(_ text: String) -> Bool {
    guard let (_, operands) = comparison(text) else { return false }
    let isNumber = { (operand: Substring) in
      let digits = operand.drop { $0 == "-" || $0 == "+" }
      return operand.utf8.count - digits.utf8.count <= 1 && !digits.isEmpty
        && digits.utf8.allSatisfy { (48...57).contains($0) }
    }
    return operands.allSatisfy { $0.isEmpty || isNumber($0) }
      && operands.contains { !$0.isEmpty && number($0) == nil }
  }

  /// Whether a text is a range of two ends that are in the wrong order.
  static func isReversed(_ text: String, _ read: (String) -> Bool) -> Bool {
    guard let (operation, operands) = comparison(text), operation == .range else { return false }
    return operands.allSatisfy { !$0.isEmpty && read(String($0)) }
  }

  private enum Comparison { case equal, atLeast, atMost, above, below, range }

  private static func comparison(_ text: String) -> (Comparison, [Substring])? {
    let prefixes: [(String, Comparison)] = [
      (">=", .atLeast), ("<=", .atMost), (">", .above), ("<", .below), ("=", .equal),
    ]
    for (prefix, operation) in prefixes where text.hasPrefix(prefix) {
      let operand = text.dropFirst(prefix.count)
      return operand.isEmpty ? nil : (operation, [operand])
    }
    if let (low, high) = text.rangeEnds {
      return low.isEmpty && high.isEmpty ? nil : (.range, [low, high])
    }
    return text.isEmpty ? nil : (.equal, [text[...]])
  }
}

extension StringProtocol {
  /// What stands before and after the first `..`; nil where there is none.
  var rangeEnds: (low: SubSequence, high: SubSequence)? {
    let dots = indices.first { self[$0...].hasPrefix("..") }
    return dots.map { (self[..<$0], self[$0...].dropFirst(2)) }
  }
}
