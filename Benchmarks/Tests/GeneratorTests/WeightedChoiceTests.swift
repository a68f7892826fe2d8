import Testing

@testable import Generator

@Suite struct WeightedChoiceTests {
  @Test func drawsInProportionToTheWeights() {
    let weights = [5.0, 0, 1, 94, 0.5]
    let choice = WeightedChoice(weights)
    var random = SplitMix64(seed: 7)
    var counts = [0, 0, 0, 0, 0]
    for _ in 0..<1_000_000 {
      counts[choice.draw(&random)] += 1
    }
    for (count, weight) in zip(counts, weights) {
      #expect(abs(Double(count) / 1_000_000 - weight / 100.5) < 0.001)
    }
    #expect(counts[1] == 0)
  }

  @Test func theSequenceOfASeedIsThePublishedOne() {
    // The first three numbers of splitmix64 for the seed 1234567.
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test func daysAreThoseOfTheCalendar() {
    #expect(Day.text(0) == "1970-01-01")
    #expect(Day.number(year: 2000, month: 2, day: 29) == 11_016)
    #expect(Day.text(11_016) == "2000-02-29")
    #expect(Day.weekday(Day.number(year: 2017, month: 1, day: 28)) == 5)
    #expect(Day.fiscalYear(Day.number(year: 2025, month: 9, day: 30)) == 2025)
    #expect(Day.fiscalYear(Day.number(year: 2025, month: 10, day: 1)) == 2026)
    for day in 0..<30_000 {
      let (year, month, dayOfMonth) = Day.civil(day)
      #expect(Day.number(year: year, month: month, day: dayOfMonth) == day)
    }
  }
}
