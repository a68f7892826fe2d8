import Browser
import DetainerFormats
import DetainerModel
import FoundationEssentials
import Screen
import Terminal
import Text

/// Opens the browser and runs it until the user leaves.
///
/// - Parameters:
///   - given: the paths as the user gave them; none for where data is found unnamed.
///   - restores: whether the last session of the same data is taken up.
///   - sentences: what there is to say before anything else.
func runBrowser(
  paths given: [String], snapshots: SnapshotDirectory?, query: Query,
  _ configuration: Configuration, _ options: BrowserOptions?, restores: Bool,
  saying sentences: [String], withTour: Bool = false
) throws {
  let log = try options?.log.map { path throws(CommandError) in try Log(path) }
  // Last of all, so that whoever sent it sees that it was followed.
  defer { Terminal.endBySignal() }
  log?.note("\(Ddor.nameAndVersion) opens \(counted(max(1, given.count), "path"))")
  // The data first: what cannot be opened must be said before anything is drawn.
  let paths = try DefaultData.paths(orGiven: given)
  let loader = try Loader.showingProgress(paths, snapshots: snapshots)
  if paths.contains(where: Loader.isStandardInput) { Terminal.takeKeysFromTerminal() }
  let loading = BackgroundLoading()
  let (piping, exporting) = (BackgroundPiping(), BackgroundExport())
  let reloading = BackgroundReloading(loader, after: loading)
  // When the terminal is given back, so that nobody waits before a screen that is dead.
  defer {
    piping.end()
    if exporting.end() { complain("Writing was cancelled; nothing was changed.") }
    reloading.end()
    loading.end()
  }
  let theme = options?.theme ?? configuration.theme
  var terminal = try Terminal(
    theme: theme.kind, ground: theme.ground,
    mouse: options?.mouse == true || configuration.mouse,
    ascii: options?.ascii == true ? true : nil,
    locales: DefaultData.locales)
  var loop = try Loop(
    BrowserState(
      dataset: loader.dataset, size: terminal.size, query: query, paths: given,
      from: FileManager.default.currentDirectoryPath, configuration: configuration),
    theme.kind, loading, reloading, piping, exporting,
    EffectRunner(opened: loader, copyingBy: configuration.clipboard), log)
  let keeping = SessionKeeping(of: paths)
  loop.state.earlierFilters = keeping?.sessions.filters ?? []
  if restores, let session = keeping?.last { loop.state.restore(session) }
  let word =
    "there is no UTF-8 locale here, so the screen is in ASCII; put C.UTF-8 beside the program"
  for sentence in sentences + (keeping?.problem.map { [$0] } ?? [])
    + (terminal.isWithoutLocale ? [word] : [])
  {
    _ = loop.state.reduce(.noticed(sentence))
  }
  if withTour { loop.state.beginTour() }
  terminal.present(loop.state)
  log?.note(
    "the first picture, \(terminal.size.columns)x\(terminal.size.rows), "
      + counted(loader.dataset.table.rowCount, "row") + (loader.isComplete ? "" : " so far"))
  if loader.isComplete {
    // No question is asked before the first key; what that will ask for is found meanwhile.
    let dataset = loop.state.dataset
    startThreadGivingWay { dataset.prepareForBareWords() }
  } else {
    loading.start(loader, inbox: loop.inbox)
  }
  reloading.watchFiles(inbox: loop.inbox)
  while loop.turn(&terminal) {}
  terminal.close()
  keeping?.keep(loop.state)
  log?.note("the browser has ended")
  for request in loop.toPrint { try loop.runner.print(request) }
}

/// The loop between the terminal, the state and the workers beside it.
private struct Loop {
  var state: BrowserState
  let inbox: Inbox
  private let theme: Theme.Kind
  private let log: Log?
  private let loading: BackgroundLoading
  private let reloading: BackgroundReloading
  private let asking = BackgroundAsking()
  private let piping: BackgroundPiping
  private let exporting: BackgroundExport
  private(set) var runner: EffectRunner
  /// What is printed once the terminal is given back.
  private(set) var toPrint: [ExportRequest] = []
  /// Keys that wait for the rows they mean, in the order in which they were typed.
  private var typedAhead: [Key] = []
  private var saidCutShort = false

