import Testing

@testable import Screen

/// Every pair of colours of every theme can be read, on every ground that the theme is for.
@Suite struct ThemeTests {
  private static let least = 4.5

  private static func colour(_ value: UInt32) -> Colour {
    Colour(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
  }

  @Test func contrastIsThatOfWCAG() {
    let white = Colour(red: 255, green: 255, blue: 255)
    let black = Colour(red: 0, green: 0, blue: 0)
    #expect(abs(white.contrast(with: black) - 21) < 0.001)
    // The known case of the standard: #777777 on white is 4.48, #767676 is 4.54.
    let greys = [0x77, 0x76].map { (light: UInt8) in
      Colour(red: light, green: light, blue: light).contrast(with: white)
    }
    #expect(abs(greys[0] - 4.478) < 0.005 && abs(greys[1] - 4.542) < 0.005, "\(greys)")
    #expect(abs(Colour(red: 255, green: 0, blue: 0).luminance - 0.2126) < 0.0001)
  }

  @Test func theColoursOfTerminalsAreThoseOfXterm() {
    #expect(Colour(number: 15) == nil)
    #expect(Colour(number: 16) == Colour(red: 0, green: 0, blue: 0))
    #expect(Colour(number: 67) == Colour(red: 0x5F, green: 0x87, blue: 0xAF))
    #expect(Colour(number: 231) == Colour(red: 255, green: 255, blue: 255))
    #expect(Colour(number: 232) == Colour(red: 8, green: 8, blue: 8))
    #expect(Colour(number: 255) == Colour(red: 238, green: 238, blue: 238))
  }

  /// The backgrounds that are hardest to write on: the ends of what counts as the ground, and those
  /// of well-known terminals. Where it is not known, black and white, of which each is likely.
  private static func grounds(_ ground: Ground) -> [Double] {
    let wellKnown: [UInt32] = [
      0x000000, 0x1E1E1E, 0x282C34, 0x2E3440, 0x303446, 0xFDF6E3, 0xEFF1F5, 0xFFFFFF,
    ]
    let known = wellKnown.map { colour($0).luminance }
    let ends = [ground.luminances.lowerBound, ground.luminances.upperBound]
    return ground == .dark || ground == .light
      ? ends + known.filter(ground.luminances.contains) : ends
  }

  @Test(arguments: Theme.Kind.allCases, [ColourDepth.many, .direct])
  func everyPairCanBeRead(kind: Theme.Kind, depth: ColourDepth) {
    for ground in Ground.allCases {
      let theme = Theme.of(kind, on: ground)
      for style in Style.allCases {
        for isOnBand in [false, true] {
          let look = theme.look(of: style, isOnBand: isOnBand, depth: depth)
          // What is the terminal's own on its own ground is for its user to choose.
          guard let ink = look.ink?.colour.luminance else {
            #expect(look.ground == nil, "\(kind) \(ground) \(style): no ink on a colour")
            continue
          }
          for number in [look.ink, look.ground].compactMap({ $0?.many }) {
            #expect(number > 16, "a colour that nobody knows, or one that a direct depth counts so")
          }
          let behind = look.ground.map { [$0.colour.luminance] } ?? Self.grounds(ground)
          for luminance in behind {
            let contrast = Colour.contrast(ink, luminance)
            #expect(
              contrast >= (kind == .highContrast && style.step == nil ? 7 : Self.least),
              "\(kind) \(ground) \(style) \(isOnBand ? "on the bar " : ""): \(contrast)")
          }
        }
      }
    }
  }

