import DetainerModel
import Screen
import Text

/// The declines of all weeks with the gaps between them: bars while they are few.
enum WeeksChart {
  /// Up to so many weeks, bars say more than a line.
  private static let mostBars = 8
  private static let highest = 8

  /// How many lines show all there is: one for each bar, or a line with its axis and caption.
  static func lines(_ shown: Shown) -> Int {
    let count = weeks(shown).count
    return count <= mostBars ? max(1, count) : highest + 2
  }

  static func draw(_ shown: Shown, _ rect: Rect, on canvas: inout Canvas) {
    let rows = weeks(shown)
    guard let first = rows.first?.report.period, let last = rows.last?.report.period else {
      Charts.empty(rect, on: &canvas)
      return
    }
    let selected = shown.week?.report.period
    if rows.count <= mostBars {
      let place = rows.firstIndex { $0.report.period == selected } ?? rows.count - 1
      let start = max(0, min(rows.count - rect.height, place - rect.height / 2))
      let shown = rows[start..<min(rows.count, start + rect.height)]
      Bar.draw(
        shown.map { row in
          Bar(
            label: row.report.period.name, value: row.group.declined,
            isSelected: row.report.period == selected)
        }, labelWidth: min(10, max(1, rect.width - 8)), rect, on: &canvas)
      return
    }
    let counts = Dictionary(
      rows.map { ($0.report.period, $0.group.declined) }, uniquingKeysWith: { first, _ in first })
    let periods = Array(sequence(first: first) { $0 < last ? $0.adding(1) : nil })
    var (chart, places) = Sparkline.line(
      of: periods.map { period in
        .init(
          label: period.name, value: (counts[period] ?? nil).map(Double.init),
          isGap: counts[period] == nil)
      })
    chart.valueOfRow = [zip(periods, places).first { $0.0 == selected }?.1]
    chart.captions = captions(of: rows)
    chart.draw(rect, heights: heights(in: rect.height), selectedRow: 0, on: &canvas)
  }

  /// The least, the greatest and the last count, of which a part of a period is none.
  static func captions(of rows: [WeekRow]) -> [String] {
    Sparkline.captions(
      rows.filter { !$0.isPart }.compactMap { row in
        row.group.declined.map { (Double($0), grouped($0), row.report.period.name) }
      })
  }

  /// The reports of the length of the selected one, oldest first. Two sources of one period are
  /// never added: that of the selected one stands for it, or else the published one.
  static func weeks(_ shown: Shown) -> [WeekRow] {
    guard let report = shown.week?.report else { return [] }
    func rank(_ row: WeekRow) -> Int {
      row.report.source == report.source ? 0 : row.report.kind == .published ? 1 : 2
    }
    let alike = shown.weeks.filter {
      $0.report.period.isKnown && $0.report.period.size == report.period.size
    }
    return Dictionary(grouping: alike, by: \.report.period)
      .compactMap { $0.value.min { rank($0) < rank($1) } }
      .sorted { $0.report.period < $1.report.period }
  }

  private static func heights(in height: Int) -> (picture: Int, axis: Int, caption: Int) {
    let (axis, caption) = (height >= 4 ? 1 : 0, height >= 2 ? 1 : 0)
    return (min(highest, max(0, height - axis - caption)), axis, caption)
  }
}
