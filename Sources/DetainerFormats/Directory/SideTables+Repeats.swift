import DetainerModel
import Text

/// Rows of a side table that state one thing twice: no figure is added to itself, and none takes the
/// place of another in silence.
extension SideTables {
  /// What makes two reports one.
  struct ReportKey: Hashable {
    let period: Period
    let source: String
  }

  /// What makes two rows one rank of Section I; nil where a row names no place.
  struct RankKey: Hashable {
    let report: ReportKey
    let jurisdiction: Jurisdiction

    init?(_ rank: Rank) {
      guard !rank.jurisdiction.isUnlocated else { return nil }
      report = ReportKey(period: rank.period, source: rank.source)
      jurisdiction = rank.jurisdiction
    }
  }

  /// What makes two rows one figure; nil for those that enter no count.
  struct FigureKey: Hashable {
    let report: ReportKey
    let measure: String
    let key: Figure.Key

    init?(_ figure: Figure) {
      if case .other = figure.key { return nil }
      report = ReportKey(period: figure.period, source: figure.source)
      (measure, key) = (figure.measure, figure.key)
    }
  }

  /// The rows without those that state what one above them does, which are told.
  static func firstOnly<Entry, Key: Hashable>(
    _ rows: [(entry: Entry, line: Int)], log: inout DiagnosticLog, key: (Entry) -> Key?
  ) -> [Entry] {
    var lines: [Key: Int] = [:]
    return rows.compactMap { entry, line in
      guard let key = key(entry), let first = lines.updateValue(line, forKey: key) else {
        return entry
      }
      lines[key] = first
      log.add(
        .repeatedEntry, row: line,
        "line \(first) says this of the same report and place already; this row is left out.")
      return nil
    }
  }
}