  /// The first 16 colours as xterm has them; each user may have others.
  private static let xterm: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  @Test(arguments: Theme.Kind.allCases, [ColourDepth.eight, .sixteen])
  func everyPairOfFewColoursCanBeRead(kind: Theme.Kind, depth: ColourDepth) throws {
    func luminance(_ ink: Ink) throws -> Double {
      let number = try #require(depth == .eight ? ink.eight : ink.sixteen)
      return Self.colour(Self.xterm[Int(number)]).luminance
    }
    for ground in Ground.allCases {
      let theme = Theme.of(kind, on: ground)
      for style in Style.allCases {
        for isOnBand in [false, true] {
          let look = theme.look(of: style, isOnBand: isOnBand, depth: depth)
          guard let ink = look.ink else {
            #expect(look.ground == nil, "\(kind) \(ground) \(style): no ink on a colour")
            continue
          }
          let own = ground == .dark ? [0.0] : ground == .light ? [1.0] : [0, 1]
          for behind in try look.ground.map({ [try luminance($0)] }) ?? own {
            let contrast = Colour.contrast(try luminance(ink), behind)
            #expect(
              contrast >= (kind == .highContrast ? 7 : Self.least),
              "\(kind) \(ground) \(style) \(isOnBand ? "on the bar " : ""): \(contrast)")
          }
        }
      }
      let steps = Style.steps.map { theme.look(of: $0.style, depth: depth) }
      #expect(Set(steps).count == steps.count, "\(kind) \(ground)")
      #expect(Set(steps.compactMap(\.ink)).count <= 2, "one hue, and the ink of text")
    }
  }

  @Test func aGroundIsWhatItsLuminanceSays() {
    func ground(_ value: UInt32) -> Ground { Ground(Self.colour(value)) }
    #expect([0x000000, 0x002B36, 0x2E3440].allSatisfy { ground($0) == .dark })
    #expect([0xFFFFFF, 0xFDF6E3, 0xEFF1F5].allSatisfy { ground($0) == .light })
    #expect([0x808080, 0x5F5F87].allSatisfy { ground($0) == .middle })
  }

  @Test(arguments: Theme.Kind.allCases, Ground.allCases)
  func theStepsAreToldApart(kind: Theme.Kind, ground: Ground) {
    let steps = Theme.of(kind, on: ground).steps.map(\.ground.colour.luminance)
    guard kind != .mono else {
      #expect(steps.isEmpty)
      return
    }
    #expect(steps.count == Style.steps.count)
    let ratios = zip(steps, steps.dropFirst()).map { Colour.contrast($0, $1) }
    #expect(ratios.allSatisfy { $0 > 1.3 }, "\(ratios)")
    // Further from the ground step by step.
    #expect(steps == (ground == .light ? steps.sorted(by: >) : steps.sorted()))
  }

  /// Two weights, one accent, one warning, one hue for amounts: no more colours than these.
  @Test(arguments: Theme.Kind.allCases, Ground.allCases)
  func thereAreFewColours(kind: Theme.Kind, ground: Ground) {
    let theme = Theme.of(kind, on: ground)
    for isOnBand in [false, true] {
      let inks = Style.allCases.filter { $0.step == nil }
        .compactMap { theme.look(of: $0, isOnBand: isOnBand, depth: .many).ink }
      #expect(Set(inks).count <= 5)
    }
  }

  @Test(arguments: ColourDepth.allCases, Theme.Kind.allCases)
  func colourIsNeverTheOnlyCarrier(depth: ColourDepth, kind: Theme.Kind) {
    for ground in Ground.allCases {
      let theme = Theme.of(kind, on: ground)
      func attributes(_ style: Style) -> Look.Attributes {
        theme.look(of: style, depth: depth).attributes
      }
      #expect(attributes(.cursor) == .reverse)
      for style in [Style.strong, .title, .selected, .marked, .key, .warning, .error] {
        #expect(attributes(style).contains(.bold), "\(style)")
      }
      #expect(attributes(.correction).contains(.underline))
      #expect(attributes(.marked) != attributes(.selected))
    }
  }

  @Test func withoutColourNothingHasOneAndTheStepsShow() {
    for theme in [Theme.of(.plain, on: .dark), .of(.mono, on: .light)] {
      let depths: [ColourDepth] = theme == .of(.mono, on: .dark) ? ColourDepth.allCases : [.mono]
      for depth in depths {
        let looks = Style.allCases.map { theme.look(of: $0, depth: depth) }
        #expect(looks.allSatisfy { $0.ink == nil && $0.ground == nil })
        let steps = Style.steps.map { theme.look(of: $0.style, depth: depth).attributes.rawValue }
        #expect(Set(steps).count == steps.count)
      }
    }
    #expect(Set(Style.steps.map(\.glyph)).count == Style.steps.count)
  }

  @Test(arguments: ColourDepth.allCases)
  func theBarIsSeenAtEveryDepth(depth: ColourDepth) {
    for kind in Theme.Kind.allCases {
      for ground in Ground.allCases {
        let theme = Theme.of(kind, on: ground)
        for style in Style.allCases where style.step == nil {
          let (plain, onBand) = (
            theme.look(of: style, depth: depth), theme.look(of: style, isOnBand: true, depth: depth)
          )
          let isReversed =
            plain.attributes.symmetricDifference(onBand.attributes).contains(.reverse)
          #expect(isReversed || plain.ground != onBand.ground, "\(kind) \(ground) \(style)")
        }
      }
    }
  }
}
