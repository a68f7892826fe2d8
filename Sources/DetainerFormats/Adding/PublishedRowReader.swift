import DetainerModel
import Text

/// Reads and checks the rows that someone has typed from a published report.
struct PublishedRowReader {
  /// A row in stored form, by canonical column.
  typealias Row = [DetainerField: String]

  /// How many sentences about bad rows are said.
  private static let shown = 100
  /// No form of a detainer is older.
  private static let oldest = Day(year: 1980, month: 1, day: 1) ?? .first

  let report: Report
  let dataset: Dataset
  let target: PublishedTarget

  private var places: Places { dataset.places }

  /// Reads a file; throws a sentence for each row that cannot be taken.
  func read(_ input: ReleaseInput) throws(ImportError) -> [Row] {
    let (path, table) = (input.path, try self.table(input))
    var columns: [DetainerField: String] = [:]
    var problems: [String] = []
    let known = Set(target.header.compactMap(ReleaseHeader.canonicalField))
    for name in table.columns {
      let field = ReleaseHeader.canonicalField(name)
      if let field, known.contains(field), columns[field] == nil {
        columns[field] = name
      } else if field.map({ columns[$0] != nil }) ?? false {
        problems.append("\(path):1: the column “\(name)” is there twice; take one of them out.")
      } else if table.rows.contains(where: { !$0[name].isEmpty }) || field == nil {
        problems.append(
          "\(path):1: the rows of the report have no column “\(name)”; take it out. The columns are \(target.header.joined(separator: ", "))."
        )
      }
    }
    if columns[.state] == nil {
      problems.append(
        "\(path):1: the column “state” is missing; see ddor import --template published.")
    }
    var rows: [Row] = []
    if problems.isEmpty {
      for row in table.rows {
        if row.count != table.columns.count {
          problems.append(
            "\(path):\(row.line): the row has \(row.count) cells where the header has \(table.columns.count); a comma inside a text needs quotes around the text."
          )
          continue
        }
        var values = Row()
        for (field, name) in columns { values[field] = CellRules.value(of: row[name]) }
        let found = check(&values)
        problems += found.map { "\(path):\(row.line): \($0)" }
        rows.append(values)
      }
    }
    guard problems.isEmpty else {
      let rest = problems.count - Self.shown
      throw ImportError(
        .data,
        problems.prefix(Self.shown)
          + [
            (rest > 0 ? "There are \(grouped(rest)) more like these. " : "")
              + "Nothing was imported; fix the rows and import the file again."
          ])
    }
    guard !rows.isEmpty else {
      throw ImportError(.data, "\(path) has no rows below its header; nothing was imported.")
    }
    return rows
  }

  private func table(_ input: ReleaseInput) throws(ImportError) -> TextTable {
    let path = input.path
    var advice: String?
    do throws(FileError) {
      let bytes = try input.bytes().unwrapped()
      let kind = bytes.withBytes { sniffContent($0) }
      advice = kind.advice(for: path)
      if kind == .xlsx || kind == .parquet {
        advice = "\(path) is not text, as the rows of a report are; save it as CSV first."
      }
      if advice == nil {
        var texts = RecordTexts(bytes)
        if let text = try texts.next(progress: { _, _ in true }) {
          let table = text.bytes.withBytes { TextTable($0) }
          if let excess = table.excess { throw FileError.excess(path: path, excess) }
          return table
        }
      }
    } catch {
      throw ImportError(error)
    }
    throw ImportError(.data, advice ?? "\(path) holds no table.")
  }

  // MARK: One row

