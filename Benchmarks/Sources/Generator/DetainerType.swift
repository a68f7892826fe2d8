/// The forms of a detainer, in ICE's words, and when each was in use.
enum DetainerType {
  static let texts = [
    "I247 - Immigration Detainer - Notice of Action (prior to March 2013)",
    "I247 - Immigration Detainer - Notice of Action (as of March 2013)",
    "I247D - Immigration Detainer - Request for Action",
    "I247N - Immigration Advisal - Request for Notification",
    "I247A - Immigration Detainer - Immigration Detainer - Notice of Action",
    "I247A - Immigration Detainer - Notice of Action (as of May 2025)",
    "I247G - Request for Advance Notification of Release",
    "I247X - Request for Transfer",
  ]

  /// The short names of the forms: what stands before the first dash.
  static let codes = texts.map { text in String(text.prefix { $0 != " " }) }

  struct Choice {
    private let to2017 = WeightedChoice([0.2, 95.5, 3.6, 0.7, 0, 0, 0, 0])
    private let to2025 = WeightedChoice([0, 0, 0.2, 0.3, 97, 0, 2, 0.5])
    private let since2025 = WeightedChoice([0, 0, 0, 0.2, 1.2, 96, 2.2, 0.4])
    private let blank = Day.number(year: 2014, month: 1, day: 1)
    private let april2017 = Day.number(year: 2017, month: 4, day: 1)
    private let may2025 = Day.number(year: 2025, month: 5, day: 1)

    /// Nothing before 2014: the releases leave the column blank there.
    func draw(day: Int, _ random: inout SplitMix64) -> Int? {
      if day < blank { return nil }
      if day < april2017 { return to2017.draw(&random) }
      return day < may2025 ? to2025.draw(&random) : since2025.draw(&random)
    }
  }
}
