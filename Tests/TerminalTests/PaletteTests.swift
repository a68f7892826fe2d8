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
    #expect(attributes(.match).contains(.underline))
    #expect(attributes(.marked) != attributes(.selected))
  }

  @Test func theScaleShowsWithoutColour() {
    let steps: [Style] = [.ramp1, .ramp2, .ramp3, .ramp4, .ramp5, .ramp6]
    let looks = steps.map { Palette.look(of: $0, depth: .mono).attributes.rawValue }
    #expect(Set(looks).count == steps.count)
  }
}
