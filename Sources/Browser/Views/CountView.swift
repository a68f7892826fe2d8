import DetainerModel
import Screen
import Text

/// Detainers counted by one key (frequency) or by two against each other (pivot), in what the pane
/// lists from which the view was opened.
struct CountView: MeasuredView {
  static let frequency = Command(
    "frequency", "f gf", "Count what this pane lists; again: choose what to count by."
  ) { state, _ in state.open(CountView(in: state)) }

  static let pivot = Command(
    "pivot", "gv",
    "Count by two keys, one down and one across; again: swap them."
  ) { state, _ in state.open(CountView(pivotIn: state)) }

  /// What is counted: all that passes the filter, the selected week, or a jurisdiction in it.
  enum Scope: String, Hashable, Sendable {
    case all, week, place

    /// What is counted when the key of the scope is pressed.
    var next: Scope { self == .week ? .all : .week }
  }

  var scope: Scope
  /// The key of the rows.
  var rows: GroupKey
  /// The key across; nil counts by one key.
  var columns: GroupKey?
  var measure: CellMeasure
  /// The least total under a percentage that is ranked with the others.
  var minimum: Int
  /// What is usual where no option says it.
  let usual: UsualMeasure
  var isByName = false
  var isReversed = false
  /// The column that Enter goes into, too; nil for all of the row.
  var marked: Int?

  /// Opens on what the pane lists in which the user is, by the key that tells most about it.
  init(in state: BrowserState) {
    usual = state.usual
    measure = state.firstMeasure
    minimum = usual.minimum
    switch state.focus {
    case .weeks: (scope, rows) = (.all, .state)
    case .jurisdictions: (scope, rows) = (.week, .state)
    case .detainers: (scope, rows) = (.place, .crime)
    }
  }

  /// Opens with two keys on what the pane lists.
  init(pivotIn state: BrowserState) {
    self.init(in: state)
    columns = scope == .all ? .quarter : .citizenship
  }

  var isOfWeek: Bool { scope != .all }
  var groupKeys: [GroupKey] { [rows] + (columns.map { [$0] } ?? []) }

  // MARK: Words

  func path(_ shown: Shown) -> [String] {
    var path = [columns == nil ? "Frequency" : "Pivot"]
    if scope != .all, let week = shown.week { path.append(week.report.label) }
    if scope == .place, let row = shown.jurisdiction { path.append(row.name) }
    if scope == .all {
      // Longer reports are in no sum with the others, unless a key of time takes them in.
      let keys = [rows] + (columns.map { [$0] } ?? [])
      let reports = shown.selection?.taking(in: keys).reports ?? []
      path.append(counted(shown.weeks.count { reports[$0.number] }, "report"))
    }
    return path + [columns.map { "\(rows.words) by \($0.words)" } ?? "by \(rows.words)"]
  }

  func measureWords(_ shown: Shown) -> String { measure.words(minimum: minimum) }

  func subject(_ shown: Shown) -> String { scope == .place ? shown.jurisdiction?.name ?? "" : "" }
  var fileName: String {
    columns.map { "\(rows.fileWords)-by-\($0.fileWords)" } ?? "by-\(rows.fileWords)"
  }

  func command(_ shown: Shown) -> Equivalent {
    Equivalent(
      selection(shown).map {
        ["count", "--by", groupKeys.map(\.rawValue).joined(separator: ",")]
          + (columns == nil ? orderOptions : pivotOptions) + $0.query.options
      })
  }

  func question(_ shown: Shown) -> (Selection, [GroupKey])? {
    selection(shown).map { ($0, groupKeys) }
  }

  /// The order of the rows as options of `count`.
  private var orderOptions: [String] {
    let minus = isReversed ? "-" : ""
    let sort = isByName ? rows.rawValue : measure.rank.columnName
    return usual.options(measuring: measure.rank, minimum: measure.share == nil ? nil : minimum)
      + (isByName || isReversed ? ["--sort", minus + sort] : [])
  }

  /// A table of two keys is listed group by group, by declined or by the first key.
  private var pivotOptions: [String] {
    let isOfPersons = measure == .persons
    return usual.options(measuring: isOfPersons ? .persons : .declined)
      + (isByName
        ? ["--sort", rows.rawValue]
        : isOfPersons ? ["--sort", Measure.declined.columnName] : [])
  }

  var settings: [String: String] {
    var others = ["scope": scope.rawValue, "by": rows.rawValue]
    others["across"] = columns?.rawValue
    return settings(beside: others)
  }

  mutating func take(_ settings: [String: String]) {
    func value<Value: RawRepresentable<String>>(_ name: String) -> Value? {
      settings[name].flatMap(Value.init(rawValue:))
    }
    scope = value("scope") ?? scope
    rows = value("by") ?? rows
    if columns != nil { columns = value("across") ?? columns }
    takeMeasure(settings)
  }

  // MARK: Keys

  /// What the key of the measure does in every view that counts.
  static let measureHelp =
    "Count declined, issued, persons, or the share of issued or resolved; with a count: rank only shares of so many."

  /// The key that changes between this report and all.
  static func scopeKey(
    _ scope: Scope, change: @escaping @Sendable (inout BrowserState, Scope) -> Void
  ) -> ViewKey {
    ViewKey(
      ChartsDialog.command, scope.next == .all ? "all reports" : "this report",
      help: "Change the scope: count all reports that pass the filter, or this report alone."
    ) { state, _ in change(&state, scope.next) }
  }