  /// Brings a row into stored form, and says what is wrong with it.
  private func check(_ row: inout Row) -> [String] {
    var problems: [String] = []
    func value(_ field: DetainerField) -> String { row[field] ?? "" }
    func complain(_ field: DetainerField, _ reason: String) {
      let text = value(field)
      problems.append("\(field.rawValue)\(text.isEmpty ? "" : ", “\(text)”"): \(reason)")
    }

    if !value(.week).isEmpty {
      let text = value(.week)
      let day: Day? = if case .day(let day) = DateReader.read(text) { day } else { nil }
      let isOfReport =
        Period(ofReportNamed: text) == report.period || day == report.period.start
        || day.map { Period(.week, containing: $0) } == report.period
      if !isOfReport {
        complain(.week, "the report is that of \(report.period.name); write that, or nothing.")
      }
    }
    row[.week] = report.period.name

    var days: [DetainerField: Day] = [:]
    for field in [DetainerField.issued, .lifted] where !value(field).isEmpty {
      guard case .day(let day) = DateReader.read(value(field)) else {
        complain(field, "this is not a date; write it as 2017-01-28.")
        continue
      }
      if day > report.period.end {
        complain(
          field,
          "this is after the report's \(report.period.length == .week ? "week" : "period"), which ends on \(report.period.end.iso)."
        )
      } else if day < Self.oldest {
        complain(field, "no detainer is that old.")
      }
      days[field] = day
      row[field] = day.iso
    }
    if let issued = days[.issued], let lifted = days[.lifted], lifted < issued {
      complain(.lifted, "this is before the date of issue, \(issued.iso).")
    }

    if let reason = checkPlace(&row) { problems.append(reason) }

    for field in [DetainerField.facility, .crime, .citizenship]
    where !value(field).isEmpty && !value(field).contains(where: \.isLetter) {
      complain(field, "there is no word in it; are the columns in their places?")
    }
    row[.basis] = row[.basis].map { $0.lowercased() }
    if !["", "charge", "conviction"].contains(value(.basis)) {
      complain(.basis, "this is neither charge nor conviction; leave it empty if not stated.")
    }
    row[.confidence] = row[.confidence].map { $0.lowercased() }
    if !["", "high", "medium", "low"].contains(value(.confidence)) {
      complain(.confidence, "this is not high, medium or low.")
    }
    if value(.sourceURL).isEmpty {
      complain(.sourceURL, "every row needs its source; write where you read it.")
    }
    return problems
  }

  /// Finds the state and the county; a sentence where there are none such.
  private func checkPlace(_ row: inout Row) -> String? {
    let (stateText, county, fips) = (row[.state] ?? "", row[.county] ?? "", row[.countyFIPS] ?? "")
    guard let state = places.state(stateText)?.code else {
      return stateText.isEmpty
        ? "state: the row names no state."
        : "state, “\(stateText)”: no state has this code or name."
    }
    row[.state] = state
    if !fips.isEmpty {
      guard let found = places.county(fips: fips) else {
        return
          "county_fips, “\(fips)”: no county has this code; it has five digits, with its leading 0."
      }
      let place = found.jurisdiction
      if place.state != state {
        return "county_fips, “\(fips)”: this is \(place.county) in \(place.state), not in \(state)."
      }
      let names = [found.name, place.county].map { folded($0) }
      if !county.isEmpty, !names.contains(folded(county)) {
        return "county, “\(county)”: the code \(fips) is that of \(place.county), \(state)."
      }
      row[.county] = place.county
    } else if let found = places.county(named: county, state: state) {
      row[.county] = found.jurisdiction.county
      row[.countyFIPS] = found.jurisdiction.fips
    } else if county.isEmpty {
      return "county: the row names no county; write it, or the place as figures.csv names it."
    } else if let place = namedPlace(county, state) {
      row[.county] = place.county
    } else {
      return
        "county, “\(county)”: no county of \(state) has this name, and neither rows nor figures of the report name such a place."
    }
    return nil
  }

  /// A place that is not a county, but that the data names: New York City.
  private func namedPlace(_ name: String, _ state: String) -> Jurisdiction? {
    dataset.table.jurisdictions.first {
      $0.fips.isEmpty && $0.state == state && !$0.county.isEmpty
        && folded($0.county) == folded(name)
    }
  }

  // MARK: What is written

  /// The cells of a row, as the header wants them.
  private func cells(_ row: Row) -> [String] {
    target.header.map { name in
      ReleaseHeader.canonicalField(name).flatMap { row[$0] } ?? ""
    }
  }

  /// Writes the rows under the header of the files that are there.
  func write(_ rows: [Row], to sink: inout FileSink) throws(WriteError) {
    let listing = Listing(
      columns: target.header.map { .init($0) },
      rows: rows.map { row in cells(row).map { .text($0) } })
    try sink.write(listing, as: .csv)
  }

  /// Whether a column has no value in one of the rows.
  func isEmptyAnywhere(_ column: String, in rows: [Row]) -> Bool {
    guard let field = ReleaseHeader.canonicalField(column) else { return true }
    return rows.contains { ($0[field] ?? "").isEmpty }
  }

  /// How many of the rows equal another one of the report.
  func equalRows(_ rows: [Row]) -> Int {
    let table = dataset.table
    let fields = target.header.map(ReleaseHeader.canonicalField)
    var counts: [[String]: Int] = [:]
    for row in 0..<table.rowCount
    where table.report(row).period == report.period && table.report(row).source == report.source {
      let cells = fields.map { field in field.map { table.value($0, row).plainText } ?? "" }
      counts[cells, default: 0] += 1
    }
    for row in rows { counts[cells(row), default: 0] += 1 }
    return rows.filter { counts[cells($0), default: 0] > 1 }.count
  }
}
