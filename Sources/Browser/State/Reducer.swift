import DetainerModel
import Screen
import Text

extension BrowserState {
  /// Takes in what has happened, and says what the world outside has to do.
  public mutating func reduce(_ action: Action) -> Effect {
    switch action {
    case .key(let key): return take(key)
    case .paste(let text): return paste(text)
    case .answered(let answer): take(answer)
    case .resize(let size):
      self.size = size
      // How many columns a pivot has, and lines a page, depends on the room.
      switch openView?.view {
      case .pivot, .place, .side: refreshView()
      default: break
      }
      settle()
    case .loaded(let dataset):
      self.dataset = dataset
      if !dataset.isLoading { progress = nil }
      refresh(hasGrown: true)
      if dataset.isPartial {
        message = ("cancelled: what was read is kept, the rest is missing", false)
      } else if !dataset.isLoading, let problems = problemCount {
        message = ("\(problems); gh shows what", false)
      }
      if case .health = overlay { return .examine }
      return askAgain()
    case .progress(let progress): self.progress = progress
    case .failed(let sentence):
      progress = nil
      // Nothing more will come.
      dataset.isLoading = false
      message = (sentence, true)
    case .noticed(let sentence): message = (sentence, true)
    case .examined(let health):
      if case .health(_, let top) = overlay { overlay = .health(health, top: top) }
    case .exported(let result): finishExport(result)
    case .completions(let path, let paths): complete(path, with: paths)
    }
    return .none
  }

  /// How many problems reading found, as words; nil for none.
  var problemCount: String? {
    let count = dataset.diagnostics.count(of: .error) + dataset.diagnostics.count(of: .warning)
    return count == 0 ? nil : "\(counted(count, "problem")) while reading"
  }

  private mutating func paste(_ text: String) -> Effect {
    if prompt != nil {
      prompt?.editor.insert(text)
      return applyPrompt()
    }
    switch overlay {
    case .pick(var list):
      list.editor.insert(text)
      overlay = .pick(list)
    case .export(var dialog) where dialog.line == .path:
      dialog.path.insert(text)
      overlay = .export(dialog)
    default: break
    }
    return .none
  }

  private mutating func take(_ key: Key) -> Effect {
    message = nil
    if prompt != nil { return takeInPrompt(key) }
    if pending != nil {
      if [.escape, .control("c")].contains(key) {
        pending = nil
        message = ("the search is stopped; the filter is as it was before", false)
        return .none
      }
      awaitAnswer()
    }
    if overlay != nil { return takeInOverlay(key) }
    if key == .escape, keymap.reset() { return .none }
    if keymap.pendingText.isEmpty, moveOnMap(key) { return .none }
    switch keymap.take(key) {
    case .pending: return .none
    case .unknown(let keys):
      message = ("\(keys) is no key here; ? lists them all", false)
      return .none
    case .command(let command, let count): return run(command, count: count)
    }
  }

  // MARK: Commands

