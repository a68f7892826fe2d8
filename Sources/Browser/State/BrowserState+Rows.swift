import DetainerModel

extension BrowserState {
  /// Finds the rows of every pane anew, keeping cursors by what they stand on. When the data has
  /// grown, panes in which the user has not moved begin anew: at the week that the data names, else
  /// at the newest, and at its first jurisdiction.
  mutating func refresh(hasGrown: Bool = false) {
    guard let selection = try? Selection(query(filter), in: dataset) else { return }
    hasRowTerm = selection.hasRowTerm
    let before = identity(.weeks, positions[.weeks]?.cursor ?? 0)
    weeks = selection.weeks()
    if reversed.contains(.weeks) { weeks.reverse() }
    if hasGrown, !moved.contains(.weeks) {
      placeStart()
    } else {
      place(.weeks, at: wantedWeek ?? before)
    }
    if hasGrown, !moved.contains(.jurisdictions) {
      wantedJurisdiction = nil
      jurisdictions = []
    }
    refreshChildren(of: .weeks)
    if hasGrown, !moved.contains(.jurisdictions) {
      wantedJurisdiction = identity(.jurisdictions, 0)
    }
    refreshView()
  }

  private mutating func placeStart() {
    let start = weeks.firstIndex { $0.report.week == dataset.start }
    let newest = reversed.contains(.weeks) ? max(0, weeks.count - 1) : 0
    positions[.weeks] = PanePosition(cursor: start ?? newest)
    wantedWeek = start.flatMap { identity(.weeks, $0) }
  }

  /// Finds the rows of the panes below one.
  mutating func refreshChildren(of pane: Pane) {
    switch pane {
    case .weeks: refreshJurisdictions()
    case .jurisdictions: refreshDetainers()
    case .detainers: break
    }
    settle()
  }

  private mutating func refreshJurisdictions() {
    let before = identity(.jurisdictions, positions[.jurisdictions]?.cursor ?? 0)
    jurisdictions =
      weekSelection?.jurisdictions(
        by: jurisdictionOrder, isReversed: reversed.contains(.jurisdictions)) ?? []
    positions[.jurisdictions] = positions[.jurisdictions] ?? PanePosition()
    place(.jurisdictions, at: wantedJurisdiction ?? before)
    refreshDetainers()
  }

  private mutating func refreshDetainers() {
    let before = identity(.detainers, positions[.detainers]?.cursor ?? 0)
    detainers =
      placeSelection?.detainers(by: detainerOrder, isReversed: reversed.contains(.detainers)) ?? []
    place(.detainers, at: before)
  }

  private mutating func place(_ pane: Pane, at identity: RowIdentity?) {
    let rows = rowCount(pane)
    if let row = identity.flatMap({ wanted in
      (0..<rows).first { self.identity(pane, $0) == wanted }
    }) {
      positions[pane, default: PanePosition()].cursor = row
    } else if pane != .weeks {
      positions[pane] = PanePosition()
    }
  }

  /// Keeps every cursor inside its rows and on the screen.
  mutating func settle() {
    let layout = layout
    openView?.settle(in: layout)
    for pane in Pane.allCases {
      let height = layout.height(of: pane)
      positions[pane, default: PanePosition()].settle(rows: rowCount(pane), height: height)
    }
  }

  /// The filter with the selected week.
  var weekFilter: Filter? {
    (week?.report).map { filter.and(Filter(terms: $0.terms)) }
  }

  /// The selected week under the filter.
  var weekSelection: Selection? {
    weekFilter.flatMap { try? Selection(query($0), in: dataset) }
  }

  /// The filter with the selected jurisdiction in the selected week; nil where it has no rows.
  var placeFilter: Filter? {
    guard let weekFilter, let row = jurisdiction, case .place(let place) = row.identity else {
      return nil
    }
    return weekFilter.and(Filter(terms: place.terms))
  }

  private var placeSelection: Selection? {
    placeFilter.flatMap { try? Selection(query($0), in: dataset) }
  }

  /// The rows of a pane as a table.
  func listing(_ pane: Pane, rows: [Int]) -> Listing? {
    guard let selection = weekSelection ?? (try? Selection(query(filter), in: dataset)) else {
      return nil
    }
    return switch pane {
    case .weeks: selection.weeksListing(rows.map { weeks[$0] })
    case .jurisdictions: selection.jurisdictionsListing(rows.map { jurisdictions[$0] })
    case .detainers: selection.detainersListing(rows.map { detainers[$0] })
    }
  }
}
