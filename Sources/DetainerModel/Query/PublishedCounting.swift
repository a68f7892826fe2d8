/// Counts one published report by keys (rules 3 to 7 of the data).
///
/// A class, because it is asked for each of thousands of groups, and a copy has much to retain.
final class PublishedCounting: Sendable {
  let selection: Selection
  let report: Report
  let keys: [GroupKey]
  let figures: PublishedFigures
  let columns: [KeyColumn?]
  /// The places that the terms choose, looked for only where a question needs them all.
  var scope: PlaceScope { selection.placeScope }

  init(selection: Selection, report number: Int, keys: [GroupKey], columns: [KeyColumn]) {
    self.selection = selection
    self.keys = keys
    self.columns = zip(keys, columns).map { $0.isOfReport ? nil : $1 }
    report = selection.dataset.table.reports[number]
    figures = selection.dataset.publishedFigures(ofReport: number)
  }

  typealias Totals = [[KeyValue]: PublishedSum]

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
    if keys.allSatisfy(\.isOfReport) {
      // Bare words that name no place are looked for in rows, and not all of them are listed.
      let areOfRows =
        !selection.bareWords.isEmpty && scope.places.isEmpty && chosenPlaces.isEmpty
      return areOfRows ? .unknown : whole.known
    }
    guard keys.allSatisfy({ $0.isOfReport || $0.isOfPlace }) else { return .unknown }
    if let (_, remainder) = zip(keys, values).first(where: { !$0.isOfReport && $1.isRemainder }) {
      return declined(ofMissingRemainder: remainder.state)
    }
    // Of a place that bare words do not name only rows tell, and there are none.
    if !selection.bareWords.isEmpty, candidates(values).isEmpty { return .unknown }
    return remainders(of: values).known(atLeast: 0)
  }

  func declined(ofMissingRemainder state: String) -> Known {
    if figures.states[state] != nil || state.isEmpty && figures.total != nil { return .zero }
    return figures.total == nil ? .unknown : Known(least: 0, most: figures.nationalRemainder)
  }

  func count(into totals: inout Totals) {
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

  // MARK: Values of keys

  func values(row: Int) -> [KeyValue] {
    zip(keys, columns).map { key, column in column?.value(row) ?? ofReport(key) }
  }

  func values(
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

  func ofReport(_ key: GroupKey) -> KeyValue {
    key == .outcome ? .text(Outcome.declined.name) : report.value(of: key)
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
