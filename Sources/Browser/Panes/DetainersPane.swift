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

  /// The title tells how complete the list is, or that the release names no crimes, and which date
  /// stands beside each row.
  static func title(_ shown: Shown, width: Int) -> String {
    let names = names(shown)
    let dated = dates(shown).map { date in
      names.flatMap { ["\($0) · \(date) on", "\($0) · \(date)"] }
    }
    return (dated.map { $0 + names } ?? names).first { TextWidth.of($0) <= width }
      ?? names.last ?? ""
  }

  /// What is listed and how complete that is, in forms from the longest to the shortest.
  private static func names(_ shown: Shown) -> [String] {
    let table = shown.dataset.table
    let rows = shown.detainers
    let position = "\(grouped(shown.cursor(.detainers) + 1)) of \(grouped(rows.count))"
    let isPublished = shown.week?.report.kind == .published
    guard isPublished || rows.contains(where: { !table.text(.crime, $0).isEmpty }) else {
      guard !rows.isEmpty else { return ["Records 0"] }
      let count = rows.reduce(0) { $0 + table.count($1) }
      let lines = count == rows.count ? "" : ", \(counted(count, "detainer"))"
      let title = "Records \(position)\(lines)"
      return ["\(title) (this release names no crimes)", "\(title) (no crimes)", title]
    }
    let part =
      if let declined = shown.jurisdiction?.group.declined, isPublished {
        "\(grouped(rows.count)) of \(grouped(declined))"
      } else {
        rows.isEmpty ? "0" : position
      }
    return ["Sample crimes \(part)", "Crimes \(part)"]
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

  private static let shortBasis = ["charge": "chrg", "conviction": "conv"]

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
