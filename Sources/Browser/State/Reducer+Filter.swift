import DetainerModel
import Screen

extension BrowserState {
  mutating func takeInPrompt(_ key: Key) -> Effect {
    guard let (typed, before) = prompt else { return .none }
    var editor = typed
    switch key {
    case .enter:
      let effect = applyPrompt()
      prompt = nil
      return effect
    // A filter that cannot be read is not in force; its sentence stays on the status line.
    case .escape, .control("c"), .control("g"):
      prompt = nil
      pending = nil
      message = nil
      filter = before
      refresh()
    case .down, .control("n"): moveFromPrompt(1)
    case .up, .control("p"): moveFromPrompt(-1)
    case .control("l"): return .redraw
    case .control("z"): return .suspend
    default:
      if editor.take(key) {
        prompt = (editor, before)
        return applyPrompt()
      }
    }
    settle()
    return .none
  }

  private mutating func moveFromPrompt(_ rows: Int) {
    awaitAnswer()
    moveTo((positions[focus]?.cursor ?? 0) + rows)
  }

  /// Asks for what is typed at once; what cannot be read leaves the last good filter as it is.
  mutating func applyPrompt() -> Effect {
    guard let text = prompt?.editor.string else { return .none }
    do throws(FilterError) {
      let typed = query(try FilterParser.parse(text))
      message = nil
      if typed == pending?.query { return .none }
      if typed.filter != filter { return ask(typed) }
      pending = nil
    } catch {
      message = (error.description, true)
    }
    return .none
  }

  // MARK: Pick lists

  mutating func pick(_ field: FilterField) {
    let others = Filter(terms: filter.terms.filter { $0.field != field || $0.isNegated })
    let inWeek = field == .week ? others : others.and(weekTerms)
    guard let selection = try? Selection(query(inWeek), in: dataset) else { return }
    let key: GroupKey =
      switch field {
      case .state: .state
      case .county: .jurisdiction
      case .crime: .crime
      default: .week
      }
    // Two sources of one week are two lines, each with its count.
    let keys = key == .week ? [key, .source] : [key]
    let groups = ((try? selection.groups(by: keys)) ?? [])
      .ordered(by: key == .week ? .key(0) : .measure(.declined, minimum: 0), keys: keys)
    let hasSources = key == .week && !selection.overlappingWeeks.isEmpty
    let choices = groups.compactMap { group in
      choice(group, key, source: hasSources ? group.keys[1].text(withState: false) : "")
    }
    guard !choices.isEmpty else {
      message = (
        "there is nothing to pick from here: no \(field.rawValue) under this filter", false
      )
      return
    }
    let title =
      field == .week
      ? "Weeks" : field == .state ? "States" : field == .county ? "Counties" : "Crimes"
    var list = PickList(field: field, title: title, choices: choices)
    for term in filter.terms where term.field == field && !term.isNegated {
      for value in term.values {
        switch value {
        case .contains(let text), .equals(let text), .span(_, let text): list.chosen.insert(text)
        default: break
        }
      }
    }
    overlay = .pick(list)
  }

  private var weekTerms: Filter {
    guard let weekFilter else { return .all }
    return Filter(terms: Array(weekFilter.terms.dropFirst(filter.terms.count)))
  }

  private func choice(_ group: Group, _ key: GroupKey, source: String) -> PickList.Choice? {
    let count = group.declined ?? group.listed
    switch group.keys[0] {
    case .text(let text) where text.isEmpty || key == .state || key == .week:
      let name = key == .state ? dataset.places.state(text)?.name ?? "" : ""
      let second = name + source
      let label = text.isEmpty ? "(not stated)" : second.isEmpty ? text : "\(text) \(second)"
      return PickList.Choice(value: text.isEmpty ? "none" : text, label: label, count: count)
    case .text(let text):
      return PickList.Choice(value: text, label: text, count: count)
    case .jurisdiction(let place):
      guard !place.isUnlocated else { return nil }
      let value = place.fips.isEmpty ? place.county : place.fips
      return PickList.Choice(value: value, label: place.name, count: count)
    default: return nil
    }
  }

  mutating func takeInPickList(_ list: PickList, _ key: Key) -> Effect {
    var list = list
    let shown = list.shown
    var cursor = list.position.cursor
    switch key {
    case .escape, .control("c"), .control("g"):
      overlay = nil
      return .none
    case .down, .control("n"): cursor += 1
    case .up, .control("p"): cursor -= 1
    case .pageDown: cursor += 10
    case .pageUp: cursor -= 10
    case .character(" "), .tab:
      if shown.indices.contains(cursor) {
        list.chosen.formSymmetricDifference([shown[cursor].value])
        cursor += 1
      }
    case .enter:
      overlay = nil
      var seen: Set<String> = []
      var values = list.choices.map(\.value)
        .filter { list.chosen.contains($0) && seen.insert($0).inserted }
      if values.isEmpty, shown.indices.contains(cursor) { values = [shown[cursor].value] }
      apply(values, of: list.field)
      return .none
    default:
      if list.editor.take(key) { cursor = 0 }
    }
    list.position.cursor = max(0, min(cursor, list.shown.count - 1))
    overlay = .pick(list)
    return .none
  }

  private mutating func apply(_ values: [String], of field: FilterField) {
    var terms = filter.terms.filter { $0.field != field || $0.isNegated }
    if !values.isEmpty {
      let quoted = values.map { $0 == "none" ? $0 : FilterTerm.quoted($0) }
      let term = "\(field.rawValue):" + quoted.joined(separator: ",")
      if let parsed = try? FilterParser.parse(term) { terms += parsed.terms }
    }
    filter = Filter(terms: terms)
    refresh()
  }
}
