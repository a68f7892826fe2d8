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
  var dictionaries = Array(
    repeating: GrowingDictionary(), count: DetainerField.texts.count)

  var lifts: [String: Lifts] = [:]
  private var reportNumbers: [ReportKey: Int] = [:]
  private var jurisdictionNumbers: [Jurisdiction: Int] = [.none: 0]
  private var siteNumbers: [Site: Int] = [:]
  /// The periods that files name, by the numbers in blocks.
  var periods = [Period.none]
  private var periodNumbers: [Period: Int] = [.none: 0]
  var outcomes: [UInt8] = []
  var publishedSources: Set<String> = []
  /// The reports of the source begun last by packed day; -1 for those not asked for yet.
  var reportOfDay: [Int32] = []
  /// Those of the periods that it names.
  var reportOfPeriod: [Int32] = []

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
  /// - Parameter listed: published reports whose rows stand in a file among those of others, each of
  ///   which says itself what became of the detainer.
  public init(published: [Report] = [], listed: [Report] = []) {
    _ = site(Site(facility: "", city: "", jurisdiction: 0, aor: "", placement: .none))
    publishedSources = Set(published.map(\.source))
    for report in published + listed {
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
