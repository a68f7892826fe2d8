import Browser
import DetainerModel
import Screen
import TestSupport
import Testing
import Text

/// Random keys, sizes and reloads: whatever is pressed, the screen stays whole.
@Suite struct RandomKeysTests {
  static let keys =
    "f f = a p m v % } { j k l h <Enter> <BS> <Tab> <S-Tab> [ ] g 1 2 G / s c t w o O D e i C + _ ? ! <Space> * M x : a : t r - \" <Esc> <C-n> <C-p> <C-d> <C-u> <PageDown> <PageUp> <Home> <End> <Left> <Right> <Up> <Down> <C-w> <Del>"
    .split(separator: " ").map(String.init)

  @Test(arguments: 0..<8 as Range<UInt64>)
  func anythingGoes(seed: UInt64) throws {
    var random = SeededGenerator(seed)
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
      try session.expectWhole("after \(pressed)")
    }
  }
}
