import DetainerModel
import Text

/// Rows for a command of the shell.
package struct PipeRequest: Equatable, Sendable {
  /// The command, as a shell reads it.
  package let command: String
  /// How the rows go to its standard input.
  package let form: ExportForm
  /// Makes the rows, beside the loop.
  package let listing: @Sendable () -> Listing?

  /// Two are the same where the same command gets rows in the same form.
  package static func == (a: PipeRequest, b: PipeRequest) -> Bool {
    a.command == b.command && a.form == b.form
  }
}

/// What a command printed and complained of, and how it ended.
package struct PipeResult: Equatable, Sendable {
  /// How a command ended.
  package enum Ending: Equatable, Sendable {
    /// With a status, which is 0 where all went well.
    case exited(Int)
    /// By a signal.
    case signalled(Int)
    /// The user stopped it.
    case stopped
    /// It was not run, and why.
    case failed(String)
  }

  /// The lines and bytes that are kept at most.
  package static let most = (lines: 10_000, bytes: 1 << 20)

  /// The lines that are kept, with nothing in them that could disturb a terminal.
  package let lines: [String]
  /// How many lines there were.
  package let lineCount: Int
  package let ending: Ending

  /// Takes what is kept of the output.
  ///
  /// - Parameter more: the line ends behind what is kept.
  package init(_ output: [UInt8], more: Int = 0, ending: Ending) {
    var kept = String(decoding: output, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // What ends in a line end has no empty line behind it, and the last one may end behind what is
    // kept.
    lineCount = kept.count + more - (kept.last?.isEmpty == true || more > 0 ? 1 : 0)
    if kept.last?.isEmpty == true { kept.removeLast() }
    lines = kept.prefix(Self.most.lines).map { harmless(Self.withoutTabs($0)) }
    self.ending = ending
  }

  /// A line with blanks up to where a terminal has its next tab stop.
  private static func withoutTabs(_ line: Substring) -> String {
    guard line.contains("\t") else { return String(line) }
    return line.reduce(into: "") { text, character in
      if character == "\t" {
        text += String(repeating: " ", count: 8 - TextWidth.of(text) % 8)
      } else {
        text.append(character)
      }
    }
  }

  /// How it ended and what came of it, as words.
  var words: String {
    let ended =
      switch ending {
      case .exited(let status): "exit status \(status)"
      case .signalled(let number): "ended by signal \(number)"
      case .stopped: "stopped"
      case .failed(let reason): reason
      }
    let kept =
      lines.count < lineCount ? ", the first \(grouped(lines.count)) are here" : ""
    return "\(counted(lineCount, "line")), \(ended)\(kept)"
  }
}