  private mutating func run(_ command: Command, count: Int?) -> Effect {
    if command != .cancel { quitsOnCancel = false }
    if let effect = runInView(command, count: count) { return effect }
    let page = max(1, layout.height(of: focus))
    switch command {
    case .down: move(count ?? 1)
    case .up: move(-(count ?? 1))
    case .halfPageDown: move(max(1, page / 2))
    case .halfPageUp: move(-max(1, page / 2))
    case .pageDown: move(max(1, page - 1))
    case .pageUp: move(-max(1, page - 1))
    case .top: moveTo((count ?? 1) - 1)
    case .bottom: moveTo(count.map { $0 - 1 } ?? rowCount(focus) - 1)
    case .open: open()
    case .back:
      if let pane = Pane(rawValue: focus.rawValue - 1) {
        focus(on: pane)
      } else {
        _ = followTrail()
      }
    case .nextPane: focus(on: Pane(rawValue: (focus.rawValue + 1) % 3) ?? .weeks)
    case .previousPane: focus(on: Pane(rawValue: (focus.rawValue + 2) % 3) ?? .weeks)
    case .weeksPane: focus(on: .weeks)
    case .jurisdictionsPane: focus(on: .jurisdictions)
    case .detainersPane: focus(on: .detainers)
    case .olderWeek: moveWeek(by: -(count ?? 1))
    case .newerWeek: moveWeek(by: count ?? 1)
    case .detail, .detailPane: overlay = .detail(top: 0)
    case .zoom: isZoomed = true
    case .unzoom: isZoomed = false
    case .filter:
      let text = filter.text
      prompt = (LineEditor(text.isEmpty ? "" : text + " "), filter)
    case .pickState: pick(.state)
    case .pickCounty: pick(.county)
    case .pickCrime: pick(.crime)
    case .pickWeek: pick(.week)
    case .toggleDeclined: toggleDeclined()
    case .toggleDuplicates: toggleDuplicates()
    case .toggleCorrected: toggleCorrected()
    case .sort: overlay = .sort(cursor: currentOrder)
    case .reverse:
      reversed.formSymmetricDifference([focus])
      focus == .detainers ? refreshChildren(of: .jurisdictions) : refresh()
    case .mark: mark()
    case .markAll:
      marks[focus, default: []].formUnion((0..<rowCount(focus)).compactMap { identity(focus, $0) })
    case .clearMarks: marks[focus] = []
    case .browse: if !followTrail() { message = ("these are the panes", false) }
    case .frequency: open(.frequency(FrequencyView(of: focus)))
    case .trend: open(.trend(TrendView(of: focus)))
    case .charts: overlay = .charts
    case .map: open(.map(MapView(of: focus)))
    case .pivot: open(.pivot(PivotView(of: focus)))
    case .place: openPlace()
    case .policies: openPage(.side(.policies))
    case .corrections: openPage(.side(.corrections))
    case .notes: openPage(.side(.notes))
    case .correctionsOfRow: openCorrectionsOfRow()
    case .compare: open(.comparison(ComparisonView()))
    case .measure: message = ("the measure is changed in a counting view; f opens one", false)
    case .nextChange, .previousChange:
      message = ("changes are in the compare view; = opens it", false)
    case .export: openExport()
    case .health:
      overlay = .health(nil, top: 0)
      return .examine
    case .messages: overlay = .messages(top: 0)
    case .help: overlay = .help(top: 0)
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .cancel: return cancel()
    case .escape: return peel()
    case .leave:
      if focus == .weeks { return followTrail() ? .none : .quit }
      focus(on: Pane(rawValue: focus.rawValue - 1) ?? .weeks)
    case .quit: return .quit
    }
    settle()
    return .none
  }

  private mutating func move(_ rows: Int) {
    moveTo((positions[focus]?.cursor ?? 0) + rows)
  }

  mutating func moveTo(_ row: Int) {
    let row = max(0, min(row, rowCount(focus) - 1))
    guard positions[focus]?.cursor != row else { return }
    positions[focus, default: PanePosition()].cursor = row
    remember(focus)
    refreshChildren(of: focus)
  }

  /// What the user has moved to is what is kept when weeks and filters change.
  private mutating func remember(_ pane: Pane) {
    let identity = identity(pane, positions[pane]?.cursor ?? 0)
    switch pane {
    case .weeks: wantedWeek = identity
    case .jurisdictions: wantedJurisdiction = identity
    case .detainers:
      // A record is of one week and place: whoever looks through them means these.
      remember(.weeks)
      remember(.jurisdictions)
    }
    moved.insert(pane)
  }

  private mutating func focus(on pane: Pane) {
    focus = pane
    settle()
  }

  private mutating func open() {
    switch focus {
    case .weeks: focus(on: .jurisdictions)
    case .jurisdictions: focus(on: .detainers)
    case .detainers: overlay = .detail(top: 0)
    }
  }

  /// Weeks are listed newest first, unless the order is reversed.
  private mutating func moveWeek(by weeks: Int) {
    let step = reversed.contains(.weeks) ? weeks : -weeks
    let row = (positions[.weeks]?.cursor ?? 0) + step
    guard self.weeks.indices.contains(row) else {
      message = (
        weeks < 0
          ? "this is the oldest week under the filter" : "this is the newest week under the filter",
        false
      )
      return
    }
    // A step in time is taken with the place, whether or not the user chose it.
    if wantedJurisdiction == nil || !moved.contains(.jurisdictions) { remember(.jurisdictions) }
    positions[.weeks, default: PanePosition()].cursor = row
    remember(.weeks)
    refreshChildren(of: .weeks)
    refreshView()
  }

  private mutating func mark() {
    guard let identity = identity(focus, positions[focus]?.cursor ?? 0) else { return }
    marks[focus, default: []].formSymmetricDifference([identity])
    move(1)
  }

  private mutating func cancel() -> Effect {
    if dataset.isLoading {
      message = ("reading is being cancelled; what was read is kept", false)
      return .cancelLoading
    }
    if quitsOnCancel { return .quit }
    quitsOnCancel = true
    message = ("nothing is running; C-c once more quits", false)
    return .none
  }

  /// Takes back exactly one layer, the start filter last; with nothing left, what is being read.
  private mutating func peel() -> Effect {
    if openView != nil {
      closeView()
    } else if isZoomed {
      isZoomed = false
    } else if marks[focus]?.isEmpty == false {
      marks[focus] = []
    } else if filter != startFilter {
      filter = startFilter
      refresh()
    } else if dataset.isLoading {
      return cancel()
    }
    settle()
    return .none
  }
}
