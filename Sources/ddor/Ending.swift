import ArgumentParser
import DetainerFormats
import DetainerModel
import Terminal

/// How the program ends after an error: what it says, where, and the code the shell gets.
struct Ending {
  /// What goes to standard output, such as help that was asked for.
  var output: String?
  /// The sentences for standard error.
  var messages: [String]
  /// The exit code: 0 done, 1 nothing could be read, 2 the command line is at fault.
  var code: Int32

  /// Finds the ending of an error.
  init(_ error: any Error) {
    switch error {
    case let error as LoadError: self.init(message: error.description, code: 1)
    case let error as CommandError: self.init(message: error.description, code: error.exitCode)
    case let error as NameError: self.init(message: "--sort, \(error)", code: 2)
    case let error as SourceOverlap: self.init(CommandError.overlappingWeeks(error.weeks))
    case let error as ImportError:
      self.init(code: error.kind == .data ? 1 : 2)
      messages = error.sentences
    // `head` has seen enough: nothing went wrong.
    case WriteError.brokenPipe(.standardOutput): self.init(code: 0)
    case is DiffError, is FilterError, is SQLError, is TerminalError, is WriteError:
      self.init(message: "\(error)", code: 2)
    case let code as ExitCode: self.init(code: code.rawValue)
    default:
      let text = Ddor.fullMessage(for: error)
      if Ddor.exitCode(for: error).isSuccess {
        self.init(output: text, code: 0)
      } else {
        self.init(message: Self.sentence(from: text), code: 2)
      }
    }
  }

  private init(output: String? = nil, message: String? = nil, code: Int32) {
    self.output = output
    messages = message.map { [$0] } ?? []
    self.code = code
  }

  /// The parser's message as one line: what is wrong and where help is, without the usage.
  private static func sentence(from text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let help =
      lines.last { $0.contains("See '") }.map { String($0.drop { $0 == " " }) }
      ?? "See 'ddor --help' for more information."
    if let choice = choice(from: text) { return choice + " " + help }
    let said = lines.prefix { !$0.isEmpty && !$0.hasPrefix("Usage:") && !$0.hasPrefix("Help:") }
    var sentence = said.joined(separator: " ")
    if sentence.hasPrefix("Error: ") { sentence.removeFirst("Error: ".count) }
    if !sentence.hasSuffix(".") && !sentence.hasSuffix("?") { sentence += "." }
    return sentence + " " + help
  }

  /// What the parser says of a value that is not one of a few, with the one that was meant.
  private static func choice(from text: String) -> String? {
    // The value '…' is invalid for '--measure <measure>'. Please provide one of '…', '…' or '…'.
    let parts = text.split(separator: "'. Please provide one of ", maxSplits: 1)
    guard parts.count == 2, let said = parts[0].firstRange(of: "' is invalid for '"),
      let value = parts[0][..<said.lowerBound].wholeMatch(of: /Error: The value '(.*)/)
    else { return nil }
    let choices = parts[1].split(separator: "\n")
    // Many of them stand on a line each.
    let listed = choices.filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
    let quoted = choices[0].split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let option = parts[0][said.upperBound...].split(separator: " ").first ?? ""
    let error = NameError(
      String(value.1), "there is no value of this name", among: listed.isEmpty ? quoted : listed)
    return (option.hasPrefix("-") ? "\(option), " : "") + error.description
  }
}
