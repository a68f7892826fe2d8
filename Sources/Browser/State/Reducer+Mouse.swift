import DetainerModel
import Screen

/// What the mouse points at, found from the layout by which the screen is drawn.
enum MouseTarget: Hashable, Sendable {
  /// A part of the path in the first row, by its number, or what is beside it.
  case crumb(Int?)
  /// A row of a pane.
  case row(Pane, Int)
  /// The names of the columns of a pane: of its rows, or of what stands at their ends.
  case heads(Pane, isEnd: Bool)
  /// A row of the view, or its tile on a map.
  case viewRow(Int)
  /// The title of a column of the view.
  case viewHead(Int)
  /// A line of the dialog, so many below the selected one, or above it.
  case dialogLine(Int)
  case nothing
}

/// The mouse: a click selects, two open, the wheel scrolls.
extension BrowserState {
  /// How many rows a step of the wheel is.
  private static let wheel = 3

  mutating func take(_ mouse: Mouse) -> Effect {
    // What is being typed is kept by Enter alone.
    guard prompt == nil else { return .none }
    message = nil
    let target = target(at: mouse.place)
    switch mouse.deed {
    case .wheelUp: return scroll(by: -Self.wheel, on: target)
    case .wheelDown: return scroll(by: Self.wheel, on: target)
    case .press: return press(on: target)
    case .doublePress:
      _ = press(on: target)
      switch target {
      case .row, .viewRow, .dialogLine: return take(.key(.enter))
      default: return .none
      }
    }
  }

  /// What stands at a place.
  func target(at point: Point) -> MouseTarget {
    if let dialog {
      let room = type(of: dialog).room(self)
      var canvas = Canvas(size: size)
      dialog.draw(self, room, on: &canvas)
      guard room.contains(point),
        let row = (0..<size.rows).first(where: { y in
          (0..<size.columns).contains { canvas[$0, y].text == "▶" }
        })
      else { return .nothing }
      return .dialogLine(point.y - row)
    }
    let layout = layout
    if let rect = layout.breadcrumb, rect.contains(point) {
      return .crumb(Breadcrumb.crumb(at: point.x, self, rect))
    }
    if let open = shown.openView {
      if let column = open.table.column(at: point, in: layout.view, cellWidths: open.cellWidths) {
        return .viewHead(column)
      }
      return open.table.row(at: point, in: layout.view, open.position).map { .viewRow($0) }
        ?? .nothing
    }
    for (pane, rect) in layout.panes {
      let row = (shown.positions[pane]?.top ?? 0) + point.y - rect.y
      if rect.contains(point) { return row < shown.rowCount(pane) ? .row(pane, row) : .nothing }
      if layout.titles?.contains(point) == true, (rect.x..<rect.maxX).contains(point.x) {
        return .heads(pane, isEnd: point.x >= rect.x + rect.width / 2)
      }
    }
    return .nothing
  }

  private mutating func press(on target: MouseTarget) -> Effect {
    defer { settle() }
    switch target {
    case .crumb(let number):
      // Weeks › 2017-01-28 › TX Travis County: each part but the last is a pane that was left.
      guard shown.openView == nil, let number, number < Pane.allCases.count else {
        goBack()
        break
      }
      focus(on: Pane.allCases[number])
    case .row(let pane, let row):
      focus(on: pane)
      move(to: row)
    case .viewRow(let row): move(to: row)
    case .heads(let pane, let isEnd):
      focus(on: pane)
      order(pane, byEnd: isEnd)
    case .viewHead(let column):
      if let view = request.view?.ordered(byColumn: column) {
        change(view)
      } else {
        say("this view has one order")
      }
    case .dialogLine(let lines): return pressInDialog(lines < 0 ? .up : .down, times: abs(lines))
    case .nothing: break
    }
    return .none
  }

  /// Puts a pane into the order of the column that is named, the other way round where it is in that.
  private mutating func order(_ pane: Pane, byEnd isEnd: Bool) {
    let name: String? =
      switch pane {
      case .weeks: nil
      case .jurisdictions: (isEnd ? JurisdictionOrder.declined : .state).rawValue
      case .detainers: isEnd ? "declined" : "crime"
      }
    let orders = PaneOrder.all(pane)
    guard let order = orders.first(where: { $0.name == name }), !order.isCurrent(request) else {
      return reverse()
    }
    order.set(&request)
    request.reversed.remove(pane)
    ask(from: pane == .detainers ? .detainers : .weeks)
  }

  private mutating func scroll(by rows: Int, on target: MouseTarget) -> Effect {
    if dialog != nil { return pressInDialog(rows < 0 ? .up : .down, times: abs(rows)) }
    if case .row(let pane, _) = target, shown.openView == nil { focus(on: pane) }
    move(by: rows)
    settle()
    return .none
  }

  /// Presses an arrow key in a dialog again and again, as far as it goes.
  private mutating func pressInDialog(_ key: Key, times: Int) -> Effect {
    for _ in 0..<times {
      let effect = take(.key(key))
      if effect != .none || dialog == nil { return effect }
    }
    return .none
  }
}
