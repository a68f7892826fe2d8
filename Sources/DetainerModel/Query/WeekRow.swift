/// A row of the list of weeks: one report, counted.
public struct WeekRow: Hashable, Sendable {
  /// The report.
  public let report: Report
  /// Its number in the table.
  public let number: Int
  /// What was counted of it.
  public let group: Group
  /// How many days of its period it covers.
  public let coveredDays: Int

  /// Whether it covers its period only in part.
  public var isPart: Bool { report.period.isKnown && coveredDays < report.period.dayCount }
}

extension Selection {
  /// The reports that the terms choose, of every length, with their counts, newest first or oldest
  /// first; those of one period keep their order, and those of none come last.
  public func weeks(oldestFirst: Bool) -> [WeekRow] {
    guard oldestFirst else { return weeks() }
    let periods = Dictionary(grouping: weeks(), by: \.report.period)
    return periods.keys.sorted { $0.isKnown == $1.isKnown ? $0 < $1 : $0.isKnown }
      .flatMap { periods[$0] ?? [] }
  }

  /// The reports that the terms choose, of every length, with their counts, newest first.
  public func weeks() -> [WeekRow] {
    choosesAll ? dataset.cache.weeks { findWeeks() } : findWeeks()
  }

  private func findWeeks() -> [WeekRow] {
    let groups = groupsOfReports
    let stated = reportsThatStateNone
    let ofCities = groupsOfCities
    return allReports.compactMap { number in
      let report = dataset.table.reports[number]
      let none = stated.contains(number) ? Group(none: report.key) : nil
      return (groups[report.key] ?? none ?? ofCities(report)).map {
        WeekRow(
          report: report, number: number, group: $0, coveredDays: dataset.coveredDays(of: report))
      }
    }
  }

  /// What a built report may have of a city that its records do not name: a week of it is not one
  /// without detainers (rule 4 of what is not known).
  private var groupsOfCities: (Report) -> Group? {
    guard hasPlaceTerm, hasBuiltReport, showsDeclined else { return { _ in nil } }
    let isOfDeclined = hasOutcomeTerm
    let silences = Dictionary(
      ofEachLength.compactMap { selection in
        selection.chosenReports.first.map {
          (dataset.table.reports[$0].period.size, SilenceOfRecords(selection, by: Report.keys))
        }
      }, uniquingKeysWith: { first, _ in first })
    return { report in
      guard report.kind == .built, report.period.isKnown,
        let group = silences[report.period.size]?.groupOfCity(report.key),
        !isOfDeclined || group.known.mayBeSome, passesGroupSize(group)
      else { return nil }
      return group
    }
  }

  /// The report to open first: of the period to open, else of the shortest length the newest that
  /// covers its whole period, else the newest.
  package func startRow(among rows: [WeekRow]) -> WeekRow? {
    let dated = rows.filter(\.report.period.isKnown)
    let shortest = dated.map(\.report.period).shortest
    let alike = dated.filter { $0.report.period.size == shortest }
    return dated.first { $0.report.period == dataset.startPeriod } ?? alike.first { !$0.isPart }
      ?? alike.first ?? rows.first
  }

  /// The reports with a line of a tally that counts nobody: a stated 0, and no week that is missing.
  private var reportsThatStateNone: Set<Int> {
    let counts = dataset.table.counts
    guard !counts.isEmpty, passesGroupSize(.zero) else { return [] }
    var rows = chosen.shown
    rows.formIntersection(chosen.counted)
    var reports: Set<Int> = []
    rows.forEach { if counts[$0] == 0 { reports.insert(dataset.table.report[$0]) } }
    return reports
  }

  /// How many named places have a decline, by period and source.
  func placesWithDecline() -> [[KeyValue]: Int] {
    var places: [[KeyValue]: Int] = [:]
    for selection in ofEachLength {
      var rest = selection
      // Who asks for groups of a size gets groups; else rows of records need only be ticked off.
      if selection.passesAllGroups, dataset.rowsWithoutOutcome == nil {
        places.merge(selection.builtPlacesWithDecline, uniquingKeysWith: +)
        rest = selection.ofPublishedReports
      }
      let groups = rest.uncheckedGroups(by: [.week, .source, .jurisdiction]) {
        $0.builtDeclined > 0
      }
      for group in groups
      where !group.keys[2].isUnknown && (group.declined ?? 0) > 0 {
        places[Array(group.keys.prefix(2)), default: 0] += 1
      }
    }
    return places
  }

  /// The published reports of the selection alone.
  private var ofPublishedReports: Selection {
    counting(
      together.limited(
        to: zip(dataset.table.reports, reports).map { $0.kind == .published && $1 },
        in: dataset.table))
  }

  /// How many named places have a decline among the rows of built reports.
  private var builtPlacesWithDecline: [[KeyValue]: Int] {
    let known = choosesAll ? dataset.knownSums?.decliningPlaces : nil
    let counts = known ?? dataset.decliningPlaces(among: together.counted)
    let declining = counts.indices.filter { counts[$0] > 0 && reports[$0] }
    return Dictionary(
      declining.map { (dataset.table.reports[$0].key, counts[$0]) }, uniquingKeysWith: +)
  }
}

extension Dataset {
  /// How many named places have a decline among some rows of each built report.
  func decliningPlaces(among rows: RowSet) -> [Int] {
    let places = keyColumns([.jurisdiction])[0]
    let isNamed = places.values.map { !$0.isUnknown }
    let isBuilt = table.reports.map { $0.kind == .built }
    var declined = RowSet(universe: table.rowCount)
    declined.insertRows(
      of: .narrow(table.outcome),
      in: (0..<Outcome.codeCount).map { $0 == Int(Outcome.declined.rawValue) })
    declined.formIntersection(rows)
    var pairs = RowSet(universe: table.reports.count * places.values.count)
    declined.forEach { row in
      let (report, place) = (table.report[row], Int(places.groups[table.site[row]]))
      if isBuilt[report], isNamed[place], table.count(row) > 0 {
        pairs.insert(report * places.values.count + place)
      }
    }
    var counts = Array(repeating: 0, count: table.reports.count)
    pairs.forEach { counts[$0 / places.values.count] += 1 }
    return counts
  }
}

extension Group {
  /// Nobody at all, as a built report says.
  fileprivate init(none keys: [KeyValue]) {
    self.init(
      keys: keys, issued: 0, knownResolved: .zero, known: .zero, listed: 0, hasBuilt: true,
      hasUnknownOutcomes: false, shareBase: nil)
  }
}
