import DetainerModel
import Screen
import Text

extension BrowserState {
  /// The screen as sentences, for a screen reader: what is open, what has the focus, what is
  /// selected, each row in sight with the names of its columns, then filter, status and keys.
  ///
  /// All of it comes from what the screen is drawn of, tables and widgets, so that a view or a dialog
  /// that can be drawn can be read, too.
  public var sentences: [String] {
    let filter = read { FilterLine.draw(self, $0, on: &$1) }
    let path = read { Breadcrumb.draw(self, $0, on: &$1) }
    let rows = shown.openView.map(sentences(of:)) ?? paneSentences
    let note = read { NoteLine.draw(self, $0, on: &$1) }
    let status = read { StatusLine.draw(self, $0, on: &$1) }
    // What is typed comes first.
    let parts =
      typedLine == nil
      ? dialogSentences + [path] + rows + [note, filter, status]
      : [filter, path] + rows + [note, status]
    return parts.filter { !$0.isEmpty }
  }

  /// As wide as no line is, so that nothing is cut.
  private static let wide = 600

  /// Reads what a widget draws on one line; what stands apart on it is apart.
  private func read(_ draw: (Rect, inout Canvas) -> Void) -> String {
    let size = Size(columns: Self.wide, rows: 1)
    var canvas = Canvas(size: size)
    draw(Rect(size), &canvas)
    let parts = canvas.lines[0].split(separator: "  ").map { Spoken.plain(String($0)) }
    let text = Spoken.ended(parts.filter { !$0.isEmpty }.joined(separator: "; "))
    return canvas.cursor == nil ? text : "Typing: " + text
  }

  // MARK: Dialogs

  /// What the open dialog shows, read from its own picture on a screen that has room for all of it.
  private var dialogSentences: [String] {
    guard let dialog else { return [] }
    var state = self
    state.size = Size(columns: 160, rows: 600)
    var canvas = Canvas(size: state.size)
    dialog.draw(state, Rect(state.size), on: &canvas)
    let typed = canvas.cursor.flatMap { cursor in
      (0..<cursor.x).contains { canvas[$0, cursor.y].style == .prompt } ? cursor.y : nil
    }
    let rows = canvas.lines.enumerated().map { y, line -> String in
      let text = Spoken.plain(line)
      if text.isEmpty { return "" }
      return (y == typed ? "Typing: " : line.contains("▶") ? "Selected: " : "") + Spoken.ended(text)
    }
    let said = rows.filter { !$0.isEmpty }
    return said.isEmpty ? [] : ["Dialog:"] + said
  }

  // MARK: Views

  private func sentences(of open: OpenView) -> [String] {
    let table = open.table
    guard !table.rows.isEmpty else { return [Spoken.sentence(table.empty)] }
    let height = max(1, table.map == nil ? table.places(in: layout.view).rows.height : .max)
    let end = min(table.rows.count, open.position.top + min(height, table.rows.count))
    return [position(open.position, of: table.rows.count, in: "This view")]
      + table.sentences(open.position.top..<end, selected: open.position.cursor)
      + [table.chart.map { Spoken.sentence(Spoken.plain($0.captions.first ?? "")) } ?? ""]
      + table.endSentences
  }

  private func position(_ position: PanePosition, of rows: Int, in place: String) -> String {
    "\(place): row \(grouped(position.cursor + 1)) of \(grouped(rows)) is selected."
  }

  // MARK: Panes

  /// The panes on the screen, the one with the focus first, then the detail.
  private var paneSentences: [String] {
    let layout = layout
    let panes = Pane.allCases.filter { layout.panes[$0] != nil }
      .sorted { ($0 == focus ? 0 : 1, $0.rawValue) < ($1 == focus ? 0 : 1, $1.rawValue) }
    var sentences: [String] = []
    for pane in panes { sentences += self.sentences(of: pane, height: layout.height(of: pane)) }
    guard layout.detail != nil else { return sentences }
    return sentences + [Spoken.sentence(DetailPane.title(self) + ":")]
      + DetailPane.facts(self).map { Spoken.sentence("\($0.label): \(Spoken.cell($0.text))") }
  }

  private func sentences(of pane: Pane, height: Int) -> [String] {
    let name = pane.name.prefix(1).uppercased() + pane.name.dropFirst()
    let place = name + (pane == focus ? ", with the focus" : "")
    let count = shown.rowCount(pane)
    guard count > 0 else { return ["\(place): \(emptySentence(of: pane))"] }
    var position = shown.positions[pane] ?? PanePosition()
    position.settle(rows: count, height: height)
    let inSight = Array(position.top..<min(count, position.top + max(1, height)))
    guard let listing = shown.listing(pane, inSight) else { return [] }
    let marked = list(pane).isMarked
    return [self.position(position, of: count, in: place)]
      + inSight.enumerated().map { line, row in
        Spoken.sentence(
          (row == position.cursor ? "selected: " : "") + (marked(row) ? "marked: " : "")
            + [listing.words(ofRow: line), remark(on: row, of: pane)].filter { !$0.isEmpty }
            .joined(separator: ", "))
      }
  }

  /// What the marks beside a row mean.
  private func remark(on row: Int, of pane: Pane) -> String {
    switch pane {
    case .weeks: shown.weeks[row].isPart ? Spoken.words(.part) : ""
    case .jurisdictions: shown.jurisdictions[row].corrections > 0 ? Spoken.words(.correction) : ""
    case .detainers: ""
    }
  }

  private func emptySentence(of pane: Pane) -> String {
    switch pane {
    case .weeks: EmptySentence.weeks(self)
    case .jurisdictions: EmptySentence.jurisdictions(self)
    case .detainers: EmptySentence.detainers(shown)
    }
  }
}
