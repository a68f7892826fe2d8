import CNcurses
import Screen

/// The looks of a theme as ncurses has them: attributes, and a pair of colours for each look.
struct Palette {
  private let looks: [(attributes: attr_t, pair: Int16)]
  /// How the glyphs of the steps of amounts look where these have colours: like these, so that a
  /// tile is filled and the glyph is there for whoever reads the text.
  private let fills: [(attributes: attr_t, pair: Int16)]

  /// Makes the pairs of a theme; those of the theme before it are changed.
  init(_ theme: Theme, depth: ColourDepth) {
    var looks: [(attributes: attr_t, pair: Int16)] = []
    for isOnBand in [false, true] {
      for style in Style.allCases {
        let look = theme.look(of: style, isOnBand: isOnBand, depth: depth)
        var pair: Int16 = 0
        if look.ink != nil || look.ground != nil {
          pair = Int16(looks.count) + 1
          init_extended_pair(
            Int32(pair), Self.number(look.ink, depth), Self.number(look.ground, depth))
        }
        looks.append((Self.attributes(look.attributes), pair))
      }
    }
    var fills: [(attributes: attr_t, pair: Int16)] = []
    for step in Style.steps {
      guard let ground = theme.look(of: step.style, depth: depth).ground else { break }
      let pair = Int16(looks.count + fills.count) + 1
      let number = Self.number(ground, depth)
      init_extended_pair(Int32(pair), number, number)
      fills.append((0, pair))
    }
    (self.looks, self.fills) = (looks, fills)
  }

  /// How a cell looks.
  subscript(cell: Cell) -> (attributes: attr_t, pair: Int16) {
    if let step = cell.style.step, fills.indices.contains(step),
      cell.text == Style.steps[step].glyph
    {
      return fills[step]
    }
    var look = looks[Int(cell.style.rawValue) + (cell.isOnBand ? Style.allCases.count : 0)]
    if cell.isReversed { look.attributes ^= nc_reverse }
    return look
  }

  /// The number of a colour, -1 for the terminal's own.
  private static func number(_ ink: Ink?, _ depth: ColourDepth) -> Int32 {
    guard let ink else { return -1 }
    switch depth {
    case .mono: return -1
    case .eight: return ink.eight.map(Int32.init) ?? -1
    case .sixteen: return ink.sixteen.map(Int32.init) ?? -1
    case .many: return Int32(ink.many)
    case .direct:
      let colour = ink.colour
      return Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue)
    }
  }

  private static func attributes(_ attributes: Look.Attributes) -> attr_t {
    var value: attr_t = 0
    if attributes.contains(.bold) { value |= nc_bold }
    if attributes.contains(.dim) { value |= nc_dim }
    if attributes.contains(.underline) { value |= nc_underline }
    if attributes.contains(.reverse) { value |= nc_reverse }
    return value
  }

  /// How many colours the terminal shows, and whether any are wanted.
  ///
  /// See https://no-color.org: any value but the empty one counts.
  static func depth() -> ColourDepth {
    let isUnwanted = !(System.variable("NO_COLOR") ?? "").isEmpty
    guard !isUnwanted, has_colors(), start_color() == OK, use_default_colors() == OK else {
      return .mono
    }
    return ColourDepth(colours: Int(nc_colors()))
  }
}
