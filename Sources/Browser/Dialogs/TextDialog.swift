import DetainerModel
import Screen
import Text

/// A dialog of text that is scrolled.
protocol TextDialog: Dialog {
  /// The first line in sight.
  var top: Int { get set }
  /// How wide labels before the text are.
  var labelWidth: Int { get }
  /// What is looked for with `/`; nil where nothing is.
  var search: TextSearch? { get set }
  func title(_ state: BrowserState) -> String
  func lines(_ state: BrowserState) -> [Line]
}

extension TextDialog {
  var labelWidth: Int { 0 }
  var isTyped: Bool { search?.isTyping ?? false }
  var search: TextSearch? {
    get { nil }
    set {}
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep { scroll(key, state) }

  /// What keys do in every dialog of text.
  mutating func scroll(_ key: Key, _ state: BrowserState) -> DialogStep {
    let page = max(1, Self.room(state).height - 2)
    let lines = lines(state)
    let last = max(0, lines.count - page)
    if let step = search(key, in: lines) { return step }
    switch key {
    case _ where key.isLeaving || TextKeys.closing.contains(key): return .close
    case .down, .character("j"), .control("n"): top = min(last, top + 1)
    case .up, .character("k"), .control("p"): top = max(0, top - 1)
    case .pageDown, .character(" "), .control("f"), .control("d"): top = min(last, top + page)
    case .pageUp, .control("b"), .control("u"): top = max(0, top - page)
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = last
    case .character("y"): return copied(lineCopied(state), "1 line")
    case .character("Y"):
      let texts = wholeLines(state).map(Self.text)
      return copied(texts.map { $0 + "\n" }.joined(), counted(texts.count, "line"))
    default: top = min(last, top)
    }
    return .stay
  }

  private func copied(_ text: String, _ name: String) -> DialogStep {
    .perform(.copy(Copying(.text(text), what: .named(name))))
  }

  /// The lines as they are where no line goes on in the next.
  func wholeLines(_ state: BrowserState) -> [Line] {
    var wide = state
    wide.size = Size(columns: 1 << 16, rows: state.size.rows)
    return lines(wide)
  }

  /// The line at the cursor, the first in sight, with what of it stands on others for want of room.
  private func lineCopied(_ state: BrowserState) -> String {
    let (lines, whole) = (lines(state), wholeLines(state))
    func count(_ lines: some Sequence<Line>) -> Int {
      lines.reduce(0) { $0 + Self.text($1).count { !$0.isWhitespace } }
    }
    let top = max(0, min(top, lines.count - 1))
    guard lines.indices.contains(top) else { return "" }
    // Wrapping changes nothing but blanks: the letters before the line tell which one it is.
    var before = count(lines[..<top])
    guard lines.count != whole.count, count(lines) == count(whole) else {
      return Self.text(lines[top])
    }
    for line in whole {
      before -= count([line])
      if before < 0 { return Self.text(line) }
    }
    return ""
  }

  private static func text(_ line: Line) -> String {
    let label = line.label.reversed().drop { $0 == " " }.reversed()
    return harmless(
      label.isEmpty || line.text.isEmpty ? String(label) + line.text : label + "\t" + line.text)
  }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let lines = lines(state)
    let inner = Box.draw(title(state), room, on: &canvas)
    let top = max(0, min(top, lines.count - inner.height))
    let found = search?.found(in: lines)
    // In a narrow place a label stands above its text, see `Line.stacked`.
    let labels = state.size.columns >= 40 ? labelWidth : 0
    for (index, line) in lines.dropFirst(top).prefix(max(0, inner.height)).enumerated() {
      let isFound = found?.lines.contains(top + index) ?? false
      (isFound ? Line(line.label, line.text, .strong) : line).draw(
        Rect(x: inner.x, y: inner.y + index, width: inner.width, height: 1), labelWidth: labels,
        on: &canvas)
    }
    let last = min(lines.count, top + inner.height)
    if let editor = search?.editor {
      let line = Rect(x: inner.x, y: room.maxY - 1, width: inner.width, height: 1)
      return InputLine.draw(editor, after: "/", line, on: &canvas)
    }
    if let text = search?.text, !text.isEmpty, found?.lines.isEmpty == true {
      Box.footer("“\(harmless(text))” is not in this text  / again  Esc closes", room, on: &canvas)
      canvas.cursor = Point(x: inner.x, y: inner.y)
      return
    }
    let keys = search == nil ? "j k" : search?.text.isEmpty == true ? "j k  /" : "j k  / n N"
    let copying = room.width >= 60 ? "  y Y copy" : ""
    Box.footer(
      "\(min(top + 1, last))–\(last) of \(lines.count)  \(keys)\(copying)  Esc closes", room,
      on: &canvas)
    canvas.cursor = Point(x: inner.x, y: inner.y)
  }

  /// How wide the text beside a label may be.
  static func textWidth(_ state: BrowserState, labelWidth: Int) -> Int {
    let columns = state.size.columns
    let outer = columns >= 60 ? columns - 4 : columns
    return max(4, outer - 3 - (columns >= 40 ? labelWidth : 0))
  }

  /// Lines for the width there is: below forty columns each label has a line of its own.
  static func stacked(_ lines: [Line], _ state: BrowserState) -> [Line] {
    guard state.size.columns < 40 else { return lines }
    return lines.flatMap { line in
      line.label.isEmpty || line.text.isEmpty
        ? [line] : [Line(line.label, ""), Line("", line.text, line.style)]
    }
  }
}

/// Keys of dialogs of text.
enum TextKeys {
  /// The keys that close one, beside those that leave every dialog.
  static let closing: Set<Key> = [
    .enter, .character("?"), .character("i"), .backspace, .function(1), .character("!"),
  ]
}
