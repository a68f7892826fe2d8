/// Gathers rows into a ``DetainerTable``, file after file.
public struct TableBuilder: Sendable {
  /// One row to be added to the table: numbers that the builder gave out, and packed dates.
  public struct Row: Sendable {
    /// The line where the row begins.
    public var line = 0
    /// The issue date.
    public var issued = Day.none
    /// The day the detainer ended.
    public var lifted = Day.none
    /// The period that the file names; not known when the issue date decides.
    public var period = Period.none
    /// How many detainers the row stands for.
    public var count = 1
    /// The number of the place of detention, from ``TableBuilder/site(_:)``.
    public var site = 0
    /// The year of birth; 0 when it is not known.
    public var birthYear = 0
    /// Whether the release marks a likely duplicate.
    public var isDuplicate = false
    /// Whether the release has lift reasons; without them it is not known what became of it.
    public var hasLiftReason = true
    /// The numbers of the texts, in the order of ``DetainerField/texts``.
    public var texts = Array(repeating: 0, count: DetainerField.texts.count)

    /// A row in which nothing is known.
    public init() {}
  }

  /// What there is beside rows: files, reports and places.
  var table = DetainerTable()
  var rows = GrowingRows()
  private var dictionaries = Array(
    repeating: GrowingDictionary(), count: DetainerField.texts.count)

  private(set) var lifts: [String: Lifts] = [:]
  private var reportNumbers: [ReportKey: Int] = [:]
  private var jurisdictionNumbers: [Jurisdiction: Int] = [.none: 0]
  private var siteNumbers: [Site: Int] = [:]
  /// The periods that files name, by the numbers in blocks.
  private var periods = [Period.none]
  private var periodNumbers: [Period: Int] = [.none: 0]
  private var outcomes: [UInt8] = []
  private var publishedSources: Set<String> = []
  /// The reports of the source begun last by packed day; -1 for those not asked for yet.
  private var reportOfDay: [Int32] = []
  /// Those of the periods that it names.
  private var reportOfPeriod: [Int32] = []

  private struct ReportKey: Hashable {
    let period: Period
    let source: String
  }

  /// How many rows of a release have ended, and how many of them say when.
  struct Lifts {
    var resolved = 0
    var dated = 0

    /// A release has lift dates if one in this many of its ends is dated, at least: half of them, or
    /// most would be lost to no week. Rule 2 of the data sets no limit; this one is ours.
    private static let leastDated = 2

    /// One basis for a whole release.
    var decideWeeks: Bool { dated > 0 && dated * Self.leastDated >= resolved }
  }

  /// Starts with the published reports, whose rows are declines whatever they say, and a site of
  /// which nothing is known.
  public init(published: [Report] = []) {
    _ = site(Site(facility: "", city: "", jurisdiction: 0, aor: "", placement: .none))
    for report in published {
      publishedSources.insert(report.source)
      let key = ReportKey(period: report.period, source: report.source)
      guard reportNumbers[key] == nil else { continue }
      reportNumbers[key] = table.reports.count
      table.reports.append(report)
    }
  }

  /// Begins the rows of another file.
  public mutating func begin(_ source: Source) {
    table.sources.append(source)
    table.originals.append(nil)
    (reportOfDay, reportOfPeriod) = ([], [])
  }

  /// Gives the file begun last what it says in columns without a canonical name.
  package mutating func keep(_ records: any OriginalRecords) {
    guard let last = table.originals.indices.last else { return }
    table.originals[last] = records
  }

  /// Gives a source another name, in its files and its reports.
  package mutating func rename(_ name: String, to newName: String) {
    for file in table.sources.indices where table.sources[file].name == name {
      table.sources[file].name = newName
    }
    for report in table.reports.indices where table.reports[report].source == name {
      let period = table.reports[report].period
      table.reports[report].source = newName
      reportNumbers[ReportKey(period: period, source: name)] = nil
      reportNumbers[ReportKey(period: period, source: newName)] = report
    }
    if let moved = lifts.removeValue(forKey: name) {
      lifts[newName, default: Lifts()].resolved += moved.resolved
      lifts[newName, default: Lifts()].dated += moved.dated
    }
    (reportOfDay, reportOfPeriod) = ([], [])
  }

