import Text

/// What a user sets once: how the browser starts, its keys, saved filters, and what commands do when
/// nothing else is said.
public struct Configuration: Sendable {
  /// The filter with which the browser starts, beside the subject of the reports.
  public internal(set) var filter = ""
  /// What is measured, and what is ranked.
  public internal(set) var usual = UsualMeasure()
  /// By what means texts are copied.
  public internal(set) var clipboard = ClipboardMeans.all
  /// The format of rows on a terminal.
  public internal(set) var format = FileFormat.table
  /// Filters by their names, in the order in which they were saved.
  public internal(set) var filters: [(name: String, filter: String)] = []
  /// The columns of listings on a terminal.
  public internal(set) var columns: [ListingName: [String]] = [:]
  /// What the export dialog has switched on at first.
  public internal(set) var csv = ExportForm(.csv)
  /// The colours of the browser.
  public internal(set) var theme = ThemeName.automatic
  /// The command that opens a link, with `{}` in its place; empty for none.
  public internal(set) var link = ""
  /// Whether the browser takes the mouse.
  public internal(set) var mouse = false
  /// The keys of commands of the browser, by the names of the commands.
  public internal(set) var keys: [String: [String]] = [:]

  /// The configuration of someone who has set nothing.
  public init() {}

  /// Takes entries, and tells those that are wrong.
  ///
  /// - Parameters:
  ///   - entries: what is written in a file.
  ///   - keyProblem: says what is wrong with keys for a command, if anything is.
  package init(
    _ entries: [ConfigurationEntry],
    keyProblem: (_ command: String, _ keys: [String]) -> NameError?,
    problems: inout [ConfigurationProblem]
  ) {
    for entry in entries {
      do throws(NameError) {
        let setting = try Setting.named(entry.section, entry.name)
        try setting.take(&self, entry)
        guard let keys = keys[entry.name], entry.section == Setting.keys.section,
          let problem = keyProblem(entry.name, keys)
        else { continue }
        self.keys[entry.name] = nil
        throw problem
      } catch {
        problems.append(ConfigurationProblem(line: entry.line, name: entry.fullName, error))
      }
    }
  }
}

/// A value that is written in a configuration, with its name and place.
package struct ConfigurationEntry: Sendable {
  /// What may be written.
  package enum Value: Equatable, Sendable {
    case text(String)
    case number(Int)
    case texts([String])
    case flag(Bool)
    /// Anything else, such as a list in a list.
    case other
  }

  /// The name of the object in which it stands.
  package let section: String
  /// Its own name; empty where the section itself is not an object.
  package let name: String
  /// What is written.
  package let value: Value
  /// The line on which it begins, from 1.
  package let line: Int

  /// Describes an entry.
  package init(section: String, name: String, value: Value, line: Int) {
    self.section = section
    self.name = name
    self.value = value
    self.line = line
  }

  /// The name as it stands in a sentence: `defaults.measure`.
  var fullName: String { name.isEmpty ? section : "\(section).\(name)" }
}

/// An entry that is wrong: where it is, and what would be right.
package struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
  /// The line of the entry, from 1.
  package let line: Int
  /// The entry and what is right, as a sentence.
  package let description: String

  init(line: Int, name: String, _ error: NameError) {
    self.line = line
    description = "\(excerpt(name)): \(error)"
  }
}
