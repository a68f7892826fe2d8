import Text

/// Why an import was not done, as sentences that say what, where and what to do.
package struct ImportError: Error, Hashable {
  /// Who can help.
  package enum Kind: Hashable, Sendable {
    /// What was asked for cannot be meant: another name, place or option is needed.
    case usage
    /// What was given or what is there cannot be read, or does not fit together.
    case data
    /// The system would not write.
    case output
    /// The user changed their mind.
    case cancelled
  }

  /// Who can help.
  package let kind: Kind
  /// The sentences, with nothing in them that could disturb a terminal; the last one sums up.
  package let sentences: [String]

  init(_ kind: Kind, _ sentences: String...) {
    self.init(kind, sentences)
  }

  init(_ kind: Kind, _ sentences: [String]) {
    self.kind = kind
    self.sentences = sentences.map(harmless)
  }

  init(_ error: WriteError) {
    self.init(error == .cancelled ? .cancelled : .output, error.description)
  }

  init(_ error: SystemError, at path: String) {
    self.init(WriteError(error, .file(path)))
  }

  init(_ error: FileError) {
    if case .cancelled = error { self = .cancelled } else { self.init(.data, error.description) }
  }

  static let cancelled = ImportError(.cancelled, "The import was cancelled; nothing was changed.")
}

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
  /// What is being done.
  package enum Step: Hashable, Sendable { case reading, writing }

  /// What is being done.
  package let step: Step
  /// The file that is read, or the release that is written.
  package let name: String
  /// How much of it is done, from 0 to 1.
  package let part: Double
  /// The rows done, where they are known.
  package let rows: Int
}
