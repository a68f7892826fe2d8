import DetainerModel
import Screen

/// What is kept of a session, and how it is taken up again.
extension BrowserState {
  /// Takes up the session in which the same data was left.
  ///
  /// - Returns: whether it could be; what cannot be read any more is left as at the start.
  @discardableResult
  package mutating func restore(_ session: Session) -> Bool {
    guard let filter = try? FilterParser.parse(session.filter) else { return false }
    request.query.filter = filter
    request.query.dropsDuplicates = session.dropsDuplicates
    request.query.isAsCorrected = session.isAsCorrected
    for pane in Pane.allCases {
      let order = PaneOrder.all(pane).first { $0.name == session.orders[pane.name] }
      order?.set(&request)
      if session.reversed.contains(pane.name) { request.reversed.insert(pane) }
    }
    if let week = Period(naming: session.week) {
      shown.wantedWeek = .week(week, source: session.source)
      moved.insert(.weeks)
    }
    if !session.county.isEmpty || !session.state.isEmpty {
      let place = Jurisdiction(state: session.state, county: session.county, fips: session.fips)
      shown.wantedJurisdiction = .jurisdiction(.place(place))
      moved.insert(.jurisdictions)
    }
    focus = Pane.allCases.first { $0.name == session.focus } ?? focus
    ask(from: .weeks)
    awaitAnswer()
    if let command = Command.all.first(where: { $0.name == session.view }) {
      _ = command.run(&self, nil)
      openedBy = command.name
      if var view = request.view {
        view.take(session.viewSettings)
        open(view)
      }
      awaitAnswer()
      let rows = shown.openView?.table.rows ?? []
      shown.openView?.select(rows.first { $0.cells.first == session.viewRow }?.identity)
    }
    say("as you left it: \(key(.escape)) goes back step by step, --fresh starts anew")
    return true
  }

  /// Where the browser is, to be taken up again; nil where that is the start.
  package var session: Session? {
    let isMoved = moved.contains(.weeks) || moved.contains(.jurisdictions)
    let query = request.query
    let isOrdered =
      !request.reversed.isEmpty
      || Pane.allCases.contains { PaneOrder.current($0, request) != 0 }
    guard
      isMoved || isOrdered || filter != startFilter || request.view != nil
        || query.dropsDuplicates || query.isAsCorrected
    else { return nil }
    var session = Session()
    session.filter = filter.text
    session.dropsDuplicates = request.query.dropsDuplicates
    session.isAsCorrected = request.query.isAsCorrected
    for pane in Pane.allCases {
      let order = PaneOrder.current(pane, request)
      if order != 0, pane != .weeks { session.orders[pane.name] = PaneOrder.all(pane)[order].name }
      if request.reversed.contains(pane) { session.reversed.append(pane.name) }
    }
    session.focus = focus.name
    if moved.contains(.weeks), let report = shown.week?.report {
      (session.week, session.source) = (report.period.name, report.source)
    }
    if moved.contains(.jurisdictions), let row = shown.jurisdiction, !row.isRemainder {
      let place = row.jurisdiction
      (session.state, session.county, session.fips) = (place.state, place.county, place.fips)
    }
    if let view = request.view {
      session.view = openedBy ?? ""
      session.viewSettings = view.settings
      session.viewRow = shown.openView?.selected?.cells.first ?? ""
    }
    return session
  }

  /// Notes a filter that is used, once it is no longer being typed.
  mutating func noteFilter() {
    guard prompt == nil, waiting == nil, filter != startFilter, case let text = filter.text,
      !text.isEmpty, text != usedFilters.last
    else { return }
    usedFilters.removeAll { $0 == text }
    usedFilters.append(text)
  }

  /// The filters of this session and the ones before, the newest first.
  var lastFilters: [String] {
    Sessions.filters(earlierFilters, thenUsed: usedFilters).reversed()
  }
}

extension Command {
  static let savedFilters = Command(
    "saved-filters", "F", "Choose one of the filters that the configuration saves, or of the last."
  ) { state, _ in
    let saved = state.savedFilters.map { (words: "\($0.name)  \($0.filter)", filter: $0.filter) }
    let filters = saved + state.lastFilters.map { ($0, $0) }
    guard !filters.isEmpty else {
      return state.say(
        "no filter was used yet, and none is saved; “ddor config” says where to write one")
    }
    state.dialog = MenuDialog(
      title: saved.isEmpty ? "Last filters" : "Saved filters, then the last",
      names: filters.map(\.words), cursor: 0, footer: "Enter  Esc", key: "F"
    ) { state, row in
      if let filter = try? FilterParser.parse(filters[row].filter) { state.show(filter) }
    }
  }
}
