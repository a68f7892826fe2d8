import DetainerModel
import Text

extension Charts {
  /// A chart in words: what it is of, and each of its numbers.
  static func sentences(_ panel: Panel, _ shown: Shown) -> [String] {
    let rows =
      switch panel {
      case .weeks: WeeksChart.sentences(shown)
      case .jurisdictions:
        mostDeclined(shown).map { "\($0.name): \(Spoken.count($0.group.known))." }
      case .states: StatesChart.sentences(shown)
      }
    return [title(of: panel) + ":"] + (rows.isEmpty ? ["No declines here."] : rows)
  }
}

extension WeeksChart {
  /// Each report with its declines, oldest first, the gaps between them, and the least, the greatest
  /// and the last.
  fileprivate static func sentences(_ shown: Shown) -> [String] {
    let rows = weeks(shown)
    var sentences: [String] = []
    var next: Period?
    for row in rows {
      let period = row.report.period
      if let next, next < period { sentences.append("No report from \(next.name) on.") }
      next = period.adding(1)
      let count = Spoken.count(row.group.known)
      sentences.append("\(period.name): \(count)\(row.isPart ? ", \(Spoken.words(.part))" : "").")
    }
    let caption = captions(of: rows).first ?? ""
    return sentences + [Spoken.sentence(Spoken.plain(caption))]
  }
}

extension StatesChart {
  /// The states by their names, those with most declines first, and what is on no tile.
  fileprivate static func sentences(_ shown: Shown) -> [String] {
    let (states, notItemised) = sums(shown)
    let named = states.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { code, count in
        let name = shown.dataset.places.state(code)?.name ?? (code.isEmpty ? "No state" : code)
        return "\(name): \(grouped(count))."
      }
    return named + (notItemised > 0 ? ["Not itemised: \(grouped(notItemised))."] : [])
  }
}
