import DetainerModel

/// The facts of a report.
enum WeekDetail {
  static func facts(_ row: WeekRow, _ state: BrowserState) -> [DetailView.Fact] {
    let report = row.report
    let group = row.group
    guard let statement = report.statement else {
      let week = report.week
      return [
        .init(label: "Report", text: "built from released records, \(report.basis.words)"),
        .init(
          label: "Week", text: week.isKnown ? "\(week.iso) to \(week.end.iso)" : "no readable date"),
        .init(
          label: "Issued",
          text: grouped(group.issued) + (group.isByLiftDate ? ", by issue date" : "")),
        .init(label: "Declined", text: "\(grouped(group.declined)), \(report.basis.words)"),
        .init(label: "Resolved", text: grouped(group.resolved)),
        .init(label: "Of issued", text: percent(group.shareOfIssued)),
        .init(label: "Of resolved", text: percent(group.shareOfResolved)),
        .init(label: "Places", text: "\(row.jurisdictions) with a decline"),
        .init(label: "Source", text: report.source),
        .init(
          label: "Note",
          text: "Lift reasons arrive late: recent weeks of a release look low in declines."),
      ]
    }
    let reportCorrections = state.dataset.corrections.filter {
      $0.isOfReport && $0.weeks.contains(report.week)
    }
    return [
      .init(label: "Report", text: "published by ICE, \(statement.published)"),
      .init(label: "Week", text: "\(report.week.iso) to \(report.week.end.iso)"),
      .init(label: "Issued", text: "\(grouped(statement.issued)) stated"),
      .init(
        label: "Declined",
        text: "\(grouped(statement.declined)) stated, \(grouped(group.listed)) rows at hand"),
      .init(label: "Status", text: statement.status),
      .init(label: "Places", text: "\(row.jurisdictions) named with a decline"),
      .init(label: "Caveat", text: statement.caveat, style: .warning),
      .init(
        label: "Disputes",
        text: reportCorrections.isEmpty
          ? ""
          : reportCorrections.map { "\($0.id) \($0.kind): \($0.what)" }.joined(separator: " · "),
        style: .correction),
      .init(label: "Section I", text: statement.sections.first ?? ""),
      .init(label: "Section II", text: statement.sections.dropFirst().first ?? ""),
      .init(label: "Found at", text: statement.sourceURL),
    ]
  }

  static func percent(_ share: Double?) -> String {
    guard let share else { return "" }
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
