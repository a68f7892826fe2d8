import DetainerModel
import Screen
import Text

/// The states as tiles about where they lie: the frequency of states, drawn.
struct MapView: Hashable, Sendable {
  /// What is counted.
  var counts: FrequencyView

  /// Opens on what a pane lists; a map of one place says nothing, so that is its week.
  init(of pane: Pane) {
    counts = FrequencyView(of: pane == .weeks ? .weeks : .jurisdictions)
    counts.key = .state
  }

  func path(_ state: BrowserState) -> [String] {
    ["Map"] + counts.path(state).dropFirst()
  }

  func table(_ state: BrowserState) -> ViewTable {
    var table = counts.table(state)
    guard !table.rows.isEmpty, let selection = counts.selection(state),
      let groups = try? selection.groups(by: [.state])
    else { return table }
    let values = Dictionary(
      groups.map { ($0.keys[0], counts.measure.value(of: $0)) }, uniquingKeysWith: { a, _ in a })
    let tooSmall = groups.filter { !counts.measure.isRanked($0, minimum: counts.minimum) }
    let unranked = Set(tooSmall.map { $0.keys[0] })
    // States that nothing was counted in have a tile, too. What a published report does not state
    // is not known; what is not among the records of a release is not there.
    let isKnown = !selection.chosenReports.contains {
      selection.dataset.table.reports[$0].kind == .published
    }
    let present = Set(groups.map { $0.keys[0].text(withState: false) })
    for code in TileGrid.places.keys.sorted() where !present.contains(code) {
      var cells = Array(repeating: "", count: table.columns.count)
      cells[0] = code
      cells[1] = isKnown ? "0" : "–"
      table.rows.append(
        ViewTable.Row(identity: .group([.text(code)]), cells: cells, style: .dim))
    }
    var map = TileMap(
      classes: MapClasses(
        groups.filter { !unranked.contains($0.keys[0]) && TileMap.isTile($0.keys[0]) }
          .compactMap { counts.measure.value(of: $0) },
        isShare: counts.measure.isShare))
    var others = 0
    for (index, row) in table.rows.enumerated() {
      guard case .group(let keys) = row.identity else { continue }
      let value = values[keys[0]] ?? nil
      let name = keys[0].text(withState: false)
      let place = TileGrid.places[name]
      map.tiles.append(
        TileMap.Tile(
          row: index, label: place == nil && !TileMap.isCode(name) ? row.cells[0] : name,
          name: state.dataset.places.state(name)?.name ?? "",
          value: unranked.contains(keys[0]) ? nil : value,
          text: text(value, row.cells, isKnown: isKnown),
          place: place ?? TileGrid.Place(row: TileGrid.rows, column: others), isState: place != nil)
      )
      if place == nil { others += 1 }
    }
    table.map = map
    return table
  }

  private func text(_ value: Double?, _ cells: [String], isKnown: Bool) -> String {
    guard let value else { return cells[1] == "0" ? "0" : "–" }
    return counts.measure.isShare ? WeekDetail.percent(value) : short(Int(value))
  }
}
