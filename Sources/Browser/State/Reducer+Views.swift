import DetainerModel
import Screen

/// Where the user was before Enter in a view.
struct Whereabouts: Sendable {
  let view: OpenView
  let filter: Filter
  let focus: Pane
  let positions: [Pane: PanePosition]
}

/// Opening views, going from their rows to what is behind them, and back.
extension BrowserState {
  /// Opens a view in place of the panes or of the open one.
  mutating func open(_ view: any DataView) {
    // Who is still on the first row has chosen none.
    let isChosen = shown.cursor(.jurisdictions) > 0 && shown.jurisdiction?.isRemainder == false
    show(view, at: .first(near: isChosen ? shown.jurisdiction?.jurisdiction : nil))
  }

  /// Opens a view over the one that is open, to go back to.
  mutating func openAbove(_ view: any DataView) {
    if let open = shown.openView { viewsBelow.append(open) }
    open(view)
  }

  /// Shows another form of the open view, with the cursor on the same row.
  mutating func change(_ view: any DataView) { show(view, at: .kept) }

  mutating func show(_ view: any DataView, at place: Request.ViewPlace) {
    request.view = view
    request.viewPlace = place
    ask(from: .view)
  }

  /// Closes the open view, down to the one over which it was opened.
  mutating func closeView() {
    if let below = viewsBelow.popLast() {
      show(below.view, at: .saved(below.position))
    } else {
      showPanes()
    }
  }

  mutating func showPanes() {
    request.view = nil
    shown.request.view = nil
    shown.openView = nil
    viewsBelow = []
    // In the panes `count:` is about their rows again.
    if filter.terms.contains(where: { $0.field == .count }) { ask(from: .weeks) }
  }

  /// Goes back to the panes, or to the view that Enter left.
  mutating func browse() {
    if request.view != nil {
      showPanes()
    } else if !followTrail() {
      say("these are the panes")
    }
  }

  /// The place of the row under the cursor, in a view or else in the panes.
  var selectedPlace: Jurisdiction? {
    if let place = shown.openView?.selected?.identity.place { return place }
    if let row = shown.jurisdiction { return row.isRemainder ? nil : row.jurisdiction }
    // A place that is asked for and has no row is meant all the same.
    return shown.unnamed.flatMap { $0.places.count == 1 ? $0.places[0] : nil }
  }

  // MARK: Enter

  /// Goes where Enter on a row leads.
  mutating func go(to destination: Destination, from open: OpenView) {
    switch destination {
    case .nowhere(let reason): say(reason)
    case .several(let title, let choices):
      dialog = MenuDialog(
        title: title, names: choices.map(\.name), cursor: 0, footer: "Enter  Esc", key: "q"
      ) { state, row in state.go(to: choices[row].destination, from: open) }
    case .rows(let terms, let pane):
      leave(open, for: pane)
      show(Filter(terms: filter.terms + terms))
    case .place(let place):
      leave(open, for: .jurisdictions)
      shown.wantedJurisdiction = .jurisdiction(.place(place))
      moved.insert(.jurisdictions)
      ask(from: .weeks)
    case .week(let week, let place, let pane):
      let row = shown.weeks.indices.first { shown.weeks[$0].report.period == week }
      guard let row else {
        say("no row of this week passes the filter; \(key(.declined)) shows all outcomes")
        return
      }
      leave(open, for: pane)
      shown.wantedWeek = shown.identity(.weeks, row)
      moved.insert(.weeks)
      guard let place else {
        ask(from: .weeks)
        return
      }
      shown.wantedJurisdiction = .jurisdiction(.place(place))
      moved.insert(.jurisdictions)
      ask(from: .weeks) { state in
        if state.shown.jurisdiction?.jurisdiction != place {
          state.say(
            "\(place.county) has no row here under the filter; \(state.key(.declined)) shows all outcomes"
          )
        }
      }
    }
  }

  /// Leaves a view for a pane, and remembers the way back.
  private mutating func leave(_ open: OpenView, for pane: Pane) {
    trail.append(
      Whereabouts(view: open, filter: filter, focus: focus, positions: shown.positions))
    viewsBelow = []
    request.view = nil
    focus = pane
  }

  /// Goes back to the view that Enter left; false when there is none.
  mutating func followTrail() -> Bool {
    guard let back = trail.popLast() else { return false }
    focus = back.focus
    request.view = back.view.view
    request.viewPlace = .saved(back.view.position)
    request.positions = back.positions
    show(back.filter)
    return true
  }

  // MARK: Maps and changes

  /// Goes from tile to tile on a map; false where there is none or the key is for something else.
  mutating func moveOnMap(_ key: Key) -> Bool {
    guard let open = shown.openView, let map = open.table.map,
      TileMap.tileSize(in: layout.view) != nil
    else { return false }
    let row = open.position.cursor
    let next: Int?
    switch key {
    case .character("h"), .left: next = map.row(from: row, columns: -1)
    case .character("l"), .right: next = map.row(from: row, columns: 1)
    case .character("j"), .down: next = map.row(from: row, rows: 1)
    case .character("k"), .up: next = map.row(from: row, rows: -1)
    default: return false
    }
    if let next { shown.openView?.position.cursor = next }
    settle()
    return true
  }

  /// Goes to the next row that passes a test, or says that there is none.
  mutating func move(by step: Int, to isWanted: (Table.Row) -> Bool, otherwise sentence: String) {
    guard let open = shown.openView else { return }
    var row = open.position.cursor + step
    while open.table.rows.indices.contains(row), !isWanted(open.table.rows[row]) { row += step }
    if open.table.rows.indices.contains(row) { move(to: row) } else { say(sentence) }
  }
}
