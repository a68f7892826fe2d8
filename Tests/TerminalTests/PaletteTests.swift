import Screen
import Testing

@testable import Terminal

@Suite struct PaletteTests {
  @Test(arguments: ColourDepth.allCases) func everyStyleHasALook(depth: ColourDepth) {
    for style in Style.allCases {
      let look = Palette.look(of: style, depth: depth)
      let limit: Int16 = depth == .mono ? 0 : depth == .eight ? 8 : 256
      #expect(look.colour.map { (0..<limit).contains($0) } ?? true)
    }
    #expect(Palette.look(of: .normal, depth: depth) == Look())
  }

  @Test(arguments: ColourDepth.allCases) func colourIsNeverTheOnlyCarrier(depth: ColourDepth) {
    func attributes(_ style: Style) -> Look.Attributes {
      Palette.look(of: style, depth: depth).attributes
    }
    #expect(attributes(.cursor) == .reverse)
    for style in [Style.strong, .title, .selected, .marked, .key, .warning, .error] {
      #expect(attributes(style).contains(.bold))
    }
    #expect(attributes(.correction).contains(.underline))
    #expect(attributes(.marked) != attributes(.selected))
  }

  @Test func theScaleGetsLighterStepByStep() {
    // The 6 × 6 × 6 cube of the 256 colours, and the luminance of WCAG 2.
    func luminance(_ colour: Int16) -> Double {
      let levels = [0.0, 95, 135, 175, 215, 255].map { level -> Double in
        let part = level / 255
        return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
      }
      let cube = Int(colour) - 16
      return 0.2126 * levels[cube / 36] + 0.7152 * levels[cube / 6 % 6] + 0.0722 * levels[cube % 6]
    }
    // x to the power of 2.4 is (x¹²)^(1/5), found by Newton's steps.
    func power(_ x: Double) -> Double {
      let target = (0..<12).reduce(1.0) { product, _ in product * x }
      return (0..<60).reduce(1.0) { y, _ in y - (y * y * y * y * y - target) / (5 * y * y * y * y) }
    }
    let steps: [Style] = [.ramp1, .ramp2, .ramp3, .ramp4, .ramp5]
    let light = steps.compactMap { Palette.look(of: $0, depth: .many).colour }.map(luminance)
    #expect(light.count == 5)
    for (a, b) in zip(light, light.dropFirst()) { #expect(b > a + 0.02) }
  }

  @Test func theScaleShowsWithoutColour() {
    let steps: [Style] = [.ramp1, .ramp2, .ramp3, .ramp4, .ramp5]
    let looks = steps.map { Palette.look(of: $0, depth: .mono).attributes.rawValue }
    #expect(Set(looks).count == steps.count)
  }
}
