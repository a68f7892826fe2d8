import DetainerModel
import Text

/// The small tables of a data directory, as far as they were read.
struct SideTables {
  var reports: [Report] = []
  var ranks: [Rank] = []
  var figures: [Figure] = []
  var policies: [Policy] = []
  var corrections: [Correction] = []
  var userPlaces = UserPlaces()

  /// The names of the files that are side tables, not records.
  static let names = DataDirectory.tables.map(\.name)

  /// Reads one of the side tables.
  mutating func read(
    _ name: String, _ table: TextTable, places: Places, log: inout DiagnosticLog
  ) {
    // The rows of places.csv say why they are left out themselves.
    if name != "places.csv" { Self.checkCounties(table, places: places, log: &log) }
    switch name {
    case "reports.csv":
      let found = rows(table, needing: ["week", "source"], log: &log) { row, log in
        Self.report(row, log: &log).map { ($0, row.line) }
      }
      reports += Self.firstOnly(found, log: &log) {
        ReportKey(period: $0.period, source: $0.source)
      }
    case "issued.csv":
      let found = rows(table, needing: ["week", "source", "rank"], log: &log) { row, log in
        rank(row, places: places, log: &log).map { ($0, row.line) }
      }
      ranks += Self.firstOnly(found, log: &log, key: RankKey.init)
    case "figures.csv":
      let found = rows(table, needing: ["week", "source", "key_kind"], log: &log) { row, log in
        Self.figure(row, places: places, log: &log).map { ($0, row.line) }
      }
      figures += Self.firstOnly(found, log: &log, key: FigureKey.init)
    case "policies.csv":
      policies += rows(table, needing: ["jurisdiction"], log: &log) { row, _ in
        Self.policy(row)
      }
    case "places.csv":
      readUserPlaces(table, places: places, log: &log)
    default:
      var known: Set<String> = []
      corrections += rows(table, needing: ["id", "weeks"], log: &log) { row, log in
        if !row["id"].isEmpty, !known.insert(row["id"]).inserted {
          log.add(
            .repeatedID, row: row.line, column: "id",
            "“\(excerpt(row["id"]))” is the id of another correction, too; both count.")
        }
        return Self.correction(row, log: &log)
      }
    }
  }

  func rows<Result>(
    _ table: TextTable, needing columns: [String], log: inout DiagnosticLog,
    _ make: (TextTable.Row, inout DiagnosticLog) -> Result?
  ) -> [Result] {
    let missing = columns.filter { !table.columns.contains($0) }
    guard missing.isEmpty else {
      log.add(
        .missingColumn, row: 1,
        "the column \(missing.joined(separator: ", ")) is missing; the table is not used.")
      return []
    }
    return table.rows.compactMap { row in
      if row.count != table.columns.count {
        log.add(
          .raggedRow, row: row.line,
          "the row has \(row.count) cells where the header has \(table.columns.count).")
      }
      guard let result = make(row, &log) else {
        log.add(
          .unreadableRow, row: row.line,
          "the week or a number of the row cannot be read; the row is left out.")
        return nil
      }
      return result
    }
  }

  // MARK: Rows

  private static func report(_ row: TextTable.Row, log: inout DiagnosticLog) -> Report? {
    guard let period = period(row, log: &log) else { return nil }
    var statement = Report.Statement()
    statement.title = row["title"]
    statement.sections = (1...4).map { row["section_\($0)"] }
    statement.published = row["published"]
    statement.pages = count("pages", of: row, log: &log)
    statement.issued = count("issued", of: row, log: &log)
    statement.declined = count("declined", of: row, log: &log)
    statement.status = row["status"]
    statement.caveat = row["caveat"]
    statement.coverage = coverage(row, log: &log)
    statement.sourceURL = row["source_url"]
    statement.confidence = row["confidence"]
    let kinds = Report.Kind.allCases.map(\.rawValue)
    let word = word("kind", of: row, among: kinds, otherwise: "read as published", log: &log)
    let kind = Report.Kind(rawValue: word) ?? .published
    return Report(period: period, source: row["source"], kind: kind, statement: statement)
  }

