import DetainerModel
import Screen

extension Shown {
  /// Finds what a question asks for, keeping cursors by what they stand on.
  ///
  /// When the data has grown or a filter is typed, panes in which the user has not moved begin anew:
  /// at the week that the data names, else at the newest, and at its first jurisdiction.
  mutating func find(
    _ question: Question, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FilterError) {
    request = question.request
    dataset = question.dataset
    room = question.layout.view
    func beginsAnew(_ pane: Pane) -> Bool { question.moved.map { !$0.contains(pane) } == true }
    let steps: [(Question.Stage, (inout Shown) throws(FilterError) -> Void)] = [
      (
        .weeks,
        { shown throws(FilterError) in
          try shown.findWeeks(beginsAnew: beginsAnew(.weeks), isCancelled)
        }
      ),
      (
        .jurisdictions,
        { shown throws(FilterError) in
          shown.findJurisdictions(
            beginsAnew: beginsAnew(.jurisdictions), withRecent: question.layout.hasSparklines)
        }
      ),
      (.detainers, { shown throws(FilterError) in shown.findDetainers() }),
      (.view, { shown throws(FilterError) in shown.findView() }),
      (.aside, { shown throws(FilterError) in try shown.findAside() }),
    ]
    for (stage, step) in steps where stage >= question.stage {
      if isCancelled() { return }
      try step(&self)
    }
    if question.isTyped, request.positions == nil {
      wantedWeek = identity(.weeks, cursor(.weeks)) ?? wantedWeek
      wantedJurisdiction = identity(.jurisdictions, cursor(.jurisdictions)) ?? wantedJurisdiction
    }
    request = request.settled
    zoomed = question.zoomed.flatMap { ZoomedColumns($0, self) }
    matches = try findMatches(question, isCancelled)
  }

