import TestSupport
import Testing

@testable import DetainerModel

/// Searching lines where they stand, against a look at every line.
struct SortedLinesTests {
  @Test func aLineIsFoundIfItIsThereAndNoOther() {
    var random = SeededGenerator(3)
    let pieces = ["a", "b", "é", ",", "\"", "\"\"", " ", "0"]
    func text() -> String { (0..<random.below(4)).map { _ in random.pick(pieces) }.joined() }
    for count in [0, 1, 2, 3, 10, 200] {
      let keys = Set((0..<count).map { _ in [text(), text()] }).sorted { a, b in
        a[0] == b[0]
          ? a[1].utf8.lexicographicallyPrecedes(b[1].utf8)
          : a[0].utf8.lexicographicallyPrecedes(b[0].utf8)
      }
      let lines = SortedLines(keys.enumerated().map { [$1[0], "between", $1[1], "\($0)"] })
      for (number, key) in keys.enumerated() {
        #expect(lines.find(key, in: [0, 2]) { $0[3] } == "\(number)", "\(key)")
        #expect(lines.find(key, in: [0, 2]) { [$0[0], $0[2]] } == key)
        #expect(lines.find([key[0]], in: [0]) { $0[0] } == key[0])
      }
      for _ in 0..<200 {
        let key = [text(), text()]
        #expect((lines.find(key, in: [0, 2]) { _ in true } != nil) == keys.contains(key), "\(key)")
      }
      var seen: [String] = []
      lines.forEach { seen.append($0[3]) }
      #expect(seen == keys.indices.map { "\($0)" })
    }
  }

  @Test func aFieldThatIsNotThereIsEmpty() {
    let lines = SortedLines([["a", "b\nc"]])
    #expect(lines.find(["a"], in: [0]) { [$0[1], $0[2]] } == ["b c", ""])
    #expect(lines.find(["a"], in: [0]) { $0.holds("a", in: 0) } == true)
    #expect(lines.find(["a"], in: [0]) { $0.holds("aa", in: 0) || $0.holds("", in: 0) } == false)
  }
}
