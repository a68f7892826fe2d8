extension SourceCalendar {
  /// The days on which a state has far more detainers than on its median day.
  func batches(in table: DetainerTable) -> [Batch] {
    guard kind == .built, let issued = coverage?.issueDays else { return [] }
    let states = Array(Set(table.jurisdictions.map(\.state)).subtracting([""])).sorted()
    let number = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
    let stateOfSite = table.sites.map { number[table.jurisdictions[$0.jurisdiction].state] ?? -1 }
    let days = issued.upperBound.days(since: issued.lowerBound) + 1
    let start = Int(issued.lowerBound.packed)
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
    return states.enumerated().flatMap { index, state -> [Batch] in
      let ofState = counts[(index * days)..<((index + 1) * days)]
      let median = middle(of: ofState.filter { $0 > 0 })
      let least = max(Batch.limits.detainers, Batch.limits.timesMedian * median)
      return zip(0..., ofState).filter { $1 >= least }.map { day, count in
        Batch(
          source: name, state: state, day: issued.lowerBound.adding(day), detainers: count,
          median: median, row: first[index * days + day])
      }
    }
  }
}
