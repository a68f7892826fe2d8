import ArgumentParser
import DetainerModel
import Screen

/// Options of the browser alone.
struct BrowserOptions: ParsableArguments {
  @Option(help: "The colours: \(Self.themes).")
  var theme: ThemeName?

  @Flag(help: "Take the mouse: a click selects, two open, the wheel scrolls.")
  var mouse = false

  @Flag(help: "Start anew, and not where the last session of the same data ended.")
  var fresh = false

  @Option(help: "Write what happens to a file, with times.", completion: .file())
  var log: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  private static let themes = ThemeName.allCases.map(\.rawValue).joined(separator: ", ")
}

extension ThemeName: ExpressibleByArgument {}

extension ThemeName {
  /// The table of colours that it means.
  var kind: Theme.Kind {
    switch self {
    case .automatic, .dark, .light: .plain
    case .mono: .mono
    case .highContrast: .highContrast
    case .colourBlind: .colourBlind
    }
  }

  /// The background where it names that; nil where the terminal is asked.
  var ground: Ground? {
    switch self {
    case .dark: .dark
    case .light: .light
    default: nil
    }
  }
}
