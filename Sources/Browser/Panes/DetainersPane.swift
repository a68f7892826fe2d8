import DetainerModel
import Screen
import Text

/// The pane of sample crimes, or of records where a release names no crimes.
enum DetainersPane {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    let shown = state.shown
    if shown.detainers.isEmpty {
      return List.drawEmpty(EmptySentence.detainers(shown), rect, on: &canvas)
    }
    state.list(.detainers).draw(rect, on: &canvas) { row, rect, canvas in
      let (text, tail) = line(shown.dataset.table, shown.detainers[row], width: rect.width)
      let tailWidth = TextWidth.of(tail)
      let room = max(0, rect.width - 2 - (tailWidth > 0 ? tailWidth + 1 : 0))
      canvas.put(TextWidth.clip(text, to: room), x: rect.x + 2, y: rect.y, width: room)
      canvas.put(tail, x: rect.maxX - tailWidth, y: rect.y, width: tailWidth, style: .dim)
    }
  }

  /// The title tells how complete the list is, or that the release names no crimes.
  static func title(_ shown: Shown, width: Int) -> String {
    let table = shown.dataset.table
    let rows = shown.detainers
    let position = shown.cursor(.detainers) + 1
    let isPublished = shown.week?.report.kind == .published
    guard isPublished || rows.contains(where: { !table.text(.crime, $0).isEmpty }) else {
      guard !rows.isEmpty else { return "Records 0" }
      let count = rows.reduce(0) { $0 + table.count($1) }
      let lines = count == rows.count ? "" : ", \(counted(count, "detainer"))"
      let title = "Records \(grouped(position)) of \(grouped(rows.count))\(lines)"
      let whole = "\(title) (this release names no crimes)"
      if TextWidth.of(whole) <= width { return whole }
      let short = "\(title) (no crimes)"
      return TextWidth.of(short) <= width ? short : title
    }
    guard let declined = shown.jurisdiction?.group.declined, isPublished else {
      return rows.isEmpty
        ? "Sample crimes 0" : "Sample crimes \(grouped(position)) of \(grouped(rows.count))"
    }
    return "Sample crimes \(grouped(rows.count)) of \(grouped(declined))"
  }

  private static let shortBasis = ["charge": "chrg", "conviction": "conv"]

  private static func line(
    _ table: DetainerTable, _ row: Int, width: Int
  ) -> (text: String, tail: String) {
    let site = table.site(row)
    let crime = table.text(.crime, row)
    if crime.isEmpty, table.report(row).kind == .built {
      let facility = site.facility.isEmpty ? "(no facility)" : site.facility
      let outcome = table.outcome(row).name
      if table.isTally(row) {
        return ("\(grouped(table.count(row))) × \(outcome) · \(facility)", "")
      }
      return ("\(outcome) · \(facility)", text(of: day(row, table), isLong: width >= 40))
    }
    let basis = table.text(.basis, row)
    let short = width >= 50 ? basis : shortBasis[basis] ?? String(basis.prefix(4))
    let date = text(of: day(row, table), isLong: width >= 50)
    let citizenship = table.text(.citizenship, row)
    let text = crime.isEmpty ? "(crime not listed)" : crime
    let tail = [short, date].filter { !$0.isEmpty }.joined(separator: " ")
    return (citizenship.isEmpty || width < 34 ? text : "\(text) · \(citizenship)", tail)
  }

  /// The day by which a record is in its week; of a published report, the day of the decline.
  private static func day(_ row: Int, _ table: DetainerTable) -> Day {
    table.report(row).kind == .built ? table.date(row) : table.lifted(row)
  }

  private static func text(of day: Day, isLong: Bool) -> String {
    day.isKnown ? (isLong ? day.iso : String(day.iso.dropFirst(5))) : ""
  }
}
