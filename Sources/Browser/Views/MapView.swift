import DetainerModel
import Screen
import Text

/// The states as tiles about where they lie: the frequency of states, drawn.
struct MapView: DataView {
  static let command = Command(
    "map", "gm", "Show the states as a map; hjkl go from tile to tile, Enter filters by the state."
  ) { state, _ in state.open(MapView(in: state)) }

  /// What is counted.
  var counts: CountView

  /// Opens on what the pane lists; a map of one place says nothing, so that is its week.
  init(in state: BrowserState) {
    counts = CountView(in: state)
    if counts.scope == .place { counts.scope = .week }
    counts.rows = .state
  }

  func path(_ shown: Shown) -> [String] { ["Map"] + counts.path(shown).dropFirst() }
  func measureWords(_ shown: Shown) -> String { counts.measureWords(shown) }
  var fileName: String { "map" }
  var isOfWeek: Bool { counts.isOfWeek }
  func command(_ shown: Shown) -> Equivalent { counts.command(shown) }
  func question(_ shown: Shown) -> (Selection, [GroupKey])? { counts.question(shown) }
  var settings: [String: String] { counts.settings }

  mutating func take(_ settings: [String: String]) {
    counts.take(settings)
    counts.rows = .state
  }

  var keys: [ViewKey] {
    [
      .enter("filter by it", help: "Filter by the state."),
      CountView.scopeKey(counts.scope) { state, scope in
        state.open(changed { $0.counts.scope = scope })
      },
      ViewKey(
        .nextPane, "move",
        fixedKeys: ["h", "j", "k", "l", "<Left>", "<Down>", "<Up>", "<Right>"],
        help: "Go from tile to tile, as the arrows do."
      ) { _, _ in },
      .nothing(.previousPane),
      ViewKey(.measure, "measure", help: CountView.measureHelp) { state, count in
        let withPersons = state.shown.dataset.table.hasPersons
        state.change(
          changed {
            $0.counts.measure.change(
              minimum: count, of: &$0.counts.minimum, withPersons: withPersons)
          })
      },
      .says(.sort, "on a map every state has its place"),
      .says(.reverse, "on a map every state has its place"),
    ]
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    counts.destination(of: row, shown)
  }

  func table(_ shown: Shown) throws(SourceOverlap) -> Table {
    guard let selection = counts.selection(shown) else { return Table() }
    if counts.measure == .persons, !selection.hasOnePersonSource {
      return Table(empty: CountView.severalReleases)
    }
    var table = try counts.table(shown)
    guard !table.rows.isEmpty else { return table }
    let measure = counts.measure.rank
    let listed =
      measure == .persons
      ? try selection.groupsWithPersons(by: [.state]) : try selection.groups(by: [.state])
    // None of many is a share, though a term on the outcome hides the state from the list; and who
    // issued what does not depend on the outcome that is shown.
    let hidden =
      measure.isShare || !selection.hasBuiltReport
      ? try selection.hiddenGroups(by: [.state], but: listed) : []
    let groups = measure.isShare ? listed + hidden : listed
    let values = Dictionary(
      groups.map { ($0.keys[0], measure.value(of: $0)) }, uniquingKeysWith: { a, _ in a })
    let unranked = Set(
      groups.filter { !measure.isRanked($0, minimum: counts.minimum) }.map { $0.keys[0] })
    let known = Dictionary(
      groups.map { ($0.keys[0], $0.known) }, uniquingKeysWith: { a, _ in a })
    // States that nothing was counted in have a tile, too: what a published report does not state
    // may be among what is not itemised, what is not among the records of a release is not there.
    let missing = selection.declinedOfMissing(by: [.state])
    let present = Set(listed.map { $0.keys[0].text(withState: false) })
    for code in TileGrid.places.keys.sorted() where !present.contains(code) {
      let key = KeyValue.text(code)
      var cells = [code, measure == .persons ? "0" : missing([key]).text]
      if measure.isShare {
        let base = hidden.first { $0.keys == [key] }?.shareBase
        cells = [code] + CountView.shareCells(base, measure, of: missing([key]))
      }
      cells += Array(repeating: "", count: table.columns.count - cells.count)
      table.rows.append(Table.Row(identity: .group([key]), cells: cells, style: .dim))
    }
    var map = TileMap(
      classes: TileClasses(
        groups.filter { !unranked.contains($0.keys[0]) && TileMap.isTile($0.keys[0]) }
          .compactMap { measure.value(of: $0) },
        isShare: measure.isShare))
    map.total = try publishedTotal(table, listed + hidden, selection)
    var others = 0
    for (index, row) in table.rows.enumerated() {
      guard case .group(let keys) = row.identity else { continue }
      let value = values[keys[0]] ?? nil
      let name = keys[0].text(withState: false)
      let place = TileGrid.places[name]
      map.tiles.append(
        TileMap.Tile(
          row: index, label: place == nil && !TileMap.isCode(name) ? row.cells[0] : name,
          name: shown.dataset.places.state(name)?.name ?? "",
          value: unranked.contains(keys[0]) ? nil : value,
          text: text(value, known[keys[0]], row, measure),
          place: place ?? TileGrid.Place(row: TileGrid.rows, column: others), isState: place != nil)
      )
      if place == nil { others += 1 }
    }
    table.map = map
    return table
  }

  /// What stands in a tile.
  private func text(
    _ value: Double?, _ known: Known?, _ row: Table.Row, _ measure: Measure
  ) -> String {
    if measure == .declined, let known, !known.isExact { return known.text }
    if let value { return measure.isShare ? percent(value) : short(Int(value)) }
    return [.declined, .persons].contains(measure) || row.cells[1] == "0" ? row.cells[1] : "–"
  }

  /// The totals of published reports, whose issued are not those that Section I lists by place; nil
  /// where other reports are among them.
  private func publishedTotal(
    _ table: Table, _ groups: [Group], _ selection: Selection
  ) throws(SourceOverlap) -> String? {
    guard !selection.hasBuiltReport, table.total.count > 1 else { return nil }
    // With a term on places or rows the totals of the whole report do not apply (rule 4 of the data).
    let isWhole = !selection.hasPlaceTerm && !selection.hasRowTerm
    let stated = isWhole ? try selection.groups(by: [.week, .source]).compactMap(\.issued) : []
    let ranked = groups.reduce(0) { $0 + ($1.issued ?? 0) }
    let inSectionI = ranked == 0 ? "" : "\(selection.knownInSectionOne(ranked).text) in Section I"
    let issued = stated.isEmpty ? "" : "\(grouped(stated.reduce(0, +))) issued"
    let parts =
      issued.isEmpty || inSectionI.isEmpty
      ? [issued, inSectionI] : ["\(issued) (\(inSectionI))"]
    return (["Total \(table.total[1]) declined"] + parts.filter { !$0.isEmpty })
      .joined(separator: ", ")
  }
}
