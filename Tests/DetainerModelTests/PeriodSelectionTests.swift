import DetainerModel
import TestSupport
import Testing

/// Reports of weeks, months, quarters and years in one directory, each line by line, against the rule
/// told in plain words: rule 11 of the data.
@Suite struct PeriodSelectionTests {
  /// A line of a tally: its period, source, state, and how many were declined and not.
  struct Line {
    var period: Period
    var source: String
    var state: String
    var declined: Int
    var pending: Int
  }

  private static let names = [
    "2025-01-04", "2025-01-25", "2025-02-01", "2025-02-22", "2025-01", "2025-02", "2025-03",
    "2025-05", "2025-Q1", "2025-Q2", "2025-Q3", "2024", "2025", "FY2025", "FY2026",
    "2025-11-03..2025-11-20",
  ]

  static func lines(_ random: inout SeededGenerator) -> [Line] {
    let periods = names.compactMap { Period(ofReportNamed: $0) }.filter { _ in random.below(3) > 0 }
    return periods.flatMap { period in
      (0..<3).map { _ in
        Line(
          period: period, source: "s\(period.length?.rawValue ?? "days")",
          state: ["TX", "CA"][random.below(2)], declined: random.below(5),
          pending: random.below(5))
      }
    }
  }

  static func data(_ lines: [Line]) -> Dataset {
    var builder = TableBuilder()
    for source in Set(lines.map(\.source)).sorted() {
      builder.begin(Source(name: source, file: source + ".csv"))
      builder.markTally()
      for line in lines where line.source == source {
        for (count, reason) in [(line.declined, "Detainer Declined by LEA"), (line.pending, "")] {
          var row = TableBuilder.Row()
          row.period = line.period
          row.count = count
          row.site = builder.site(
            Site(
              facility: "", city: "",
              jurisdiction: builder.jurisdiction(
                Jurisdiction(state: line.state, county: "", fips: "")),
              aor: "", placement: .none))
          row.texts[0] = builder.text(reason, column: 0)
          builder.append(row)
        }
      }
    }
    return Dataset(table: builder.finished())
  }

  /// The lines that are counted, in plain words: those of the shortest length, and for keys of time
  /// those of longer lengths that lie in one period of the key and share no day with shorter ones.
  private func counted(_ lines: [Line], by length: Period.Length?) -> [Line] {
    var taken: [Line] = []
    for size in Set(lines.map(\.period.size)).sorted() {
      let alike = lines.filter { $0.period.size == size }
      if taken.isEmpty {
        taken = alike
      } else if let length {
        let covered = Set(taken.flatMap { days(of: $0.period) })
        taken += alike.filter { line in
          period(of: line.period, length) != nil
            && covered.isDisjoint(with: days(of: line.period))
        }
      }
    }
    return taken
  }

  private func issued(_ lines: [Line]) -> Int {
    lines.reduce(0) { $0 + $1.declined + $1.pending }
  }

  private func days(of period: Period) -> [Day] {
    (0..<period.dayCount).map { period.start.adding($0) }
  }

  /// The name of the period of a length to which a report belongs.
  private func period(of report: Period, _ length: Period.Length) -> String? {
    if report.length == .week { return length.label(of: report.end) }
    let labels = Set(days(of: report).map { length.label(of: $0) })
    return labels.count == 1 ? labels.first : nil
  }

  @Test(arguments: 0..<300) func countsAsTheRuleSays(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let lines = Self.lines(&random)
    let all = try Selection(Query(), in: Self.data(lines))
    for state in ["TX", "CA"] {
      let expected: [Line] = counted(lines, by: nil).filter { $0.state == state }
      let group = try all.groups(by: [.state]).first { $0.keys == [.text(state)] }
      let declined = expected.reduce(0) { $0 + $1.declined }
      #expect((group?.declined ?? 0) == declined && (group?.issued ?? 0) == issued(expected))
    }
    for length in [Period.Length.month, .quarter, .year, .fiscalYear] {
      var expected: [String: Int] = [:]
      for line in counted(lines, by: length) {
        expected[period(of: line.period, length) ?? KeyValue.notItemisedText, default: 0] +=
          line.declined + line.pending
      }
      var found: [String: Int] = [:]
      for group in try all.groups(by: [length.key]) {
        found[group.keys[0].text(withState: false)] = group.issued
      }
      #expect(found.filter { $0.value > 0 } == expected.filter { $0.value > 0 }, "\(length)")
      let trend = try all.trend(by: length).compactMap { point in
        point.group.map { (point.label, $0.issued ?? 0) }
      }
      #expect(
        Dictionary(trend) { $0 + $1 }.filter { $0.value > 0 }
          == expected.filter { $0.value > 0 }, "trend by \(length)")
    }
    // Each report stands by itself, and its own terms choose it alone.
    let rows = all.weeks()
    #expect(Set(rows.map(\.report.period)) == Set(lines.map(\.period)))
    for row in rows {
      let own: [Line] = lines.filter { $0.period == row.report.period }
      let only = try Selection(
        Query(FilterParser.parse("week:=\(row.report.period.name)")), in: all.dataset)
      #expect(only.chosenReports == [row.number] && row.coveredDays == row.report.period.dayCount)
      let alone = try only.groups(by: [.source]).first?.issued
      #expect((row.group.issued ?? 0) == issued(own) && (alone ?? 0) == issued(own))
    }
  }

  @Test func whatLiesPartlyInANegatedSpanIsInNeitherHalf() throws {
    let lines = ["2025", "FY2025"].compactMap { Period(ofReportNamed: $0) }.map {
      Line(period: $0, source: $0.name, state: "TX", declined: 1, pending: 0)
    }
    func reports(_ filter: String) throws -> [String] {
      try Selection(Query(FilterParser.parse(filter)), in: Self.data(lines)).weeks()
        .map(\.report.period.name)
    }
    #expect(try reports("year:2025") == ["2025"] && reports("-year:2025") == [])
    #expect(
      try reports("fiscal_year:2025") == ["FY2025"] && reports("-year:2020") == ["2025", "FY2025"])
    #expect(try reports("week:2025") == ["2025"] && reports("week:=FY2025") == ["FY2025"])
    #expect(try reports("-week:=2025") == ["FY2025"])
  }
}