  /// An answer that comes within this time is drawn at once, so that no old rows are seen beside
  /// the new cursor.
  private static let grace = 12

  init(
    _ state: BrowserState, _ theme: Theme.Kind, _ loading: BackgroundLoading,
    _ reloading: BackgroundReloading, _ piping: BackgroundPiping, _ exporting: BackgroundExport,
    _ runner: EffectRunner, _ log: Log?
  ) throws(TerminalError) {
    self.state = state
    self.theme = theme
    self.log = log
    self.piping = piping
    self.exporting = exporting
    self.loading = loading
    self.reloading = reloading
    self.runner = runner
    inbox = try Inbox()
  }

  /// Takes in what happens next and draws it; false at the end.
  mutating func turn(_ terminal: inout Terminal) -> Bool {
    var goesOn = true
    switch terminal.nextEvent(wakeup: inbox.wakeup) {
    case .key(let key): goesOn = take(key, &terminal)
    case .mouse(let mouse): goesOn = take(.mouse(mouse), &terminal)
    case .paste(let text): goesOn = take(.paste(text), &terminal)
    case .resize(let size): goesOn = take(.resize(size), &terminal)
    case .ground(let ground):
      log?.note("the background is \(ground)")
      terminal.paint(.of(theme, on: ground))
    case .wake, .timeout: break
    case .continued: terminal.redraw()
    case .hangup, .endAsked: return false
    }
    goesOn = goesOn && takeInbox(&terminal)
    if goesOn, state.question != nil, inbox.wakeup.wait(milliseconds: Self.grace) {
      goesOn = takeInbox(&terminal)
    }
    if goesOn, FileBytes.anyWasCutShort, !saidCutShort {
      saidCutShort = true
      goesOn = take(
        .noticed("a file was cut short while it was in use; R reads it again"), &terminal)
    }
    if goesOn { terminal.present(state) }
    return goesOn
  }

  private mutating func takeInbox(_ terminal: inout Terminal) -> Bool {
    for action in inbox.take() where !take(action, &terminal) { return false }
    return takeTypedAhead(&terminal)
  }

  private mutating func take(_ key: Key, _ terminal: inout Terminal) -> Bool {
    // What takes back comes first, and with it goes what was typed behind what is taken back.
    if [.escape, .control("c")].contains(key) { typedAhead = [] }
    typedAhead.append(key)
    return takeTypedAhead(&terminal)
  }

  private mutating func takeTypedAhead(_ terminal: inout Terminal) -> Bool {
    while let key = typedAhead.first, !state.waits(for: key) {
      typedAhead.removeFirst()
      if !take(.key(key), &terminal) { return false }
    }
    return true
  }

  /// Takes an action and does what follows; false where that is the end.
  private mutating func take(_ action: Action, _ terminal: inout Terminal) -> Bool {
    if case .reloaded = action {
      runner = EffectRunner(opened: reloading.loader)
      saidCutShort = false
    }
    let before = log == nil ? nil : state.said
    let effect = state.reduce(action)
    if let log { log.note(action, effect, state.said == before ? nil : state.said) }
    switch effect {
    case .quit: return false
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .cancelLoading: loading.cancel()
    case .reload: reloading.start(isAsked: true, inbox: inbox)
    case .ask(let question): asking.start(question, inbox: inbox)
    case .none: if state.question == nil { asking.stop() }
    case .pipe(let request): piping.start(request, inbox: inbox)
    case .stopCommand: piping.stop()
    case .setClipboard(let base64): terminal.setClipboard(base64)
    case .export(let request): exporting.start(request, runner, inbox: inbox)
    case .cancelExport: exporting.cancel()
    case .printAtEnd(let request): toPrint.append(request)
    case .open, .copy, .preview, .completePath:
      // Beside the loop, so that a slow disk does not freeze the screen, and on a thread of its own,
      // so that what waits for others takes none from the answers.
      startThread { [runner, inbox] in
        if let answer = runner.run(effect) { inbox.post(answer) }
      }
    }
    return true
  }
}

extension Terminal {
  /// Shows the screen of the browser, in ASCII where the locale knows nothing else.
  fileprivate mutating func present(_ state: BrowserState) {
    present(isASCII ? state.draw().ascii() : state.draw())
  }
}
