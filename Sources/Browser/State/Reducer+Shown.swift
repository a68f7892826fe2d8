import DetainerModel

/// What an open view shows: its keys, its span, its measure and its order.
extension BrowserState {
  mutating func changeFrequency() {
    let key: GroupKey
    switch openView?.view {
    case .frequency(let view): key = view.key
    case .pivot(let view): key = view.rows
    default: return open(.frequency(FrequencyView(of: focus)))
    }
    overlay = .countBy(cursor: FrequencyView.keys.firstIndex(of: key) ?? 0)
  }

  mutating func stepKey(by step: Int) {
    switch openView?.view {
    case .frequency(let view): countBy(FrequencyView.keys.element(step, from: view.key))
    case .pivot(var view):
      let keys = FrequencyView.keys.filter { $0 != view.rows }
      view.columns = keys.element(step, from: view.columns)
      view.marked = nil
      open(.pivot(view))
    case .trend(var view):
      view.span = TrendSpan.allCases.element(step, from: view.span)
      open(.trend(view))
    default: break
    }
  }

  mutating func changePivot() {
    guard case .pivot(var view) = openView?.view else {
      return open(.pivot(PivotView(of: focus)))
    }
    swap(&view.rows, &view.columns)
    view.marked = nil
    open(.pivot(view))
  }

  mutating func changeTrend() {
    guard case .trend(var view) = openView?.view else {
      return open(.trend(TrendView(of: focus)))
    }
    view.isOfPlace.toggle()
    open(.trend(view))
  }

  /// Counts the rows of the open view by another key, from its first row.
  mutating func countBy(_ key: GroupKey) {
    switch openView?.view {
    case .frequency(var view):
      view.key = key
      open(.frequency(view))
    case .pivot(var view):
      // A key against itself says nothing: the two change places.
      if key == view.columns { view.columns = view.rows }
      view.rows = key
      view.marked = nil
      open(.pivot(view))
    default: break
    }
  }

  mutating func changeComparison() {
    guard case .comparison(var view) = openView?.view else {
      return open(.comparison(ComparisonView()))
    }
    let others = ComparisonView.Other.allCases
    view.other = others[(view.other.rawValue + 1) % others.count]
    open(.comparison(view))
  }

  mutating func changeMeasure(_ count: Int?) {
    switch openView?.view {
    case .frequency(var view):
      (view.measure, view.minimum) = changed(view.measure, view.minimum, count)
      openView?.view = .frequency(view)
    case .pivot(var view):
      if let count {
        view.counts.minimum = count
        if view.measure != .ofResolved { view.measure = .ofIssued }
      } else {
        view.measure = PivotView.Measure.allCases.element(1, from: view.measure)
      }
      openView?.view = .pivot(view)
    case .map(var view):
      (view.counts.measure, view.counts.minimum) = changed(
        view.counts.measure, view.counts.minimum, count)
      openView?.view = .map(view)
    case .trend(var view):
      (view.measure, view.minimum) = changed(view.measure, view.minimum, count)
      openView?.view = .trend(view)
    case .comparison(var view):
      view.measure = view.measure == .declined ? .issued : .declined
      openView?.view = .comparison(view)
    case .place, .side: message = ("a page has no measure", false)
    case nil: break
    }
    refreshView()
  }

  /// The next measure; a count is the minimum, and the measure stays if it is a share.
  private func changed(_ measure: Measure, _ minimum: Int, _ count: Int?) -> (Measure, Int) {
    if let count { return (measure.isShare ? measure : .shareOfIssued, count) }
    let measures: [Measure] = [.declined, .shareOfIssued, .shareOfResolved]
    return (measures.element(1, from: measure), minimum)
  }

  mutating func changeOrder(_ command: Command) {
    switch openView?.view {
    case .frequency(var view):
      if command == .reverse { view.isReversed.toggle() } else { view.isByName.toggle() }
      openView?.view = .frequency(view)
    case .trend(var view) where command == .reverse:
      view.isOldestFirst.toggle()
      openView?.view = .trend(view)
    case .pivot(var view):
      if command == .reverse {
        view.counts.isReversed.toggle()
      } else {
        view.counts.isByName.toggle()
      }
      openView?.view = .pivot(view)
    case .place, .side: message = ("a page has its own order", false)
    case .map: message = ("on a map every state has its place", false)
    case .trend: message = ("spans of time stand in their order; O reverses it", false)
    default: message = ("what changed most comes first; } and { go from change to change", false)
    }
    refreshView()
  }
}

extension Array where Element: Equatable {
  /// The element so many steps behind another, round and round.
  func element(_ step: Int, from element: Element) -> Element {
    self[((firstIndex(of: element) ?? 0) + step + count) % count]
  }
}
