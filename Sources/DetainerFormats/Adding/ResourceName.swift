/// Names of sources, as they stand in a package and in the names of its files.
enum ResourceName {
  /// What Frictionless takes for a name, less the slash: a name is a file's name too.
  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLowercase || character.isNumber || "._-".contains(character))
  }

  /// Why a name cannot be used; nil when it can.
  static func refusal(of name: String) -> String? {
    if name.isEmpty { return "the name is empty" }
    if name.utf8.count > 150 { return "the name is longer than 150 letters" }
    guard let first = name.first, first.isLetter || first.isNumber else {
      return "a name begins with a letter or a digit"
    }
    return name.allSatisfy(isPlain)
      ? nil : "a name has only small letters, digits, points, hyphens and underscores"
  }

  /// A name that can be used, as like a text as may be.
  static func suggested(by text: String) -> String {
    let words = text.lowercased().split { !isPlain($0) }
    let name = String(
      words.joined(separator: "-").drop { !$0.isLetter && !$0.isNumber }.prefix(150))
    return name.isEmpty ? "release" : name
  }
}
