/// A page in the language of `man`.
struct Page {
  private(set) var text: String
  /// Whether a heading has just been written, below which no paragraph begins.
  private var isAtHeading = false

  init(name: String) {
    text = """
      .\\" Made from the help of the program; see Sources/manual.
      .TH \(name.uppercased()) 1 "" "\(name)" "User Commands"
      .nh
      .ad l

      """
  }

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func section(_ title: String) { heading(".SH \(title)") }

  mutating func subsection(_ title: String) { heading(".SS \"\(Self.escaped(title))\"") }

  private mutating func heading(_ heading: String) {
    line(heading)
    isAtHeading = true
  }

  private mutating func paragraph() {
    if !isAtHeading { line(".PP") }
    isAtHeading = false
  }

  mutating func synopsis(_ command: String, _ rest: String) {
    if !isAtHeading { line(".br") }
    isAtHeading = false
    line(".B \(Self.escaped(command))")
    line(Self.escaped(rest))
  }

  mutating func item(_ heading: String, _ meaning: String) {
    isAtHeading = false
    line(".TP")
    line("\\fB\(Self.escaped(heading))\\fR")
    line(Self.escaped(meaning))
  }

  /// Paragraphs; lines that are indented stand as they are.
  mutating func prose(_ prose: String) {
    guard !prose.isEmpty else { return }
    paragraph()
    var isLiteral = false
    for source in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      if source.isEmpty {
        if isLiteral { line(".fi") }
        isLiteral = false
        paragraph()
      } else {
        if source.hasPrefix("  "), !isLiteral {
          isLiteral = true
          line(".nf")
        }
        line(Self.escaped(String(source)))
      }
    }
    if isLiteral { line(".fi") }
  }

  /// A text in which nothing is a command.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