  /// The rows that would be left if what is only highlighted were a filter.
  private func findMatches(
    _ question: Question, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(FilterError) -> Set<RowIdentity>? {
    if request.highlight.terms.isEmpty { return nil }
    var narrowed = self
    narrowed.request.query.filter = request.query.filter.and(request.highlight)
    narrowed.wantedWeek = identity(.weeks, cursor(.weeks))
    narrowed.wantedJurisdiction = identity(.jurisdictions, cursor(.jurisdictions))
    try narrowed.findWeeks(beginsAnew: false, isCancelled)
    var found = narrowed.identities(.weeks)
    // Where the selected week or place has no match, that of another one is none here.
    if narrowed.identity(.weeks, narrowed.cursor(.weeks)) == narrowed.wantedWeek {
      narrowed.findJurisdictions(beginsAnew: false, withRecent: false)
      found.formUnion(narrowed.identities(.jurisdictions))
      if narrowed.identity(.jurisdictions, narrowed.cursor(.jurisdictions))
        == narrowed.wantedJurisdiction
      {
        narrowed.findDetainers()
        found.formUnion(narrowed.identities(.detainers))
      }
    }
    narrowed.findView()
    found.formUnion(narrowed.openView?.table.rows.map(\.identity) ?? [])
    return found
  }

  private func identities(_ pane: Pane) -> Set<RowIdentity> {
    Set((0..<rowCount(pane)).compactMap { identity(pane, $0) })
  }

  // MARK: Panes

  private mutating func findWeeks(
    beginsAnew: Bool, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(FilterError) {
    let before = identity(.weeks, cursor(.weeks))
    let selection = try Selection(query, in: dataset, isCancelled: isCancelled)
    if isCancelled() { return }
    self.selection = selection
    lateLiftReasons = dataset.lateLiftReasons
    weeks = forPanes(selection).weeks(oldestFirst: request.reversed.contains(.weeks))
    if beginsAnew {
      // No source has no name, so that the first of the week is the nearest.
      place(.weeks, at: .week(dataset.startPeriod, source: ""))
      wantedWeek = identity(.weeks, cursor(.weeks)) ?? wantedWeek
    } else {
      place(.weeks, at: wantedWeek ?? before)
    }
  }

  /// What a selection has for the panes. In a view `count:` is about the rows of the view, and what
  /// it is a view of stays.
  private func forPanes(_ selection: Selection) -> Selection {
    request.view == nil ? selection : selection.withAllGroupSizes
  }

  /// The report nearest to one that is not there: in time, and the newer of two.
  private func nearestWeek(to week: Period) -> Int? {
    func distance(_ row: Int) -> (Int, Int) {
      let found = weeks[row].report.period
      let days = found.start.days(since: week.start)
      // Of other lengths only where there is nothing else.
      let isOther = found.size == week.size ? 0 : 100_000
      return found.isKnown && week.isKnown
        ? (abs(days) + isOther, days > 0 ? 0 : 1) : (.max, 0)
    }
    return weeks.indices.min { distance($0) < distance($1) }
  }

  private mutating func findJurisdictions(beginsAnew: Bool, withRecent: Bool) {
    let before = beginsAnew ? nil : identity(.jurisdictions, cursor(.jurisdictions))
    if beginsAnew { wantedJurisdiction = nil }
    weekSelection = (week?.report).flatMap { narrowed(selection, by: $0.terms) }
    // One report has one source.
    jurisdictions =
      (try? weekSelection.map(forPanes)?.jurisdictions(
        by: request.jurisdictionOrder, isReversed: request.reversed.contains(.jurisdictions))) ?? []
    unnamed = jurisdictions.isEmpty ? findUnnamed() : nil
    place(.jurisdictions, at: wantedJurisdiction ?? before)
    if beginsAnew { wantedJurisdiction = identity(.jurisdictions, 0) }
    voided =
      query.isAsCorrected ? week.map { dataset.voidedEntries(ofReport: $0.number) } ?? [] : []
    recent =
      withRecent
      ? week.flatMap { week in selection.flatMap { try? RecentDeclines(upTo: week.report, in: $0) }
      } : nil
  }

  private func findUnnamed() -> UnnamedPlaces? {
    guard let report = week?.report, report.kind == .published, let weekSelection else {
      return nil
    }
    let places = weekSelection.placesAskedFor
    let ranked = Set(weekSelection.dataset.ranks(in: report).map(\.jurisdiction))
    return places.isEmpty
      ? nil
      : UnnamedPlaces(
        places: places, ranked: places.count { ranked.contains($0) },
        known: weekSelection.declinedTotal)
  }

  private mutating func findDetainers() {
    let before = request.detainer ?? identity(.detainers, cursor(.detainers))
    placeSelection =
      if let row = jurisdiction, case .place(let place) = row.identity {
        narrowed(weekSelection, by: place.terms)
      } else {
        nil
      }
    detainers =
      placeSelection?.detainers(
        by: request.detainerOrder, isReversed: request.reversed.contains(.detainers)) ?? []
    place(.detainers, at: before)
  }

  /// A selection with the terms of a row; nil where there is none.
  func narrowed(_ selection: Selection?, by terms: [FilterTerm]) -> Selection? {
    // The terms of a row name what there is.
    try? selection?.narrowed(by: Filter(terms: terms))
  }

  /// Puts the cursor of a pane on a row, if it has that.
  private mutating func place(_ pane: Pane, at identity: RowIdentity?) {
    if let saved = request.positions?[pane] {
      positions[pane] = saved
      return
    }
    if let row = identity.flatMap({ row(of: $0, in: pane) }) {
      positions[pane, default: PanePosition()].cursor = row
    } else if pane != .weeks || positions[pane] == nil {
      positions[pane] = PanePosition()
    }
    let cursor = max(0, min(cursor(pane), rowCount(pane) - 1))
    positions[pane, default: PanePosition()].cursor = cursor
  }

  /// The row of a pane that is this one, or the nearest report.
  private func row(of wanted: RowIdentity, in pane: Pane) -> Int? {
    // Not by a closure, which would have a copy of everything that is shown, row by row.
    for row in 0..<rowCount(pane) where identity(pane, row) == wanted { return row }
    if case .week(let week, _) = wanted { return nearestWeek(to: week) }
    return nil
  }

  // MARK: Views and dialogs

  private mutating func findView() {
    guard let view = request.view else {
      openView = nil
      return
    }
    let table: Table
    do throws(SourceOverlap) { table = try view.table(self) } catch {
      table = Table(empty: error.description)
    }
    var open = OpenView(view, table)
    switch request.viewPlace {
    case .kept:
      open.position = openView?.position ?? PanePosition()
      open.select(openView?.selected?.identity)
    case .first(let place):
      // As in the panes, see `open(_:)`.
      let before = openView.flatMap { $0.position.cursor == 0 ? nil : $0.selected?.identity }
      open.select(
        view.firstRow(self) ?? row(in: open, aboutWhat: before, openView == nil ? place : nil))
    case .saved(let position): open.position = position
    }
    openView = open
  }

  /// The row of a view that is about what the cursor stood on, in the view before or in the panes.
  private func row(
    in open: OpenView, aboutWhat before: RowIdentity?, _ chosen: Jurisdiction?
  ) -> RowIdentity? {
    let rows = open.table.rows
    if case .group = before, rows.contains(where: { $0.identity == before }) { return before }
    guard let place = before?.place ?? chosen else { return nil }
    if let row = rows.first(where: { $0.identity.place == place }) { return row.identity }
    let isByState = open.view.question(self)?.1.first == .state
    return isByState ? .group([.text(place.state)]) : nil
  }

  private mutating func findAside() throws(FilterError) {
    aside =
      switch request.aside {
      case nil: nil
      // Thousands of names are made ready for typing, which no key shall wait for.
      case .choices(let field): try PickDialog.aside(field, self)
      case .origin(let pane): .dialog(DetailDialog(origin: origin(pane)))
      case .places: .dialog(PlacesDialog(dataset.placesWithMentions()))
      case .export(let scope): .export(exportListing(scope))
      case .voided:
        .voided(dataset.table.reports.indices.flatMap { dataset.voidedEntries(ofReport: $0) })
      case .health: .health(Health(of: dataset))
      }
  }

  /// The rows that an export writes; the marked ones are those of the dialog.
  private func exportListing(_ scope: ExportDialog.Scope) -> Listing? {
    switch scope {
    case .view(let pane): listingShown(pane)
    case .marked(let pane, let marks): listing(pane, where: marks.contains)
    case .all: selection.map { $0.detainersListing($0.detainers()) }
    case .original: selection.map { $0.detainersListingWithOtherColumns($0.detainers()) }
    }
  }
}
