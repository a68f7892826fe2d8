import DetainerModel

/// Going from a row of a view to what is behind it, and back.
extension BrowserState {
  /// Goes to the rows behind the selected one.
  mutating func openRow() {
    guard let open = openView, let row = open.selected else { return }
    if case .gap = row.identity {
      message = ("no report covers this time", false)
      return
    }
    if case .line(_, let week, let place) = row.identity {
      openWeek(week, at: place, open)
      return
    }
    guard case .group(let keys) = row.identity else {
      message = ("a term on the outcome hides these groups; D shows all outcomes", false)
      return
    }
    switch open.view {
    case .place, .side: break
    case .frequency(let view): openGroup(keys[0], of: view, open)
    case .map(let view): openGroup(keys[0], of: view.counts, open)
    case .pivot(let view):
      var counts = view.counts
      counts.key = view.rows
      guard let terms = view.columnTerms(self) else {
        message = ("there are no rows behind what is not itemised", false)
        return
      }
      openGroup(keys[0], of: counts, open, and: terms)
    case .trend(let view): openSpan(keys[0], of: view, open)
    case .comparison:
      guard case .jurisdiction(let place) = keys[0] else {
        message = ("there are no rows behind what is not itemised", false)
        return
      }
      leaveTrail(open)
      openView = nil
      focus = .jurisdictions
      wantedJurisdiction = .jurisdiction(.place(place))
      refresh()
    }
  }

  /// Filters by a group, in the panes that list what was counted.
  private mutating func openGroup(
    _ value: KeyValue, of view: FrequencyView, _ open: OpenView, and others: [FilterTerm] = []
  ) {
    guard let terms = view.key.terms(for: value) else {
      message = ("there are no rows behind what is not itemised", false)
      return
    }
    leaveTrail(open)
    let scope = view.scope == .place ? placeFilter?.terms.suffix(2) ?? [] : []
    filter = Filter(terms: filter.terms + scope + terms + others)
    if view.scope == .all { focus = .weeks } else { focus = .jurisdictions }
    openView = nil
    refresh()
  }

  /// Opens the page of the selected jurisdiction.
  mutating func openPlace() {
    guard let place = selectedPlace, place.isNamed else {
      message = ("no place is selected: what no place is known of has no page", false)
      return
    }
    openPage(.place(PlaceView(place: place)))
  }

  /// Opens the corrections of the selected row.
  mutating func openCorrectionsOfRow() {
    if openView == nil, focus == .weeks, let week = week?.report.week {
      openPage(.side(.ofReport(week)))
    } else if let place = selectedPlace {
      openPage(.side(.ofPlace(place)))
    } else {
      message = ("no place is selected; gc shows all corrections", false)
    }
  }

  /// Opens a page over the view that is open, to go back to.
  mutating func openPage(_ view: DataView) {
    if let openView { viewsBelow.append(openView) }
    open(view)
  }

  /// Closes the open view, down to the one over which it was opened.
  mutating func closeView() {
    openView = viewsBelow.popLast()
    refreshView()
  }

  /// The place of the row under the cursor, in a view or else in the panes.
  private var selectedPlace: Jurisdiction? {
    switch openView?.selected?.identity {
    case .group(let keys):
      for case .jurisdiction(let place) in keys { return place }
    case .line(_, _, let place?): return place
    default: break
    }
    return jurisdiction.flatMap { $0.isRemainder ? nil : $0.jurisdiction }
  }

  /// Goes from a line of a page to the report and the place it speaks of.
  private mutating func openWeek(_ week: Week?, at place: Jurisdiction?, _ open: OpenView) {
    guard let week,
      let row = weeks.indices.first(where: { weeks[$0].report.week == week })
    else {
      message = (
        week == nil
          ? "this line speaks of no one week"
          : "no row of this week passes the filter; D shows all outcomes", false
      )
      return
    }
    leaveTrail(open)
    openView = nil
    wantedWeek = identity(.weeks, row)
    moved.insert(.weeks)
    focus = .weeks
    if let place {
      wantedJurisdiction = .jurisdiction(.place(place))
      moved.insert(.jurisdictions)
      focus = .jurisdictions
    }
    refresh()
    if let place, jurisdiction?.jurisdiction != place {
      message = ("\(place.county) has no row here under the filter; D shows all outcomes", false)
    }
  }

  /// Goes to a week, or to the weeks of a longer span.
  private mutating func openSpan(_ value: KeyValue, of view: TrendView, _ open: OpenView) {
    guard case .text(let label) = value, let terms = view.span.key.terms(for: value) else { return }
    let day = ClosedRange<Day>(naming: label)?.lowerBound ?? .none
    let isWeek = view.span == .week || view.span == .day
    let row = weeks.indices.first { weeks[$0].report.week == Week(containing: day) }
    if isWeek, row == nil {
      message = ("no row of this week passes the filter; D shows all outcomes", false)
      return
    }
    leaveTrail(open)
    openView = nil
    if let row, isWeek {
      wantedWeek = identity(.weeks, row)
      moved.insert(.weeks)
    } else {
      filter = Filter(terms: filter.terms + terms)
    }
    focus = isWeek && view.isOfPlace ? .jurisdictions : .weeks
    refresh()
  }

  private mutating func leaveTrail(_ open: OpenView) {
    trail.append(Whereabouts(view: open, filter: filter, focus: focus, positions: positions))
    viewsBelow = []
  }

  /// Goes back to the view that Enter left; false when there is none.
  mutating func followTrail() -> Bool {
    guard let back = trail.popLast() else { return false }
    filter = back.filter
    focus = back.focus
    openView = back.view
    refresh()
    positions = back.positions
    refreshChildren(of: .weeks)
    settle()
    return true
  }
}
