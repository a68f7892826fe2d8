import Browser
import DetainerFormats
import DetainerModel
import Glibc

/// The configuration of the user: where it is, and what it says.
enum UserConfiguration {
  /// `$XDG_CONFIG_HOME/ddor/config.json5`, else that in `~/.config`; nil where the user has no home.
  static var path: String? {
    DefaultData.directory("XDG_CONFIG_HOME", or: ".config").map { $0 + "/ddor/config.json5" }
  }

  /// What it says, for commands: what is wrong in it is told once.
  private static let ofCommands: Configuration = {
    // Keys are for the browser, which says what is wrong with them.
    let (configuration, problems) = read { _, _ in nil }
    problems.forEach(complain)
    return configuration
  }()

  /// What it says for rows that go to a terminal; what goes into a file or a pipe is the same for
  /// everyone.
  /// - Parameter output: the file that is written instead.
  static func ofCommands(writing output: String? = nil) -> Configuration {
    output == nil && printsToTerminal ? ofCommands : Configuration()
  }

  /// Reads it; what is wrong is told in sentences, and everything else is taken.
  static func read(
    keyProblem: (String, [String]) -> NameError? = Keymap.problem
  ) -> (Configuration, problems: [String]) {
    guard let path else { return (Configuration(), []) }
    do throws(LoadError) {
      guard let file = try ConfigurationFile(path: path) else { return (Configuration(), []) }
      if let line = file.brokenLine {
        return (
          Configuration(),
          [
            "\(path), line \(line): this is not JSON5, and nothing of the file is taken; "
              + "“ddor config --dump” shows how it is written."
          ]
        )
      }
      var problems: [ConfigurationProblem] = []
      let configuration = Configuration(
        file.entries, keyProblem: keyProblem, problems: &problems)
      return (configuration, problems.map { "\(path), line \($0.line): \($0.description)" })
    } catch {
      return (Configuration(), [error.description])
    }
  }
}
