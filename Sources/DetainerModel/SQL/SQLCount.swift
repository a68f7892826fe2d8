import Text

/// `count` as a question in SQL to the exported detainers, for engines that run on more than one
/// machine.
///
/// What a term means is decided here, in the texts of the data at hand, so that the answer is the
/// same; what no SQL can say is told: the remainders of published reports, and intervals.
public struct SQLCount {
  private let selection: Selection
  private let keys: [GroupKey]
  private let dialect: SQLDialect
  private let table: String
  private let sources: (issued: [String], lifted: [String])

  /// Prepares the question.
  ///
  /// - Parameters:
  ///   - selection: what is counted.
  ///   - keys: what to count by.
  ///   - dialect: the engine that is asked.
  ///   - table: the exported detainers as the engine names them; nil for its usual name.
  /// - Throws: a ``SQLError`` where SQL cannot say it, and a ``SourceOverlap`` where two sources of
  ///   one week would be added.
  public init(
    _ selection: Selection, by keys: [GroupKey], dialect: SQLDialect, table: String? = nil
  ) throws {
    self.selection = selection.taking(in: keys)
    self.keys = keys
    self.dialect = dialect
    self.table = table ?? dialect.table
    let table = selection.dataset.table
    let chosen = self.selection.chosenReports.map { table.reports[$0] }
    guard !chosen.isEmpty else { throw SQLError.nothingChosen }
    let built = chosen.filter { $0.kind == .built }
    guard !built.isEmpty else { throw SQLError.onlyPublished }
    guard built.allSatisfy({ $0.period.length == .week || !$0.period.isKnown }) else {
      throw SQLError.longerReports
    }
    let lifted = Set(built.filter { $0.basis == .liftDate }.map(\.source))
    sources = (
      Set(built.map(\.source)).subtracting(lifted).sorted(), lifted.sorted()
    )
    if let unknown = selection.dataset.rowsWithoutOutcome,
      case var counted = self.selection.counted, case _ = counted.formIntersection(unknown),
      !counted.isEmpty
    {
      throw SQLError.withoutLiftReasons
    }
    if selection.query.measure == .persons { throw SQLError.persons }
    try self.selection.checkSources(under: keys)
  }

  /// The question.
  ///
  /// - Throws: a ``SQLError`` where a term has no words in SQL.
  public func text() throws -> String {
    var lines = remarks.map { "-- \($0)" }
    let names = keys.map { dialect.name($0.rawValue) }
    let ends = try SQLRows(selection, dialect, of: .end, sources)
    lines += ["WITH counted AS ("] + part(ends, isEnd: true)
    if !sources.lifted.isEmpty {
      let issues = try SQLRows(selection, dialect, of: .issue, sources)
      lines += ["  UNION ALL"] + part(issues, isEnd: false)
    }
    lines.append("), groups AS (")
    lines.append(
      "  SELECT \((names + sums).joined(separator: ", ")) FROM counted GROUP BY \(names.joined(separator: ", "))"
    )
    lines.append(")")
    lines.append("SELECT \((names + columns).joined(separator: ", "))")
    lines.append("FROM groups")
    let conditions = ends.groupConditions + (ends.shown == nil ? [] : ["shown > 0"])
    if !conditions.isEmpty { lines.append("WHERE " + conditions.joined(separator: " AND ")) }
    let measure = selection.query.measure.column.name
    lines.append("ORDER BY \(measure) DESC, \(names.joined(separator: ", "))")
    return lines.joined(separator: "\n") + "\n"
  }

  private var remarks: [String] {
    var remarks = [
      "Detainers by \(keys.map(\.words).joined(separator: ", ")), asked of all rows of “ddor list detainers”."
    ]
    if !selection.query.filter.terms.isEmpty {
      remarks.append("Filter: \(singleSpaced(harmless(selection.query.filter.text)))")
    }
    let reports = selection.chosenReports.map { selection.dataset.table.reports[$0] }
    if reports.contains(where: { $0.kind == .published }) {
      remarks.append(
        "Published reports are left out: SQL cannot say what they state beyond their rows.")
    }
    if !sources.lifted.isEmpty {
      remarks.append("Declined and resolved are counted by lift date, issued by issue date.")
    }
    return remarks
  }

  /// The rows that count, each under its keys.
  private func part(_ rows: SQLRows, isEnd: Bool) -> [String] {
    let keys = self.keys.map { key in
      "\(rows.expression(of: key, withState: !self.keys.contains(.state))) AS \(dialect.name(key.rawValue))"
    }
    let outcome = dialect.name("outcome")
    func counted(_ condition: String) -> String {
      isEnd ? "CASE WHEN \(condition) THEN n ELSE 0 END" : "0"
    }
    let isByLiftDate = rows.isByLiftDate.map { "CASE WHEN \($0) THEN 1 ELSE 0 END" } ?? "0"
    let counts = [
      "\(isEnd ? rows.issuedHere : "n") AS issued",
      "\(counted("\(outcome) <> 'pending'")) AS resolved",
      "\(counted("\(outcome) = 'declined'")) AS declined",
      "\(isEnd ? rows.shown.map(counted) ?? "n" : "0") AS shown", "\(isByLiftDate) AS by_lift",
    ]
    return [
      "  SELECT \((keys + counts).joined(separator: ", "))",
      "  FROM (SELECT *, COALESCE(\(dialect.name("count")), 1) AS n FROM \(table)) records",
      "  WHERE \(rows.conditions.joined(separator: "\n    AND "))",
    ]
  }

  private var sums: [String] {
    ["issued", "resolved", "declined", "shown"].map { "SUM(\($0)) AS \($0)" }
      + ["MAX(by_lift) AS by_lift"]
  }

  private var columns: [String] {
    let shares = ["issued", "resolved"].map { base in
      sources.lifted.isEmpty
        ? "\(dialect.share("declined", of: base)) AS share_of_\(base)"
        : "CASE WHEN by_lift = 0 THEN \(dialect.share("declined", of: base)) END AS share_of_\(base)"
    }
    return ["issued", "resolved", "declined", "declined AS declined_most"] + shares
  }
}

/// Why a question cannot be put in SQL, as a sentence that says what to do.
public enum SQLError: Error, Hashable, CustomStringConvertible {
  /// No report is chosen.
  case nothingChosen
  /// Nothing but published reports is chosen.
  case onlyPublished
  /// Reports that are longer than a week are among what is counted.
  case longerReports
  /// A release says nothing of what became of its detainers.
  case withoutLiftReasons
  /// A term has no words in SQL.
  case term(String)
  /// A measure has no words in SQL.
  case persons

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .nothingChosen:
      "No report passes the filter, so there is nothing to ask; leave a term out, or see what there is with “ddor list weeks”."
    case .onlyPublished:
      "Published reports state more than they list, and SQL has no words for that remainder; choose a release with --source."
    case .longerReports:
      "Reports of months and years enter sums only where no shorter one covers their days, and SQL has no words for that; choose another release with --source."
    case .withoutLiftReasons:
      "A release that gives no lift reasons, or withholds some, does not say how many were declined, and SQL has no words for an unknown count; choose another release with --source."
    case .term(let text):
      "The term “\(excerpt(text))” asks for more than the exported rows have; leave it out."
    case .persons:
      "Persons are counted in each release by itself, by identifiers that are not rows; choose another measure."
    }
  }
}
