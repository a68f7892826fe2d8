/// How something looks: its ink, what lies behind it, and what works without colour.
package struct Look: Hashable, Sendable {
  /// What works without colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt8

    /// Attributes by their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Greater weight.
    package static let bold = Attributes(rawValue: 1)
    /// Lesser weight.
    package static let dim = Attributes(rawValue: 2)
    /// A line below.
    package static let underline = Attributes(rawValue: 4)
    /// Ink and ground change places.
    package static let reverse = Attributes(rawValue: 8)
  }

  /// What works without colour.
  package var attributes: Attributes = []
  /// The colour of the text; nil keeps the terminal's own.
  package var ink: Ink?
  /// The colour behind it; nil keeps the terminal's own.
  package var ground: Ink?
}

/// A colour as terminals of different depths show it.
package struct Ink: Hashable, Sendable {
  /// Its number among 256, of those that are the same everywhere.
  package let many: UInt8
  /// The nearest among the 16 that are the user's own; nil where none of them can be read, so that
  /// the terminal's own ink and attributes say it.
  package let sixteen: UInt8?

  /// The nearest among the first 8.
  package var eight: UInt8? { sixteen.map { $0 & 7 } }

  /// A colour by its number among 256, and among 16.
  init(_ many: UInt8, _ sixteen: UInt8? = nil) {
    self.many = many
    self.sixteen = sixteen
  }

  /// The colour itself; black where the number is one of the user's own.
  package var colour: Colour { Colour(number: many) ?? Colour(red: 0, green: 0, blue: 0) }
}

/// How many colours a terminal shows.
package enum ColourDepth: CaseIterable, Hashable, Sendable {
  /// None, or none that are wanted.
  case mono
  /// The eight of old, whose tones are the user's.
  case eight
  /// These and their bright forms.
  case sixteen
  /// The 256 that are the same everywhere, from the seventeenth on.
  case many
  /// Every colour by its lights.
  case direct

  /// The depth of a terminal with so many colours.
  package init(colours: Int) {
    self =
      switch colours {
      case 257...: .direct
      case 256: .many
      case 16..<256: .sixteen
      case 8..<16: .eight
      default: .mono
      }
  }
}
