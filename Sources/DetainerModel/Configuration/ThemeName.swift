/// The colours that a user can choose for the browser.
public enum ThemeName: String, CaseIterable, Sendable {
  case automatic = "auto"
  case dark
  case light
  case mono
  case highContrast = "high-contrast"
  case colourBlind = "colour-blind"

  /// What it is, in a few words.
  package var words: String {
    switch self {
    case .automatic: "by the background of the terminal, which is asked for it"
    case .dark: "light colours for a dark background"
    case .light: "dark colours for a light background"
    case .mono: "no colours, as with NO_COLOR"
    case .highContrast: "white on black, or black on white where the background is light"
    case .colourBlind: "blue and yellow"
    }
  }
}