  /// Marks the file whose rows are being read as a tally.
  public mutating func markTally() {
    guard let last = table.sources.indices.last, !table.sources[last].isTally else { return }
    table.sources[last].isTally = true
  }

  /// Whether the rows of a source are those of published reports, and so declines.
  package func isPublished(_ source: String) -> Bool { publishedSources.contains(source) }

  /// How many rows have been added.
  public var rowCount: Int { rows.count }
  /// Whether there is any report, with rows or without.
  package var hasReports: Bool { !table.reports.isEmpty }

  /// The number of a jurisdiction.
  public mutating func jurisdiction(_ jurisdiction: Jurisdiction) -> Int {
    if let number = jurisdictionNumbers[jurisdiction] { return number }
    let number = table.jurisdictions.count
    jurisdictionNumbers[jurisdiction] = number
    table.jurisdictions.append(jurisdiction)
    return number
  }

  /// The number of a place of detention.
  public mutating func site(_ site: Site) -> Int {
    if let number = siteNumbers[site] { return number }
    let number = table.sites.count
    siteNumbers[site] = number
    table.sites.append(site)
    return number
  }

  /// The number of a period that the file begun last names, which a report covers whole.
  public mutating func period(_ period: Period) -> Int {
    if let number = periodNumbers[period] { return number }
    let number = periods.count
    periodNumbers[period] = number
    periods.append(period)
    return number
  }

  /// The number of the period that a day names: that of a published report of the file begun last
  /// which begins on it, else the week that contains it.
  public mutating func period(naming day: Day) -> Int {
    let name = table.sources.last?.name ?? ""
    let stated =
      publishedSources.contains(name)
      ? table.reports.first { $0.begins(on: day, of: name) }?.period : nil
    return period(stated ?? Period(.week, containing: day))
  }

  /// The number of a text in the column with this place in ``DetainerField/texts``.
  public mutating func text(_ text: String, column: Int) -> Int {
    dictionaries[column].code(for: text)
  }

  /// Adds a row to the file begun last.
  public mutating func append(_ row: Row) {
    var block = RowBlock(capacity: 1)
    block.count = 1
    block.lines[0] = UInt32(truncatingIfNeeded: row.line)
    block.issued[0] = row.issued.packed
    block.lifted[0] = row.lifted.packed
    block.periods[0] = UInt32(truncatingIfNeeded: period(row.period))
    block.counts[0] = UInt32(truncatingIfNeeded: row.count)
    block.sites[0] = UInt32(truncatingIfNeeded: row.site)
    block.birthYears[0] = UInt16(truncatingIfNeeded: row.birthYear)
    block.duplicates[0] = row.isDuplicate ? 1 : 0
    block.outcomes = [row.hasLiftReason ? RowBlock.unstated : Outcome.unknownCode]
    block.texts = row.texts.map { [UInt32(truncatingIfNeeded: $0)] }
    append(block)
  }

  /// Adds rows to the file begun last.
  public mutating func append(_ block: RowBlock) {
    let source = max(0, table.sources.count - 1)
    let name = table.sources.last?.name ?? ""
    let isPublished = publishedSources.contains(name)
    let first = rows.count
    rows.append(block)
    rows.source.append(repeating: UInt32(truncatingIfNeeded: source), count: block.count)
    appendReports(of: block, source: name, isPublished: isPublished)
    appendOutcomes(of: block, isPublished: isPublished)
    if !isPublished { countLifts(of: block, from: first, source: name) }
  }

