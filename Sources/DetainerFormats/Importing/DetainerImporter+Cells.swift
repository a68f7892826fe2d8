import DetainerModel

/// What the cells of a row come to: each distinct cell is understood once, on first sight.
extension DetainerImporter {
  /// What a cell of a date comes to that is neither blank nor a date.
  private static let unreadable = 1 << 20

  mutating func isDated(_ codes: [Int]) -> Bool {
    isDated(steps.issued, codes) || isDated(steps.week, codes) || isDated(steps.lifted, codes)
  }

  private mutating func isDated(_ columns: [Int], _ codes: [Int]) -> Bool {
    for column in columns {
      let meaning = dateMeaning(column, codes[column])
      if meaning > 0, meaning != Self.unreadable { return true }
    }
    return false
  }

  /// The first date that the columns of one field have.
  mutating func day(_ columns: [Int], _ codes: [Int], line: Int) -> Day {
    for column in columns {
      let meaning = dateMeaning(column, codes[column])
      if meaning == Self.unreadable {
        log.add(
          .warning, code: "unreadable-date", row: line, column: cells[column].name,
          "“\(cells[column].text(codes[column]))” is not a date between 1900 and 2079; it is read as not known."
        )
      } else if meaning > 0 {
        return Day(packed: UInt16(meaning))
      }
    }
    return .none
  }

  private mutating func dateMeaning(_ column: Int, _ code: Int) -> Int {
    meaning(column, code) { [layout] raw in
      switch DateReader.read(raw, countsFrom1904: layout.countsFrom1904) {
      case .day(let day): Int(day.packed)
      case .blank: 0
      case .unreadable: Self.unreadable
      }
    }
  }

  mutating func isBlank(_ column: Int, _ code: Int) -> Bool {
    code == 0 || numberMeaning(column, code) == .min
  }

  mutating func number(_ column: Int, _ code: Int) -> Int? {
    let meaning = numberMeaning(column, code)
    return code == 0 || meaning == .max || meaning == .min ? nil : meaning
  }

  private mutating func numberMeaning(_ column: Int, _ code: Int) -> Int {
    meaning(column, code) { raw in
      let value = CellRules.value(of: raw)
      return value.isEmpty ? .min : CellRules.number(value) ?? .max
    }
  }

  mutating func textCode(
    _ column: Int, _ code: Int, text: Int, into builder: inout TableBuilder
  ) -> Int {
    let (field, isCode) = (cells[column].field, cells[column].isCode)
    return meaning(column, code) { raw in
      let value = isCode ? CellRules.liftReason(ofCode: raw) : CellRules.value(of: raw, in: field)
      return builder.text(value, column: text)
    }
  }

  /// What a distinct cell came to, found on first sight.
  mutating func meaning(_ column: Int, _ code: Int, _ find: (String) -> Int) -> Int {
    while cells[column].meaning.count < cells[column].raw.count {
      cells[column].meaning.append(find(cells[column].text(cells[column].meaning.count)))
    }
    return cells[column].meaning[code]
  }

  mutating func site(
    _ codes: [Int], line: Int, into builder: inout TableBuilder
  ) -> Int {
    guard !steps.places.isEmpty else { return 0 }
    let key = steps.places.map { UInt32(truncatingIfNeeded: codes[$0]) }
    if let site = sites[key] { return site }
    var stated = SiteReader.Stated()
    for column in steps.places {
      let value = CellRules.value(of: cells[column].text(codes[column]))
      stated.take(value, as: cells[column].field)
    }
    let site = siteReader.site(stated, in: &builder, row: line, log: &log)
    sites[key] = site
    return site
  }
}
