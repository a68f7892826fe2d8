import Screen
import Text

/// Items of which what is typed leaves some, best fit first, with a cursor and marks: the one list
/// of places, values, commands and filters to choose from.
struct Chooser<Item: Sendable>: Sendable {
  let items: [Item]
  private(set) var editor = LineEditor()
  /// The places of the items that are left, in the order in which they are shown.
  private(set) var left: [Int]
  /// The places of the items that are marked.
  private(set) var marked: Set<Int>
  /// Whether the user has marked or unmarked one, so that the marks are what is meant.
  private(set) var hasMarked = false
  private(set) var position = PanePosition()
  private let texts: [[FuzzyText]]

  /// Lists items by their texts, of which the first counts most, some of them marked.
  init(_ items: [Item], marked: Set<Int> = [], text: (Item) -> [FuzzyText]) {
    self.items = items
    self.marked = marked
    texts = items.map(text)
    left = Array(items.indices)
  }

  /// The item under the cursor; nil where none is left.
  var selected: Item? {
    left.indices.contains(position.cursor) ? items[left[position.cursor]] : nil
  }

  /// The items that are meant: those that were marked here, else the one under the cursor.
  var chosen: [Item] {
    hasMarked && !marked.isEmpty ? marked.sorted().map { items[$0] } : selected.map { [$0] } ?? []
  }

  /// Takes a key that moves or types; false where it is for something else.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .pageDown: move(by: 10)
    case .pageUp: move(by: -10)
    default:
      if let step = key.step {
        move(by: step)
      } else {
        let before = editor.text
        guard editor.take(key) else { return false }
        if editor.text != before { narrow() }
      }
    }
    return true
  }

  mutating func paste(_ text: String) {
    editor.insert(text)
    narrow()
  }

  /// Marks the item under the cursor, or unmarks it, and goes on to the next.
  mutating func mark() {
    guard left.indices.contains(position.cursor) else { return }
    marked.formSymmetricDifference([left[position.cursor]])
    hasMarked = true
    move(by: 1)
  }

  private mutating func move(by rows: Int) {
    position.cursor = max(0, min(position.cursor + rows, left.count - 1))
  }

  private mutating func narrow() {
    position = PanePosition()
    let typed = FuzzyText.words(editor.string)
    guard !typed.isEmpty else {
      left = Array(items.indices)
      return
    }
    let fits = texts.indices.compactMap { item in Fit(texts[item], typed, item: item) }
    // Letters that are only strewn are meant where nothing else is.
    let clear = fits.filter { !$0.isStrewn }
    left = (clear.isEmpty ? fits : clear).sorted { $0.rank < $1.rank }.map(\.rank.2)
  }

  /// How well an item fits: by which of its texts, and how.
  private struct Fit {
    let isStrewn: Bool
    let rank: (Int, FuzzyText.Fit, Int)

    init?(_ texts: [FuzzyText], _ typed: [String], item: Int) {
      let fits = texts.enumerated().compactMap { place, text in text.fit(typed).map { (place, $0) }
      }
      guard let best = fits.first(where: { $0.1 != .letters }) ?? fits.first else { return nil }
      isStrewn = best.1 == .letters
      rank = (best.0, best.1, item)
    }
  }

  /// Draws what is typed, what is marked, and the items with the body; a sentence where none is
  /// left.
  ///
  /// What is marked is told in the first of its forms that has room in half of the lines, else the
  /// last of them, so that no mark is ever out of sight; where there are no lines, before what is typed.
  func draw(
    _ rect: Rect, label: String = "> ", marks: [String] = [], nothing: String,
    on canvas: inout Canvas,
    _ body: (_ item: Item, _ isMarked: Bool, _ rect: Rect, _ canvas: inout Canvas) -> Void
  ) {
    var rows = rect
    rows.y += 1
    rows.height -= 1
    var label = label
    if let shortest = marks.last, rows.height > 1 {
      let forms = marks.map { wrapped($0, to: max(1, rect.width - 2)) }
      let lines =
        forms.first { $0.count <= rows.height / 2 }
        ?? wrapped(
          shortest, to: max(1, rect.width - 2), atMost: rows.height / 2)
      for (index, line) in lines.enumerated() {
        canvas.put(
          line, x: rect.x + 1, y: rows.y + index, width: rect.width - 1, style: .marked)
      }
      rows.y += lines.count
      rows.height -= lines.count
    } else if let shortest = marks.last {
      label = TextWidth.clip(shortest, to: max(0, rect.width - 6)) + label
    }
    guard rows.height > 0 else {
      return InputLine.draw(
        editor, after: label, Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), on: &canvas)
    }
    List(rows: left.count, cursor: position.cursor).draw(rows, on: &canvas) { row, rect, canvas in
      body(items[left[row]], marked.contains(left[row]), rect, &canvas)
    }
    if left.isEmpty { List.drawEmpty(nothing, rows, on: &canvas) }
    InputLine.draw(
      editor, after: label, Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), on: &canvas)
  }
}
