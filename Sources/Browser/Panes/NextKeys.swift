import Screen
import Text

/// The keys that may follow a prefix, each with the name of its command.
enum NextKeys {
  /// Draws them at the bottom of a room, in as many columns as fit.
  static func draw(
    _ keys: [(key: String, command: Command)], _ room: Rect, on canvas: inout Canvas
  ) {
    let widest = keys.reduce(0) {
      max($0, TextWidth.of($1.key) + 1 + TextWidth.of($1.command.words))
    }
    let width = min(room.width, widest + 2)
    let columns = max(1, min(keys.count, (room.width - 2) / width))
    let lines = (keys.count + columns - 1) / columns
    guard room.height >= lines + 3, room.width >= widest + 2 else { return }
    let rect = Rect(
      x: room.x, y: room.maxY - lines - 2, width: room.width, height: lines + 2)
    let inner = Box.draw("Next key", rect, on: &canvas)
    for (index, entry) in keys.enumerated() {
      let (x, y) = (inner.x + index / lines * width, inner.y + index % lines)
      let key = canvas.put(entry.key, x: x + 1, y: y, style: .key)
      canvas.put(entry.command.words, x: x + key + 2, y: y, style: .normal)
    }
  }
}
