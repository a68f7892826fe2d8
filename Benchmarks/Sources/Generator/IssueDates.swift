/// When detainers are issued: so many a month, more on some weekdays than on others.
struct IssueDates {
  let range: ClosedRange<Int>
  private let all: WeightedChoice
  private let early: WeightedChoice?
  private let probabilities: [Double]

  /// From here on every release names a place for the facility that stands for all others.
  static let placesKnown = Day.number(year: 2016, month: 1, day: 1)

  init(_ range: ClosedRange<Int>) {
    self.range = range
    let weights = range.map(Self.weight)
    let total = weights.reduce(0, +)
    probabilities = weights.map { $0 / total }
    all = WeightedChoice(weights)
    let earlyDays = Self.placesKnown - range.lowerBound
    early = earlyDays > 0 ? WeightedChoice(Array(weights.prefix(earlyDays))) : nil
  }

  /// The share of detainers issued before the place of every facility was known.
  var earlyShare: Double {
    probabilities.prefix(max(0, Self.placesKnown - range.lowerBound)).reduce(0, +)
  }

  func probability(of day: Int) -> Double {
    probabilities[day - range.lowerBound]
  }

  func draw(_ random: inout SplitMix64) -> Int {
    range.lowerBound + all.draw(&random)
  }

  func drawEarly(_ random: inout SplitMix64) -> Int {
    range.lowerBound + (early ?? all).draw(&random)
  }

  private static func weight(of day: Int) -> Double {
    let weekdays = [0.176, 0.160, 0.162, 0.158, 0.151, 0.091, 0.102]
    return thousandsAMonth(day) * weekdays[Day.weekday(day)]
  }

  private static func thousandsAMonth(_ day: Int) -> Double {
    switch day {
    case ..<Day.number(year: 2015, month: 8, day: 1): 13
    case ..<Day.number(year: 2016, month: 10, day: 1): 7
    case ..<Day.number(year: 2020, month: 1, day: 1): 14
    case ..<Day.number(year: 2022, month: 10, day: 1): 6
    case ..<Day.number(year: 2023, month: 10, day: 1): 7.6
    case ..<Day.number(year: 2024, month: 10, day: 1): 8.8
    case ..<Day.number(year: 2025, month: 10, day: 1): 13.8
    default: 15.4
    }
  }
}
