/// The colours themselves.
extension Theme {
  /// The theme of a kind for a ground.
  package static func of(_ kind: Kind, on ground: Ground) -> Theme {
    switch (kind, ground) {
    case (.mono, _): mono
    case (.highContrast, .light): blackOnWhite
    case (.highContrast, _): whiteOnBlack
    case (_, .middle): Theme(screen: Inks(), band: bandOfDark, steps: bluesUp)
    case (.plain, .dark):
      Theme(
        screen: Inks(
          dim: Ink(250, 7), accent: Ink(79, 14), warning: Ink(215, 11), amount: Ink(74, 12)),
        band: bandOfDark, steps: bluesUp)
    case (.plain, .light):
      Theme(
        screen: Inks(
          dim: Ink(240, 8), accent: Ink(23, 6), warning: Ink(124, 1), amount: Ink(25, 4)),
        band: bandOfLight, steps: bluesDown)
    case (.plain, .unknown):
      Theme(
        screen: Inks(
          dim: Ink(243, 7), accent: Ink(29, 6), warning: Ink(131, 1), amount: Ink(63, 4)),
        band: bandOfDark, steps: bluesUp)
    case (.colourBlind, .dark):
      Theme(
        screen: Inks(
          dim: Ink(250, 7), accent: Ink(117, 14), warning: Ink(220, 11), amount: Ink(111, 12)),
        band: bandOfDark.with(accent: Ink(117, 14), warning: Ink(220, 11)), steps: blueToYellow)
    case (.colourBlind, .light):
      Theme(
        screen: Inks(
          dim: Ink(240, 8), accent: Ink(25, 4), warning: Ink(88, 1), amount: Ink(25, 4)),
        band: bandOfLight.with(accent: Ink(18, 4), warning: Ink(88, 1)),
        steps: blueToYellow.reversed())
    case (.colourBlind, .unknown):
      Theme(
        screen: Inks(
          dim: Ink(243, 7), accent: Ink(63, 4), warning: Ink(131, 1), amount: Ink(63, 4)),
        band: bandOfDark.with(accent: Ink(117, 14), warning: Ink(220, 11)), steps: blueToYellow)
    }
  }

  /// Attributes alone.
  static let mono = Theme(screen: Inks(), band: nil, steps: [])

  private static let (white, black) = (Ink(231, 15), Ink(232, 0))

  private static let whiteOnBlack = Theme(
    screen: Inks(
      text: white, dim: Ink(254, 7), accent: Ink(123, 14), warning: Ink(226, 11),
      amount: Ink(117, 12), ground: black),
    band: Inks(
      text: black, dim: Ink(234, 0), accent: Ink(17, 4), warning: Ink(52, 1), amount: Ink(17, 4),
      ground: white),
    steps: bluesUp)

  private static let blackOnWhite = Theme(
    screen: Inks(
      text: black, dim: Ink(234, 0), accent: Ink(18, 4), warning: Ink(88, 1), amount: Ink(18, 4),
      ground: white),
    band: Inks(
      text: white, dim: Ink(254, 7), accent: Ink(123, 14), warning: Ink(226, 11),
      amount: Ink(117, 12), ground: black),
    steps: bluesDown)

  private static let bandOfDark = Inks(
    text: Ink(254, 15), dim: Ink(251, 7), accent: Ink(79, 14), warning: Ink(215, 11),
    amount: Ink(117, 12), ground: Ink(238, 8))

  private static let bandOfLight = Inks(
    text: Ink(235, 0), dim: Ink(239, 8), accent: Ink(23, 6), warning: Ink(88, 1),
    amount: Ink(18, 4), ground: Ink(253, 7))

  /// One hue, each step lighter than the one before.
  private static let bluesUp = [
    (white, Ink(24, 4)), (black, Ink(31, 4)), (black, Ink(38, 6)), (black, Ink(81, 14)),
    (black, Ink(195, 15)),
  ].map { (text: $0, ground: $1) }

  /// The same hue, each step darker than the one before.
  private static let bluesDown = [
    (black, Ink(195, 15)), (black, Ink(117, 14)), (black, Ink(74, 6)), (black, Ink(31, 4)),
    (white, Ink(24, 4)),
  ].map { (text: $0, ground: $1) }

  /// From blue to yellow, each step lighter: the order shows to every eye.
  private static let blueToYellow = [
    (white, Ink(25, 4)), (black, Ink(67, 4)), (black, Ink(144, 6)), (black, Ink(186, 11)),
    (black, Ink(229, 15)),
  ].map { (text: $0, ground: $1) }
}

extension Theme.Inks {
  /// The same with another accent and another warning.
  fileprivate func with(accent: Ink, warning: Ink) -> Theme.Inks {
    var inks = self
    (inks.accent, inks.warning) = (accent, warning)
    return inks
  }
}
