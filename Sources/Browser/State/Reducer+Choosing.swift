import DetainerModel

/// Filtering by what is under the cursor, highlighting, and going from match to match.
extension BrowserState {
  static let choosingHere = [
    Command("add-value", "#", "Filter by the value under the cursor, too.") { state, _ in
      state.chooseHere(isNegated: false)
    },
    Command("leave-out-value", "-", "Leave out the value under the cursor.") { state, _ in
      state.chooseHere(isNegated: true)
    },
    Command.highlight, Command.nextMatch,
    Command("previous-match", "N", "Go to the highlighted row before.") {
      $0.moveToMatch(by: -1, count: $1 ?? 1)
    },
  ]

  // MARK: The value under the cursor

  private mutating func chooseHere(isNegated: Bool) {
    let terms = termsHere.filter { !filter.terms.contains($0) }
    guard !terms.isEmpty else {
      return say(
        termsHere.isEmpty
          ? "no term chooses this row"
          : "the filter has this value already; \(key(.escape)) takes it off")
    }
    guard isNegated else { return show(filter.and(Filter(terms: terms))) }
    // “Not this and that” is no list of terms.
    guard terms.count == 1, let term = terms.first else {
      return say("it takes several terms to choose this row, so that none leaves it out alone")
    }
    show(
      filter.and(
        Filter(terms: [FilterTerm(term.field, term.values, isNegated: !term.isNegated)])))
  }

  /// The terms that choose what is under the cursor.
  private var termsHere: [FilterTerm] {
    if let open = shown.openView {
      return open.selected.map { open.view.destination(of: $0, shown).terms } ?? []
    }
    switch focus {
    case .weeks: return shown.week.map { [FilterTerm(.week, [$0.report.period.term])] } ?? []
    case .jurisdictions:
      guard let row = shown.jurisdiction, !row.isRemainder else { return [] }
      return row.jurisdiction.typedTerms
    case .detainers:
      guard let row = shown.detainer else { return [] }
      let table = shown.dataset.table
      let (crime, facility) = (table.text(.crime, row), table.site(row).facility)
      if !crime.isEmpty { return [FilterTerm(.crime, [.equals(crime)])] }
      return facility.isEmpty ? [] : [FilterTerm(.facility, [.equals(facility)])]
    }
  }

  // MARK: Highlighting

  fileprivate mutating func toggleHighlight() {
    if !request.highlight.terms.isEmpty {
      let terms = request.highlight.terms
      request.highlight = .all
      return show(filter.and(Filter(terms: terms)))
    }
    guard let last = filter.terms.last, !startFilter.terms.contains(last) else {
      return say(
        "type a filter first; then \(key(.highlight)) shows all rows again and highlights what it finds"
      )
    }
    request.highlight = Filter(terms: [last])
    show(Filter(terms: filter.terms.dropLast()))
  }

  fileprivate mutating func moveToMatch(by step: Int, count: Int) {
    guard let matches = shown.matches else {
      return say(
        "nothing is highlighted; \(key(.highlight)) highlights what the last term of the filter finds"
      )
    }
    let rows =
      shown.openView.map { open in open.table.rows.map { matches.contains($0.identity) } }
      ?? (0..<shown.rowCount(focus)).map { row in
        shown.identity(focus, row).map { matches.contains($0) } ?? false
      }
    let found = rows.indices.filter { rows[$0] }
    let cursor = shown.openView?.position.cursor ?? shown.cursor(focus)
    let ahead = step > 0 ? found.filter { $0 > cursor } : found.filter { $0 < cursor }.reversed()
    guard let row = ahead.dropFirst(count - 1).first ?? ahead.last else {
      return say(
        found.isEmpty
          ? "no row here is highlighted"
          : "this is the \(step > 0 ? "last" : "first") highlighted row of \(found.count)")
    }
    move(to: row)
  }
}

extension Command {
  static let highlight = Command(
    "highlight", "&",
    "Only highlight what the last term finds, and show the rest again; once more: hide it."
  ) { state, _ in state.toggleHighlight() }
  static let nextMatch = Command("next-match", "n", "Go to the next highlighted row.") {
    $0.moveToMatch(by: 1, count: $1 ?? 1)
  }
}

extension Destination {
  /// The terms that choose the rows to which it leads.
  var terms: [FilterTerm] {
    switch self {
    case .nowhere, .several: []
    case .rows(let terms, _): terms
    case .place(let place): place.typedTerms
    case .week(let period, let place, _):
      place?.typedTerms ?? [FilterTerm(.week, [period.term])]
    }
  }
}
