import Glibc

/// How likely a resolved detainer is one that was declined, by facility and by the year it was issued.
///
/// Most facilities decline nothing; the share of the nation follows from the few that do.
struct DeclineRates {
  /// Of the facilities, this share declines at all.
  private static let declining = 0.12
  /// What the facility without a place declines, against the nation: 1,272 of 5,501 in FY2015.
  private static let placeless = 2.03
  private static let highest = 0.9

  private let scales: [Double]
  private let propensities: [Double]
  private let firstYear: Int

  init(_ facilities: Facilities, years: ClosedRange<Int>, random: inout SplitMix64) {
    let weights = facilities.all.map(\.weight)
    let total = weights.reduce(0, +)
    var drawn = facilities.all.map { facility in
      facility.hasPlace && random.chance(Self.declining) ? Self.beta(0.6, 2, &random) : 0
    }
    let mean = zip(drawn, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    drawn = drawn.map { $0 / mean }
    for (index, facility) in facilities.all.enumerated() where !facility.hasPlace {
      drawn[index] = Self.placeless
    }
    firstYear = years.lowerBound
    propensities = drawn
    let placed = facilities.all.map { $0.hasPlace ? $0.weight : 0 }
    scales = years.map { year in
      // The facility without a place has its rows before 2016.
      Self.scale(
        for: Self.national(year), propensities: drawn, weights: year > 2015 ? placed : weights)
    }
  }

  func rate(facility: Int, fiscalYear: Int) -> Double {
    min(Self.highest, scales[fiscalYear - firstYear] * propensities[facility])
  }

  /// The share of resolved detainers that were declined, in the nation.
  private static func national(_ fiscalYear: Int) -> Double {
    switch fiscalYear {
    case ...2011: 0.001
    case 2012: 0.007
    case 2013: 0.023
    case 2014: 0.18
    case 2015: 0.205
    case 2016: 0.12
    case ...2019: 0.08
    case ...2022: 0.09
    default: 0.14
    }
  }

  /// The factor that brings the nation's rate about, found by halving: no facility declines everything.
  private static func scale(
    for rate: Double, propensities: [Double], weights: [Double]
  ) -> Double {
    let total = weights.reduce(0, +)
    var low = 0.0
    var high = 100.0
    for _ in 0..<50 {
      let middle = (low + high) / 2
      let reached = zip(propensities, weights).reduce(0) { sum, facility in
        sum + min(highest, middle * facility.0) * facility.1
      }
      if reached / total < rate { low = middle } else { high = middle }
    }
    return low
  }

  /// Jöhnk's method for a beta distribution.
  private static func beta(_ a: Double, _ b: Double, _ random: inout SplitMix64) -> Double {
    while true {
      let x = pow(random.unit(), 1 / a)
      let y = pow(random.unit(), 1 / b)
      if x + y <= 1, x + y > 0 { return x / (x + y) }
    }
  }
}
