import DetainerModel
import Screen

/// Where the user was before Enter in a view.
struct Whereabouts: Sendable {
  let view: OpenView
  let filter: Filter
  let focus: Pane
  let positions: [Pane: PanePosition]
}

extension OpenView {
  /// Keeps the cursor inside the rows and on the screen.
  mutating func settle(in layout: Layout) {
    let rows = TableView.places(in: layout.view, of: table).rows
    position.settle(rows: table.rows.count, height: rows.height)
  }
}

extension BrowserState {
  mutating func open(_ view: DataView) {
    openView = OpenView(view)
    refreshView()
    if case .trend(let view) = view, let week = week?.report.week {
      openView?.select(.group([.text(view.span.label(of: view.span.start(of: week.end)))]))
    }
    settle()
  }

  /// Counts the open view anew, under the filter and the week in force.
  mutating func refreshView() {
    guard let view = openView?.view else { return }
    let table = view.table(self)
    openView?.take(table)
  }

  /// Runs a command in the open view; nil for commands that mean the same everywhere.
  mutating func runInView(_ command: Command, count: Int?) -> Effect? {
    guard let open = openView else { return nil }
    let page = max(
      1, TableView.places(in: layout.view, of: open.table).rows.height)
    switch command {
    case .down: moveInView(to: open.position.cursor + (count ?? 1))
    case .up: moveInView(to: open.position.cursor - (count ?? 1))
    case .halfPageDown: moveInView(to: open.position.cursor + max(1, page / 2))
    case .halfPageUp: moveInView(to: open.position.cursor - max(1, page / 2))
    case .pageDown: moveInView(to: open.position.cursor + max(1, page - 1))
    case .pageUp: moveInView(to: open.position.cursor - max(1, page - 1))
    case .top: moveInView(to: (count ?? 1) - 1)
    case .bottom: moveInView(to: count.map { $0 - 1 } ?? .max - 1)
    case .nextChange: moveToChange(by: 1)
    case .previousChange: moveToChange(by: -1)
    case .open: openRow()
    case .back, .leave: closeView()
    case .browse: (openView, viewsBelow) = (nil, [])
    case .frequency: changeFrequency()
    case .trend: changeTrend()
    case .charts:
      // In the view that charts are the beginning of, the key goes on as it does there.
      guard case .trend = open.view else { return nil }
      changeTrend()
    case .pivot: changePivot()
    case .place: openPlace()
    case .compare: changeComparison()
    case .nextPane: stepKey(by: 1)
    case .previousPane: stepKey(by: -1)
    case .measure: changeMeasure(count)
    case .sort, .reverse: changeOrder(command)
    case .mark, .markAll, .clearMarks, .detail, .detailPane, .zoom, .unzoom, .weeksPane,
      .jurisdictionsPane, .detainersPane:
      message = ("not in this view; q goes back to the panes", false)
    default: return nil
    }
    settle()
    return Effect.none
  }

  private mutating func moveInView(to row: Int) {
    guard let rows = openView?.table.rows.count else { return }
    openView?.position.cursor = max(0, min(row, rows - 1))
  }

  /// Goes from tile to tile on a map; false where there is none or the key is for something else.
  mutating func moveOnMap(_ key: Key) -> Bool {
    guard let open = openView, let map = open.table.map, TileMap.tileSize(in: layout.view) != nil
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
    message = nil
    if let next { openView?.position.cursor = next }
    settle()
    return true
  }

  private mutating func moveToChange(by step: Int) {
    if case .pivot(var view) = openView?.view {
      let shown = (try? PivotView.Cells(view, self))?.fitting(layout.view.width) ?? 0
      let next = (view.marked ?? -1) + step
      view.marked = next < 0 ? nil : min(next, shown - 1)
      if shown == 0 { view.marked = nil }
      openView?.view = .pivot(view)
      refreshView()
      return
    }
    guard let open = openView, case .comparison = open.view else {
      message = ("changes are in the compare view; = opens it", false)
      return
    }
    var row = open.position.cursor + step
    while open.table.rows.indices.contains(row), !ComparisonView.changed(open.table.rows[row]) {
      row += step
    }
    guard open.table.rows.indices.contains(row) else {
      message = (step > 0 ? "there is no change below" : "there is no change above", false)
      return
    }
    openView?.position.cursor = row
  }
}
