/// The exported rows as they count for an event: which of them, and under which keys.
struct SQLRows {
  private let selection: Selection
  let dialect: SQLDialect
  let event: Event
  private let lifted: [String]
  let hasTallies: Bool
  private let evaluation: TermEvaluation
  /// What must hold of a row to be counted.
  private(set) var conditions: [String] = []
  /// What must hold of a row to be shown, as the terms on outcome say; nil where all are.
  private(set) var shown: String?
  /// What the `count:` terms ask of a group.
  private(set) var groupConditions: [String] = []

  init(
    _ selection: Selection, _ dialect: SQLDialect, of event: Event,
    _ sources: (issued: [String], lifted: [String])
  ) throws {
    self.selection = selection
    self.dialect = dialect
    self.event = event
    lifted = sources.lifted
    let table = selection.dataset.table
    let names = Set(sources.issued + sources.lifted)
    hasTallies = table.sources.contains { $0.isTally && names.contains($0.name) }
    evaluation = TermEvaluation(dataset: selection.dataset, event: event)
    conditions = [isAmong("source", names.sorted())]
    if event == .issue { conditions.append(isAmong("source", sources.lifted)) }
    if selection.query.dropsDuplicates {
      conditions.append("\(text("duplicate")) <> 'true'")
    }
    var shown: [String] = []
    for term in selection.query.filter.terms {
      if term.field == .count {
        groupConditions.append(try groupCondition(term))
        continue
      }
      // The sources of what is counted are chosen above.
      if term.field == .source { continue }
      let condition = try condition(term)
      let holds = term.isNegated ? "NOT (\(condition))" : condition
      if term.field?.choosesWhatIsShown == true {
        shown.append(holds)
      } else {
        conditions.append(holds)
      }
    }
    self.shown = shown.isEmpty ? nil : shown.joined(separator: " AND ")
  }

  /// A column with empty texts in place of what is missing.
  func text(_ column: String) -> String { "COALESCE(\(dialect.name(column)), '')" }

  /// Whether a row is of a release that counts by lift date; nil where none is.
  var isByLiftDate: String? { lifted.isEmpty ? nil : isAmong("source", lifted) }

  /// What a row counts as issued where its end is counted: one of a release by lift date is issued
  /// on another day.
  var issuedHere: String {
    isByLiftDate.map { "CASE WHEN \($0) THEN 0 ELSE n END" } ?? "n"
  }

  // MARK: Terms

  /// What a term asks of a row, before its negation; never missing, so that it can be negated.
  private func condition(_ term: FilterTerm) throws -> String {
    let table = selection.dataset.table
    switch term.field {
    case nil:
      let match = TextMatch(term.values, smartCase: true)
      let fields = TermEvaluation.fieldsOfBareWords.map { field in
        isAmong(field, marks: match(selection.dataset.searchTexts(.field(field))))
      }
      let sites = Set(zip(table.sites, evaluation.sitesThatHold(match)).filter(\.1).map { $0.0 })
      return "(" + ([isAmong(sites: sites)] + fields).joined(separator: " OR ") + ")"
    case .week:
      let weeks = Set(
        zip(table.reports, evaluation.reportsThatHold(term)).filter(\.1).map { $0.0.period.name })
      return isAmong(text: week, weeks.sorted())
    case .day, .month, .quarter, .year, .fiscalYear: return spans(term, day)
    case .issued: return dates(term, "issued")
    case .declined:
      let declined = "\(dialect.name("outcome")) = 'declined'"
      let lifted = dates(term, "lifted")
      return term.wantsNone
        ? "(\(lifted) OR NOT (\(declined)))" : "(\(lifted) AND \(declined))"
    case .state:
      let states = Set(places(of: try evaluation.sitesThatHold(term)).map(\.state))
      return isAmong("state", states.sorted())
    case .county: return isAmong(places: places(of: try evaluation.sitesThatHold(term)))
    case .aor, .facility, .city:
      let marks = try evaluation.sitesThatHold(term)
      let names = zip(table.sites, marks).filter(\.1).map { site, _ in
        switch term.field {
        case .aor: site.aor
        case .city: site.city
        default: site.facility
        }
      }
      return isAmong(term.field?.rawValue ?? "", Set(names).sorted())
    case .outcome:
      let passes = try evaluation.passes(
        FilterTerm(.outcome, term.values, column: term.column))
      return isAmong(
        "outcome", zip(Outcome.allCases, passes).filter(\.1).map { $0.0.name })
    case .age: return numbers(term, "(\(age))", within: AgeBand.believed)
    case .days:
      let (issued, lifted) = (
        dialect.iso(dialect.name("issued")), dialect.iso(dialect.name("lifted"))
      )
      let known = "\(dialect.name("outcome")) = 'declined' AND \(issued) <> '' AND \(lifted) <> ''"
      let days = dialect.days(from: dialect.name("issued"), to: dialect.name("lifted"))
      return numbers(term, "(CASE WHEN \(known) THEN \(days) END)", within: -1_000_000...1_000_000)
    case .some(let field):
      guard let text = field.textField, text != .apprehended else {
        throw SQLError.term(term.text)
      }
      return isAmong(text, marks: evaluation.textsThatHold(text, term))
    }
  }

