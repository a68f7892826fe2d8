import DetainerModel
import Screen

/// What reading the data found, worst first, each with its file and line.
enum HealthView {
  static func lines(
    of state: BrowserState, width: Int
  ) -> [(label: String, text: String, style: Style)] {
    let room = OverlayView.room(width, labelWidth: OverlayView.healthLabel)
    let order: [Diagnostic.Severity] = [.error, .warning, .note]
    let findings = order.flatMap { severity in
      state.dataset.diagnostics.filter { $0.severity == severity }
    }
    var lines: [(label: String, text: String, style: Style)] = []
    func add(_ label: String, _ text: String, _ style: Style = .normal) {
      for (index, line) in wrapped(text, to: room).enumerated() {
        lines.append((index == 0 ? label : "", line, style))
      }
    }
    for source in state.dataset.table.sources {
      add("read", source.file + (source.isTally ? ", a tally" : ""))
    }
    if findings.isEmpty { add("", "Everything was read as it stands.") }
    for finding in findings {
      let style: Style =
        finding.severity == .error ? .error : finding.severity == .warning ? .warning : .normal
      add(finding.severity.rawValue, finding.description, style)
    }
    return OverlayView.stacked(lines, width: width)
  }
}
