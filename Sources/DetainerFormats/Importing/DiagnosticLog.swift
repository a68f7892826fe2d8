import DetainerModel

/// The findings of one file, made harmless: names of files and cells come from strangers.
struct DiagnosticLog {
  private let file: String
  private var log = FindingLog()

  init(file: String) { self.file = harmless(file) }

  mutating func add(
    _ severity: Diagnostic.Severity, code: String, row: Int? = nil, column: String? = nil,
    _ message: @autoclosure () -> String
  ) {
    log.add(
      severity, code: code, file: file, row: row, column: column.map(harmless),
      harmless(message()))
  }

  /// Adds a finding of the table of kinds, at its usual severity.
  mutating func add(_ code: FindingCode, row: Int? = nil, _ message: @autoclosure () -> String) {
    add(code.severity, code: code.rawValue, row: row, message())
  }

  /// The findings, with one more for each kind of which not all were kept.
  var diagnostics: [Diagnostic] { log.diagnostics }
}
