import DetainerModel
import Screen
import Text

/// The values of a field to choose from: first those of the report with their counts, then all
/// others that the data or the tables know.
struct PickDialog: Dialog {
  /// A value that can be chosen.
  struct Choice: Sendable {
    /// What is typed for it in a term.
    let value: String
    let label: String
    /// What is known of how many it has in the report; nil where that does not name it.
    let count: Known?
    /// The place that it is, if it is one.
    var place: Jurisdiction?
    /// The days of the week that it is, any of which names it; empty for all else.
    var days = ""

    /// The label where there is little room: the code of a state.
    var shortLabel: String { label.hasPrefix(value + " ") ? value : label }

    init(value: String, label: String, count: Known?, place: Jurisdiction? = nil) {
      self.value = value
      self.label = label
      self.count = count
      self.place = place
    }

    /// A text; an empty one is what is not stated.
    init(text: String, count: Known?) {
      self.init(
        value: text.isEmpty ? "none" : text, label: text.isEmpty ? "(not stated)" : text,
        count: count)
    }
  }

  let field: FilterField
  private var choices: Chooser<Choice>
  let isTyped = true

  /// Lists values, with those of the filter marked.
  init(_ field: FilterField, _ choices: [Choice], chosen filter: Filter) {
    self.field = field
    var chosen: Set<String> = []
    for term in filter.terms where term.field == field && !term.isNegated {
      for value in term.values {
        switch value {
        case .contains(let text), .equals(let text), .span(_, let text): chosen.insert(folded(text))
        case .period(let period): chosen.insert(period.typed)
        default: break
        }
      }
    }
    self.choices = Chooser(
      choices, marked: Set(choices.indices.filter { chosen.contains(folded(choices[$0].value)) })
    ) { choice in
      choice.place.map(PlaceSpelling.texts)
        ?? ([FuzzyText(choice.label)] + (choice.days.isEmpty ? [] : [FuzzyText(choice.days)]))
    }
  }

  private var names: (one: String, many: String) {
    switch field {
    case .week: ("report", "reports")
    case .state: ("state", "states")
    case .county: ("county", "counties")
    default: ("crime", "crimes")
    }
  }

