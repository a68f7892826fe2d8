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
      harmless(inFewLines(message())))
  }

  /// The findings, with one more for each kind of which not all were kept.
  var diagnostics: [Diagnostic] { log.diagnostics }
}
