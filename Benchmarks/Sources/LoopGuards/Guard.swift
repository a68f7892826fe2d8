/// A loop of the engine and the same loop in C over the same data.
package struct Guard {
  /// What the loop does.
  package let name: String
  /// How many times as long as C the loop may take; without its vectorisation it takes longer.
  package let bound: Double
  let swift: () -> Int
  let c: () -> Int

  /// Both closures run the loop once and return what it came to, so that neither can be left out.
  package init(
    _ name: String, bound: Double, swift: @escaping () -> Int, c: @escaping () -> Int
  ) {
    self.name = name
    self.bound = bound
    self.swift = swift
    self.c = c
  }

  /// What a measurement found.
  package struct Result {
    /// How many times as long as C the loop takes.
    package let ratio: Double
    /// Whether both loops came to the same.
    package let isEqual: Bool
    /// Whether the loop is as fast as it has to be, and right.
    package let holds: Bool
  }

  /// Runs both in turn; the fastest run of each counts, because all else is noise of the machine.
  package func measure(rounds: Int = 40) -> Result {
    var fastest = (swift: Duration.seconds(1_000), c: Duration.seconds(1_000))
    var isEqual = true
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      var results = (swift: 0, c: 0)
      fastest.swift = min(fastest.swift, clock.measure { results.swift = swift() })
      fastest.c = min(fastest.c, clock.measure { results.c = c() })
      isEqual = isEqual && results.swift == results.c
    }
    let ratio = fastest.swift / fastest.c
    return Result(ratio: ratio, isEqual: isEqual, holds: isEqual && ratio <= bound)
  }
}
