import Text

/// Counts one published report by keys (rules 3 to 7 of the data).
struct PublishedCounting {
  private let selection: Selection
  private let report: Report
  private let keys: [GroupKey]
  private let figures: PublishedFigures
  private let columns: [KeyColumn?]

  init(selection: Selection, report number: Int, keys: [GroupKey], columns: [KeyColumn]) {
    self.selection = selection
    self.keys = keys
    self.columns = zip(keys, columns).map { $0.isOfReport ? nil : $1 }
    report = selection.dataset.table.reports[number]
    figures = PublishedFigures(report: number, in: selection.dataset)
  }

  private typealias Totals = [[KeyValue]: GroupTotals]

  func count(into totals: inout [[KeyValue]: GroupTotals]) {
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
        totals[values(row: row), default: GroupTotals()].addPublished(
          declined: count, issued: nil, listed: selection.shown.contains(row) ? count : 0)
      }
    }
  }

  /// Keys that each report has one value of: the report's own totals, or the sums of the places
  /// chosen.
  private func countWhole(into totals: inout Totals) {
    let chosen = chosenPlaces
    let listed = chosen.reduce(0) { $0 + $1.value.listed }
    let known = values(place: nil, state: nil)
    if !selection.hasPlaceTerm {
      let parts = partsOfAllStates + figures.nationalRemainder
      add(
        figures.total ?? (parts > 0 ? parts : nil), issued: report.statement?.issued,
        listed: listed, known, into: &totals)
      return
    }
    let remainders = chosenRemainders
    let declined = chosen.compactMap(\.value.declined) + remainders.map(\.count)
    let issued = chosen.compactMap(\.value.issued)
    guard !chosen.isEmpty || !remainders.isEmpty else { return }
    add(
      declined.isEmpty ? nil : declined.reduce(0, +),
      issued: issued.isEmpty ? nil : issued.reduce(0, +), listed: listed, known, into: &totals)
  }

  /// Adds what is stated of declined and issued; of an outcome no report states issued.
  private func add(
    _ declined: Int?, issued: Int?, listed: Int, _ values: [KeyValue], into totals: inout Totals
  ) {
    let isOfOutcome = keys.contains(.outcome)
    if isOfOutcome, declined == nil, listed == 0 { return }
    totals[values, default: GroupTotals()].addPublished(
      declined: declined, issued: isOfOutcome ? nil : issued, listed: listed)
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
      totals[values, default: GroupTotals()].addPublished(
        declined: declined, issued: nil, listed: part.listed)
    }
    rest = figures.total == nil ? unknown?.listed ?? 0 : max(0, rest)
    if let unknown {
      let declined = min(unknown.listed, rest)
      rest -= declined
      totals[unknown.values, default: GroupTotals()].addPublished(
        declined: declined, issued: nil, listed: unknown.listed)
    }
    addRemainder(rest, state: nil, into: &totals)
  }

  private func countPlaces(into totals: inout Totals) {
    let ofPlaces = keys.allSatisfy { $0.isOfReport || $0.isOfPlace }
    for (jurisdiction, place) in chosenPlaces {
      if ofPlaces {
        add(
          place.declined, issued: place.issued, listed: place.listed,
          values(place: jurisdiction, state: jurisdiction.state), into: &totals)
      } else if keys.contains(.facility), keys.allSatisfy({ !$0.isOfRow }) {
        countFacilities(of: jurisdiction, place, into: &totals)
      } else {
        for row in place.rows {
          let count = selection.dataset.table.count(row)
          totals[values(row: row), default: GroupTotals()].addPublished(
            declined: count, issued: nil, listed: count)
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
      totals[values, default: GroupTotals()].addPublished(
        declined: declined, issued: nil, listed: count)
    }
    // Rows that name no facility are among those of the facilities that are stated.
    for (values, count) in listed where values[index].isUnknown {
      let declined = max(0, min(count, rest))
      rest -= declined
      totals[values, default: GroupTotals()].addPublished(
        declined: declined, issued: nil, listed: count)
    }
    addRemainder(rest, place: jurisdiction, state: jurisdiction.state, into: &totals)
  }

  private func countRemainders(into totals: inout Totals) {
    for (state, count) in chosenRemainders { addRemainder(count, state: state, into: &totals) }
    if !selection.hasPlaceTerm {
      addRemainder(figures.nationalRemainder, state: nil, into: &totals)
    }
  }

  private func addRemainder(
    _ count: Int, place: Jurisdiction? = nil, state: String?, into totals: inout Totals
  ) {
    guard count > 0 else { return }
    totals[values(place: place, state: state), default: GroupTotals()].addPublished(
      declined: count, issued: nil, listed: 0)
  }

  // MARK: Parts

  /// The places chosen; of those that bare words do not name only the rows listed.
  private var chosenPlaces: [(key: Jurisdiction, value: PublishedFigures.Place)] {
    figures.places.compactMap { jurisdiction, place in
      guard selection.chooses(jurisdiction) else { return nil }
      if selection.keepsFigures(of: jurisdiction) { return (jurisdiction, place) }
      var listed = PublishedFigures.Place()
      listed.rows = place.rows.filter { selection.counted.contains($0) }
      listed.listed = listed.rows.reduce(0) { $0 + selection.dataset.table.count($1) }
      return listed.rows.isEmpty ? nil : (jurisdiction, listed)
    }
  }

  /// What states state beyond their parts; a remainder has a state but no county, and passes terms
  /// on places so.
  private var chosenRemainders: [(state: String, count: Int)] {
    figures.states.keys.compactMap { state in
      let count = figures.remainder(ofState: state)
      let place = Jurisdiction(state: state, county: "", fips: "")
      let isChosen = selection.chooses(place) && selection.keepsFigures(of: place)
      return count > 0 && isChosen ? (state, count) : nil
    }
  }

  private var partsOfAllStates: Int {
    figures.places.values.reduce(0) { $0 + ($1.declined ?? 0) }
      + figures.states.keys.reduce(0) { $0 + figures.remainder(ofState: $1) }
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
