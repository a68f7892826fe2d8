/// Days on which one state has as many detainers as otherwise in weeks.
struct Batches {
  private let days: [String: [(day: Int, odds: Double)]]

  /// Five days, each 45 times as busy as usual in its state.
  init(_ dates: IssueDates, random: inout SplitMix64) {
    var days: [String: [(day: Int, odds: Double)]] = [:]
    for state in ["MINNESOTA", "TEXAS", "CALIFORNIA", "FLORIDA", "GEORGIA"] {
      let day = dates.range.lowerBound + random.below(dates.range.count)
      days[state, default: []].append((day, 45 * dates.probability(of: day)))
    }
    self.days = days
  }

  /// The batches of a state, with the odds of a detainer to be part of it.
  func days(of state: String) -> [(day: Int, odds: Double)] {
    days[state] ?? []
  }
}
