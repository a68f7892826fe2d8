/// Places of a published report, with what is not itemised (rules 3 to 7 of the data).
extension PublishedCounting {
  /// Keys that each report has one value of: the report's own totals, or the sums of the places
  /// chosen.
  func countWhole(into totals: inout Totals) {
    let sum = whole
    // Under a term on places a report is shown where they may have some (rule 10 of what is not
    // known); where bare words tell the places, only if it names one of them.
    if selection.hasPlaceTerm, sum.declined == nil, sum.issued == nil, chosenPlaces.isEmpty,
      !sum.known.mayBeSome || !selection.bareWords.isEmpty
    {
      return
    }
    totals[values(place: nil, state: nil)] = sum
  }

  /// The declined of all places that are chosen.
  var whole: PublishedSum {
    let chosen = chosenPlaces
    var sum = PublishedSum()
    if !selection.hasPlaceTerm {
      let parts = Known.sum(partsOfAllStates, figures.nationalRemainder)
      sum.add(
        declined: figures.total ?? (parts > 0 ? parts : nil),
        issued: statedIssued(report.statement?.issued),
        listed: chosen.reduce(0) { Known.sum($0, $1.listed) })
      sum.remainders.isOpen = figures.total == nil
      return sum
    }
    for place in chosen { add(place, to: &sum) }
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

  func add(_ place: ChosenPlace, to sum: inout PublishedSum) {
    sum.add(
      declined: place.declined, issued: statedIssued(place.issued), listed: place.listed)
    if place.keepsFigures {
      sum.included.insert(.place(place.jurisdiction))
    } else {
      // Where only rows tell, others may be among what is not listed.
      sum.remainders.isOpen = true
    }
  }

  /// Of an outcome no report states issued.
  func statedIssued(_ issued: Int?) -> Int? { keys.contains(.outcome) ? nil : issued }

  func countPlaces(into totals: inout Totals) {
    let ofPlaces = keys.allSatisfy { $0.isOfReport || $0.isOfPlace }
    for place in chosenPlaces {
      let jurisdiction = place.jurisdiction
      if ofPlaces {
        let values = values(place: jurisdiction, state: jurisdiction.state)
        if keys.contains(.outcome), place.declined == nil, place.listed == 0 { continue }
        add(place, to: &totals[values, default: PublishedSum()])
      } else if keys.contains(.facility), keys.allSatisfy({ !$0.isOfRow }) {
        countFacilities(of: jurisdiction, place.figures, into: &totals)
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

  func countRemainders(into totals: inout Totals) {
    for (state, count) in chosenRemainders { addRemainder(count, state: state, into: &totals) }
    if !selection.hasPlaceTerm {
      addRemainder(figures.nationalRemainder, state: nil, into: &totals)
    }
  }

  func addRemainder(
    _ count: Int, place: Jurisdiction? = nil, state: String?, into totals: inout Totals
  ) {
    guard count > 0 else { return }
    let values = values(place: place, state: state)
    let remainder = state.map { Remainder.state($0) } ?? .nation
    if place == nil, let state, selection.hasPlaceTerm, !scope.wholeStates.contains(state) {
      // A part of what is chosen may have all of it or nothing (rule 5 of what is not known).
      totals[values, default: PublishedSum()].remainders.add(count, remainder)
      totals[values]?.isShownForMost = true
      return
    }
    totals[values, default: PublishedSum()].add(declined: count)
    totals[values]?.included.insert(remainder)
  }

  /// Adds to each group what its places may have beyond what is named of them.
  func addPossible(to totals: inout Totals) {
    for (values, sum) in totals {
      var sum = sum
      sum.remainders.formUnion(remainders(of: values))
      totals[values] = sum
    }
  }

  /// What the places of a group may have beyond what is named of them.
  func remainders(of values: [KeyValue]) -> Remainders {
    var remainders = Remainders()
    for (state, places) in candidates(values) {
      remainders.formUnion(figures.remainders(of: places, inState: state))
    }
    return remainders
  }

  /// The places that keys name, whether the report names them or not.
  func candidates(_ values: [KeyValue]) -> [String: [Jurisdiction]] {
    if values.contains(where: \.isRemainder) { return [:] }
    for case .jurisdiction(let place) in values {
      return place.isNotAttributable ? [:] : [place.state: [place]]
    }
    var found = scope.places
    if let index = keys.firstIndex(of: .aor), case .text(let aor) = values[index] {
      found = scope.places(inAOR: aor)
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

  /// A place of the report that the terms choose.
  @dynamicMemberLookup
  struct ChosenPlace {
    let jurisdiction: Jurisdiction
    let figures: PublishedFigures.Place
    let keepsFigures: Bool

    subscript<Value>(dynamicMember path: KeyPath<PublishedFigures.Place, Value>) -> Value {
      figures[keyPath: path]
    }
  }

  /// The places chosen; of those that bare words do not name only the rows listed.
  var chosenPlaces: [ChosenPlace] {
    figures.places.compactMap { jurisdiction, place in
      guard selection.chooses(jurisdiction) else { return nil }
      if selection.keepsFigures(of: jurisdiction) {
        return ChosenPlace(jurisdiction: jurisdiction, figures: place, keepsFigures: true)
      }
      var listed = PublishedFigures.Place()
      listed.rows = place.rows.filter { selection.counted.contains($0) }
      listed.listed = listed.rows.reduce(0) { $0 + selection.dataset.table.count($1) }
      return listed.rows.isEmpty
        ? nil : ChosenPlace(jurisdiction: jurisdiction, figures: listed, keepsFigures: false)
    }
  }

  /// What states state beyond their parts; a remainder has a state but no county, and passes terms
  /// on places so.
  var chosenRemainders: [(state: String, count: Int)] {
    figures.states.keys.compactMap { state in
      let count = figures.remainder(ofState: state)
      let place = Jurisdiction(state: state, county: "", fips: "")
      let isChosen = selection.chooses(place) && selection.keepsFigures(of: place)
      return count > 0 && isChosen ? (state, count) : nil
    }
  }

  var partsOfAllStates: Int {
    figures.places.values.reduce(0) { Known.sum($0, $1.declined ?? 0) }
      + figures.states.keys.reduce(0) { Known.sum($0, figures.remainder(ofState: $1)) }
  }
}
