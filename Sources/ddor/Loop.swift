import Browser
import DetainerFormats
import DetainerModel
import Screen
import Terminal

/// Opens the browser and runs it until the user leaves.
func runBrowser(paths: [String], snapshots: SnapshotDirectory?, query: Query) throws {
  // The data first: what cannot be opened must be said before anything is drawn.
  let loader = try Loader(paths, snapshots: snapshots)
  let loading = BackgroundLoading()
  // When the terminal is given back, so that nobody waits before a screen that is dead.
  defer { loading.end() }
  try runLoop(loader, loading, query)
}

private func runLoop(
  _ loader: Loader, _ loading: BackgroundLoading, _ query: Query
) throws {
  let inbox = try Inbox()
  let asking = BackgroundAsking()
  let runner = EffectRunner()
  var terminal = try Terminal()
  var state = BrowserState(dataset: loader.dataset, size: terminal.size, query: query)
  terminal.present(state.draw(), ascii: terminal.isASCII)
  if !loader.isComplete { loading.start(loader, inbox: inbox) }

  var saidCutShort = false
  while true {
    var actions: [Action] = []
    switch terminal.nextEvent(wakeup: inbox.wakeup) {
    case .key(let key): actions = [.key(key)]
    case .paste(let text): actions = [.paste(text)]
    case .resize(let size): actions = [.resize(size)]
    case .wake, .timeout: break
    case .continued: terminal.redraw()
    case .hangup, .interrupted: return
    }
    for action in actions + inbox.take() {
      let effect = state.reduce(action)
      switch effect {
      case .quit: return
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .cancelLoading: loading.cancel()
      case .ask: asking.start(state.question, inbox: inbox)
      case .none: break
      case .export, .completePath, .examine:
        // Beside the loop, so that neither a slow disk nor a long count freezes the screen.
        let dataset = state.dataset
        Task.detached {
          if let answer = runner.run(effect, on: dataset) { inbox.post(answer) }
        }
      }
    }
    if FileBytes.anyWasCutShort, !saidCutShort {
      saidCutShort = true
      _ = state.reduce(.noticed("a file was cut short while it was in use; open it again"))
    }
    terminal.present(state.draw(), ascii: terminal.isASCII)
  }
}

extension Terminal {
  /// Shows a picture, in ASCII where the locale knows nothing else.
  fileprivate mutating func present(_ canvas: Canvas, ascii: Bool) {
    present(ascii ? canvas.ascii() : canvas)
  }
}
