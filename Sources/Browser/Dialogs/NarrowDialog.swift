import DetainerModel
import Screen

/// Words that every entry of a list has: typed where filters are, and the list follows.
struct NarrowDialog: Dialog {
  private var editor: LineEditor
  let isTyped = true

  init(_ text: String) { editor = LineEditor(text) }

  var typedLine: (name: String, editor: LineEditor)? { ("Narrow", editor) }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {}
  func sentences(_ state: BrowserState) -> [String] { [] }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    switch key {
    case .enter: return .close
    case _ where key.isGivingUp: return .choose { $0.narrow(to: "") }
    default:
      if let step = key.step { return .change { $0.move(by: step) } }
      return editor.take(key) ? narrowed : .stay
    }
  }

  mutating func paste(_ text: String) -> DialogStep {
    editor.insert(text)
    return narrowed
  }

  private var narrowed: DialogStep {
    .change { [words = editor.string] in $0.narrow(to: words) }
  }
}

extension BrowserState {
  /// Leaves those entries of the open list that have some words.
  mutating func narrow(to words: String) {
    guard let view = request.view as? any EntriesView else { return }
    change(view.narrowed(to: words))
  }

  /// Shows all entries again; false where that is so.
  mutating func widen() -> Bool {
    guard let view = request.view as? any EntriesView, !view.folding.narrowed.isEmpty else {
      return false
    }
    change(view.narrowed(to: ""))
    return true
  }
}

extension EntriesView {
  fileprivate func narrowed(to words: String) -> any DataView {
    changed { $0.folding.narrowed = words }
  }
}
