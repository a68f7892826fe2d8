import Browser
import DetainerFormats
import DetainerModel
import Screen
import Terminal

/// Opens the browser and runs it until the user leaves.
func runBrowser(
  paths: [String], filter: Filter, dropsDuplicates: Bool, cache: SnapshotCache?
) throws {
  let loading = BackgroundLoading()
  // When the terminal is given back, so that nobody looks at a screen that is dead.
  defer { loading.end() }
  try runLoop(
    paths: paths, filter: filter, dropsDuplicates: dropsDuplicates, cache: cache, loading: loading)
}

private func runLoop(
  paths: [String], filter: Filter, dropsDuplicates: Bool, cache: SnapshotCache?,
  loading: BackgroundLoading
) throws {
  // The data first: what cannot be opened must be said before anything is drawn.
  var snapshot = cache?.open(paths)
  let loader = snapshot == nil ? try Loader(paths) : nil
  let inbox = try Inbox()
  let runner = EffectRunner()
  var terminal = try Terminal()
  FileBytes.guardMappings()
  var state = BrowserState(
    dataset: snapshot?.dataset ?? loader?.dataset ?? Dataset(), size: terminal.size,
    filter: filter, dropsDuplicates: dropsDuplicates)
  terminal.present(state.draw(), ascii: terminal.isASCII)
  if let loader, !loader.isComplete { loading.start(loader, inbox: inbox, cache: cache) }

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
      case .none: break
      case .export, .completePath, .examine:
        // Beside the loop, so that neither a slow disk nor a long count freezes the screen.
        let dataset = state.dataset
        Task.detached {
          if let answer = runner.run(effect, on: dataset) { inbox.post(answer) }
        }
      }
    }
    // What the disk lost of a snapshot is still in the files.
    if snapshot?.isWhole == false {
      snapshot = nil
      cache?.forget(paths)
      loading.start(try Loader(paths), inbox: inbox, cache: cache)
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
