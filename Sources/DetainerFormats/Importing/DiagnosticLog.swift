import DetainerModel
import Text

/// The findings of one file, made harmless: names of files and cells come from strangers.
struct DiagnosticLog {
  private let file: String
  private var log = FindingLog()

  init(file: String) { self.file = harmless(file) }

  mutating func add(
    _ code: FindingCode, severity: Diagnostic.Severity? = nil, row: Int? = nil,
    column: String? = nil, _ message: @autoclosure () -> String
  ) {
    log.add(
      code, severity: severity, file: file, row: row, column: column.map { harmless(excerpt($0)) },
      harmless(Self.shortened(message())))
  }

  /// What is quoted is an `excerpt`; a message with long paths in it still ends.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > 1000 else { return text }
    return text.prefix(400) + " … " + text.suffix(200)
  }

  /// The findings, with one more for each kind of which not all were kept.
  var diagnostics: [Diagnostic] { log.diagnostics }
}
