import DetainerModel
import Screen

/// Going through rows, panes and weeks.
extension BrowserState {
  /// How many rows a page has.
  var pageHeight: Int {
    shown.openView.map { max(1, $0.table.places(in: layout.view).rows.height) }
      ?? max(1, layout.height(of: focus))
  }

  mutating func move(by rows: Int) {
    move(to: (shown.openView?.position.cursor ?? shown.cursor(focus)) + rows)
  }

  /// Moves to a row, to the first or the last where it lies beyond them.
  mutating func move(to row: Int) {
    if let rows = shown.openView?.table.rows.count {
      shown.openView?.position.cursor = max(0, min(row, rows - 1))
      return
    }
    let row = max(0, min(row, shown.rowCount(focus) - 1))
    guard shown.cursor(focus) != row else { return }
    shown.positions[focus, default: PanePosition()].cursor = row
    remember(focus)
    askForChildren(of: focus)
  }

  private mutating func askForChildren(of pane: Pane) {
    switch pane {
    case .weeks: ask(from: .jurisdictions)
    case .jurisdictions: ask(from: .detainers)
    case .detainers: break
    }
  }

  /// What the user has moved to is what is kept when weeks and filters change.
  private mutating func remember(_ pane: Pane) {
    let identity = shown.identity(pane, shown.cursor(pane))
    switch pane {
    case .weeks: shown.wantedWeek = identity
    case .jurisdictions: shown.wantedJurisdiction = identity
    case .detainers:
      // A record is of one week and place: whoever looks through them means these.
      remember(.weeks)
      remember(.jurisdictions)
    }
    moved.insert(pane)
  }

  mutating func focus(on pane: Pane) { focus = pane }

  mutating func stepFocus(by step: Int) {
    focus(on: Pane(rawValue: (focus.rawValue + step + 3) % 3) ?? .weeks)
  }

  /// Opens what is selected.
  mutating func open() {
    if let open = shown.openView {
      if let row = open.selected { go(to: open.view.destination(of: row, shown), from: open) }
      return
    }
    switch focus {
    case .weeks: focus(on: .jurisdictions)
    case .jurisdictions: focus(on: .detainers)
    case .detainers: openDetail()
    }
  }

  /// Goes back to the pane before, or to where Enter in a view came from.
  mutating func goBack() {
    if request.view != nil {
      closeView()
    } else if let pane = Pane(rawValue: focus.rawValue - 1) {
      focus(on: pane)
    } else {
      _ = followTrail()
    }
  }

  /// Closes what was opened; where nothing is, the program ends.
  mutating func leave() -> Effect {
    if request.view != nil {
      closeView()
    } else if isZoomed {
      isZoomed = false
    } else if !followTrail() {
      return .quit
    }
    return .none
  }

  /// Whether there is something that ``leave()`` closes.
  var hasOpened: Bool { request.view != nil || isZoomed || !trail.isEmpty }

  /// Goes so many reports on in time: of the length of the selected one, or of any.
  /// Reports are listed newest first, unless the order is reversed.
  mutating func moveWeek(by weeks: Int, acrossLengths: Bool = false) {
    let size = shown.week?.report.period.size
    let rows = shown.weeks.indices.filter {
      acrossLengths || shown.weeks[$0].report.period.size == size
    }
    let step = request.reversed.contains(.weeks) ? weeks : -weeks
    guard let place = rows.firstIndex(of: shown.cursor(.weeks)),
      rows.indices.contains(place + step)
    else {
      let unit = acrossLengths ? "report" : shown.unit
      say("this is the \(weeks < 0 ? "oldest" : "newest") \(unit) under the filter")
      return
    }
    let row = rows[place + step]
    // A step in time is taken with the place, whether or not the user chose it.
    if shown.wantedJurisdiction == nil || !moved.contains(.jurisdictions) {
      remember(.jurisdictions)
    }
    shown.positions[.weeks, default: PanePosition()].cursor = row
    remember(.weeks)
    ask(from: .jurisdictions)
  }

  /// Goes so many reports on in time, whatever their length; in a view without changes it says where
  /// there are some.
  mutating func moveAcrossLengths(by reports: Int) {
    guard request.view == nil else {
      say("changes are in the compare view; = opens it")
      return
    }
    moveWeek(by: reports, acrossLengths: true)
  }

  // MARK: Marks and order

  /// The rows from where a range begins to the cursor; nil where none begins.
  var range: ClosedRange<Int>? {
    guard let rangeStart,
      let start = (0..<shown.rowCount(focus)).first(where: {
        shown.identity(focus, $0) == rangeStart
      })
    else { return nil }
    let cursor = shown.cursor(focus)
    return min(start, cursor)...max(start, cursor)
  }

  /// Begins a range at the cursor, or marks the rows of the one that was begun.
  mutating func markRange() {
    if rangeStart != nil { return endRange() }
    rangeStart = shown.identity(focus, shown.cursor(focus))
    say("a range begins here; move to its end, v marks it, Esc does not")
  }

  /// Marks the rows of the range that was begun, if one was.
  mutating func endRange() {
    if let range {
      marks[focus, default: []].formUnion(range.compactMap { shown.identity(focus, $0) })
    }
    rangeStart = nil
  }

  mutating func mark() {
    guard let identity = shown.identity(focus, shown.cursor(focus)) else { return }
    marks[focus, default: []].formSymmetricDifference([identity])
    move(by: 1)
  }

  mutating func markAll() {
    marks[focus, default: []].formUnion(
      (0..<shown.rowCount(focus)).compactMap { shown.identity(focus, $0) })
  }

  mutating func reverse() {
    request.reversed.formSymmetricDifference([focus])
    ask(from: focus == .detainers ? .detainers : .weeks)
  }

  // MARK: Taking back

  mutating func cancel() -> Effect {
    if dataset.isLoading {
      say("reading is being cancelled; what was read is kept")
      return .cancelLoading
    }
    if quitsOnCancel { return .quit }
    quitsOnCancel = true
    say("nothing is running; \(key(.cancel)) again quits")
    return .none
  }

  /// Takes back exactly one layer, the start filter last; with nothing left, what is being read.
  mutating func peel() -> Effect {
    let before = questionsAsked
    defer { if questionsAsked != before { waiting?.isBack = true } }
    if rangeStart != nil {
      rangeStart = nil
    } else if widen() {
    } else if request.view != nil {
      closeView()
    } else if isZoomed {
      isZoomed = false
    } else if marks[focus]?.isEmpty == false {
      marks[focus] = []
    } else if !request.highlight.terms.isEmpty {
      request.highlight = .all
      ask(from: .weeks)
    } else if let last = filter.terms.lastIndex(where: { !startFilter.terms.contains($0) }) {
      var filter = filter
      filter.terms.remove(at: last)
      show(filter)
    } else if filter != startFilter {
      show(startFilter)
    } else if dataset.isLoading {
      return cancel()
    }
    return .none
  }
}
