import DetainerModel
import Screen
import Text

/// A line in which a command of the shell is typed that gets the rows of the view.
struct PipeDialog: Dialog {
  static let command = Command(
    "pipe", "|", "Give the rows of this view to a command of the shell, and show what it prints."
  ) { state, _ in state.openPipe() }

  /// What the rows are called: `26 rows`.
  let rows: String
  let listing: @Sendable () -> Listing?
  /// The commands of this session, the newest last, and the one that is shown of them.
  let history: [String]
  var place: Int
  var editor = LineEditor()
  var format = FileFormat.csv
  var isRunning = false
  let isTyped = true

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    if isRunning { return key.isGivingUp ? .perform(.stopCommand) : .stay }
    switch key {
    case _ where key.isGivingUp: return .close
    case .enter where !editor.string.allSatisfy(\.isWhitespace):
      isRunning = true
      return .perform(
        .pipe(
          PipeRequest(
            command: editor.string, form: ExportForm(format), listing: listing)))
    case .tab: format = FileFormat.ofTexts.element(1, from: format)
    case .backTab: format = FileFormat.ofTexts.element(-1, from: format)
    default:
      if let step = key.step {
        place = max(0, min(place + step, history.count))
        editor = LineEditor(place < history.count ? history[place] : "")
      } else {
        _ = editor.take(key)
      }
    }
    return .stay
  }

  mutating func paste(_ text: String) -> DialogStep {
    if !isRunning { editor.insert(text) }
    return .stay
  }

  private var title: String { "Pipe \(rows) to a command" }

  private var help: String {
    isRunning
      ? "It runs; Esc stops it."
      : "A shell runs it; the rows are its standard input as \(format.name), below their names."
  }

  func sentences(_ state: BrowserState) -> [String] {
    [Spoken.typed(editor.string), Spoken.ended(title), Spoken.ended(help)]
  }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let rect = Rect(
      x: room.x, y: room.y, width: min(room.width, 76), height: min(room.height, 6))
    let inner = Box.draw(title, rect, on: &canvas)
    let line = Rect(x: inner.x, y: inner.y, width: inner.width, height: 1)
    InputLine.draw(editor, after: "| ", line, on: &canvas)
    for (index, line) in wrapped(help, to: max(1, inner.width - 1)).enumerated()
    where index + 1 < inner.height {
      canvas.put(
        line, x: inner.x + 1, y: inner.y + 1 + index, width: inner.width - 1, style: .dim)
    }
    Box.footer(
      isRunning ? "Esc stops" : "Enter runs  Tab format  C-p C-n earlier ones  Esc", rect,
      on: &canvas)
  }
}

/// What a command printed, to be scrolled and searched.
struct PagerDialog: TextDialog {
  let request: PipeRequest
  let result: PipeResult
  var top = 0
  var search: TextSearch? = TextSearch()

  func title(_ state: BrowserState) -> String { "\(result.words)  | \(harmless(request.command))" }

  func lines(_ state: BrowserState) -> [Line] {
    let width = Self.textWidth(state, labelWidth: 0)
    // Most lines fit, and a thousand of them are laid out at every key.
    return result.lines.flatMap { line in
      line.utf8.count <= width ? [Line("", line)] : Line.wrapped("", line, to: width)
    }
  }
}

extension BrowserState {
  /// Opens the line in which a command is typed for the rows that are shown.
  fileprivate mutating func openPipe() {
    guard shown.rowsShown(focus) > 0 else { return say("there are no rows here for a command") }
    dialog = PipeDialog(
      rows: counted(shown.rowsShown(focus), "row"),
      listing: { [shown, focus] in shown.listingShown(focus) }, history: pipedCommands,
      place: pipedCommands.count)
  }

  /// Shows what a command printed.
  mutating func take(_ result: PipeResult, of request: PipeRequest) {
    pipedCommands.removeAll { $0 == request.command }
    pipedCommands.append(request.command)
    guard dialog is PipeDialog || dialog is ExportDialog else { return }
    dialog = PagerDialog(request: request, result: result)
  }
}
