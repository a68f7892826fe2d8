import DetainerModel
import Screen
import Text

/// A view in place of the panes: a value that says all that the browser asks of a view.
///
/// A new view is one file with one such value and the ``Command`` that opens it, which stands in
/// the list of commands.
protocol DataView: Equatable, Sendable {
  /// The path to the view, for the breadcrumb.
  func path(_ shown: Shown) -> [String]
  /// What is measured, for the right of the breadcrumb.
  func measureWords(_ shown: Shown) -> String
  /// What a file with its rows is called.
  var fileName: String { get }
  /// Which place or other report its rows are of, for the name of a file; empty for none.
  func subject(_ shown: Shown) -> String
  /// Whether its rows are of the selected week, which the name of a file then tells.
  var isOfWeek: Bool { get }
  /// The keys that mean something else here than elsewhere, in the order of the hints.
  var keys: [ViewKey] { get }
  /// What is shown; what would add up two sources of one week is said in its place.
  func table(_ shown: Shown) throws(SourceOverlap) -> Table
  /// The row on which it opens; nil for the first.
  func firstRow(_ shown: Shown) -> RowIdentity?
  /// The view in the order of a column, the other way round where it stands in that; nil where it
  /// has one order.
  func ordered(byColumn column: Int) -> (any DataView)?
  /// The number of the row under the cursor, and of how many; 0 of 0 where there is none.
  func place(in open: OpenView) -> (row: Int, of: Int)
  /// Where Enter on a row leads.
  func destination(of row: Table.Row, _ shown: Shown) -> Destination
  /// The terms that choose what a row is counted of.
  func terms(of row: Table.Row, _ shown: Shown) -> [FilterTerm]
  /// What it counts and by which keys; nil where it is not one count.
  func question(_ shown: Shown) -> (Selection, [GroupKey])?
  /// The command that prints the rows.
  func command(_ shown: Shown) -> Equivalent
  /// What it counts and how, as it is kept from one session to the next.
  var settings: [String: String] { get }
  /// Takes up what was kept; what is no longer known stays as it is.
  mutating func take(_ settings: [String: String])
}

extension DataView {
  /// The view with a change.
  func changed(_ change: (inout Self) -> Void) -> Self {
    var view = self
    change(&view)
    return view
  }

  var settings: [String: String] { [:] }
  mutating func take(_ settings: [String: String]) {}

  func measureWords(_ shown: Shown) -> String { "" }
  func subject(_ shown: Shown) -> String { "" }
  func question(_ shown: Shown) -> (Selection, [GroupKey])? { nil }
  func firstRow(_ shown: Shown) -> RowIdentity? { nil }
  func terms(of row: Table.Row, _ shown: Shown) -> [FilterTerm] {
    destination(of: row, shown).terms
  }
  var isOfWeek: Bool { false }
  func ordered(byColumn column: Int) -> (any DataView)? { nil }
  func place(in open: OpenView) -> (row: Int, of: Int) {
    let rows = open.table.rows.count
    return (rows == 0 ? 0 : open.position.cursor + 1, rows)
  }
}

/// What a key does in a view.
struct ViewKey: Sendable {
  let command: Command
  /// What it does in one or two words, for the hint; empty for none.
  let words: String
  /// The command that does the same the other way round, and stands in the hint too.
  let with: Command?
  /// The keys that do it whatever is bound, where there are such.
  let fixedKeys: [String]
  /// What it does here, in one sentence; empty where it does nothing.
  let help: String
  let run: @Sendable (inout BrowserState, Int?) -> Void

  init(
    _ command: Command, _ words: String = "", with: Command? = nil, fixedKeys: [String] = [],
    help: String = "",
    _ run: @escaping @Sendable (inout BrowserState, Int?) -> Void
  ) {
    self.command = command
    self.words = words
    self.with = with
    self.fixedKeys = fixedKeys
    self.help = help
    self.run = run
  }

  /// Enter, with what it leads to.
  static func enter(_ words: String, help: String) -> ViewKey {
    ViewKey(.open, words, help: help) { state, _ in state.open() }
  }

  /// Those letters among the keys that do it whatever is bound; nil for none.
  var letters: String? {
    fixedKeys.isEmpty ? nil : fixedKeys.filter { $0.count == 1 }.joined()
  }

  /// A key that does nothing here.
  static func nothing(_ command: Command) -> ViewKey { ViewKey(command) { _, _ in } }

  /// A key that says why it does nothing here.
  static func says(_ command: Command, _ sentence: String) -> ViewKey {
    says(command) { _ in sentence }
  }

  /// A key that says why it does nothing here, and names others that do something.
  static func says(
    _ command: Command, _ sentence: @escaping @Sendable (Keymap) -> String
  ) -> ViewKey {
    ViewKey(command) { state, _ in state.say(sentence(state.keymap)) }
  }
}

/// Where Enter on a row of a view leads.
enum Destination: Sendable {
  /// Nowhere, and why.
  case nowhere(String)
  /// To the rows that pass more terms, in a pane.
  case rows([FilterTerm], Pane)
  /// To a place in the selected week.
  case place(Jurisdiction)
  /// To a week, and to a place in it if one is given, in a pane.
  case week(Period, Jurisdiction?, Pane)
  /// To one of several, which the user chooses by their names.
  case several(title: String, [(name: String, destination: Destination)])

  /// To the rows of a group.
  init(_ terms: [FilterTerm]?, in pane: Pane) {
    self =
      terms.map { .rows($0, pane) } ?? .nowhere("there are no rows behind what is not itemised")
  }

  /// To the week and place of which a line of a page speaks.
  init(ofLine identity: RowIdentity) {
    guard case .line(_, _, let week?, let place) = identity else {
      self = .nowhere("this line is not about one week")
      return
    }
    self = .week(week, place, place == nil ? .weeks : .jurisdictions)
  }
}

/// A view that is open: its table, and where the user is in it.
struct OpenView: Sendable {
  let view: any DataView
  let table: Table
  /// How wide the cells of each column are at most, found once and not for each picture.
  let cellWidths: [Int]
  var position = PanePosition()

  init(_ view: any DataView, _ table: Table) {
    self.view = view
    self.table = table
    cellWidths = table.cellWidths
  }

  /// The row under the cursor.
  var selected: Table.Row? {
    table.rows.indices.contains(position.cursor) ? table.rows[position.cursor] : nil
  }

  /// The fact under the cursor of a page.
  var selectedFact: Fact? {
    guard case .line(_, let number, _, _)? = selected?.identity,
      table.facts.indices.contains(number)
    else { return nil }
    return table.facts[number]
  }

  /// Moves the cursor to a row, if there is one of that identity.
  mutating func select(_ identity: RowIdentity?) {
    position.cursor = table.rows.firstIndex { $0.identity == identity } ?? position.cursor
  }

  /// Keeps the cursor inside the rows and on the screen.
  mutating func settle(in room: Rect) {
    position.settle(rows: table.rows.count, height: table.places(in: room).rows.height)
  }
}

extension Report {
  /// The period as it stands in a path.
  var label: String { period.isKnown ? period.words : "undated" }
}
