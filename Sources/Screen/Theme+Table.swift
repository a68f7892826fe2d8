/// The colours themselves.
///
/// The second number of an ink is for terminals of 8 or 16 colours, in which the bar is the reverse
/// and the steps have attributes.
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
          dim: Ink(250, 7), accent: Ink(79, 14), warning: Ink(215, 11), amount: Ink(74, 6)),
        band: bandOfDark, steps: bluesUp)
    case (.plain, .light):
      Theme(
        screen: Inks(
          dim: Ink(240), accent: Ink(23, 4), warning: Ink(124, 1), amount: Ink(25, 4)),
        band: bandOfLight, steps: bluesDown)
    case (.plain, .unknown):
      Theme(
        screen: Inks(
          dim: Ink(243), accent: Ink(29), warning: Ink(131), amount: Ink(63)),
        band: bandOfDark, steps: bluesUp)
    case (.colourBlind, .dark):
      Theme(
        screen: Inks(
          dim: Ink(250, 7), accent: Ink(117, 14), warning: Ink(220, 11), amount: Ink(111, 6)),
        band: bandOfDark.with(accent: Ink(117), warning: Ink(220)), steps: blueToYellow)
    case (.colourBlind, .light):
      Theme(
        screen: Inks(
          dim: Ink(240), accent: Ink(25, 4), warning: Ink(88, 1), amount: Ink(25, 4)),
        band: bandOfLight.with(accent: Ink(18), warning: Ink(88)),
        steps: blueToYellow.reversed())
    case (.colourBlind, .unknown):
      Theme(
        screen: Inks(
          dim: Ink(243), accent: Ink(63), warning: Ink(131), amount: Ink(63)),
        band: bandOfDark.with(accent: Ink(117), warning: Ink(220)), steps: blueToYellow)
    }
  }

  /// Attributes alone.
  static let mono = Theme(screen: Inks(), band: nil, steps: [])

  private static let (white, black) = (Ink(231, 15), Ink(232, 0))

  private static let whiteOnBlack = Theme(
    screen: Inks(
      text: white, dim: Ink(254, 7), accent: Ink(123, 14), warning: Ink(226, 11),
      amount: Ink(117, 6), ground: black),
    band: Inks(
      text: black, dim: Ink(234), accent: Ink(17), warning: Ink(52), amount: Ink(17), ground: white),
    steps: bluesUp)

  private static let blackOnWhite = Theme(
    screen: Inks(
      text: black, dim: Ink(234, 0), accent: Ink(18, 4), warning: Ink(88, 0), amount: Ink(18, 4),
      ground: white),
    band: Inks(
      text: white, dim: Ink(254), accent: Ink(123), warning: Ink(226), amount: Ink(117),
      ground: black),
    steps: bluesDown)

  private static let bandOfDark = Inks(
    text: Ink(254), dim: Ink(251), accent: Ink(79), warning: Ink(215),
    amount: Ink(117), ground: Ink(238))

  private static let bandOfLight = Inks(
    text: Ink(235), dim: Ink(239), accent: Ink(23), warning: Ink(88),
    amount: Ink(18), ground: Ink(253))

  /// One hue, each step lighter than the one before.
  private static let bluesUp = [
    (white, Ink(24)), (black, Ink(31)), (black, Ink(38)), (black, Ink(81)),
    (black, Ink(195)),
  ].map { (text: $0, ground: $1) }

  /// The same hue, each step darker than the one before.
  private static let bluesDown = [
    (black, Ink(195)), (black, Ink(117)), (black, Ink(74)), (black, Ink(31)),
    (white, Ink(24)),
  ].map { (text: $0, ground: $1) }

  /// From blue to yellow, each step lighter: the order shows to every eye.
  private static let blueToYellow = [
    (white, Ink(25)), (black, Ink(67)), (black, Ink(144)), (black, Ink(186)),
    (black, Ink(229)),
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
