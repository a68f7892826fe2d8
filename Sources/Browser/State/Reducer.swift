import DetainerModel
import Screen

extension BrowserState {
  /// Takes in what has happened, and says what the world outside has to do.
  ///
  /// A key for which the state ``waits(for:)`` is to be kept until the answer is there.
  package mutating func reduce(_ action: Action) -> Effect {
    let asked = questionsAsked
    let effect = take(action)
    noteFilter()
    defer { noteWhatIsSettled() }
    // The weeks before are shown where there is room for them, which zoom and focus change.
    if waiting == nil, request.view == nil, layout.hasSparklines, shown.recent == nil,
      shown.week != nil
    {
      ask(from: .jurisdictions)
    }
    if waiting == nil, request.view == nil, isZoomed, shown.zoomed?.pane != focus,
      shown.rowCount(focus) > 0
    {
      ask(from: .aside)
    }
    if asked != questionsAsked, let question { return .ask(question) }
    return effect == .none ? takePreview() ?? .none : effect
  }

  mutating func take(_ action: Action) -> Effect {
    switch action {
    case .key(let key): return take(key)
    case .mouse(let mouse): return take(mouse)
    case .paste(let text): paste(text)
    case .answered(let answer): take(answer)
    case .resize(let size):
      self.size = size
      // How many columns a pivot has, and lines a page, depends on the room.
      if request.view != nil { ask(from: .view) }
      settle()
    case .loaded(let dataset): take(dataset)
    case .reloaded(let dataset, let changes): take(dataset, after: changes)
    case .progress(let progress): self.progress = progress
    case .failed(let sentence):
      progress = nil
      // Nothing more will come.
      dataset.isLoading = false
      message = (sentence, true)
    case .noticed(let sentence): message = (sentence, true)
    case .copied(let copying, let outcome): return take(outcome, of: copying)
    case .piped(let request, let result): take(result, of: request)
    case .exported(let result):
      changeDialog(ExportDialog.self) { $0.finish(result) }
      if case .written(let text, let path) = result {
        exportedPaths.removeAll { $0 == path }
        exportedPaths.append(path)
        if dialog is ExportDialog { dialog = nil }
        say(text)
      }
    case .exporting(let rows): changeDialog(ExportDialog.self) { $0.written = rows }
    case .previewed(let number, let lines):
      changeDialog(ExportDialog.self) { if number == $0.previews { $0.preview = lines } }
    case .completions(let path, let paths):
      changeDialog(ExportDialog.self) { $0.complete(path, with: paths) }
    }
    return .none
  }

  private mutating func take(_ dataset: Dataset) {
    self.dataset = dataset
    if !dataset.isLoading { progress = nil }
    if dialog is HealthDialog {
      request.aside = .health
      ask(from: .weeks, hasGrown: true) { $0.giveAside() }
    } else {
      ask(from: .weeks, hasGrown: true)
    }
    if dataset.isPartial {
      say("cancelled: what was read is kept, the rest is missing")
    } else if !dataset.isLoading, let leftOut {
      message = (leftOut, true)
    } else if !dataset.isLoading, let problems = problemCount {
      say("\(problems); \(key(HealthDialog.command)) shows what")
    }
  }

  private mutating func paste(_ text: String) {
    if prompt != nil {
      prompt?.editor.insert(text)
      applyPrompt()
    } else if var dialog {
      // Nothing that follows a paste is for the world outside.
      let step = dialog.paste(text)
      _ = follow(step, of: dialog)
    }
  }

  private mutating func take(_ key: Key) -> Effect {
    message = nil
    if tour?.isOver == true { tour = nil }
    if prompt != nil { return takeInPrompt(key) }
    if dialog != nil { return takeInDialog(key) }
    if let waiting, key == .control("c") || key == .escape && !waiting.isBack {
      stopAsking()
      say("the search is stopped; the filter is as it was before")
      return .none
    }
    if key == .escape, keymap.reset() { return .none }
    if keymap.pendingText.isEmpty, moveOnMap(key) { return .none }
    switch keymap.take(key) {
    case .pending: return .none
    case .unknown(let keys):
      say("\(keys) is not a key here; \(keymap.key(HelpDialog.command)) lists them all")
      return .none
    case .command(let command, let count): return run(command, count: count)
    }
  }

  mutating func run(_ command: Command, count: Int?) -> Effect {
    if command != .cancel { quitsOnCancel = false }
    if rangeStart != nil, !command.isOfRange { endRange() }
    let before = request.view
    defer {
      settle()
      // Another form of the same view is opened by the command that opened it.
      if !Request.areOfOneKind(before, request.view) { openedBy = command.name }
    }
    if let view = request.view {
      if let key = view.keys.first(where: { $0.command == command }) {
        key.run(&self, count)
        return .none
      }
      if command.isOfPanes {
        say("not in this view; \(key(.leave)) goes back to the panes")
        return .none
      }
    }
    return command.run(&self, count)
  }

  /// Keeps every cursor inside its rows and on the screen.
  mutating func settle() {
    let layout = layout
    shown.openView?.settle(in: layout.view)
    for pane in Pane.allCases {
      let rows = shown.rowCount(pane)
      shown.positions[pane, default: PanePosition()].settle(
        rows: rows, height: layout.height(of: pane))
    }
  }

  // MARK: Dialogs

  private mutating func takeInDialog(_ key: Key) -> Effect {
    if key == .control("l") { return .redraw }
    if key == .control("z") { return .suspend }
    if dialog?.isTyped == false {
      if key == .character("Q") { return .quit }
      if key == .control("y") { return copyCommand() }
    }
    guard var dialog else { return .none }
    let step = dialog.take(key, self)
    return follow(step, of: dialog)
  }

  /// Does what follows on a step in a dialog, as that is after it.
  private mutating func follow(_ step: DialogStep, of dialog: any Dialog) -> Effect {
    switch step {
    case .stay:
      self.dialog = dialog
      return .none
    case .close: self.dialog = nil
    case .perform(let effect):
      self.dialog = dialog
      return effect
    case .ask(let aside):
      self.dialog = dialog
      request.aside = aside
      ask(from: .aside) { $0.giveAside() }
    case .change(let change):
      self.dialog = dialog
      change(&self)
      settle()
    case .act(let act):
      self.dialog = nil
      return act(&self)
    }
    return .none
  }

  /// Opens a dialog once what it needs is found.
  mutating func openDialog(with aside: Request.Aside) {
    request.aside = aside
    ask(from: .aside) { state in
      switch state.shown.aside {
      case .dialog(var dialog):
        dialog.prepare(state)
        state.dialog = dialog
      case .nothing(let reason): state.say(reason)
      default: return
      }
      state.shown.aside = nil
    }
  }

  /// Gives the dialog what was found for it.
  mutating func giveAside() {
    if let aside = shown.aside { dialog?.take(aside) }
    shown.aside = nil
  }

  mutating func changeDialog<Kind: Dialog>(_ kind: Kind.Type, _ change: (inout Kind) -> Void) {
    guard var dialog = dialog as? Kind else { return }
    change(&dialog)
    self.dialog = dialog
  }
}
