import Browser
import DetainerModel
import Screen
import Testing
import Text

/// Random keys, sizes and reloads: whatever is pressed, the screen stays whole.
@Suite struct RandomKeysTests {
  static let keys =
    "f f = a p m v % } { j k l h <Enter> <BS> <Tab> <S-Tab> [ ] g 1 2 G / s c t w o O D e i C + _ ? ! <Space> * M x : a : t r - \" <Esc> <C-n> <C-p> <C-d> <C-u> <PageDown> <PageUp> <Home> <End> <Left> <Right> <Up> <Down> <C-w> <Del>"
    .split(separator: " ").map(String.init)

  @Test(arguments: 0..<8 as Range<UInt64>)
  func anythingGoes(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let sizes = ["80x24", "120x40", "40x12", "20x5", "1x1", "3x2", "60x8", "170x48", "79x19"]
    var session = try Session("80x24")
    var pressed = ""
    for _ in 0..<150 {
      if random.next() % 10 == 0 {
        let size = try #require(Size(sizes[Int(random.next() % UInt64(sizes.count))]))
        _ = session.state.reduce(.resize(size))
      } else {
        let key = Self.keys[Int(random.next() % UInt64(Self.keys.count))]
        pressed += key
        try session.press(key)
      }
      let canvas = session.state.draw()
      #expect(canvas.size == session.state.size)
      #expect(canvas.lines.count == session.state.size.rows)
      for line in canvas.lines {
        #expect(TextWidth.of(line) == session.state.size.columns, "after \(pressed)")
      }
      if let cursor = canvas.cursor {
        #expect(Rect(session.state.size).contains(cursor), "after \(pressed)")
      }
      if session.state.size.columns >= 40, session.state.size.rows >= 2 {
        let status = canvas.lines[session.state.size.rows - 1]
        let isTyping =
          status.contains("Esc") || status.contains("Filter") || canvas.size.columns < 56
        #expect(isTyping || status.contains("? help"), "after \(pressed): \(status)")
      }
    }
  }
}

/// A small generator with a seed, so that every run presses the same keys.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
