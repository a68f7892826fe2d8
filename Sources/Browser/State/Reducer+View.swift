import DetainerModel
import Screen

/// Where the user was before Enter in a view.
struct Whereabouts: Sendable {
  let view: OpenView
  let filter: Filter
  let focus: Pane
  let positions: [Pane: PanePosition]
}

extension OpenView {
  /// Keeps the cursor inside the rows and on the screen.
  mutating func settle(in layout: Layout) {
    let rows = TableView.places(in: layout.view, of: table).rows
    position.settle(rows: table.rows.count, height: rows.height)
  }
}

extension BrowserState {
  mutating func open(_ view: DataView) {
    openView = OpenView(view)
    refreshView()
    if case .trend(let view) = view, let week = week?.report.week {
      openView?.select(.group([.text(view.span.label(of: view.span.start(of: week.end)))]))
    }
    settle()
  }

  /// Counts the open view anew, under the filter and the week in force.
  mutating func refreshView() {
    guard let view = openView?.view else { return }
    let table = view.table(self)
    openView?.take(table)
  }

  /// Runs a command in the open view; nil for commands that mean the same everywhere.
  mutating func runInView(_ command: Command, count: Int?) -> Effect? {
    guard let open = openView else { return nil }
    let page = max(
      1, TableView.places(in: layout.view, of: open.table).rows.height)
    switch command {
    case .down: moveInView(to: open.position.cursor + (count ?? 1))
    case .up: moveInView(to: open.position.cursor - (count ?? 1))
    case .halfPageDown: moveInView(to: open.position.cursor + max(1, page / 2))
    case .halfPageUp: moveInView(to: open.position.cursor - max(1, page / 2))
    case .pageDown: moveInView(to: open.position.cursor + max(1, page - 1))
    case .pageUp: moveInView(to: open.position.cursor - max(1, page - 1))
    case .top: moveInView(to: (count ?? 1) - 1)
    case .bottom: moveInView(to: count.map { $0 - 1 } ?? .max - 1)
    case .nextChange: moveToChange(by: 1)
    case .previousChange: moveToChange(by: -1)
    case .open: openRow()
    case .back, .leave, .browse: openView = nil
    case .frequency: changeFrequency()
    case .trend: changeTrend()
    case .compare: changeComparison()
    case .nextPane: stepKey(by: 1)
    case .previousPane: stepKey(by: -1)
    case .measure: changeMeasure(count)
    case .sort, .reverse: changeOrder(command)
    case .mark, .markAll, .clearMarks, .detail, .detailPane, .zoom, .unzoom, .weeksPane,
      .jurisdictionsPane, .detainersPane:
      message = ("not in this view; q goes back to the panes", false)
    default: return nil
    }
    settle()
    return Effect.none
  }

  private mutating func moveInView(to row: Int) {
    guard let rows = openView?.table.rows.count else { return }
    openView?.position.cursor = max(0, min(row, rows - 1))
  }

  private mutating func moveToChange(by step: Int) {
    guard let open = openView, case .comparison = open.view else {
      message = ("changes are in the compare view; = opens it", false)
      return
    }
    var row = open.position.cursor + step
    while open.table.rows.indices.contains(row), !ComparisonView.changed(open.table.rows[row]) {
      row += step
    }
    guard open.table.rows.indices.contains(row) else {
      message = (step > 0 ? "there is no change below" : "there is no change above", false)
      return
    }
    openView?.position.cursor = row
  }

  // MARK: What is shown

  private mutating func changeFrequency() {
    guard case .frequency(let view) = openView?.view else {
      return open(.frequency(FrequencyView(of: focus)))
    }
    overlay = .countBy(cursor: FrequencyView.keys.firstIndex(of: view.key) ?? 0)
  }

  private mutating func stepKey(by step: Int) {
    switch openView?.view {
    case .frequency(let view): countBy(FrequencyView.keys.element(step, from: view.key))
    case .trend(var view):
      view.span = TrendSpan.allCases.element(step, from: view.span)
      open(.trend(view))
    default: break
    }
  }

  private mutating func changeTrend() {
    guard case .trend(var view) = openView?.view else {
      return open(.trend(TrendView(of: focus)))
    }
    view.isOfPlace.toggle()
    open(.trend(view))
  }

  /// Counts the open frequency view by another key, from its first row.
  mutating func countBy(_ key: GroupKey) {
    guard case .frequency(var view) = openView?.view else { return }
    view.key = key
    open(.frequency(view))
  }

  private mutating func changeComparison() {
    guard case .comparison(var view) = openView?.view else {
      return open(.comparison(ComparisonView()))
    }
    let others = ComparisonView.Other.allCases
    view.other = others[(view.other.rawValue + 1) % others.count]
    open(.comparison(view))
  }

