import DetainerModel
import TestSupport
import Testing

/// Counts of which a source says only a part.
@Suite struct KnownTests {
  private static let six = Known(6)
  private static let some = Known(least: 6, most: 9)
  private static let between = Known(least: 0, most: 2)

  @Test(
    arguments: [
      (six, "6", 6), (some, "6+", 6), (Known(least: 6, most: nil), "6+", 6),
      (between, "0–2", nil), (.unknown, "?", nil), (.zero, "0", 0), (Known(1234), "1,234", 1234),
      (Known(least: 0, most: 1234), "0–1,234", nil), (Known(nil), "?", nil),
    ] as [(Known, String, Int?)])
  func isWrittenAsItIsKnown(count: Known, text: String, number: Int?) {
    #expect(count.text == text)
    #expect(count.number == number)
  }

  @Test func exactComesBeforeBetweenBeforeNotKnown() {
    let order = [
      Known(7), Self.six, Self.some, .zero, Self.between, .unknown,
    ]
    for (place, count) in order.enumerated() {
      for (other, next) in order.enumerated() {
        #expect(count.comes(before: next) == (place < other), "\(count.text), \(next.text)")
      }
    }
  }

  @Test func countsMeetWhereTheyCanBeAlike() {
    #expect(Self.six.meets(Self.some) && Self.some.meets(Self.six))
    #expect(!Self.between.meets(Self.some) && !Self.some.meets(Self.between))
    #expect(Known.unknown.meets(Self.six) && Self.six.meets(.unknown))
  }

  @Test func aCountLiesInARangeOnlyWhereItCertainlyDoes() {
    #expect(Self.six.lies(in: 6...9) == true && Self.six.lies(in: 7...9) == false)
    #expect(Self.some.lies(in: 6...9) == true && Self.some.lies(in: 7...9) == nil)
    #expect(Self.some.lies(in: 10...20) == false && Self.some.lies(in: -5...5) == false)
    #expect(Known(least: 6, most: nil).lies(in: 6...(.max)) == true)
    #expect(Known.unknown.lies(in: 1...9) == nil && Known.unknown.lies(in: -3 ... -1) == false)
  }

  @Test func aMostBelowTheLeastIsTheLeast() {
    #expect(Known(least: 5, most: 3) == Known(5))
  }

  @Test func numbersNearTheEndOfIntStayThere() {
    let huge = Known(.max)
    #expect(huge + huge == huge)
    #expect((Known(.min) - huge).exact == .min && (huge - Known(.min)).exact == .max)
  }

  /// A random count and an interval that holds it.
  private func hidden(_ random: inout SeededGenerator) -> (truth: Int, known: Known) {
    let truth = random.below(20)
    let least = truth - random.below(truth + 1)
    return (
      truth,
      Known(least: least, most: random.below(4) == 0 ? nil : truth + random.below(5))
    )
  }

  @Test(arguments: 0..<2000 as Range<UInt64>)
  func theTruthLiesInsideOfWhatIsReckoned(seed: UInt64) {
    var random = SeededGenerator(seed)
    let (first, second) = (hidden(&random), hidden(&random))
    #expect(first.known.contains(first.truth))
    #expect((first.known + second.known).contains(first.truth + second.truth))
    #expect((first.known - second.known).contains(first.truth - second.truth))
    if first.truth == second.truth { #expect(first.known.meets(second.known)) }
    #expect(first.known + second.known == second.known + first.known)
    #expect(first.known + .zero == first.known)
    #expect(!(first.known.comes(before: second.known) && second.known.comes(before: first.known)))
  }
}
