import DetainerModel

/// Findings of one file: each is counted, and the first of each kind are kept with their places.
struct DiagnosticLog {
  /// How many findings of one kind are kept; millions of bad rows must not fill the memory.
  static let kept = 100

  private let file: String
  private(set) var entries: [Diagnostic] = []
  private var counts: [String: Int] = [:]

  init(file: String) { self.file = harmless(file) }

  mutating func add(
    _ severity: Diagnostic.Severity, code: String, row: Int? = nil, column: String? = nil,
    _ message: @autoclosure () -> String
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Self.kept else { return }
    entries.append(
      Diagnostic(severity, code: code, file: file, row: row, column: column, harmless(message())))
  }

  /// The findings, with one more line for each kind of which not all were kept.
  var diagnostics: [Diagnostic] {
    entries
      + counts.filter { $0.value > Self.kept }.sorted { $0.key < $1.key }.map { code, count in
        var rest = Diagnostic(
          .warning, code: code, file: file,
          "\(count - Self.kept) more findings of this kind (\(code)) are not listed one by one.")
        rest.count = count - Self.kept
        return rest
      }
  }
}
