import DetainerModel
import Screen
import Text

/// A line in which two spans of time are typed that are held against each other.
struct SpansDialog: Dialog {
  static let command = Command(
    "spans", "gs", "Compare two spans of time that are typed: 2015-01 2015-02."
  ) { state, _ in state.dialog = SpansDialog(editor: LineEditor("")) }

  var editor: LineEditor
  var problem: String?
  let isTyped = true

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let rect = Rect(
      x: room.x, y: room.y, width: min(room.width, 68), height: min(room.height, 7))
    let inner = Box.draw(Self.title, rect, on: &canvas)
    let line = Rect(x: inner.x, y: inner.y, width: inner.width, height: 1)
    InputLine.draw(editor, after: "> ", line, on: &canvas)
    for (index, line) in wrapped(help, to: max(1, inner.width)).enumerated()
    where index + 1 < inner.height {
      canvas.put(
        line, x: inner.x, y: inner.y + 1 + index, width: inner.width,
        style: problem == nil ? .dim : .error)
    }
    Box.footer("Enter compares  Esc", rect, on: &canvas)
  }

  private static let title = "Compare two spans"

  /// What is wrong with what is typed, or else how to type it.
  private var help: String {
    problem ?? "The span before and the span after, with a blank between: "
      + "a week by a day in it, 2015-01, 2015-Q1, 2015, FY2015 or 2015-01..2015-03."
  }

  func sentences(_ state: BrowserState) -> [String] {
    [Spoken.typed(editor.string), Spoken.ended(Self.title), Spoken.ended(help)]
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    if key.isGivingUp { return .close }
    guard key == .enter else {
      _ = editor.take(key)
      problem = nil
      return .stay
    }
    let words = editor.string.split(separator: " ").map(String.init)
    let periods = words.map { Period(naming: $0) }
    if let wrong = periods.firstIndex(of: nil) {
      problem = "“\(excerpt(words[wrong]))” is not a span of time."
      return .stay
    }
    guard periods.count == 2, let before = periods[0], let after = periods[1] else {
      problem = "Two spans are compared; \(counted(periods.count, "span")) stands here."
      return .stay
    }
    return .choose {
      $0.open(ComparisonView(in: $0, with: .typed(before, after)))
    }
  }

  mutating func paste(_ text: String) -> DialogStep {
    editor.insert(text)
    return .stay
  }
}
