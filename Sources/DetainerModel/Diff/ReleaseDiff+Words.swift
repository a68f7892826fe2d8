import Text

/// What must be said of two releases that are held against each other.
extension ReleaseDiff {
  /// All that is said beside some of the rows and their total, a sentence each.
  public func sentences(of rows: [DiffRow], _ total: DiffCount) -> [String] {
    var saysMatch = rows.contains { $0.change == .changed }
    if case .unlike = identifiers { saysMatch = true }
    return [countWords(rows, total)] + (saysMatch ? [matchWords(rows)] : [])
      + [daysWords, columnsWords]
  }

  /// How many are alike and how many differ, and in which columns.
  public func countWords(_ rows: [DiffRow], _ total: DiffCount) -> String {
    guard !rows.isEmpty else {
      return
        "Both say the same: \(counted(total.alike, "detainer")) \(total.alike == 1 ? "is" : "are") alike."
    }
    var sums: [RowChange: Int] = [:]
    for row in rows { sums[row.change, default: 0] += row.count }
    let counts = RowChange.allCases.map { "\(grouped(sums[$0] ?? 0)) \($0.rawValue)" }
    let columns = changedColumns(rows).map { "\($0.field.rawValue) \(grouped($0.count))" }
    return "\(grouped(total.alike)) alike, \(counts.joined(separator: ", "))."
      + (columns.isEmpty ? "" : " Changed: \(columns.joined(separator: ", ")).")
  }

  /// How a row that has changed is found again, and of how many that is not certain.
  public func matchWords(_ rows: [DiffRow]) -> String {
    let unsure = rows.reduce(0) { $0 + ($1.match == .oneOfSeveral ? $1.count : 0) }
    let rest = unsure > 0 ? "; for \(grouped(unsure)) another row could be meant." : "."
    return switch identifiers {
    case .none: "Changed: alike in all columns but one\(rest)"
    case .unlike(let same, let all):
      "Changed: alike in all columns but one (identifiers are not the same ones: \(grouped(same)) of \(grouped(all)))\(rest)"
    case .alike: "Changed: found again by the identifier\(rest)"
    }
  }

  /// The days that both cover, and how many detainers of either release were left aside.
  public var daysWords: String {
    func pair(_ counts: (before: Int, after: Int)) -> String {
      "\(grouped(counts.before)) and \(grouped(counts.after))"
    }
    var words = "Both cover \(days.words)"
    let other = compared.contains(.week) ? "periods not covered whole" : "other days"
    if found.outside != (0, 0) { words += "; \(pair(found.outside)) detainers are of \(other)" }
    if found.undated != (0, 0) { words += "; \(pair(found.undated)) have no day of issue" }
    return words + "."
  }

  /// What was compared, and the columns that only one release has.
  public var columnsWords: String {
    func list(_ fields: [DetainerField]) -> String {
      fields.map(\.rawValue).joined(separator: ", ")
    }
    var words = "Compared: \(list(compared))."
    if !found.onlyBefore.isEmpty { words += " Only before: \(list(found.onlyBefore))." }
    if !found.onlyAfter.isEmpty { words += " Only after: \(list(found.onlyAfter))." }
    return words
  }
}

extension [ClosedRange<Day>] {
  /// The days of all stretches: `2014-10-01 to 2015-07-19`.
  var words: String {
    map { days in
      days.lowerBound == days.upperBound
        ? days.lowerBound.iso : "\(days.lowerBound.iso) to \(days.upperBound.iso)"
    }.joined(separator: " and ")
  }
}