  private func groupCondition(_ term: FilterTerm) throws -> String {
    let measure = selection.query.measure
    let column = measure == .issued || measure == .resolved ? measure.rawValue : "declined"
    let holds = numbers(term, column, within: 0...1_000_000_000_000)
    return term.isNegated ? "NOT (\(holds))" : holds
  }

  /// The places of the sites that are marked.
  private func places(of marks: [Bool]) -> Set<Jurisdiction> {
    let table = selection.dataset.table
    return Set(
      zip(table.sites, marks).filter(\.1).map { table.jurisdictions[$0.0.jurisdiction] })
  }

  // MARK: Conditions

  private func isAmong(_ column: String, _ texts: [String]) -> String {
    isAmong(text: text(column), texts)
  }

  private func isAmong(text: String, _ texts: [String]) -> String {
    texts.isEmpty
      ? "1 = 0"
      : "\(text) IN (\(texts.map { dialect.quoted($0) }.joined(separator: ", ")))"
  }

  private func isAmong(_ field: DetainerField, marks: [Bool]) -> String {
    let texts = selection.dataset.table.column(field).dictionary.texts
    let names = zip(texts, marks).filter(\.1).map { text, _ in
      field == .type ? DetainerTable.typeCode(text) : text
    }
    return isAmong(field.rawValue, Set(names).sorted())
  }

  private func isAmong(places: Set<Jurisdiction>) -> String {
    let pair = dialect.joined([text("state"), "'|'", text("county")])
    return isAmong(text: pair, places.map { "\($0.state)|\($0.county)" }.sorted())
  }

  private func isAmong(sites: Set<Site>) -> String {
    let jurisdictions = selection.dataset.table.jurisdictions
    let names = sites.map { site in
      let place = jurisdictions[site.jurisdiction]
      return [place.state, place.county, site.city, site.facility].joined(separator: "|")
    }
    let columns = ["state", "county", "city", "facility"].map(text)
    let joined = dialect.joined(Array([columns[0]] + columns.dropFirst().flatMap { ["'|'", $0] }))
    return isAmong(text: joined, Set(names).sorted())
  }

  /// A date of a record; a line of a tally is dated by its whole week, which must lie inside.
  private func dates(_ term: FilterTerm, _ column: String) -> String {
    let date = spans(term, dialect.iso(dialect.name(column)))
    guard hasTallies else { return date }
    let week = dialect.name("week")
    let inside = term.spans.map { span in
      "(\(dialect.name("count")) IS NOT NULL AND \(text("week")) >= '\(span.lowerBound.iso)' "
        + "AND COALESCE(\(dialect.friday(week)), 'none') <= '\(span.upperBound.iso)')"
    }
    return "(" + ([date] + inside).joined(separator: " OR ") + ")"
  }

  private func spans(_ term: FilterTerm, _ day: String) -> String {
    let spans = term.spans.map {
      "(\(day)) BETWEEN '\($0.lowerBound.iso)' AND '\($0.upperBound.iso)'"
    }
    let none = term.wantsNone ? ["(\(day)) = ''"] : []
    return "(" + (spans + none + (spans + none == [] ? ["1 = 0"] : [])).joined(separator: " OR ")
      + ")"
  }

  private func numbers(
    _ term: FilterTerm, _ number: String, within believed: ClosedRange<Int>
  ) -> String {
    let ranges = term.numbers.map { range in
      let range = range.clamped(to: believed)
      return "\(number) BETWEEN \(range.lowerBound) AND \(range.upperBound)"
    }
    // What is not known is in no range, and then not in its opposite either.
    let known = "(\(number) IS NOT NULL AND (\(ranges.joined(separator: " OR "))))"
    let none = term.wantsNone ? ["\(number) IS NULL"] : []
    return "(" + ((ranges.isEmpty ? [] : [known]) + none).joined(separator: " OR ") + ")"
  }
}
