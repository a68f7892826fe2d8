import Screen
import Text

/// A list of things to choose, and to put into another order.
struct Checklist: Sendable {
  struct Item: Sendable {
    let name: String
    var isChosen = true
  }

  var items: [Item] = []
  var cursor = 0

  /// The names of those that are chosen, in their order.
  var chosen: [String] { items.filter(\.isChosen).map(\.name) }

  /// Takes a key; false when it means nothing here.
  mutating func take(_ key: Key) -> Bool {
    guard !items.isEmpty else { return false }
    switch key {
    case .character(" "):
      items[cursor].isChosen.toggle()
      cursor += 1
    case .down, .character("j"), .control("n"): cursor += 1
    case .up, .character("k"), .control("p"): cursor -= 1
    case .home, .character("g"): cursor = 0
    case .end, .character("G"): cursor = items.count - 1
    case .character("J"), .character(">"): move(by: 1)
    case .character("K"), .character("<"): move(by: -1)
    case .character("*"):
      let isAll = items.allSatisfy(\.isChosen)
      for index in items.indices { items[index].isChosen = !isAll }
    default: return false
    }
    cursor = max(0, min(cursor, items.count - 1))
    return true
  }

  private mutating func move(by step: Int) {
    guard items.indices.contains(cursor + step) else { return }
    items.swapAt(cursor, cursor + step)
    cursor += step
  }

  /// Draws as many as there is room for, those around the cursor.
  func draw(_ rect: Rect, on canvas: inout Canvas) {
    List(rows: items.count, cursor: cursor).draw(rect, on: &canvas) { row, rect, canvas in
      canvas.put(
        "[\(items[row].isChosen ? "x" : " ")] \(harmless(items[row].name))", x: rect.x + 2,
        y: rect.y,
        width: max(0, rect.width - 2))
    }
  }
}
