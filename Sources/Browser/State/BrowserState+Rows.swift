import DetainerModel

extension BrowserState {
  /// Finds the rows of every pane anew, keeping cursors by what they stand on. When the data has
  /// grown, panes in which the user has not moved begin anew: at the week that the data names, else
  /// at the newest, and at its first jurisdiction.
  mutating func refresh(hasGrown: Bool = false) {
    guard let selection = try? Selection(query(filter), in: dataset) else { return }
    refresh(selection, hasGrown: hasGrown)
  }

  /// Finds the rows of every pane anew under the filter of a selection.
  mutating func refresh(_ selection: Selection, hasGrown: Bool = false) {
    filter = selection.query.filter
    self.selection = selection
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
    recent = nil
    weekSelection = (week?.report).flatMap { narrowed(selection, by: $0.terms) }
    jurisdictions =
      (try? weekSelection?.jurisdictions(
        by: jurisdictionOrder, isReversed: reversed.contains(.jurisdictions))) ?? []
    positions[.jurisdictions] = positions[.jurisdictions] ?? PanePosition()
    place(.jurisdictions, at: wantedJurisdiction ?? before)
    refreshDetainers()
  }

  private mutating func refreshDetainers() {
    let before = identity(.detainers, positions[.detainers]?.cursor ?? 0)
    placeSelection =
      if let row = jurisdiction, case .place(let place) = row.identity {
        narrowed(weekSelection, by: place.terms)
      } else {
        nil
      }
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
    if layout.hasSparklines, openView == nil, recent == nil, let report = week?.report {
      recent = selection.flatMap { try? RecentDeclines(upTo: report, in: $0) }
    }
    for pane in Pane.allCases {
      let height = layout.height(of: pane)
      positions[pane, default: PanePosition()].settle(rows: rowCount(pane), height: height)
    }
  }

  private func narrowed(_ selection: Selection?, by terms: [FilterTerm]) -> Selection? {
    // The terms of a row name what there is.
    try? selection?.narrowed(by: Filter(terms: terms))
  }

  /// The filter with the selected week.
  var weekFilter: Filter? { weekSelection?.query.filter }

  /// The filter with the selected jurisdiction in the selected week; nil where it has no rows.
  var placeFilter: Filter? { placeSelection?.query.filter }

  /// The rows of a pane as a table.
  func listing(_ pane: Pane, rows: [Int]) -> Listing? {
    guard let selection else { return nil }
    return switch pane {
    case .weeks: selection.weeksListing(rows.map { weeks[$0] })
    case .jurisdictions: selection.jurisdictionsListing(rows.map { jurisdictions[$0] })
    case .detainers: selection.detainersListing(rows.map { detainers[$0] })
    }
  }
}
