import Text

/// Counts one published report by keys (rules 3 to 7 of the data).
struct PublishedCounting {
  private let selection: Selection
  private let report: Report
  private let keys: [GroupKey]
  private let figures: PublishedFigures
  private let columns: [KeyColumn?]
  private let scope: PlaceScope

  init(
    selection: Selection, report number: Int, keys: [GroupKey], columns: [KeyColumn],
    scope: PlaceScope
  ) {
    self.selection = selection
    self.scope = scope
    self.keys = keys
    self.columns = zip(keys, columns).map { $0.isOfReport ? nil : $1 }
    report = selection.dataset.table.reports[number]
    figures = PublishedFigures(report: number, in: selection.dataset)
  }

  private typealias Totals = [[KeyValue]: PublishedSum]

  /// What the report says of each group that it names.
  var groups: [[KeyValue]: PublishedSum] {
    var totals: Totals = [:]
    count(into: &totals)
    return totals
  }

  /// What is known of the declined of a group that the report does not name.
  func declined(ofMissing values: [KeyValue]) -> Known {
    guard selection.showsDeclined || selection.hasRowTerm else { return .zero }
    let isOfReport = zip(keys, values).allSatisfy { key, value in
      !key.isOfReport || value == ofReport(key)
    }
    guard isOfReport else { return .zero }
    if selection.hasRowTerm { return .unknown }
    if keys.allSatisfy(\.isOfReport) { return whole.known }
    guard keys.allSatisfy({ $0.isOfReport || $0.isOfPlace }) else { return .unknown }
    if let remainder = values.first(where: \.isRemainder) {
      return declined(ofMissingRemainder: remainder.state)
    }
    return remainders(of: values).known(atLeast: 0)
  }

  private func declined(ofMissingRemainder state: String) -> Known {
    if figures.states[state] != nil || state.isEmpty && figures.total != nil { return .zero }
    return figures.total == nil ? .unknown : Known(least: 0, most: figures.nationalRemainder)
  }

  private func count(into totals: inout Totals) {
    // Every row of a published report is a decline: a filter for other outcomes shows none of it.
    guard selection.showsDeclined || selection.hasRowTerm else { return }
    if selection.hasRowTerm {
      countRows(into: &totals)
    } else if keys.allSatisfy(\.isOfReport) {
      countWhole(into: &totals)
    } else if let stated = nationalFigures {
      countNationally(stated, into: &totals)
    } else {
      countPlaces(into: &totals)
      countRemainders(into: &totals)
      if keys.allSatisfy({ $0.isOfReport || $0.isOfPlace }) { addPossible(to: &totals) }
    }
  }

  // MARK: Ways of counting

  /// A term on rows counts only what is listed.
  private func countRows(into totals: inout Totals) {
    // A group none of whose rows pass the terms on outcome is not shown (rule 1).
    let rows = figures.places.values.flatMap(\.rows)
    let shown = Set(
      rows.filter { !selection.hasOutcomeTerm || selection.shown.contains($0) }.map(values(row:)))
    for place in figures.places.values {
      for row in place.rows
      where selection.counted.contains(row) && shown.contains(values(row: row)) {
        let count = selection.dataset.table.count(row)
        addListed(
          count, shown: selection.shown.contains(row) ? count : 0, values(row: row), into: &totals)
      }
    }
  }

  /// Keys that each report has one value of: the report's own totals, or the sums of the places
  /// chosen.
  private func countWhole(into totals: inout Totals) {
    let sum = whole
    // Under a term on places a report is shown where they may have some (rule 10 of what is not
    // known).
    if selection.hasPlaceTerm, sum.declined == nil, sum.issued == nil, !sum.known.mayBeSome,
      chosenPlaces.isEmpty
    {
      return
    }
    totals[values(place: nil, state: nil)] = sum
  }

  /// The declined of all places that are chosen.
  private var whole: PublishedSum {
    let chosen = chosenPlaces
    var sum = PublishedSum()
    if !selection.hasPlaceTerm {
      let parts = Known.sum(partsOfAllStates, figures.nationalRemainder)
      sum.add(
        declined: figures.total ?? (parts > 0 ? parts : nil), issued: report.statement?.issued,
        listed: chosen.reduce(0) { Known.sum($0, $1.value.listed) })
      sum.remainders.isOpen = figures.total == nil
      return sum
    }
    for (place, found) in chosen {
      sum.add(declined: found.declined, issued: found.issued, listed: found.listed)
      sum.included.insert(.place(place))
    }
    for (state, count) in chosenRemainders where scope.wholeStates.contains(state) {
      sum.add(declined: count)
      sum.included.insert(.state(state))
    }
    for (state, places) in scope.places {
      sum.remainders.formUnion(figures.remainders(of: places, inState: state))
    }
    sum.isShownForMost = true
    return sum
  }

