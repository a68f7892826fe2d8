/// What a cell means; the terminal decides how that looks.
package enum Style: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case normal
  /// Text of lesser weight.
  case dim
  /// Text of greater weight.
  case strong
  /// The title of a pane.
  case title
  /// The selected row of a pane without the focus.
  case selected
  /// The selected row of the pane with the focus.
  case cursor
  /// A marked row.
  case marked
  /// A warning.
  case warning
  /// An error.
  case error
  /// A value touched by a published correction.
  case correction
  /// The name of a key in a hint.
  case key
  /// An amount as a bar or a line, whatever row it stands in.
  case bar
  /// The line being typed.
  case prompt
  /// The lines between panes.
  case frame
  /// The lowest step of amounts, as text in a tile of its colour.
  case ramp1
  /// The second step of amounts.
  case ramp2
  /// The third step of amounts.
  case ramp3
  /// The fourth step of amounts.
  case ramp4
  /// The highest step of amounts.
  case ramp5

  /// The letter that stands for this style in a style grid; no two styles share one.
  package var letter: Character {
    switch self {
    case .normal: "."
    case .dim: "d"
    case .strong: "s"
    case .title: "t"
    case .selected: "S"
    case .cursor: "C"
    case .marked: "M"
    case .warning: "w"
    case .error: "e"
    case .correction: "x"
    case .key: "k"
    case .bar: "b"
    case .prompt: "p"
    case .frame: "f"
    case .ramp1: "1"
    case .ramp2: "2"
    case .ramp3: "3"
    case .ramp4: "4"
    case .ramp5: "5"
    }
  }

  /// The place of the style among the steps of amounts, from 0; nil for other styles.
  package var step: Int? {
    switch self {
    case .ramp1: 0
    case .ramp2: 1
    case .ramp3: 2
    case .ramp4: 3
    case .ramp5: 4
    default: nil
    }
  }

  /// The steps of amounts, the least first, each with the glyph that says it without colour.
  package static let steps: [(style: Style, glyph: Character)] = [
    (.ramp1, "·"), (.ramp2, "░"), (.ramp3, "▒"), (.ramp4, "▓"), (.ramp5, "█"),
  ]
}
