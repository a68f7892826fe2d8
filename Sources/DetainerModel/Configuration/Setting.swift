import Text

/// One thing that can be set: what it is called, what it means, and how it is taken.
package struct Setting: Sendable {
  /// The name of the object in which it stands.
  package let section: String
  /// Its name there; empty where any name may stand.
  let name: String
  /// What it means, in one sentence.
  package let meaning: String
  /// The value where nothing is set, or examples where any name may stand, as they are written.
  let written: @Sendable (Configuration) -> [(name: String, value: String)]
  let take: @Sendable (inout Configuration, ConfigurationEntry) throws(NameError) -> Void

  /// All settings, in the order in which they are shown.
  package static let all =
    [
      filter, measure, minimum, format, clipboard, filters, columns,
    ] + ofCSV + [theme, mouse, link, keys]

  private static let filter = Setting(
    section: "defaults", name: "filter",
    meaning: "The filter with which the browser starts, beside outcome:declined."
  ) {
    [("filter", quoted($0.filter))]
  } take: { configuration, entry throws(NameError) in
    configuration.filter = try entry.filter()
  }

  private static let measure = Setting(
    section: "defaults", name: "measure",
    meaning:
      "What counting commands measure on a terminal, and views that can at first: \(Measure.allCases.map(\.rawValue).joined(separator: ", "))."
  ) {
    [("measure", quoted($0.usual.measure.rawValue))]
  } take: { configuration, entry throws(NameError) in
    let name = try entry.text()
    guard let measure = Measure(rawValue: name) else {
      throw NameError(
        name, "there is no measure of this name", among: Measure.allCases.map(\.rawValue))
    }
    configuration.usual.measure = measure
  }

  private static let minimum = Setting(
    section: "defaults", name: "minimum",
    meaning:
      "The smallest total whose share is ranked with the others, on a terminal and in views at first."
  ) {
    [("minimum", "\($0.usual.minimum)")]
  } take: { configuration, entry throws(NameError) in
    guard case .number(let number) = entry.value, number >= 0 else {
      throw entry.error("write a number of detainers, such as 100")
    }
    configuration.usual.minimum = number
  }

  private static let format = Setting(
    section: "defaults", name: "format",
    meaning: "The format of rows on a terminal; in a pipe they are csv."
  ) {
    [("format", quoted($0.format.name))]
  } take: { configuration, entry throws(NameError) in
    let name = try entry.text()
    guard let format = FileFormat(name: name), format.isText else {
      throw NameError(
        name, "this is not a format that a terminal shows",
        among: FileFormat.allCases.filter(\.isText).map(\.name))
    }
    configuration.format = format
  }

  private static let clipboard = Setting(
    section: "defaults", name: "clipboard",
    meaning: "How y copies: \(ClipboardMeans.allCases.map(\.help).joined(separator: ", "))."
  ) {
    [("clipboard", quoted($0.clipboard.rawValue))]
  } take: { configuration, entry throws(NameError) in
    let name = try entry.text()
    guard let means = ClipboardMeans(rawValue: name) else {
      throw NameError(
        name, "there is no such way to copy", among: ClipboardMeans.allCases.map(\.rawValue))
    }
    configuration.clipboard = means
  }

  private static let filters = Setting(
    section: "filters", name: "", meaning: "Filters by their names, which F in the browser lists."
  ) {
    $0.filters.map { (quoted($0.name), quoted($0.filter)) }
  } take: { configuration, entry throws(NameError) in
    let filter = try entry.filter()
    configuration.filters.removeAll { $0.name == entry.name }
    configuration.filters.append((entry.name, filter))
  }

  private static let columns = Setting(
    section: "columns", name: "",
    meaning: "The columns of “ddor list …” on a terminal, in their order."
  ) { configuration in
    ListingName.allCases.compactMap { name in
      configuration.columns[name].map {
        (name.rawValue, "[" + $0.map(quoted).joined(separator: ", ") + "]")
      }
    }
  } take: { configuration, entry throws(NameError) in
    guard let listing = ListingName(rawValue: entry.name) else {
      throw NameError(
        entry.name, "there is no listing of this name",
        among: ListingName.allCases.map(\.rawValue))
    }
    let names = try entry.texts()
    // A query without terms can be held against any data.
    if let nothing = try? Selection(Query(), in: Dataset()) {
      _ = try listing.head(of: nothing).choosing(names)
    }
    configuration.columns[listing] = names
  }

  private static let theme = Setting(
    section: "browser", name: "theme",
    meaning: "The colours: "
      + ThemeName.allCases.map { "\($0.rawValue) (\($0.words))" }.joined(separator: ", ") + "."
  ) {
    [("theme", quoted($0.theme.rawValue))]
  } take: { configuration, entry throws(NameError) in
    let name = try entry.text()
    guard let theme = ThemeName(rawValue: name) else {
      throw NameError(
        name, "there is no theme of this name", among: ThemeName.allCases.map(\.rawValue))
    }
    configuration.theme = theme
  }

  private static let mouse = Setting(
    section: "browser", name: "mouse",
    meaning:
      "Whether the browser takes the mouse; the terminal marks text then while Shift is held."
  ) {
    [("mouse", "\($0.mouse)")]
  } take: { configuration, entry throws(NameError) in
    configuration.mouse = try entry.flag()
  }

  private static let link = Setting(
    section: "browser", name: "link",
    meaning:
      "The command that opens a link (go), such as \"xdg-open {}\"; no shell reads it, and {} is the link."
  ) {
    [("link", quoted($0.link))]
  } take: { configuration, entry throws(NameError) in
    configuration.link = try entry.text()
  }

  package static let keys = Setting(
    section: "keys", name: "",
    meaning:
      "The keys of commands of the browser, apart by blanks; another command that has one loses it."
  ) {
    $0.keys.sorted { $0.key < $1.key }
      .map { (quoted($0.key), quoted($0.value.joined(separator: " "))) }
  } take: { configuration, entry throws(NameError) in
    configuration.keys[entry.name] = try entry.text().split(separator: " ").map(String.init)
  }

  /// The name as it stands in help: `defaults.measure`, `filters.NAME`.
  package var fullName: String { "\(section).\(name.isEmpty ? "NAME" : name)" }

  /// Finds the setting of an entry; throws the nearest name where there is none.
  static func named(_ section: String, _ name: String) throws(NameError) -> Setting {
    let ofSection = all.filter { $0.section == section }
    guard let first = ofSection.first else {
      var sections: [String] = []
      for setting in all where !sections.contains(setting.section) {
        sections.append(setting.section)
      }
      throw NameError(section, "there is no section of this name", among: sections)
    }
    if name.isEmpty { throw NameError(section, "write names and values between { and }.") }
    if first.name.isEmpty { return first }
    guard let setting = ofSection.first(where: { $0.name == name }) else {
      throw NameError(name, "there is no setting of this name", among: ofSection.map(\.name))
    }
    return setting
  }
}