  var keys: [ViewKey] {
    [
      .enter("rows", help: "Go to the rows that are counted here."),
      Self.scopeKey(scope) { state, scope in
        state.open(changed { ($0.scope, $0.marked) = (scope, nil) })
      },
      ViewKey(.measure, "measure", help: Self.measureHelp) { state, count in
        let withPersons = state.shown.dataset.table.hasPersons
        state.change(
          changed {
            $0.measure.change(
              minimum: count, of: &$0.minimum, inTable: columns != nil, withPersons: withPersons)
          })
      },
      ViewKey(
        .nextPane, columns == nil ? "" : "across",
        help: columns == nil
          ? "Count by the next of the keys that can be counted by."
          : "Count by the next key across."
      ) { step(by: 1, &$0, $1) },
      ViewKey(.previousPane, help: "Count by the key before that.") { step(by: -1, &$0, $1) },
      ViewKey(
        Self.frequency, columns == nil ? "count by" : "down",
        help: columns == nil
          ? "Choose what to count by." : "Choose what to count by down the side."
      ) { state, _ in
        state.dialog = MenuDialog.countBy(rows) { state, key in state.open(counting(by: key)) }
      },
      ViewKey(
        .nextChange, columns == nil ? "" : "column", with: .previousChange,
        help: columns == nil ? "" : "Mark the next column, by which Enter chooses too."
      ) { state, _ in mark(by: 1, &state) },
      ViewKey(.previousChange, help: columns == nil ? "" : "Mark the column before.") { state, _ in
        mark(by: -1, &state)
      },
      ViewKey(.sort, help: "Put the rows in the order of their names, or of their numbers.") {
        state, _ in
        state.change(changed { $0.isByName.toggle() })
      },
      ViewKey(.reverse, columns == nil ? "reverse" : "", help: "Reverse the order.") { state, _ in
        state.change(changed { $0.isReversed.toggle() })
      },
    ]
      + (columns.map { across in
        [
          ViewKey(Self.pivot, help: "Swap the two keys.") { state, _ in
            state.open(changed { ($0.rows, $0.columns, $0.marked) = (across, rows, nil) })
          }
        ]
      } ?? [])
  }

  /// The view of another key, with the key across another one than that.
  private func counting(by key: GroupKey) -> CountView {
    changed { view in
      // A key against itself says nothing: the two change places.
      if key == columns { view.columns = rows }
      view.rows = key
      view.marked = nil
    }
  }

  private func step(by step: Int, _ state: inout BrowserState, _ count: Int?) {
    guard let columns else {
      state.open(counting(by: GroupKey.inMenus.element(step, from: rows)))
      return
    }
    let others = GroupKey.inMenus.filter { $0 != rows }
    state.open(changed { ($0.columns, $0.marked) = (others.element(step, from: columns), nil) })
  }

  private func mark(by step: Int, _ state: inout BrowserState) {
    guard columns != nil else {
      return state.say(
        "changes are in the compare view; \(state.key(ComparisonView.command)) opens it")
    }
    let last = state.shown.openView.map { $0.table.markable } ?? 0
    let next = (marked ?? -1) + step
    state.change(changed { $0.marked = next < 0 || last == 0 ? nil : min(next, last - 1) })
  }

  // MARK: Enter

  /// By name, or by what is measured.
  func ordered(byColumn column: Int) -> (any DataView)? {
    changed {
      if $0.isByName == (column == 0) { $0.isReversed.toggle() } else { $0.isByName.toggle() }
    }
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    guard case .group(let values) = row.identity else {
      return .nowhere(
        "a term on the outcome hides these groups; \(shown.key(.declined)) shows all outcomes")
    }
    let place = scope == .place ? shown.placeSelection?.query.filter.terms.suffix(2) ?? [] : []
    let terms = rows.terms(for: values[0]).flatMap { terms in
      columnTerms(shown).map { place + terms + $0 }
    }
    let source = values.count > 1 ? GroupKey.source.terms(for: values[1]) ?? [] : []
    return Destination(terms.map { $0 + source }, in: scope == .all ? .weeks : .jurisdictions)
  }

  /// The terms that choose the marked column: none for all of the row, nil where it has no rows.
  private func columnTerms(_ shown: Shown) -> [FilterTerm]? {
    guard let marked, let columns, let selection = selection(shown),
      let table = try? crossTable(selection, columns)
    else { return [] }
    return table.columns.indices.contains(marked) ? columns.terms(for: table.columns[marked]) : []
  }

  // MARK: What is counted

  func selection(_ shown: Shown) -> Selection? {
    let selection =
      switch scope {
      case .all: shown.selection
      case .week: shown.weekSelection ?? shown.selection
      case .place: shown.placeSelection ?? shown.weekSelection ?? shown.selection
      }
    return selection?.measuring(measure.rank)
  }

  func table(_ shown: Shown) throws(SourceOverlap) -> Table {
    guard let selection = selection(shown) else { return Table() }
    if columns != nil, measure == .persons, !selection.hasOnePersonSource {
      return Table(empty: Self.severalReleases)
    }
    var table =
      if let columns {
        try pivotTable(selection, columns, shown.room.width)
      } else {
        measure == .persons ? try personsTable(selection) : try frequencyTable(selection)
      }
    table.empty = "Nothing passes the filter – \(EmptySentence.ways(shown))."
    return table
  }

  func crossTable(_ selection: Selection, _ columns: GroupKey) throws(SourceOverlap) -> CrossTable {
    try CrossTable(
      selection, rows: rows, columns: columns, isByName: isByName, isReversed: isReversed,
      withPersons: measure == .persons)
  }
}

extension GroupKey {
  /// The key as it stands in the name of a file.
  var fileWords: String { words.lowercased().split(separator: " ").joined(separator: "-") }
}
