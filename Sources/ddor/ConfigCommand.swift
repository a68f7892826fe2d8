import ArgumentParser
import Browser
import DetainerModel

/// `ddor config`: where the configuration is, and what it says.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", _superCommandName: Ddor.name,
    abstract: "Say where the configuration is, or print the one that is in force.",
    discussion: """
      The configuration is a file that you write, in JSON with comments (JSON5): \
      $XDG_CONFIG_HOME/ddor/config.json5, else ~/.config/ddor/config.json5. Without it everything \
      is as the help says. An entry that is wrong is named with its line, and the others are taken.

      SETTINGS:
      \(settings)

      EXAMPLES:
        ddor config
        ddor config --dump > ~/.config/ddor/config.json5
      """)

  @Flag(help: "Print the configuration that is in force, with what each setting means.")
  var dump = false

  /// Prints where it is or what it says, and what is wrong in it.
  func run() throws {
    let (configuration, problems) = UserConfiguration.read()
    problems.forEach(complain)
    guard let path = UserConfiguration.path else { throw CommandError.noConfiguration }
    try say(dump ? configuration.dump(keys: Keymap.bindings(configuration)) : path)
  }

  private static var settings: String {
    Setting.all.map { "  \($0.fullName)\n    \($0.meaning)" }.joined(separator: "\n")
  }
}