  private mutating func changeMeasure(_ count: Int?) {
    switch openView?.view {
    case .frequency(var view):
      (view.measure, view.minimum) = changed(view.measure, view.minimum, count)
      openView?.view = .frequency(view)
    case .trend(var view):
      (view.measure, view.minimum) = changed(view.measure, view.minimum, count)
      openView?.view = .trend(view)
    case .comparison(var view):
      view.measure = view.measure == .declined ? .issued : .declined
      openView?.view = .comparison(view)
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

  private mutating func changeOrder(_ command: Command) {
    switch openView?.view {
    case .frequency(var view):
      if command == .reverse { view.isReversed.toggle() } else { view.isByName.toggle() }
      openView?.view = .frequency(view)
    case .trend(var view) where command == .reverse:
      view.isOldestFirst.toggle()
      openView?.view = .trend(view)
    case .trend: message = ("spans of time stand in their order; O reverses it", false)
    default: message = ("what changed most comes first; } and { go from change to change", false)
    }
    refreshView()
  }

  // MARK: Going in and out

  /// Goes to the rows behind the selected one.
  private mutating func openRow() {
    guard let open = openView, let row = open.selected else { return }
    if case .gap = row.identity {
      message = ("no report covers this time", false)
      return
    }
    guard case .group(let keys) = row.identity else {
      message = ("a term on the outcome hides these groups; D shows all outcomes", false)
      return
    }
    switch open.view {
    case .frequency(let view):
      guard let terms = view.key.terms(for: keys[0]) else {
        message = ("there are no rows behind what is not itemised", false)
        return
      }
      leaveTrail(open)
      let scope = view.scope == .place ? placeFilter?.terms.suffix(2) ?? [] : []
      filter = Filter(terms: filter.terms + scope + terms)
      if view.scope == .all { focus = .weeks } else { focus = .jurisdictions }
      openView = nil
      refresh()
    case .trend(let view): openSpan(keys[0], of: view, open)
    case .comparison:
      guard case .jurisdiction(let place) = keys[0] else {
        message = ("there are no rows behind what is not itemised", false)
        return
      }
      leaveTrail(open)
      openView = nil
      focus = .jurisdictions
      wantedJurisdiction = .jurisdiction(.place(place))
      refresh()
    }
  }

  /// Goes to a week, or to the weeks of a longer span.
  private mutating func openSpan(_ value: KeyValue, of view: TrendView, _ open: OpenView) {
    guard case .text(let label) = value, let terms = view.span.key.terms(for: value) else { return }
    let day = ClosedRange<Day>(naming: label)?.lowerBound ?? .none
    let isWeek = view.span == .week || view.span == .day
    let row = weeks.indices.first { weeks[$0].report.week == Week(containing: day) }
    if isWeek, row == nil {
      message = ("no row of this week passes the filter; D shows all outcomes", false)
      return
    }
    leaveTrail(open)
    openView = nil
    if let row, isWeek {
      wantedWeek = identity(.weeks, row)
      moved.insert(.weeks)
    } else {
      filter = Filter(terms: filter.terms + terms)
    }
    focus = isWeek && view.isOfPlace ? .jurisdictions : .weeks
    refresh()
  }

  private mutating func leaveTrail(_ open: OpenView) {
    trail.append(Whereabouts(view: open, filter: filter, focus: focus, positions: positions))
  }

  /// Goes back to the view that Enter left; false when there is none.
  mutating func followTrail() -> Bool {
    guard let back = trail.popLast() else { return false }
    filter = back.filter
    focus = back.focus
    openView = back.view
    refresh()
    positions = back.positions
    refreshChildren(of: .weeks)
    settle()
    return true
  }
}

extension Array where Element: Equatable {
  /// The element so many steps behind another, round and round.
  func element(_ step: Int, from element: Element) -> Element {
    self[((firstIndex(of: element) ?? 0) + step + count) % count]
  }
}

extension GroupKey {
  /// The terms that choose the rows of a value; nil where no rows are behind it.
  func terms(for value: KeyValue) -> [FilterTerm]? {
    switch value {
    case .notItemised: return nil
    case .jurisdiction(let place): return place.terms
    case .facility(let facility):
      func term(_ field: FilterField, _ text: String) -> FilterTerm {
        FilterTerm(field, [text.isEmpty ? .none : .equals(text)])
      }
      return [
        term(.facility, facility.name), term(.city, facility.city), term(.state, facility.state),
      ]
    case .text(let text):
      // Days of a record are not its only dates, so a day is chosen by its week.
      guard let field = FilterField(rawValue: self == .day ? "week" : rawValue) else { return nil }
      if text.isEmpty { return [FilterTerm(field, [.none])] }
      guard field.kind == .span else { return [FilterTerm(field, [.equals(text)])] }
      return (try? FilterParser.parse("\(field.rawValue):\(text)"))?.terms
    }
  }
}
