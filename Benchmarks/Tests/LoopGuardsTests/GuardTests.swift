import Testing

@testable import LoopGuards

@Suite struct GuardTests {
  private static let numbers = Array(0..<20_000)

  @Test func aLoopThatTakesTooLongIsFound() {
    let result = Guard(
      "slow", bound: 3,
      swift: { (0..<50).reduce(0) { sum, _ in sum + Self.numbers.reduce(0, &+) } / 50 },
      c: { Self.numbers.reduce(0, &+) }
    ).measure(rounds: 5)
    #expect(result.isEqual)
    #expect(result.ratio > 3)
    #expect(!result.holds)
  }

  @Test func aLoopThatIsWrongIsFound() {
    let result = Guard("wrong", bound: .infinity, swift: { 1 }, c: { 2 }).measure(rounds: 2)
    #expect(!result.isEqual)
    #expect(!result.holds)
  }

  @Test func theLoopsOfTheEngineComeToTheSameAsC() {
    for loop in Guard.engine {
      #expect(loop.measure(rounds: 2).isEqual, "\(loop.name)")
    }
  }
}
