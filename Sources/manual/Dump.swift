/// What the parser of command lines says of the program.
struct Dump: Decodable {
  let command: Command
}

/// A command with its arguments.
struct Command: Decodable {
  let commandName: String
  let abstract: String
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [Command]?
  let defaultSubcommand: String?
  let shouldDisplay: Bool?

  /// The options and flags that are its own.
  var options: [Argument] {
    (arguments ?? []).filter { $0.kind != "positional" && $0.isShown }
  }

  /// What stands behind its name.
  var synopsis: String {
    let positional = (arguments ?? []).filter { $0.kind == "positional" }.map { argument in
      let name = argument.value.uppercased() + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    return (positional + ["[OPTION ...]"]).joined(separator: " ")
  }
}

/// An option, a flag or a positional argument.
struct Argument: Decodable, Hashable {
  struct Name: Decodable, Hashable {
    let kind: String
    let name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let names: [Name]?
  let valueName: String?
  let abstract: String?
  let defaultValue: String?
  let allValues: [String]?
  let isOptional: Bool
  let isRepeating: Bool
  let shouldDisplay: Bool?

  /// What every command has is not told of each.
  var isShown: Bool {
    (shouldDisplay ?? true) && names?.contains { ["help", "version"].contains($0.name) } != true
  }

  var value: String { valueName ?? "value" }

  /// The first of the long names.
  var shortHeading: String {
    (names?.first { $0.kind == "long" } ?? names?.first)?.text ?? value.uppercased()
  }

  /// All names with the value.
  var heading: String {
    guard let names, kind != "positional" else { return value.uppercased() }
    let all = names.sorted { $0.name.count < $1.name.count }.map(\.text).joined(separator: ", ")
    return kind == "flag" ? all : "\(all) \(value.uppercased())"
  }

  /// What it is for, and what it may be.
  var meaning: String {
    let values =
      (allValues ?? []).isEmpty ? "" : " One of \((allValues ?? []).joined(separator: ", "))."
    let usual = defaultValue.map { " Otherwise: \($0)." } ?? ""
    return (abstract ?? "") + values + usual
  }
}
