import DetainerModel
import Glibc
import TestSupport
import Testing

@Suite struct FractionTests {
  private static let known: [(Double, String)] = [
    (0, "0.0000"), (1, "1.0000"), (0.0696, "0.0696"), (1.0 / 3, "0.3333"),
    (2.0 / 3, "0.6667"), (0.99995, "1.0000"), (0.999949, "0.9999"), (-0.5, "-0.5000"),
    (-0.00001, "0.0000"), (12.5, "12.5000"), (.leastNonzeroMagnitude, "0.0000"),
    (0x1p62, "4611686018427387904.0000"),
    // Exactly between two results: to the even digit.
    (0.03125, "0.0312"), (0.09375, "0.0938"), (1.03125, "1.0312"),
  ]

  @Test(arguments: known)
  func hasFourDecimals(_ number: Double, _ text: String) {
    #expect(fourDecimals(number) == text)
  }

  @Test(arguments: [Double.nan, Double.infinity, -Double.infinity, 0x1p63, -1e300])
  func whatIsNoShareIsNothing(_ number: Double) {
    #expect(fourDecimals(number) == nil)
  }

  @Test func agreesWithTheCLibrary() {
    var random = SeededGenerator(7)
    for round in 0..<20_000 {
      let total = Double(Int.random(in: 1...100_000, using: &random))
      let part = Double(Int.random(in: 0...200_000, using: &random))
      var number = part / total
      if round % 3 == 0 { number = (part / 16).rounded() / 32 }
      if round % 5 == 0 { number = Double(sign: .plus, exponent: -round % 80, significand: number) }
      #expect(fourDecimals(number) == printed(number), "\(number)")
    }
  }

  private func printed(_ number: Double) -> String {
    var text = [CChar](repeating: 0, count: 64)
    let count = withVaList([number]) { vsnprintf(&text, text.count, "%.4f", $0) }
    return String(decoding: text[..<Int(count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
