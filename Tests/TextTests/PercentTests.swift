import Testing
import Text

struct PercentTests {
  @Test(arguments: [
    (0, 7, "0.0 %"), (7, 7, "100.0 %"), (1, 3, "33.3 %"), (2, 3, "66.7 %"), (142, 100, "142.0 %"),
    (1, 2000, "0.1 %"), (1, 2001, "<0.1 %"), (1999, 2000, ">99.9 %"), (1998, 2000, "99.9 %"),
    (23, 2000, "1.2 %"), (1, 16, "6.3 %"), (5, 0, "–"), (0, 0, "–"), (-1, 5, "–"),
    (.max, .max, "100.0 %"), (.max - 1, .max, ">99.9 %"), (1, .max, "<0.1 %"),
  ])
  func aPartOfAWholeHasOneDecimal(part: Int, whole: Int, text: String) {
    #expect(percent(part, of: whole) == text)
  }

  @Test func aShareReadsAsTheCountsBehindIt() {
    for whole in 1...700 {
      for part in 0...whole + 3 where (part * 2000 + whole) % (2 * whole) < 20 || whole < 90 {
        #expect(percent(Double(part) / Double(whole)) == percent(part, of: whole))
      }
    }
    for (part, whole) in [(23, 2000), (400_000_001, 499_999_999), (249_749, 499_998_000)] {
      #expect(percent(Double(part) / Double(whole)) == percent(part, of: whole))
    }
  }

  @Test(arguments: [Double.nan, -.infinity, .infinity, -0.1, 1e300])
  func whatIsNotAShareIsADash(_ share: Double) {
    #expect(percent(share) == "–")
  }
}
