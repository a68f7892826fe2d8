import Text

/// What only rows, or figures by what rows tell, say of a published report.
extension PublishedCounting {
  /// A term on rows counts only what is listed.
  func countRows(into totals: inout Totals) {
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

  /// Figures by citizenship or crime are stated for the whole nation; each stands where the source
  /// states it.
  func countNationally(_ stated: [String: Int], into totals: inout Totals) {
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

  func countFacilities(
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

  /// Where only rows tell a group's value, others may be among what is not listed (rule 8 of what
  /// is not known).
  func addListed(_ count: Int, shown: Int, _ values: [KeyValue], into totals: inout Totals) {
    totals[values, default: PublishedSum()].add(declined: count, listed: shown)
    totals[values]?.remainders.isOpen = true
  }

  /// The stated figures that fit the keys: those of citizenship or crime, when no place is asked
  /// for.
  var nationalFigures: [String: Int]? {
    guard !selection.hasPlaceTerm else { return nil }
    let stated: [String: Int]? =
      switch keys.filter({ !$0.isOfReport }) {
      case [.citizenship]: figures.citizenships
      case [.crime]: figures.crimes
      default: nil
      }
    return stated?.isEmpty == false ? stated : nil
  }
}
