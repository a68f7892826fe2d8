/// The keys of a count as expressions of the exported rows.
extension SQLRows {
  /// The day by which a row counts, as text.
  var day: String { event == .end ? endDay : dialect.iso(dialect.name("issued")) }

  /// The day by which the end of a row counts, as text.
  private var endDay: String {
    let issued = dialect.iso(dialect.name("issued"))
    var day = issued
    if hasTallies {
      let week = dialect.name("week")
      day =
        "CASE WHEN \(issued) <> '' OR \(dialect.name("count")) IS NULL THEN \(issued) ELSE \(dialect.friday(week)) END"
    }
    guard let isByLiftDate else { return day }
    return
      "CASE WHEN \(isByLiftDate) AND \(dialect.name("outcome")) <> 'pending' THEN \(dialect.iso(dialect.name("lifted"))) ELSE \(day) END"
  }

  var week: String { event == .end ? text("week") : dialect.saturday(day) }

  /// A key as an expression; what is not known is missing.
  func expression(of key: GroupKey, withState: Bool) -> String {
    let value =
      switch key {
      case .day: day
      case .week: week
      case .month: dialect.part(day, 1, 7)
      case .year: dialect.part(day, 1, 4)
      case .quarter: quarter
      case .fiscalYear: fiscalYear
      case .county: place("county", [], withState)
      case .city: place("city", [], withState)
      case .facility: place("facility", ["city"], withState)
      case .age: ageBand
      default: text(key.rawValue)
      }
    return "NULLIF(\(value), '')"
  }

  private var quarter: String {
    let month = dialect.part(day, 6, 2)
    return
      "CASE WHEN \(day) = '' THEN '' ELSE "
      + dialect.joined([
        dialect.part(day, 1, 4),
        "CASE WHEN \(month) < '04' THEN '-Q1' WHEN \(month) < '07' THEN '-Q2' WHEN \(month) < '10' THEN '-Q3' ELSE '-Q4' END",
      ]) + " END"
  }

  private var fiscalYear: String {
    let year = dialect.part(day, 1, 4)
    let next = dialect.textOf("CAST(\(year) AS INTEGER) + 1")
    return
      "CASE WHEN \(day) = '' THEN '' ELSE "
      + dialect.joined([
        "'FY'", "CASE WHEN \(dialect.part(day, 6, 2)) >= '10' THEN \(next) ELSE \(year) END",
      ]) + " END"
  }

  /// A name and what tells it from others of its name.
  private func place(_ column: String, _ others: [String], _ withState: Bool) -> String {
    let parts = others + (withState ? ["state"] : [])
    guard !parts.isEmpty else { return text(column) }
    let rest = parts.map { part in
      "CASE WHEN \(text(part)) = '' THEN '' ELSE \(dialect.joined(["', '", text(part)])) END"
    }
    return
      "CASE WHEN \(text(column)) = '' THEN '' ELSE \(dialect.joined([text(column)] + rest)) END"
  }

  var age: String {
    let issued = dialect.iso(dialect.name("issued"))
    let date = "CASE WHEN \(issued) = '' THEN \(endDay) ELSE \(issued) END"
    let year = dialect.part("(\(date))", 1, 4)
    return
      "CASE WHEN \(date) = '' THEN NULL ELSE CAST(\(year) AS INTEGER) - \(dialect.name("birth_year")) END"
  }

  private var ageBand: String {
    let bands = stride(from: 0, through: AgeBand.believed.upperBound, by: 10).map { first in
      "WHEN (\(age)) BETWEEN \(first) AND \(min(first + 9, AgeBand.believed.upperBound)) THEN '\(AgeBand(UInt8(first)).name)'"
    }
    return "CASE \(bands.joined(separator: " ")) ELSE '' END"
  }
}
