/// Why nothing could be opened, as a sentence that says what and where.
public struct LoadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence, with nothing in it that could disturb a terminal.
  public let description: String

  init(_ sentence: String) { description = harmless(sentence) }
}
