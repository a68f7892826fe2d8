import DetainerModel

/// What the user has made of the screen: filter, order, marks, zoom and view, with the places of the
/// cursors to come back to.
struct Standing: Sendable {
  var request: Request
  let marks: [Pane: Set<RowIdentity>]
  let isZoomed: Bool
  let focus: Pane
  let positions: [Pane: PanePosition]
  let viewPosition: PanePosition?
  let viewsBelow: [OpenView]
  let trail: [Whereabouts]

  /// What the state is now.
  init(_ state: BrowserState) {
    request = state.request.settled
    marks = state.marks.filter { !$0.value.isEmpty }
    isZoomed = state.isZoomed
    focus = state.focus
    positions = state.shown.positions
    viewPosition = state.shown.openView?.position
    viewsBelow = state.viewsBelow
    trail = state.trail
  }

  /// Whether another one is the same but for cursors and the focus, which are not taken back.
  func isSame(as other: Standing) -> Bool {
    request.isSame(as: other.request) && marks == other.marks && isZoomed == other.isZoomed
  }
}

/// What was before, and what was taken back.
struct History: Sendable {
  fileprivate(set) var past: [Standing] = []
  fileprivate(set) var future: [Standing] = []
  /// What was settled last; nil at the start.
  fileprivate var present: Standing?
  /// What the change does that is being settled, beside being one.
  fileprivate var step = Step.new
  /// The views that were open before, the newest last; nil stands for the panes.
  fileprivate(set) var views: [(view: (any DataView)?, position: PanePosition?)] = []

  /// What a change is.
  fileprivate enum Step {
    /// One that begins a new future.
    case new
    /// Such a one that goes back through the views.
    case view
    /// A step through what was before and taken back.
    case taken
  }

  /// So many steps can be taken back.
  private static let most = 200

  /// Takes in what has been settled.
  fileprivate mutating func settle(_ standing: Standing) {
    defer { (present, step) = (standing, .new) }
    guard let present, !standing.isSame(as: present), step != .taken else { return }
    past = past.suffix(Self.most - 1) + [present]
    future = []
    let hasOther = !Request.areOfOneKind(present.request.view, standing.request.view)
    if hasOther, step == .new {
      views = views.suffix(Self.most - 1) + [(present.request.view, present.viewPosition)]
    }
  }
}

extension Request {
  /// Whether the same rows are asked for in the same order and view.
  fileprivate func isSame(as other: Request) -> Bool {
    query == other.query && jurisdictionOrder == other.jurisdictionOrder
      && detainerOrder == other.detainerOrder && reversed == other.reversed
      && highlight == other.highlight && Self.areSame(view, other.view)
  }

  private static func areSame(_ a: (any DataView)?, _ b: (any DataView)?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.isSame(as: b)
  }

  /// Whether two views are forms of one, or both are the panes.
  static func areOfOneKind(_ a: (any DataView)?, _ b: (any DataView)?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return type(of: a) == type(of: b)
  }
}

extension DataView {
  /// Whether another view is the same.
  fileprivate func isSame(as other: any DataView) -> Bool { (other as? Self) == self }
}

extension BrowserState {
  static let taking = [
    Command.undo, Command.redo,
    Command("previous-view", "<C-o>", "Open the view that was open before, with this filter.") {
      state, _ in state.openPreviousView()
    },
  ]

  /// Takes note of what is settled, once no answer is waited for: the tour goes on, and what can be
  /// taken back is remembered where nothing is being typed or chosen.
  mutating func noteWhatIsSettled() {
    guard waiting == nil else { return }
    followTour()
    guard prompt == nil, dialog == nil, rangeStart == nil else { return }
    history.settle(Standing(self))
  }

  fileprivate mutating func step(back: Bool) {
    guard let target = back ? history.past.popLast() : history.future.popLast() else {
      return say(back ? "there is nothing to take back" : "nothing was taken back")
    }
    let before = Standing(self)
    if back { history.future.append(before) } else { history.past.append(before) }
    history.step = .taken
    request = target.request
    request.positions = target.positions
    request.viewPlace = target.viewPosition.map { .saved($0) } ?? .first(near: nil)
    marks = target.marks
    isZoomed = target.isZoomed
    focus = target.focus
    viewsBelow = target.viewsBelow
    trail = target.trail
    let what = Self.words(of: back ? before : target, after: back ? target : before)
    say(back ? "taken back: \(what); \(key(.redo)) makes it again" : "made again: \(what)")
    ask(from: .weeks)
  }

  /// What a step changes, in words: `the filter state:tx`.
  private static func words(of new: Standing, after old: Standing) -> String {
    let (a, b) = (old.request, new.request)
    return if a.query.filter != b.query.filter {
      "the filter\(change(from: a.query.filter, to: b.query.filter))"
    } else if a.query != b.query {
      "the way of counting"
    } else if a.highlight != b.highlight {
      "the highlight"
    } else if old.marks != new.marks {
      "marks"
    } else if old.isZoomed != new.isZoomed {
      "zoom"
    } else {
      a.view != nil || b.view != nil ? "the view" : "the order"
    }
  }

  /// The terms that came, or else those that went, of which there may be none to tell.
  private static func change(from old: Filter, to new: Filter) -> String {
    let came = new.terms.filter { !old.terms.contains($0) }
    if !came.isEmpty { return " " + Filter(terms: came).text }
    let went = old.terms.filter { !new.terms.contains($0) }
    return went.isEmpty ? "" : " without " + Filter(terms: went).text
  }

  private mutating func openPreviousView() {
    guard let before = history.views.popLast() else { return say("no view was open before") }
    // What is open now is not gone back to, so that the key leads further back each time.
    history.step = .view
    if let view = before.view {
      viewsBelow = []
      show(view, at: before.position.map { .saved($0) } ?? .first(near: nil))
    } else {
      showPanes()
    }
  }
}

extension Command {
  static let undo = Command(
    "undo", "u", "Take back the last change of filter, order, marks, zoom or view."
  ) { state, _ in state.step(back: true) }
  static let redo = Command("redo", "<C-r>", "Make the change again that was taken back.") {
    state, _ in state.step(back: false)
  }
}