  /// Figures by citizenship or crime are stated for the whole nation; each stands where the source
  /// states it.
  private func countNationally(_ stated: [String: Int], into totals: inout Totals) {
    guard let index = keys.firstIndex(where: { !$0.isOfReport }) else { return }
    var named: [[KeyValue]: (listed: Int, text: String)] = [:]
    for place in figures.places.values {
      for row in place.rows {
        let values = values(row: row)
        named[values, default: (0, "")].listed += selection.dataset.table.count(row)
        named[values]?.text = values[index].text(withState: false)
      }
    }
    for text in stated.keys where !named.values.contains(where: { folded($0.text) == folded(text) })
    {
      var values = values(place: nil, state: nil)
      values[index] = .text(text)
      named[values] = (0, text)
    }
    let figureOf = Dictionary(
      stated.map { (folded($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    var rest = figures.total ?? .max
    var unknown: (values: [KeyValue], listed: Int)?
    for (values, part) in named {
      if part.text.isEmpty {
        unknown = (values, part.listed)
        continue
      }
      let declined = figureOf[folded(part.text)] ?? part.listed
      rest -= declined
      totals[values, default: PublishedSum()].add(declined: declined, listed: part.listed)
      if figureOf[folded(part.text)] == nil { totals[values]?.remainders.isOpen = true }
    }
    rest = figures.total == nil ? unknown?.listed ?? 0 : max(0, rest)
    if let unknown {
      let declined = min(unknown.listed, rest)
      rest -= declined
      totals[unknown.values, default: PublishedSum()].add(
        declined: declined, listed: unknown.listed)
      totals[unknown.values]?.remainders.isOpen = true
    }
    addRemainder(rest, state: nil, into: &totals)
  }

  private func countPlaces(into totals: inout Totals) {
    let ofPlaces = keys.allSatisfy { $0.isOfReport || $0.isOfPlace }
    for (jurisdiction, place) in chosenPlaces {
      if ofPlaces {
        let values = values(place: jurisdiction, state: jurisdiction.state)
        totals[values, default: PublishedSum()].add(
          declined: place.declined, issued: place.issued, listed: place.listed)
        totals[values]?.included.insert(.place(jurisdiction))
      } else if keys.contains(.facility), keys.allSatisfy({ !$0.isOfRow }) {
        countFacilities(of: jurisdiction, place, into: &totals)
      } else {
        for row in place.rows {
          let count = selection.dataset.table.count(row)
          addListed(count, shown: count, values(row: row), into: &totals)
        }
        addRemainder(
          (place.declined ?? 0) - place.listed, place: jurisdiction, state: jurisdiction.state,
          into: &totals)
      }
    }
  }

  private func countFacilities(
    of jurisdiction: Jurisdiction, _ place: PublishedFigures.Place, into totals: inout Totals
  ) {
    var listed: [[KeyValue]: Int] = [:]
    for row in place.rows {
      listed[values(row: row), default: 0] += selection.dataset.table.count(row)
    }
    for name in place.facilities.keys {
      listed[values(place: jurisdiction, facility: name, state: jurisdiction.state), default: 0] +=
        0
    }
    guard let index = keys.firstIndex(of: .facility) else { return }
    var rest = place.declined ?? 0
    for (values, count) in listed where !values[index].isUnknown {
      guard case .facility(let facility) = values[index] else { continue }
      let declined = place.facilities[facility.name] ?? count
      rest -= declined
      totals[values, default: PublishedSum()].add(declined: declined, listed: count)
      if place.facilities[facility.name] == nil { totals[values]?.remainders.isOpen = true }
    }
    // Rows that name no facility are among those of the facilities that are stated.
    for (values, count) in listed where values[index].isUnknown {
      let declined = max(0, min(count, rest))
      rest -= declined
      totals[values, default: PublishedSum()].add(declined: declined, listed: count)
      totals[values]?.remainders.isOpen = true
    }
    addRemainder(rest, place: jurisdiction, state: jurisdiction.state, into: &totals)
  }

  private func countRemainders(into totals: inout Totals) {
    for (state, count) in chosenRemainders { addRemainder(count, state: state, into: &totals) }
    if !selection.hasPlaceTerm {
      addRemainder(figures.nationalRemainder, state: nil, into: &totals)
    }
  }

  /// Where only rows tell a group's value, others may be among what is not listed (rule 8 of what
  /// is not known).
  private func addListed(_ count: Int, shown: Int, _ values: [KeyValue], into totals: inout Totals)
  {
    totals[values, default: PublishedSum()].add(declined: count, listed: shown)
    totals[values]?.remainders.isOpen = true
  }

  private func addRemainder(
    _ count: Int, place: Jurisdiction? = nil, state: String?, into totals: inout Totals
  ) {
    guard count > 0 else { return }
    let values = values(place: place, state: state)
    let remainder = state.map { Remainder.state($0) } ?? .nation
    if place == nil, let state, !scope.wholeStates.contains(state) {
      // A part of what is chosen may have all of it or nothing (rule 5 of what is not known).
      totals[values, default: PublishedSum()].remainders.add(count, remainder)
      totals[values]?.isShownForMost = true
      return
    }
    totals[values, default: PublishedSum()].add(declined: count)
    totals[values]?.included.insert(remainder)
  }

  /// Adds to each group what its places may have beyond what is named of them.
  private func addPossible(to totals: inout Totals) {
    for (values, sum) in totals {
      var sum = sum
      sum.remainders.formUnion(remainders(of: values))
      totals[values] = sum
    }
  }

  /// What the places of a group may have beyond what is named of them.
  private func remainders(of values: [KeyValue]) -> Remainders {
    var remainders = Remainders()
    for (state, places) in candidates(values) {
      remainders.formUnion(figures.remainders(of: places, inState: state))
    }
    return remainders
  }

  /// The places that keys name, whether the report names them or not.
  private func candidates(_ values: [KeyValue]) -> [String: [Jurisdiction]] {
    if values.contains(where: \.isRemainder) { return [:] }
    for case .jurisdiction(let place) in values {
      return place.isNotAttributable ? [:] : [place.state: [place]]
    }
    var found = scope.places
    if let index = keys.firstIndex(of: .aor), case .text(let aor) = values[index] {
      found = scope.placesByAOR[aor] ?? [:]
    }
    for (key, value) in zip(keys, values) {
      guard case .text(let text) = value else { continue }
      switch key {
      case .state: found = found[text].map { [text: $0] } ?? [:]
      case .county: found = found.mapValues { $0.filter(\.isUnlocated) }
      default: break
      }
    }
    return found
  }

  // MARK: Parts

  private var chosenPlaces: [(key: Jurisdiction, value: PublishedFigures.Place)] {
    figures.places.filter { selection.chooses($0.key) }
  }

  /// What states state beyond their parts; a remainder has a state but no county, and passes terms
  /// on places so.
  private var chosenRemainders: [(state: String, count: Int)] {
    figures.states.keys.compactMap { state in
      let count = figures.remainder(ofState: state)
      let place = Jurisdiction(state: state, county: "", fips: "")
      return count > 0 && selection.chooses(place) ? (state, count) : nil
    }
  }

  private var partsOfAllStates: Int {
    figures.places.values.reduce(0) { Known.sum($0, $1.declined ?? 0) }
      + figures.states.keys.reduce(0) { Known.sum($0, figures.remainder(ofState: $1)) }
  }

  /// The stated figures that fit the keys: those of citizenship or crime, when no place is asked
  /// for.
  private var nationalFigures: [String: Int]? {
    guard !selection.hasPlaceTerm else { return nil }
    let stated: [String: Int]? =
      switch keys.filter({ !$0.isOfReport }) {
      case [.citizenship]: figures.citizenships
      case [.crime]: figures.crimes
      default: nil
      }
    return stated?.isEmpty == false ? stated : nil
  }

  // MARK: Values of keys

  private func values(row: Int) -> [KeyValue] {
    zip(keys, columns).map { key, column in column?.value(row) ?? ofReport(key) }
  }

  private func values(
    place: Jurisdiction?, facility: String? = nil, state: String?
  ) -> [KeyValue] {
    keys.map { key in
      switch key {
      case .state: state.map { .text($0) } ?? .notItemised(state: "")
      case .county: place.map { KeyColumn.county($0) } ?? .notItemised(state: "")
      case .jurisdiction: place.map { .jurisdiction($0) } ?? .notItemised(state: state ?? "")
      case .aor:
        place.map { .text(selection.dataset.places.aor(of: $0)) } ?? .notItemised(state: "")
      case .facility:
        facility.map { .facility(Facility(name: $0, city: "", state: state ?? "")) }
          ?? .notItemised(state: "")
      default: key.isOfReport ? ofReport(key) : .notItemised(state: "")
      }
    }
  }

  private func ofReport(_ key: GroupKey) -> KeyValue {
    switch key {
    case .week: .text(report.week.iso)
    case .source: .text(report.source)
    case .outcome: .text(Outcome.declined.name)
    default: .text(key.period?.label(of: report.week.end) ?? "")
    }
  }
}

extension GroupKey {
  /// Whether only rows can tell its value.
  var isOfRow: Bool { !isOfReport && !isOfPlace && self != .facility }
}

extension Selection {
  /// Whether the terms on places choose a jurisdiction.
  func chooses(_ place: Jurisdiction) -> Bool {
    guard hasPlaceTerm else { return true }
    return dataset.table.jurisdictions.firstIndex(of: place).map { jurisdictions[$0] } ?? false
  }
}