extension ConfigurationEntry {
  fileprivate func error(_ reason: String) -> NameError { NameError(name, reason + ".") }

  func flag() throws(NameError) -> Bool {
    guard case .flag(let isOn) = value else { throw error("write true or false") }
    return isOn
  }

  fileprivate func text() throws(NameError) -> String {
    guard case .text(let text) = value else { throw error("write a text in quotes") }
    return text
  }

  fileprivate func texts() throws(NameError) -> [String] {
    guard case .texts(let texts) = value, !texts.isEmpty else {
      throw error("write a list of texts, such as [\"week\", \"declined\"]")
    }
    return texts
  }

  /// A text that can be read as a filter.
  fileprivate func filter() throws(NameError) -> String {
    let text = try text()
    do throws(FilterError) { _ = try FilterParser.parse(text) } catch {
      throw NameError(text, "\(error)")
    }
    return text
  }
}

/// A text as JSON writes it.
func quoted(_ text: String) -> String {
  var result = "\""
  forEachScalar(of: text) { scalar, isHarmless in
    if scalar == "\"" || scalar == "\\" {
      result += "\\\(scalar)"
    } else if isHarmless {
      result.unicodeScalars.append(scalar)
    } else {
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }
  return result + "\""
}

extension Configuration {
  /// The end of what begins a section.
  private func closing(_ section: String) -> String {
    "  }" + section.filter { $0 == "." }.map { _ in " }" }.joined() + ","
  }

  /// The configuration as a file that says it, with what each setting means.
  /// - Parameter keys: the commands of the browser with their keys and help.
  package func dump(keys: [(name: String, keys: [String], help: String)]) -> String {
    var lines = ["{"]
    var section = ""
    for setting in Setting.all {
      if setting.section != section {
        if !section.isEmpty { lines += [closing(section), ""] }
        section = setting.section
        if setting.name.isEmpty { lines.append("  // \(setting.meaning)") }
        // One object in another, as formats.csv is.
        lines.append("  \(section.replacing(".", with: ": { ")): {")
      }
      if !setting.name.isEmpty { lines.append("    // \(setting.meaning)") }
      if setting.section == Setting.keys.section {
        for command in keys {
          lines.append("    // \(command.help)")
          lines.append(
            "    \(quoted(command.name)): \(quoted(command.keys.joined(separator: " "))),")
        }
      } else {
        for (name, value) in setting.written(self) { lines.append("    \(name): \(value),") }
      }
    }
    return (lines + [closing(section), "}"]).joined(separator: "\n")
  }
}
