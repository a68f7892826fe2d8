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
      .replacing("↑", with: ", ascending").replacing("↓", with: ", descending")
    let rows = shown.openView.map(sentences(of:)) ?? paneSentences
    // The marks are words here, which need no legend.
    let note = Spoken.ended(NoteLine.sentences(self).first ?? "")
    let status = read { StatusLine.draw(self, $0, on: &$1) }
    // What is typed comes first.
    let tour = tour?.sentences(self) ?? []
    let parts =
      typedLine == nil
      ? dialogSentences + tour + [path] + highlight + rows + [note, filter, status]
      : [filter] + tour + [path] + highlight + rows + [note, status]
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

  private var dialogSentences: [String] {
    let said = dialog?.sentences(self) ?? []
    return said.isEmpty ? [] : ["Dialog:"] + said
  }

  /// What is highlighted, and hides nothing.
  private var highlight: [String] {
    request.highlight.terms.isEmpty
      ? []
      : ["Highlighted, and nothing is hidden by it: \(Spoken.ended(request.highlight.text))"]
  }

  // MARK: Views

  private func sentences(of open: OpenView) -> [String] {
    let table = open.table
    guard !table.rows.isEmpty else { return [Spoken.sentence(table.empty)] }
    let height = max(1, table.map == nil ? table.places(in: layout.view).rows.height : .max)
    let end = min(table.rows.count, open.position.top + min(height, table.rows.count))
    let inSight = open.position.top..<end
    if !table.told.isEmpty {
      let numbers = Set(table.rows.indices.compactMap(table.numberTold(inRow:))).sorted()
      let selected = table.numberTold(inRow: open.position.cursor)
      let place = selected.flatMap(numbers.firstIndex(of:)) ?? 0
      return [position(PanePosition(cursor: place), of: numbers.count, in: "This view")]
        + table.toldSentences(inSight, selected: open.position.cursor)
    }
    return [position(open.position, of: table.rows.count, in: "This view")]
      + table.sentences(inSight, selected: open.position.cursor) { row in
        shown.matches?.contains(table.rows[row].identity) ?? false
      }
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
    // What the other charts show is told by the panes.
    if layout.charts[.states] != nil { sentences += Charts.sentences(.states, shown) }
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
    let list = list(pane)
    return [self.position(position, of: count, in: place)]
      + inSight.enumerated().map { line, row in
        Spoken.sentence(
          (row == position.cursor ? "selected: " : "") + (list.isMarked(row) ? "marked: " : "")
            + (list.isMatch(row) ? "highlighted: " : "")
            + [listing.words(ofRow: line, dataset.places), remark(on: row, of: pane)].filter {
              !$0.isEmpty
            }
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
