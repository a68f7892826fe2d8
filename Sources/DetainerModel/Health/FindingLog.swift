import Text

/// Gathers findings: each is counted, and the first of each kind and file are kept with their
/// places, because millions of bad rows must not fill the memory.
package struct FindingLog: Sendable {
  /// How many findings of one kind are kept of a file.
  package static let kept = 100

  private struct Kind: Hashable, Sendable {
    let code: FindingCode
    let severity: Diagnostic.Severity?
    let file: String
  }

  private var entries: [Diagnostic] = []
  private var kinds: [Kind] = []
  private var counts: [Kind: Int] = [:]

  /// A log without findings.
  package init() {}

  /// Counts a finding; the sentence is made only if it is kept.
  /// - Parameter severity: how bad it is, where that is not what its kind usually is.
  package mutating func add(
    _ code: FindingCode, severity: Diagnostic.Severity? = nil, file: String, row: Int? = nil,
    column: String? = nil, _ message: @autoclosure () -> String
  ) {
    let kind = Kind(code: code, severity: severity, file: file)
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count == 1 { kinds.append(kind) }
    guard count <= Self.kept else { return }
    entries.append(
      Diagnostic(code, severity: severity, file: file, row: row, column: column, message()))
  }

  /// Counts findings of a kind of which enough are kept already.
  mutating func add(_ count: Int, moreOf code: FindingCode, file: String) {
    counts[Kind(code: code, severity: nil, file: file), default: 0] += count
  }

  /// The findings, and for each kind of which not all were kept one that stands for the others.
  package var diagnostics: [Diagnostic] {
    entries
      + kinds.compactMap { kind in
        let count = counts[kind] ?? 0
        guard count > Self.kept else { return nil }
        return Diagnostic(
          kind.code, severity: kind.severity, file: kind.file, count: count - Self.kept,
          "\(grouped(count - Self.kept)) more of this kind are not listed one by one; "
            + "there are \(grouped(count)) in all.")
      }
  }
}
