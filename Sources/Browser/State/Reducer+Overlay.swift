import DetainerModel
import Screen

extension BrowserState {
  mutating func takeInOverlay(_ key: Key) -> Effect {
    if key == .control("l") { return .redraw }
    if key == .control("z") { return .suspend }
    switch overlay {
    case .help, .detail, .health, .messages, .charts, .sort, .countBy:
      if key == .character("Q") { return .quit }
    default: break
    }
    switch overlay {
    case .pick(let list): return takeInPickList(list, key)
    case .export(let dialog): return takeInExport(dialog, key)
    case .sort(let cursor): takeInSort(cursor, key)
    case .countBy(let cursor): takeInCountBy(cursor, key)
    case .help(let top):
      overlay = scrolled(top, key, rows: HelpView.lines(width: size.columns).count).map {
        .help(top: $0)
      }
    case .detail(let top):
      overlay = scrolled(top, key, rows: DetailView.lines(of: self, width: size.columns).count)
        .map { .detail(top: $0) }
    case .health(let health, let top):
      overlay = scrolled(top, key, rows: HealthView.lines(of: health, width: size.columns).count)
        .map { .health(health, top: $0) }
    case .messages(let top):
      overlay = scrolled(top, key, rows: MessagesView.lines(of: self, width: size.columns).count)
        .map { .messages(top: $0) }
    case .charts:
      if scrolled(0, key, rows: 0) == nil || key == .character("a") { overlay = nil }
    case nil: break
    }
    return .none
  }

  /// Where a text is scrolled to; nil when the key closes it.
  private func scrolled(_ top: Int, _ key: Key, rows: Int) -> Int? {
    let page = max(1, OverlayView.textHeight(size))
    let last = max(0, rows - page)
    switch key {
    case .escape, .enter, .character("q"), .character("?"), .character("h"), .character("i"),
      .left, .backspace, .control("c"), .function(1), .character("!"):
      return nil
    case .down, .character("j"), .control("n"): return min(last, top + 1)
    case .up, .character("k"), .control("p"): return max(0, top - 1)
    case .pageDown, .character(" "), .control("f"), .control("d"): return min(last, top + page)
    case .pageUp, .control("b"), .control("u"): return max(0, top - page)
    case .home, .character("g"): return 0
    case .end, .character("G"): return last
    default: return min(last, top)
    }
  }

  // MARK: Order

  /// The orders of the focused pane, as they are named in the menu.
  var orderNames: [String] {
    switch focus {
    case .weeks: ["newest first", "oldest first"]
    case .jurisdictions: JurisdictionOrder.allCases.map(\.rawValue)
    case .detainers: Self.detainerOrders.map(\.name)
    }
  }

  static let detainerOrders: [(name: String, order: DetainerOrder)] = [
    ("file and row", .file), ("crime", .field(.crime)), ("citizenship", .field(.citizenship)),
    ("facility", .field(.facility)), ("basis", .field(.basis)),
    ("lift reason", .field(.liftReason)), ("issued", .field(.issued)),
    ("declined", .field(.lifted)), ("days from issue to decline", .days),
    ("count", .field(.count)),
  ]

  var currentOrder: Int {
    switch focus {
    case .weeks: reversed.contains(.weeks) ? 1 : 0
    case .jurisdictions: JurisdictionOrder.allCases.firstIndex(of: jurisdictionOrder) ?? 0
    case .detainers: Self.detainerOrders.firstIndex { $0.order == detainerOrder } ?? 0
    }
  }

  private mutating func takeInCountBy(_ cursor: Int, _ key: Key) {
    let keys = FrequencyView.keys
    switch key {
    case .down, .character("j"), .control("n"):
      overlay = .countBy(cursor: min(keys.count - 1, cursor + 1))
    case .up, .character("k"), .control("p"): overlay = .countBy(cursor: max(0, cursor - 1))
    case .enter, .character("l"), .right:
      overlay = nil
      countBy(keys[cursor])
    case .escape, .character("q"), .character("f"), .control("c"), .character("h"), .left:
      overlay = nil
    default: break
    }
  }

  private mutating func takeInSort(_ cursor: Int, _ key: Key) {
    switch key {
    case .down, .character("j"), .control("n"):
      overlay = .sort(cursor: min(orderNames.count - 1, cursor + 1))
    case .up, .character("k"), .control("p"): overlay = .sort(cursor: max(0, cursor - 1))
    case .enter, .character("l"), .right:
      overlay = nil
      switch focus {
      case .weeks: if cursor == 1 { reversed.insert(.weeks) } else { reversed.remove(.weeks) }
      case .jurisdictions: jurisdictionOrder = JurisdictionOrder.allCases[cursor]
      case .detainers: detainerOrder = Self.detainerOrders[cursor].order
      }
      focus == .detainers ? refreshChildren(of: .jurisdictions) : refresh()
    case .escape, .character("q"), .character("o"), .control("c"), .character("h"), .left:
      overlay = nil
    default: break
    }
  }
}
