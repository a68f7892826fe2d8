import DetainerModel
import Screen
import Text

/// A list of values with counts to choose from.
struct PickDialog: Dialog {
  /// A value that can be chosen.
  struct Choice: Hashable, Sendable {
    let value: String
    let label: String
    let count: Int
  }

  let field: FilterField
  let choices: [Choice]
  var editor = LineEditor()
  var chosen: Set<String> = []
  var position = PanePosition()
  let isTyped = true

  /// Lists values, with those of the filter chosen.
  init(_ field: FilterField, _ choices: [Choice], chosen filter: Filter) {
    self.field = field
    self.choices = choices
    for term in filter.terms where term.field == field && !term.isNegated {
      for value in term.values {
        switch value {
        case .contains(let text), .equals(let text), .span(_, let text): chosen.insert(text)
        case .period(let period): chosen.insert(period.typed)
        default: break
        }
      }
    }
  }

  private var title: String {
    switch field {
    case .week: "Weeks"
    case .state: "States"
    case .county: "Counties"
    default: "Crimes"
    }
  }

  /// The choices that what was typed leaves.
  private var left: [Choice] {
    let needle = folded(editor.string)
    return needle.isEmpty
      ? choices
      : choices.filter { choice in
        folded(choice.label).contains(needle)
          || field == .county && PlaceSpelling.finds(editor.string, in: choice.label)
      }
  }

  // MARK: Keys

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    let left = left
    var cursor = position.cursor
    switch key {
    case _ where key.isGivingUp: return .close
    case .pageDown: cursor += 10
    case .pageUp: cursor -= 10
    case .character(" "), .tab:
      if left.indices.contains(cursor) {
        chosen.formSymmetricDifference([left[cursor].value])
        cursor += 1
      }
    case .enter:
      var seen: Set<String> = []
      var values = choices.map(\.value).filter { chosen.contains($0) && seen.insert($0).inserted }
      if values.isEmpty, left.indices.contains(cursor) { values = [left[cursor].value] }
      return .choose { [values, field] in Self.apply(values, of: field, &$0) }
    default:
      if let step = key.step {
        cursor += step
      } else if editor.take(key) {
        cursor = 0
      }
    }
    position.cursor = max(0, min(cursor, self.left.count - 1))
    return .stay
  }

  mutating func paste(_ text: String) { editor.insert(text) }

  private static func apply(
    _ values: [String], of field: FilterField, _ state: inout BrowserState
  ) {
    var terms = state.filter.terms.filter { $0.field != field || $0.isNegated }
    if !values.isEmpty {
      let quoted = values.map {
        $0 == "none" || field == .week ? $0 : FilterTerm.quoted($0)
      }
      let term = "\(field.rawValue):" + quoted.joined(separator: ",")
      if let parsed = try? FilterParser.parse(term) { terms += parsed.terms }
    }
    state.show(Filter(terms: terms))
  }

  // MARK: Choices

  /// The values of a field under the other terms, those of weeks in all reports.
  static func choices(of field: FilterField, _ shown: Shown) throws(FilterError) -> [Choice] {
    let others = shown.query.filter.terms.filter { $0.field != field || $0.isNegated }
    let week = field == .week ? [] : shown.week?.report.terms ?? []
    let selection = try Selection(
      shown.query.with(Filter(terms: others + week)), in: shown.dataset)
    if field == .week { return choices(ofReports: selection) }
    let key: GroupKey =
      switch field {
      case .state: .state
      case .county: .jurisdiction
      default: .crime
      }
    let groups = ((try? selection.groups(by: [key])) ?? [])
      .ordered(by: .measure(.declined, minimum: 0), keys: [key])
    return groups.compactMap { choice($0, key, shown.dataset.places) }
  }

  /// The reports of every length, newest first; two sources of one period are two lines, each with
  /// its count.
  private static func choices(ofReports selection: Selection) -> [Choice] {
    let rows = selection.weeks()
    let periods = Dictionary(grouping: rows, by: \.report.period)
    return rows.map { row in
      let period = row.report.period
      let source = (periods[period]?.count ?? 0) > 1 ? " \(row.report.source)" : ""
      return Choice(
        value: period.typed,
        label: (period.isKnown ? period.words : "(not stated)") + source,
        count: row.group.declined ?? row.group.listed)
    }
  }

  private static func choice(_ group: Group, _ key: GroupKey, _ places: Places) -> Choice? {
    let count = group.declined ?? group.listed
    switch group.keys[0] {
    case .text(let text) where text.isEmpty || key == .state:
      let second = key == .state ? places.state(text)?.name ?? "" : ""
      let label = text.isEmpty ? "(not stated)" : second.isEmpty ? text : "\(text) \(second)"
      return Choice(value: text.isEmpty ? "none" : text, label: label, count: count)
    case .text(let text):
      return Choice(value: text, label: text, count: count)
    case .jurisdiction(let place):
      guard !place.isUnlocated else { return nil }
      let value = place.fips.isEmpty ? place.county : place.fips
      return Choice(value: value, label: place.name, count: count)
    default: return nil
    }
  }

  // MARK: Drawing

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let rect = Rect(
      x: room.x, y: room.y, width: min(room.width, 60),
      height: min(room.height, choices.count + 3))
    let inner = Box.draw("\(title): type to narrow", rect, on: &canvas)
    let left = left
    let rows = Rect(
      x: inner.x, y: inner.y + 1, width: inner.width, height: max(0, inner.height - 1))
    List(rows: left.count, cursor: position.cursor).draw(rows, on: &canvas) { row, rect, canvas in
      let choice = left[row]
      let count = grouped(choice.count)
      canvas.put(
        chosen.contains(choice.value) ? "*" : " ", x: rect.x + 1, y: rect.y, style: .marked)
      let width = max(0, rect.width - 4 - TextWidth.of(count))
      canvas.put(TextWidth.clip(choice.label, to: width), x: rect.x + 2, y: rect.y, width: width)
      canvas.put(count, x: rect.maxX - TextWidth.of(count) - 1, y: rect.y)
    }
    let line = Rect(x: inner.x, y: inner.y, width: inner.width, height: 1)
    InputLine.draw(editor, after: "> ", line, on: &canvas)
    if left.isEmpty {
      canvas.put(
        "Nothing here begins or contains that.", x: inner.x + 1, y: inner.y + 1,
        width: inner.width - 1, style: .dim)
    }
    Box.footer("\(left.count) of \(choices.count)  Space several  Enter", rect, on: &canvas)
  }
}
