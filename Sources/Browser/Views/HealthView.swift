import DetainerModel
import Screen

/// What reading the data found, worst first, each with its file and line.
enum HealthView {
  static func lines(
    of state: BrowserState, width: Int
  ) -> [(label: String, text: String, style: Style)] {
    let room = max(10, width - 16)
    let order: [Diagnostic.Severity] = [.error, .warning, .note]
    let findings = order.flatMap { severity in
      state.dataset.diagnostics.filter { $0.severity == severity }
    }
    var lines: [(label: String, text: String, style: Style)] = []
    for source in state.dataset.table.sources {
      lines.append(("read", "\(source.file)\(source.isTally ? ", a tally" : "")", .normal))
    }
    if findings.isEmpty { lines.append(("", "Everything was read as it stands.", .normal)) }
    for finding in findings {
      let style: Style =
        finding.severity == .error ? .error : finding.severity == .warning ? .warning : .normal
      for (index, text) in wrapped(finding.description, to: room).enumerated() {
        lines.append((index == 0 ? finding.severity.rawValue : "", text, style))
      }
    }
    return lines
  }
}