  // MARK: Keys

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    switch key {
    case _ where key.isGivingUp: return .close
    case .tab: choices.mark()
    case .enter:
      var seen: Set<String> = []
      let values = choices.chosen.map(\.value).filter { seen.insert($0).inserted }
      // What is typed and found nowhere is not taken for everything.
      if values.isEmpty, !choices.hasMarked { return .stay }
      let instead = instead
      return .choose { [field] state in
        let quoted = values.map {
          $0 == "none" || field == .week ? $0 : FilterTerm.quoted($0)
        }
        let term = "\(field.rawValue):" + quoted.joined(separator: ",")
        let terms = values.isEmpty ? [] : (try? FilterParser.parse(term))?.terms ?? []
        state.choose(terms, of: field)
        if let instead { state.say("\(instead); \(state.key(.undo)) takes it back") }
      }
    default: _ = choices.take(key)
    }
    return .stay
  }

  mutating func paste(_ text: String) -> DialogStep {
    choices.paste(text)
    return .stay
  }

  /// What is said where Enter takes a row in place of what the filter has; nil where it does not.
  private var instead: String? {
    guard !choices.hasMarked, let selected = choices.selected else { return nil }
    let others = choices.marked.map { choices.items[$0] }.filter { $0.value != selected.value }
    guard !others.isEmpty else { return nil }
    return "\(selected.label) in place of \(Self.list(others, \.label))"
  }

  // MARK: Choices

  /// The dialog of a field, or that there is nothing to choose from.
  static func aside(_ field: FilterField, _ shown: Shown) throws(FilterError) -> Shown.Aside {
    let choices = try choices(of: field, shown)
    return choices.isEmpty
      ? .nothing("there is nothing to pick from here: no \(field.rawValue) under this filter")
      : .dialog(PickDialog(field, choices, chosen: shown.query.filter))
  }

  /// The values of a field in the selected report under the other terms, then all others; those of
  /// weeks in all reports.
  private static func choices(
    of field: FilterField, _ shown: Shown
  ) throws(FilterError) -> [Choice] {
    let others = shown.query.filter.terms.filter { $0.field != field || $0.isNegated }
    let week = field == .week ? [] : shown.week?.report.terms ?? []
    let selection = try Selection(
      shown.query.with(Filter(terms: others + week)), in: shown.dataset)
    var choices =
      field == .week ? choices(ofReports: selection) : choices(of: field, selection)
    var seen = Set(choices.map(\.value))
    choices += known(field, shown.dataset).filter { seen.insert($0.value).inserted }
    return choices
  }

  private static func choices(of field: FilterField, _ selection: Selection) -> [Choice] {
    let key: GroupKey =
      switch field {
      case .state: .state
      case .county: .jurisdiction
      default: .crime
      }
    return ((try? selection.groups(by: [key])) ?? [])
      .ordered(by: .measure(.declined, minimum: 0), keys: [key])
      .compactMap { group in
        let count = group.known
        return switch group.keys[0] {
        case .text(let text) where key == .state:
          state(text, selection.dataset.places.state(text)?.name, count)
        case .text(let text): Choice(text: text, count: count)
        case .jurisdiction(let place): place.isNamed ? county(place, count) : nil
        default: nil
        }
      }
  }

  /// The reports of every length, newest first; two sources of one period are two lines, each with
  /// its count.
  private static func choices(ofReports selection: Selection) -> [Choice] {
    let rows = selection.weeks()
    let periods = Dictionary(grouping: rows, by: \.report.period)
    return rows.map { row in
      let source = (periods[row.report.period]?.count ?? 0) > 1 ? " \(row.report.source)" : ""
      return week(row.report.period, source, row.group.known, isPart: row.isPart)
    }
  }

  /// What the data and the tables know of a field beyond one report.
  private static func known(_ field: FilterField, _ dataset: Dataset) -> [Choice] {
    switch field {
    case .week:
      dataset.orderedReports.map { week(dataset.table.reports[$0].period, "", nil) }
    case .state: dataset.places.states.map { state($0.code, $0.name, nil) }
    case .county: dataset.namedPlaces.map { county($0, nil) }
    default: dataset.table.texts(of: .crime).sorted().map { Choice(text: $0, count: nil) }
    }
  }

  private static func state(_ code: String, _ name: String?, _ count: Known?) -> Choice {
    code.isEmpty
      ? Choice(text: "", count: count)
      : Choice(value: code, label: name.map { "\(code) \($0)" } ?? code, count: count)
  }

  private static func county(_ place: Jurisdiction, _ count: Known?) -> Choice {
    Choice(
      value: place.fips.isEmpty ? place.county : place.fips, label: place.name, count: count,
      place: place)
  }

  private static func week(
    _ period: Period, _ source: String, _ count: Known?, isPart: Bool = false
  ) -> Choice {
    var choice = Choice(
      value: period.typed,
      label: (period.isKnown ? period.words : "(not stated)") + source + (isPart ? " ◖" : ""),
      count: count)
    if period.length == .week, period.isKnown {
      choice.days = (0..<7).map { period.start.adding($0).iso }
        .joined(separator: " ")
    }
    return choice
  }

  // MARK: Drawing

  private var title: String { "Pick \(names.many): type to narrow" }
  private var nothing: String { "No \(names.one) is known by that name." }

  func sentences(_ state: BrowserState) -> [String] {
    [Spoken.ended(title)] + marks.prefix(1).map(Spoken.ended)
      + choices.sentences(nothing: nothing) { choice in
        choice.label + (choice.count.map { ": \(Spoken.count($0))" } ?? ", not in this report")
      }
  }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let width = min(room.width, 60)
    let rect = Rect(
      x: room.x, y: room.y, width: width, height: min(room.height, choices.items.count + 4))
    let inner = Box.draw(title, rect, on: &canvas)
    choices.draw(
      inner, marks: marks, nothing: nothing, on: &canvas
    ) { choice, isMarked, rect, canvas in
      let count = choice.count?.text ?? ""
      let style: Style = choice.count == nil ? .dim : .normal
      canvas.put(isMarked ? "*" : " ", x: rect.x + 1, y: rect.y, style: .marked)
      let width = max(0, rect.width - 4 - TextWidth.of(count))
      canvas.put(
        TextWidth.clip(choice.label, to: width), x: rect.x + 2, y: rect.y, width: width,
        style: style)
      canvas.put(count, x: rect.maxX - TextWidth.of(count) - 1, y: rect.y)
    }
    let here = choices.left.count { choices.items[$0].count != nil }
    let place = here == 0 || field == .week ? "" : "\(grouped(here)) in this report · "
    Box.footer("\(place)\(grouped(choices.left.count)) known  Tab marks  Enter", rect, on: &canvas)
  }

  /// What Enter would take, however the list is narrowed, in forms that get shorter; empty where
  /// that is the row under the cursor and the filter has none.
  private var marks: [String] {
    let marked = choices.marked.sorted().map { choices.items[$0] }
    if marked.isEmpty {
      return choices.hasMarked
        ? ["none is marked: Enter takes the filter off", "none is marked"] : []
    }
    let count = "\(grouped(marked.count)) marked: "
    let (names, short) = (Self.list(marked, \.label), Self.list(marked, \.shortLabel))
    if choices.hasMarked { return ["\(count)Enter takes \(names)", count + short] }
    guard let selected = choices.selected, !marked.contains(where: { $0.value == selected.value })
    else { return ["filtered by \(names)", count + short] }
    return [
      "filtered by \(names); Enter takes \(selected.label) instead, Tab adds it",
      "filtered by \(short); Enter takes \(selected.shortLabel) instead, Tab adds it",
      count + short,
    ]
  }

  private static func list(_ choices: [Choice], _ name: (Choice) -> String) -> String {
    choices.map(name).joined(separator: ", ")
  }
}
