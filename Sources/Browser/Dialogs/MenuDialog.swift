import DetainerModel
import Screen
import Text

/// A menu from which one thing is chosen.
struct MenuDialog: Dialog {
  let title: String
  let names: [String]
  var cursor: Int
  let footer: String
  /// The key that opened the menu closes it again.
  let key: Character
  /// How wide it is, where there is room.
  private let width: Int
  private let choose: @Sendable (inout BrowserState, Int) -> Effect

  /// Lists names, of which one is chosen.
  init(
    title: String, names: [String], cursor: Int, footer: String, key: Character,
    choose: @escaping @Sendable (inout BrowserState, Int) -> Void
  ) {
    self.init(
      title: title, names: names, cursor: cursor, footer: footer, key: key, width: 36
    ) { state, row in
      choose(&state, row)
      return .none
    }
  }

  /// Lists names, of which one is chosen for the world outside.
  init(
    title: String, names: [String], cursor: Int, footer: String, key: Character, width: Int,
    perform: @escaping @Sendable (inout BrowserState, Int) -> Effect
  ) {
    self.title = title
    self.names = names
    self.cursor = cursor
    self.footer = footer
    self.key = key
    self.width = width
    choose = perform
  }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let rect = Rect(
      x: room.x, y: room.y, width: min(room.width, width), height: min(room.height, names.count + 2)
    )
    let inner = Box.draw(title, rect, on: &canvas)
    List(rows: names.count, cursor: cursor).draw(inner, on: &canvas) { row, rect, canvas in
      let room = max(0, rect.width - 2)
      canvas.put(TextWidth.clip(names[row], to: room), x: rect.x + 2, y: rect.y, width: room)
    }
    Box.footer(footer, rect, on: &canvas)
  }

  func sentences(_ state: BrowserState) -> [String] {
    [Spoken.ended(title)]
      + names.enumerated().map { Spoken.choice($1, isSelected: $0 == cursor) }
      + [Spoken.ended(footer)]
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    switch key {
    case .down, .character("j"), .control("n"): cursor = min(names.count - 1, cursor + 1)
    case .up, .character("k"), .control("p"): cursor = max(0, cursor - 1)
    case .enter, .character("l"), .right: return .act { [choose, cursor] in choose(&$0, cursor) }
    case _ where key.isLeaving || key == .character(self.key): return .close
    default: break
    }
    return .stay
  }
}

extension MenuDialog {
  /// The orders of the focused pane.
  static func order(of state: BrowserState) -> MenuDialog {
    let orders = PaneOrder.all(state.focus)
    return MenuDialog(
      title: "Order", names: orders.map(\.name),
      cursor: PaneOrder.current(state.focus, state.request),
      footer: "Enter  \(state.key(.reverse)) reverses", key: "o"
    ) { state, row in
      orders[row].set(&state.request)
      state.ask(from: state.focus == .detainers ? .detainers : .weeks)
    }
  }

  /// The keys that can be counted by.
  static func countBy(
    _ current: GroupKey, among keys: [GroupKey] = GroupKey.inMenus,
    choose: @escaping @Sendable (inout BrowserState, GroupKey) -> Void
  ) -> MenuDialog {
    MenuDialog(
      title: "Count by", names: keys.map(\.words), cursor: keys.firstIndex(of: current) ?? 0,
      footer: "Enter  Esc", key: "f"
    ) { state, row in choose(&state, keys[row]) }
  }
}

/// An order in which a pane can stand.
struct PaneOrder: Sendable {
  let name: String
  /// Whether texts go up in it, as they do where nothing is reversed.
  var isText = true
  let isCurrent: @Sendable (Request) -> Bool
  let set: @Sendable (inout Request) -> Void

  /// The orders of a pane, the usual one first.
  static func all(_ pane: Pane) -> [PaneOrder] {
    switch pane {
    case .weeks:
      [weeks("newest first", isReversed: false), weeks("oldest first", isReversed: true)]
    case .jurisdictions:
      JurisdictionOrder.allCases.map { order in
        PaneOrder(
          name: order.rawValue, isText: [.state, .county].contains(order),
          isCurrent: { $0.jurisdictionOrder == order }, set: { $0.jurisdictionOrder = order })
      }
    case .detainers:
      detainers.map { name, order in
        PaneOrder(
          name: name, isCurrent: { $0.detainerOrder == order }, set: { $0.detainerOrder = order })
      }
    }
  }

  /// The place of the present order of a pane among all.
  static func current(_ pane: Pane, _ request: Request) -> Int {
    all(pane).firstIndex { $0.isCurrent(request) } ?? 0
  }

  private static func weeks(_ name: String, isReversed: Bool) -> PaneOrder {
    PaneOrder(
      name: name, isCurrent: { $0.reversed.contains(.weeks) == isReversed },
      set: { request in
        if isReversed { request.reversed.insert(.weeks) } else { request.reversed.remove(.weeks) }
      })
  }

  private static let detainers: [(name: String, order: DetainerOrder)] = [
    ("file and row", .file), ("crime", .field(.crime)), ("citizenship", .field(.citizenship)),
    ("facility", .field(.facility)), ("basis", .field(.basis)),
    ("lift reason", .field(.liftReason)), ("issued", .field(.issued)),
    ("declined", .field(.lifted)), ("days from issue to decline", .days),
    ("count", .field(.count)),
  ]
}
