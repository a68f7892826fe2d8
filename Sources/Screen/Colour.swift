/// A colour by its three lights.
package struct Colour: Hashable, Sendable {
  /// The lights from 0 to 255.
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// A colour by its lights.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// One of the 256 colours of terminals; the first 16 are the user's, so nobody knows them.
  package init?(number: UInt8) {
    switch number {
    case 0..<16: return nil
    case 16..<232:
      func light(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      let cube = number - 16
      self.init(red: light(cube / 36), green: light(cube / 6 % 6), blue: light(cube % 6))
    default:
      let grey = 8 + 10 * (number - 232)
      self.init(red: grey, green: grey, blue: grey)
    }
  }

  /// How light it is to the eye, from 0 for black to 1 for white, as WCAG 2 defines it.
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// How well one of the two is read on the other, from 1 to 21, as WCAG 2 defines it.
  package func contrast(with other: Colour) -> Double {
    Self.contrast(luminance, other.luminance)
  }

  /// How well two luminances are told apart.
  package static func contrast(_ a: Double, _ b: Double) -> Double {
    (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func linear(_ light: UInt8) -> Double {
    let part = Double(light) / 255
    return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
  }

  /// x to the power of 2.4, which is x² and the fifth root of x², found by Newton's steps: there is
  /// no mathematics library here.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}

/// What is known of the background of a terminal.
package enum Ground: CaseIterable, Hashable, Sendable {
  /// Nothing: what is shown has to be read on black and on white.
  case unknown
  /// Dark enough for light colours.
  case dark
  /// Light enough for dark colours.
  case light
  /// Neither, so that no colour is sure to be read on it.
  case middle

  /// The luminances of the backgrounds that count as it.
  package var luminances: ClosedRange<Double> {
    switch self {
    case .dark: 0...0.04
    case .light: 0.75...1
    case .unknown, .middle: 0...1
    }
  }

  /// What a background of a colour counts as.
  package init(_ colour: Colour) {
    let luminance = colour.luminance
    self = [.dark, .light].first { $0.luminances.contains(luminance) } ?? .middle
  }
}
