extension SourceCalendar {
  /// The fewest detainers of a batch, and how many times the state's median day it must have.
  static let batch = (detainers: 100, timesMedian: 10)

  /// Notes the days on which a state has far more detainers than on its median day (reading rule
  /// 9); the median is of days with any.
  func findBatches(in table: DetainerTable, log: inout FindingLog) {
    guard kind == .built, let plausible else { return }
    let states = Array(Set(table.jurisdictions.map(\.state)).subtracting([""])).sorted()
    let number = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
    let stateOfSite = table.sites.map { number[table.jurisdictions[$0.jurisdiction].state] ?? -1 }
    let days = plausible.upperBound.days(since: plausible.lowerBound) + 1
    let start = Int(plausible.lowerBound.packed)
    var counts = Array(repeating: 0, count: states.count * days)
    var first = Array(repeating: -1, count: states.count * days)
    for range in rows {
      table.site.forEach(in: range) { row, site in
        let state = stateOfSite[site]
        let day = Int(table.issued[row]) - start
        guard state >= 0, day >= 0, day < days else { return }
        let cell = state * days + day
        if first[cell] < 0 { first[cell] = row }
        counts[cell] &+= table.count(row)
      }
    }
    for (index, state) in states.enumerated() {
      let ofState = counts[(index * days)..<((index + 1) * days)]
      let median = middle(of: ofState.filter { $0 > 0 })
      for (day, count) in zip(0..., ofState)
      where count >= Self.batch.detainers && count >= Self.batch.timesMedian * median {
        let row = first[index * days + day]
        log.add(
          .oneDayBatch, file: table.source(row).file, row: table.line(row),
          column: DetainerField.issued.rawValue,
          "\(counted(count, "detainer")) of \(state) have the one date "
            + "\(plausible.lowerBound.adding(day).iso); its median day has \(median).")
      }
    }
  }
}
