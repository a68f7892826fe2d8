/// Gathers rows into a ``DetainerTable``, file after file.
public struct TableBuilder: Sendable {
  /// One row on its way into the table: numbers that the builder gave out, and packed dates.
  public struct Row: Sendable {
    /// The line where the row begins.
    public var line = 0
    /// The issue date.
    public var issued = Day.none
    /// The day the detainer ended.
    public var lifted = Day.none
    /// The week that the file names; not known when the issue date decides.
    public var week = Week.none
    /// How many detainers the row stands for.
    public var count = 1
    /// The number of the place of detention, from ``TableBuilder/site(_:)``.
    public var site = 0
    /// The year of birth; 0 when it is not known.
    public var birthYear = 0
    /// Whether the release marks a likely duplicate.
    public var isDuplicate = false
    /// The numbers of the texts, in the order of ``DetainerField/texts``.
    public var texts = Array(repeating: 0, count: DetainerField.texts.count)

    /// A row in which nothing is known.
    public init() {}
  }

  var table = DetainerTable()

  private(set) var lifts: [String: Lifts] = [:]
  private var reportNumbers: [ReportKey: Int] = [:]
  private var jurisdictionNumbers: [Jurisdiction: Int] = [.none: 0]
  private var siteNumbers: [Site: Int] = [:]
  private var outcomes: [UInt8] = []
  private var publishedSources: Set<String> = []
  private var lastReport: (key: ReportKey, number: Int)?

  private struct ReportKey: Hashable {
    let week: Week
    let source: String
  }

  /// How many rows of a release have ended, and how many of them say when.
  struct Lifts {
    var resolved = 0
    var dated = 0

    /// One basis for a whole release: nine of ten ends must be dated, or most would be lost to no
    /// week.
    var decideWeeks: Bool { dated > 0 && dated * 10 >= resolved * 9 }
  }

  /// Starts with the published reports, whose rows are declines whatever they say, and a site of
  /// which nothing is known.
  public init(published: [Report] = []) {
    _ = site(Site(facility: "", city: "", jurisdiction: 0, aor: "", placement: .none))
    for report in published {
      publishedSources.insert(report.source)
      let key = ReportKey(week: report.week, source: report.source)
      guard reportNumbers[key] == nil else { continue }
      reportNumbers[key] = table.reports.count
      table.reports.append(report)
    }
  }

  /// Begins the rows of another file.
  public mutating func begin(_ source: Source) {
    table.sources.append(source)
    table.originals.append(nil)
  }

  /// Gives the file begun last what it says in columns without a canonical name.
  public mutating func keep(_ records: any OriginalRecords) {
    guard let last = table.originals.indices.last else { return }
    table.originals[last] = records
  }

  /// Gives a source another name, in its files and its reports.
  public mutating func rename(_ name: String, to newName: String) {
    for file in table.sources.indices where table.sources[file].name == name {
      table.sources[file].name = newName
    }
    for report in table.reports.indices where table.reports[report].source == name {
      let week = table.reports[report].week
      table.reports[report].source = newName
      reportNumbers[ReportKey(week: week, source: name)] = nil
      reportNumbers[ReportKey(week: week, source: newName)] = report
    }
    if let moved = lifts.removeValue(forKey: name) {
      lifts[newName, default: Lifts()].resolved += moved.resolved
      lifts[newName, default: Lifts()].dated += moved.dated
    }
    lastReport = nil
  }

  /// Marks the file whose rows are being read as a tally.
  public mutating func markTally() {
    guard let last = table.sources.indices.last, !table.sources[last].isTally else { return }
    table.sources[last].isTally = true
  }

  /// How many rows have been added.
  public var rowCount: Int { table.rowCount }
  /// Whether there is any report, with rows or without.
  public var hasReports: Bool { !table.reports.isEmpty }

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

  /// The number of a text in the column with this place in ``DetainerField/texts``.
  public mutating func text(_ text: String, column: Int) -> Int {
    table.texts[column].dictionary.code(for: text)
  }

  /// Adds a row to the file begun last.
  public mutating func append(_ row: Row) {
    let index = table.rowCount
    table.rowCount += 1
    let source = max(0, table.sources.count - 1)
    let name = table.sources[source].name
    let published = publishedSources.contains(name)
    let week = row.week.isKnown ? row.week : Week(containing: row.issued)
    table.source.append(source)
    table.report.append(report(week: week, source: name))
    table.site.append(row.site)
    // A tally line and a published row belong to the Friday of their week, a record to its own
    // date, which an export gives beside the week.
    let hasOwnDate = row.issued.isKnown && !published && week == Week(containing: row.issued)
    let ownDate = row.week.isKnown && !hasOwnDate ? week.end : row.issued
    table.date.append(ownDate.packed)
    table.issued.append(row.issued.packed)
    table.lifted.append(row.lifted.packed)
    table.birthYear.append(UInt16(truncatingIfNeeded: row.birthYear))
    table.lines.append(UInt32(truncatingIfNeeded: row.line))
    for (column, code) in row.texts.enumerated() { table.texts[column].codes.append(code) }
    let outcome = published ? Outcome.declined.rawValue : outcome(ofLiftReason: row.texts[0])
    table.outcome.append(outcome)
    if !published, outcome != Outcome.pending.rawValue {
      // A week that the file itself names must be the one in which the detainer ended.
      let isDated =
        row.lifted.isKnown && (!row.week.isKnown || row.week == Week(containing: row.lifted))
      lifts[name, default: Lifts()].resolved += 1
      if isDated { lifts[name, default: Lifts()].dated += 1 }
    }
    if row.count != 1 || !table.counts.isEmpty {
      if table.counts.isEmpty { table.counts = Array(repeating: 1, count: index) }
      table.counts.append(UInt32(truncatingIfNeeded: row.count))
    }
    if row.isDuplicate || !table.duplicates.isEmpty {
      if table.duplicates.isEmpty { table.duplicates = Array(repeating: false, count: index) }
      table.duplicates.append(row.isDuplicate)
    }
  }

  mutating func report(week: Week, source: String) -> Int {
    let key = ReportKey(week: week, source: source)
    if let lastReport, lastReport.key == key { return lastReport.number }
    let number =
      reportNumbers[key]
      ?? {
        let number = table.reports.count
        reportNumbers[key] = number
        let kind: Report.Kind = publishedSources.contains(source) ? .published : .built
        table.reports.append(Report(week: week, source: source, kind: kind))
        return number
      }()
    lastReport = (key, number)
    return number
  }

  private mutating func outcome(ofLiftReason code: Int) -> UInt8 {
    while outcomes.count < table.texts[0].dictionary.count {
      let reason = table.texts[0].dictionary[outcomes.count]
      outcomes.append(Outcome(liftReason: reason).rawValue)
    }
    return outcomes[code]
  }
}
