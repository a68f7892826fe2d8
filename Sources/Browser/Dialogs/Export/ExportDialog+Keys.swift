import DetainerModel
import Screen
import Text

extension ExportDialog {
  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    if isWriting {
      guard key.isGivingUp else { return .stay }
      return .perform(target == .command ? .stopCommand : .cancelExport)
    }
    if choosesColumns || options != nil { return takeInList(key) }
    let confirmed = confirms
    if key != .enter { confirms = nil }
    problem = nil
    switch key {
    case _ where key.isGivingUp: return .close
    case .enter where row == .columns || row == .options: openList()
    case .enter: return write(replacing: confirmed == path.string)
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .backTab: move(by: -1)
    case .tab where row == .path && target == .file: return .perform(.completePath(path.string))
    case .tab: move(by: 1)
    case _ where row == .path: takeInLine(key)
    case .control("p"): move(by: -1)
    case .control("n"): move(by: 1)
    case .left: return step(by: -1)
    case .right, .character(" "): return step(by: 1)
    default: break
    }
    return .stay
  }

  mutating func paste(_ text: String) -> DialogStep {
    guard row == .path, !isWriting, options == nil, !choosesColumns else { return .stay }
    if target == .command {
      shellCommand.insert(text)
    } else {
      path.insert(text)
      followEnding()
    }
    return .stay
  }

  private mutating func move(by step: Int) { row = Row.allCases.element(step, from: row) }

  /// Types into the line of the path or the command.
  private mutating func takeInLine(_ key: Key) {
    switch target {
    case .clipboard, .output: break
    case .command: _ = shellCommand.take(key)
    case .file:
      completions = []
      if let step = key.step {
        place = max(0, min(place + step, earlier.count))
        if place < earlier.count { path = LineEditor(earlier[place]) }
      } else if !path.take(key) {
        return
      }
      followEnding()
    }
  }

  private mutating func step(by step: Int) -> DialogStep {
    switch row {
    case .scope:
      scope = scopes.element(step, from: scope)
      return .ask(.export(scope))
    case .format:
      form.format = formats.element(step, from: form.format)
      followFormat()
    case .target:
      target = Target.allCases.element(step, from: target)
      if !formats.contains(form.format) { form.format = .csv }
      followFormat()
    case .columns, .options: openList()
    case .path: break
    }
    return .stay
  }

  // MARK: Lists

  private mutating func openList() {
    if row == .columns {
      choosesColumns = true
    } else if available.isEmpty {
      problem = "\(form.format.name) has no options there"
    } else {
      options = Checklist(
        items: available.map {
          Checklist.Item(name: $0.name, isChosen: form[keyPath: $0.switchPath])
        })
    }
  }

  private mutating func takeInList(_ key: Key) -> DialogStep {
    if key.isGivingUp || [.enter, .left, .right, .tab].contains(key) {
      (choosesColumns, options) = (false, nil)
    } else if choosesColumns {
      if columns.take(key) { wantPreview() }
    } else if var list = options {
      // Options stand in their own order, and one may change others.
      let available = available
      if key == .character(" ") {
        form[keyPath: available[list.cursor].switchPath].toggle()
        followFormat()
        for index in list.items.indices {
          list.items[index].isChosen = form[keyPath: available[index].switchPath]
        }
      } else if [.down, .up, .character("j"), .character("k"), .control("n"), .control("p")]
        .contains(key)
      {
        _ = list.take(key)
      }
      options = list
    }
    return .stay
  }

  // MARK: Writing

  private mutating func write(replacing: Bool) -> DialogStep {
    guard let listing = chosen, listing.rowCount > 0 else { return stay("there are no such rows") }
    guard !listing.columns.isEmpty else { return stay("choose a column first") }
    let rows = counted(listing.rowCount, "row")
    let form = form
    switch target {
    case .file:
      guard !path.string.isEmpty else { return stay("name a file first") }
      (isWriting, written) = (true, 0)
      return .perform(.export(request(listing, path: path.string, replacing: replacing)))
    case .clipboard:
      return .finish(.copy(Copying(.rows({ listing }, form), what: .named(rows))), saying: nil)
    case .command:
      guard !shellCommand.string.allSatisfy(\.isWhitespace) else {
        return stay("type a command first")
      }
      isWriting = true
      return .perform(
        .pipe(PipeRequest(command: shellCommand.string, form: form) { listing }))
    case .output:
      return .finish(
        .printAtEnd(request(listing, path: "", replacing: false)),
        saying: "\(rows) will be printed when the program ends")
    }
  }

  private func request(_ listing: Listing, path: String, replacing: Bool) -> ExportRequest {
    ExportRequest(
      listing: listing, form: form, path: path, replacing: replacing,
      command: commands[scope] ?? "")
  }

  private mutating func stay(_ problem: String) -> DialogStep {
    self.problem = problem
    return .stay
  }
}