  /// The period that a row states: what `week` names, or the days from there to `week_end` (rule 11 of
  /// the data).
  private static func period(_ row: TextTable.Row, log: inout DiagnosticLog) -> Period? {
    let (first, last) = (weekName(row["week"]), weekName(row["week_end"]))
    guard let named = Period(ofReportNamed: first) else { return nil }
    guard !last.isEmpty, let start = ClosedRange<Day>(naming: first),
      start.lowerBound == start.upperBound
    else { return named }
    if let end = ClosedRange<Day>(naming: last)?.upperBound, end >= start.lowerBound {
      return Period(ofReport: start.lowerBound...end)
    }
    log.add(
      .unreadableDate, row: row.line, column: "week_end",
      "“\(excerpt(last))” is not a day from \(first) on; the row is taken for \(named.sentenceName)."
    )
    return named
  }

  private static func coverage(
    _ row: TextTable.Row, log: inout DiagnosticLog
  ) -> ClosedRange<Day>? {
    let text = row["coverage"]
    guard !text.isEmpty else { return nil }
    if let period = Period(daysNamed: text) { return period.days }
    log.add(
      .unreadableDate, row: row.line, column: "coverage",
      "“\(excerpt(text))” is not two dates as 2014-10-01..2015-07-19; nothing is stated.")
    return nil
  }

  private func rank(
    _ row: TextTable.Row, places: Places, log: inout DiagnosticLog
  ) -> Rank? {
    let week = Self.weekName(row["week"])
    guard let named = Period(ofReportNamed: week),
      let rank = Self.count("rank", of: row, log: &log)
    else { return nil }
    // A day may be the first of a longer report.
    let day = ClosedRange<Day>(naming: week)?.lowerBound ?? .none
    let stated =
      named.length == .week ? reports.first { $0.begins(on: day, of: row["source"]) } : nil
    return Rank(
      period: stated?.period ?? named, source: row["source"], rank: rank,
      jurisdiction: Self.jurisdiction(
        county: row["county"], state: row["state"], fips: row["county_fips"], places: places),
      issued: Self.count("issued", of: row, log: &log), status: row["status"],
      confidence: row["confidence"], sourceURL: row["source_url"], note: row["note"],
      line: row.line)
  }

  private static func figure(
    _ row: TextTable.Row, places: Places, log: inout DiagnosticLog
  ) -> Figure? {
    guard let period = period(row, log: &log) else { return nil }
    let key = row["key"]
    let figureKey: Figure.Key =
      switch keyKind(of: row, log: &log) {
      case "state": .state(places.state(key)?.code ?? key)
      case "jurisdiction", "county": .jurisdiction(jurisdiction(named: key, places: places))
      case "facility": facility(named: key, places: places)
      case "citizenship": .citizenship(key)
      case "offence", "offense", "crime": .crime(key)
      case let kind: .other(kind: kind, key: key)
      }
    return Figure(
      period: period, source: row["source"], measure: measure(of: row), key: figureKey,
      value: row["value"], number: count("value_number", of: row, log: &log),
      confidence: row["confidence"], sourceURL: row["source_url"], note: row["note"],
      line: row.line)
  }

  // MARK: Places

  private static func jurisdiction(
    county: String, state: String, fips: String, places: Places
  ) -> Jurisdiction {
    if let known = places.county(fips: fips) { return known.jurisdiction }
    let code = places.state(state)?.code ?? state
    return places.county(named: county, state: code)?.jurisdiction
      ?? Jurisdiction(state: code, county: county, fips: "")
  }

  /// Reads `Travis, TX`; a place that is not a county keeps its name (rule 6 of the data).
  private static func jurisdiction(named text: String, places: Places) -> Jurisdiction {
    let (name, state) = split(text)
    return jurisdiction(county: name, state: state, fips: "", places: places)
  }

  /// Reads `Travis County Jail, TX`; the county is the one that the facility's name begins with.
  private static func facility(named text: String, places: Places) -> Figure.Key {
    let (name, state) = split(text)
    let code = places.state(state)?.code ?? state
    let place =
      places.county(inFacility: name, state: code)?.jurisdiction
      ?? Jurisdiction(state: code, county: "", fips: "")
    return .facility(name, place)
  }

  private static func split(_ text: String) -> (name: String, state: String) {
    guard let comma = text.lastIndex(of: ",") else { return (text, "") }
    return (
      singleSpaced(String(text[..<comma])), singleSpaced(String(text[text.index(after: comma)...]))
    )
  }
}
