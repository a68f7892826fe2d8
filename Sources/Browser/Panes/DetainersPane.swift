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
    drawMissing(shown, rect, on: &canvas)
    state.list(.detainers).draw(rect, on: &canvas) { row, rect, canvas in
      let (text, tail) = line(shown.dataset.table, shown.detainers[row], width: rect.width)
      let tailWidth = TextWidth.of(tail)
      let room = max(0, rect.width - 2 - (tailWidth > 0 ? tailWidth + 1 : 0))
      canvas.put(TextWidth.clip(text, to: room), x: rect.x + 2, y: rect.y, width: room)
      canvas.put(tail, x: rect.maxX - tailWidth, y: rect.y, width: tailWidth, style: .dim)
    }
  }

  /// Says below the rows how many more are stated and not at hand, where there is room for that.
  private static func drawMissing(_ shown: Shown, _ rect: Rect, on canvas: inout Canvas) {
    guard shown.week?.report.kind == .published, let group = shown.jurisdiction?.group,
      let stated = group.known.exact, stated > group.listed
    else { return }
    var below = rect
    below.y += shown.detainers.count + 1
    below.height -= shown.detainers.count + 1
    guard below.height > 0 else { return }
    List.drawEmpty(
      "\(grouped(stated - group.listed)) more are stated, and not listed.", below, on: &canvas)
  }

  /// What the rows are, and which date stands beside each.
  static func heads(_ shown: Shown) -> ColumnHeads {
    let table = shown.dataset.table
    let isPublished = shown.week?.report.kind == .published
    let ends = dates(shown).map { ["\($0) on", $0] } ?? []
    guard isPublished || shown.detainers.contains(where: { !table.text(.crime, $0).isEmpty }) else {
      let lines = shown.detainers.reduce(0) { $0 + table.count($1) }
      let many = lines == shown.detainers.count ? [] : ["records, \(counted(lines, "detainer"))"]
      return ColumnHeads(
        rows: ["record (this release names no crimes)", "record (no crimes)"] + many + ["record"],
        ends: ends)
    }
    return ColumnHeads(rows: ["sample crime", "crime"], ends: ends)
  }

  /// What the dates beside the rows in sight are of; nil where there are none.
  private static func dates(_ shown: Shown) -> String? {
    let table = shown.dataset.table
    let inSight = shown.detainers.dropFirst(shown.positions[.detainers]?.top ?? 0).prefix(200)
    let kinds = Set(
      inSight.compactMap { row -> String? in
        guard !table.isTally(row), day(row, table).isKnown else { return nil }
        let report = table.report(row)
        if report.kind == .published { return "declined" }
        return report.basis == .liftDate && table.isResolved(row) ? "lifted" : "issued"
      })
    return kinds.isEmpty ? nil : kinds.sorted().joined(separator: " or ")
  }

  private static func line(
    _ table: DetainerTable, _ row: Int, width: Int
  ) -> (text: String, tail: String) {
    let site = table.site(row)
    let crime = table.text(.crime, row)
    if crime.isEmpty, table.report(row).kind == .built {
      let facility = site.facility.isEmpty ? "(no facility)" : site.facility
      let outcome = table.outcome(row)?.name ?? "outcome not known"
      if table.isTally(row) {
        return ("\(grouped(table.count(row))) × \(outcome) · \(facility)", "")
      }
      return ("\(outcome) · \(facility)", text(of: day(row, table), isLong: width >= 40))
    }
    let basis = table.text(.basis, row)
    let date = text(of: day(row, table), isLong: width >= 50)
    let citizenship = table.text(.citizenship, row)
    let text = crime.isEmpty ? "(crime not listed)" : crime
    let whole = citizenship.isEmpty || width < 34 ? text : "\(text) · \(citizenship)"
    // The basis is a word or is not there: the detail has it.
    let both = [basis, date].filter { !$0.isEmpty }.joined(separator: " ")
    return (whole, TextWidth.fits(whole, in: width - TextWidth.of(both) - 4) ? both : date)
  }

  /// The day by which a record is in its week; of a published report, the day of the decline.
  private static func day(_ row: Int, _ table: DetainerTable) -> Day {
    table.report(row).kind == .built ? table.date(row) : table.lifted(row)
  }

  private static func text(of day: Day, isLong: Bool) -> String {
    day.isKnown ? (isLong ? day.iso : String(day.iso.dropFirst(5))) : ""
  }
}
