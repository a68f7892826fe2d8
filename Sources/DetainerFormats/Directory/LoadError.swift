import DetainerModel
import Text

/// Why nothing could be opened, as a sentence that says what and where.
public struct LoadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence, with nothing in it that could disturb a terminal.
  public let description: String
  /// The findings made until then.
  public let findings: [Diagnostic]

  init(_ sentence: String, findings: [Diagnostic] = []) {
    description = harmless(sentence)
    self.findings = findings
  }
}
