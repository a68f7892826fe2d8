import DetainerModel
import Screen

extension Shown {
  /// Finds what a question asks for, keeping cursors by what they stand on.
  ///
  /// When the data has grown, panes in which the user has not moved begin anew: at the week that
  /// the data names, else at the newest, and at its first jurisdiction.
  mutating func find(
    _ question: Question, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FilterError) {
    request = question.request
    dataset = question.dataset
    room = question.layout.view
    let moved = question.movedWhileGrowing
    let steps: [(Question.Stage, (inout Shown) throws(FilterError) -> Void)] = [
      (
        .weeks,
        { shown throws(FilterError) in
          try shown.findWeeks(hasGrown: moved.map { !$0.contains(.weeks) } == true, isCancelled)
        }
      ),
      (
        .jurisdictions,
        { shown throws(FilterError) in
          let hasGrown = moved.map { !$0.contains(.jurisdictions) } == true
          shown.findJurisdictions(hasGrown: hasGrown, withRecent: question.layout.hasSparklines)
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
    request = request.settled
  }

  // MARK: Panes

  private mutating func findWeeks(
    hasGrown: Bool, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(FilterError) {
    let before = identity(.weeks, cursor(.weeks))
    let selection = try Selection(query, in: dataset, isCancelled: isCancelled)
    if isCancelled() { return }
    self.selection = selection
    lateLiftReasons = dataset.lateLiftReasons
    weeks = selection.weeks()
    if request.reversed.contains(.weeks) { weeks.reverse() }
    if hasGrown {
      let start = weeks.firstIndex { $0.report.week == dataset.start }
      let newest = request.reversed.contains(.weeks) ? max(0, weeks.count - 1) : 0
      positions[.weeks] = PanePosition(cursor: start ?? newest)
      wantedWeek = start.flatMap { identity(.weeks, $0) }
    } else {
      place(.weeks, at: wantedWeek ?? before)
    }
  }

  private mutating func findJurisdictions(hasGrown: Bool, withRecent: Bool) {
    let before = hasGrown ? nil : identity(.jurisdictions, cursor(.jurisdictions))
    if hasGrown { wantedJurisdiction = nil }
    weekSelection = (week?.report).flatMap { narrowed(selection, by: $0.terms) }
    // One report has one source.
    jurisdictions =
      (try? weekSelection?.jurisdictions(
        by: request.jurisdictionOrder, isReversed: request.reversed.contains(.jurisdictions))) ?? []
    place(.jurisdictions, at: wantedJurisdiction ?? before)
    if hasGrown { wantedJurisdiction = identity(.jurisdictions, 0) }
    voided =
      query.isAsCorrected ? week.map { dataset.voidedEntries(ofReport: $0.number) } ?? [] : []
    recent =
      withRecent
      ? week.flatMap { week in selection.flatMap { try? RecentDeclines(upTo: week.report, in: $0) }
      } : nil
  }

  private mutating func findDetainers() {
    let before = identity(.detainers, cursor(.detainers))
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

  private func narrowed(_ selection: Selection?, by terms: [FilterTerm]) -> Selection? {
    // The terms of a row name what there is.
    try? selection?.narrowed(by: Filter(terms: terms))
  }

  /// Puts the cursor of a pane on a row, if it has that.
  private mutating func place(_ pane: Pane, at identity: RowIdentity?) {
    if let saved = request.positions?[pane] {
      positions[pane] = saved
      return
    }
    let row = identity.flatMap { wanted in
      (0..<rowCount(pane)).first { self.identity(pane, $0) == wanted }
    }
    if let row {
      positions[pane, default: PanePosition()].cursor = row
    } else if pane != .weeks || positions[pane] == nil {
      positions[pane] = PanePosition()
    }
    let cursor = max(0, min(cursor(pane), rowCount(pane) - 1))
    positions[pane, default: PanePosition()].cursor = cursor
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
    case .first: open.select(view.firstRow(self))
    case .saved(let position): open.position = position
    }
    openView = open
  }

  private mutating func findAside() throws(FilterError) {
    aside =
      switch request.aside {
      case nil: nil
      case .choices(let field): .choices(try PickDialog.choices(of: field, self))
      case .export(let scope): .export(exportListing(scope))
      case .voided:
        .voided(dataset.table.reports.indices.flatMap { dataset.voidedEntries(ofReport: $0) })
      case .health: .health(Health(of: dataset))
      }
  }

  /// The rows that an export writes; the marked ones are those of the dialog.
  private func exportListing(_ scope: ExportDialog.Scope) -> Listing? {
    switch scope {
    case .view(let pane): openView.map(\.table.listing) ?? listing(pane)
    case .marked(let pane, let marks): listing(pane, where: marks.contains)
    case .all: selection.map { $0.detainersListing($0.detainers()) }
    case .original: selection.map { $0.detainersListingWithOtherColumns($0.detainers()) }
    }
  }
}
