import Screen

/// How a style looks; the colours are ncurses numbers, nil keeps the terminal's own.
struct Look: Equatable {
  /// What works without colour.
  struct Attributes: OptionSet {
    let rawValue: UInt8
    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let underline = Attributes(rawValue: 4)
    static let reverse = Attributes(rawValue: 8)
  }

  var attributes: Attributes = []
  var colour: Int16?
}

/// How many colours the terminal shows.
enum ColourDepth: CaseIterable {
  case mono, eight, many
}

/// The looks of all styles.
///
/// Backgrounds are never set, so light and dark terminals both work; the colours are middle tones
/// readable on either. What a style says, its attributes, sign or place say too.
enum Palette {
  static func look(of style: Style, depth: ColourDepth) -> Look {
    let colours = colours(of: style)
    return switch depth {
    case .mono: Look(attributes: monoAttributes(of: style))
    case .eight: Look(attributes: attributes(of: style), colour: colours?.eight)
    case .many:
      // Here the grey says it; dimmed grey is hard to read.
      Look(attributes: attributes(of: style).subtracting(.dim), colour: colours?.many)
    }
  }

  private static func attributes(of style: Style) -> Look.Attributes {
    switch style {
    case .cursor: .reverse
    case .strong, .title, .selected, .key, .prompt, .warning, .error, .ramp5: .bold
    case .marked: [.bold, .underline]
    case .correction: .underline
    case .dim, .frame: .dim
    case .normal, .bar, .ramp1, .ramp2, .ramp3, .ramp4: []
    }
  }

  /// Without colour the scale of the map has to show by attributes alone.
  private static func monoAttributes(of style: Style) -> Look.Attributes {
    switch style {
    case .ramp1: .dim
    case .ramp2, .frame: []
    case .ramp3: .underline
    case .ramp4: .bold
    case .ramp5: [.bold, .underline]
    case .error: [.bold, .reverse]
    default: attributes(of: style)
    }
  }

  /// The colour among 8 and among 256.
  private static func colours(of style: Style) -> (eight: Int16, many: Int16)? {
    switch style {
    case .normal, .strong, .selected, .cursor: nil
    case .dim, .frame: (7, 244)
    case .title: (6, 31)
    case .bar: (6, 66)
    case .key: (6, 37)
    case .prompt: (4, 68)
    case .marked: (5, 133)
    case .warning: (3, 172)
    case .error: (1, 167)
    case .correction: (5, 133)
    // One step lighter each, from blue to yellow, so that the order shows to everyone.
    case .ramp1: (4, 61)
    case .ramp2: (4, 67)
    case .ramp3: (6, 72)
    case .ramp4: (2, 143)
    case .ramp5: (3, 178)
    }
  }
}
