import DetainerModel
import Text

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
        .init(label: "Places", text: "\(placesWithDecline(state)) with a decline"),
        .init(label: "Source", text: report.source),
        .init(
          label: "Note",
          text: isRecent(report, in: state.dataset.table)
            ? "Lift reasons arrive late: the last weeks of a release look low in declines." : "",
          style: .warning),
      ]
        + batches(of: report, in: state.dataset).map {
          .init(label: "Batch", text: $0.sentence, style: .warning)
        }
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
      .init(label: "Places", text: "\(placesWithDecline(state)) named with a decline"),
      .init(label: "Caveat", text: statement.caveat, style: .warning),
      .init(
        label: "Disputes",
        text: reportCorrections.isEmpty
          ? ""
          : reportCorrections.map { "\($0.id) \($0.kind): \($0.what)" }.joined(separator: " · "),
        style: .correction),
    ]
      + zip(["I", "II", "III", "IV"], statement.sections).map {
        .init(label: "Section \($0)", text: $1)
      }
      + [.init(label: "Found at", text: statement.sourceURL)]
  }

  /// How many named places of the selected week have a decline.
  private static func placesWithDecline(_ state: BrowserState) -> Int {
    state.jurisdictions.count {
      !$0.isRemainder && $0.jurisdiction.isNamed && ($0.group.declined ?? 0) > 0
    }
  }

  /// Whether a report is among the last eight weeks of its release, whose lift reasons may be still
  /// to come (rule 4 of the data).
  private static func isRecent(_ report: Report, in table: DetainerTable) -> Bool {
    let newest = table.reports.filter { $0.source == report.source }.map(\.week).max()
    return newest.map { report.week.isKnown && report.week > $0.adding(-8) } ?? false
  }

  /// The days of the week on which a whole batch was dated.
  private static func batches(of report: Report, in dataset: Dataset) -> [Batch] {
    dataset.batches.filter {
      $0.source == report.source && Week(containing: $0.day) == report.week
    }
  }

  static func percent(_ share: Double?) -> String {
    share.map { Text.percent($0) } ?? ""
  }
}