  /// Rows belong to the report of the period that is named, else of the week of the issue date.
  private mutating func appendReports(of block: RowBlock, source: String, isPublished: Bool) {
    if reportOfDay.isEmpty { reportOfDay = Array(repeating: -1, count: Int(UInt16.max) + 1) }
    while reportOfPeriod.count < periods.count { reportOfPeriod.append(-1) }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(block.count)
    var dates = Array(block.issued[..<block.count])
    for row in 0..<block.count {
      let (issued, named) = (Int(block.issued[row]), Int(block.periods[row]))
      guard named != 0 else {
        if reportOfDay[issued] < 0 {
          let week = Period(.week, containing: Day(packed: UInt16(issued)))
          reportOfDay[issued] = Int32(report(of: week, source: source))
        }
        numbers.append(UInt32(bitPattern: reportOfDay[issued]))
        continue
      }
      let period = periods[named]
      if reportOfPeriod[named] < 0 {
        reportOfPeriod[named] = Int32(report(of: period, source: source))
      }
      numbers.append(UInt32(bitPattern: reportOfPeriod[named]))
      // A tally line and a published row belong to the last day of their period, the Friday of a
      // week; a record to its own date, which an export gives beside the week.
      let hasOwnDate =
        issued != 0 && !isPublished && period.days.contains(Day(packed: block.issued[row]))
      if !hasOwnDate { dates[row] = period.end.packed }
    }
    rows.date.append(contentsOf: dates)
    rows.report.append(contentsOf: numbers[...])
  }

  /// A row of Section II is declined whatever its lift reason says; of a file without a column of
  /// lift reasons it is not known what became of the detainers.
  private mutating func appendOutcomes(of block: RowBlock, isPublished: Bool) {
    while outcomes.count < dictionaries[0].count {
      outcomes.append(Outcome(liftReason: dictionaries[0][outcomes.count]).rawValue)
    }
    let reasons = block.texts[0]
    if !isPublished, !block.outcomes.isEmpty {
      rows.outcome.append(block.count) { room in
        for row in room.indices {
          let stated = block.outcomes[row]
          room[row] =
            stated != RowBlock.unstated
            ? stated : reasons.isEmpty ? Outcome.unknownCode : outcomes[Int(reasons[row])]
        }
      }
    } else if isPublished || reasons.isEmpty {
      let outcome = isPublished ? Outcome.declined.rawValue : Outcome.unknownCode
      rows.outcome.append(block.count) { $0.initialize(repeating: outcome) }
    } else {
      rows.outcome.append(block.count) { room in
        for row in room.indices { room[row] = outcomes[Int(reasons[row])] }
      }
    }
  }

  private mutating func countLifts(of block: RowBlock, from first: Int, source: String) {
    var resolved = 0
    var dated = 0
    for row in 0..<block.count
    where Outcome.isResolved(code: rows.outcome[first + row]) {
      resolved += 1
      let (lifted, named) = (block.lifted[row], Int(block.periods[row]))
      // A period that the file itself names must be the one in which the detainer ended.
      if lifted != 0, named == 0 || periods[named].days.contains(Day(packed: lifted)) {
        dated += 1
      }
    }
    guard resolved > 0 else { return }
    lifts[source, default: Lifts()].resolved += resolved
    lifts[source, default: Lifts()].dated += dated
  }

  /// The number of the report of a source on a period.
  mutating func report(of period: Period, source: String) -> Int {
    let key = ReportKey(period: period, source: source)
    if let number = reportNumbers[key] { return number }
    let number = table.reports.count
    reportNumbers[key] = number
    let kind: Report.Kind = publishedSources.contains(source) ? .published : .built
    table.reports.append(Report(period: period, source: source, kind: kind))
    return number
  }

  /// Makes room for so many rows altogether, where it is known about how many there will be.
  public mutating func reserve(_ rows: Int) { self.rows.reserve(rows) }

  /// The table with the rows so far.
  var filled: DetainerTable {
    var table = table
    for (column, dictionary) in dictionaries.enumerated() {
      table.texts[column].dictionary = dictionary.dictionary
    }
    rows.fill(&table)
    return table
  }
}
