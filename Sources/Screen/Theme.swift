/// The looks of all styles: ink, dim, one accent, one warning, one hue in steps for amounts, and a
/// filled bar for the first and the last line.
///
/// It is a table without rules of its own. Every pair of colours in it has a contrast of 4.5 or
/// more on the grounds it is for, which a test computes; among 8 or 16 colours with those of xterm. What a style says, its attributes, sign or
/// place say too.
package struct Theme: Hashable, Sendable {
  /// What decides over the colours.
  package enum Kind: CaseIterable, Hashable, Sendable {
    /// Two weights of text, an accent and a warning.
    case plain
    /// Attributes alone.
    case mono
    /// Black on white or white on black, whatever the terminal has.
    case highContrast
    /// Blue and yellow, which every eye tells apart.
    case colourBlind
  }

  /// The colours of text on one ground; nil keeps the terminal's own.
  struct Inks: Hashable, Sendable {
    var text: Ink?
    var dim: Ink?
    var accent: Ink?
    var warning: Ink?
    var amount: Ink?
    var ground: Ink?
  }

  /// The inks on the ground of the screen.
  let screen: Inks
  /// The inks on the bar of the first and the last line; nil where they are in reverse.
  let band: Inks?
  /// Text and colour of the steps of amounts, the least first; empty where attributes say them.
  let steps: [(text: Ink, ground: Ink)]

  /// The look of a style, on the screen or in the first and the last line.
  package func look(of style: Style, isOnBand: Bool = false, depth: ColourDepth) -> Look {
    let hasColours = depth == .many || depth == .direct
    guard depth != .mono, self != .mono else { return Self.monoLook(of: style, isOnBand: isOnBand) }
    if let step = style.step, hasColours, steps.indices.contains(step) {
      return Look(ink: steps[step].text, ground: steps[step].ground)
    }
    let inks = isOnBand && hasColours ? band ?? screen : screen
    var look = Look(
      attributes: Self.attributes(of: style), ink: Self.ink(of: style, inks), ground: inks.ground)
    if !hasColours {
      // Attributes tell the steps apart, in the hue of amounts where that can be read.
      if style.step != nil {
        look.attributes = Self.monoLook(of: style, isOnBand: false).attributes
        look.ink = look.attributes.contains(.dim) ? inks.text : inks.amount
      }
      if look.ink?.sixteen == nil { look.ink = inks.text }
    }
    // Where grey says it, dimmed grey is hard to read.
    if look.ink != nil { look.attributes.remove(.dim) }
    if isOnBand, !hasColours || band == nil {
      look.attributes.formSymmetricDifference(.reverse)
      // The inks of the screen are not made for its opposite.
      (look.ink, look.ground) = (nil, nil)
    }
    return look
  }

  private static func ink(of style: Style, _ inks: Inks) -> Ink? {
    switch style {
    case .normal, .strong, .selected, .cursor: inks.text
    case .dim, .frame: inks.dim
    case .title, .key, .prompt, .marked: inks.accent
    case .warning, .error, .correction: inks.warning
    case .bar: inks.amount
    case .ramp1, .ramp2, .ramp3, .ramp4, .ramp5: nil
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

  /// Without colour the steps of amounts have to show by attributes alone.
  private static func monoLook(of style: Style, isOnBand: Bool) -> Look {
    var attributes: Look.Attributes =
      switch style {
      case .ramp1: .dim
      case .ramp2, .frame: []
      case .ramp3: .underline
      case .ramp4: .bold
      case .ramp5: [.bold, .underline]
      case .error: [.bold, .reverse]
      default: Self.attributes(of: style)
      }
    if isOnBand { attributes.formSymmetricDifference(.reverse) }
    return Look(attributes: attributes)
  }

  package static func == (a: Theme, b: Theme) -> Bool {
    a.screen == b.screen && a.band == b.band
      && a.steps.elementsEqual(b.steps) { $0.text == $1.text && $0.ground == $1.ground }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(screen)
    hasher.combine(band)
  }
}
