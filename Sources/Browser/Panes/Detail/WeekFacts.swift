import DetainerModel
import Screen
import Text

/// The facts of a report.
enum WeekFacts {
  static func facts(_ row: WeekRow, _ shown: Shown) -> [Fact] {
    let report = row.report
    let group = row.group
    guard let statement = report.statement else {
      return [
        .init("Report", "built from released records, \(report.basis.words)"),
        days(of: report),
        .init("Part", part(row, shown), style: .warning),
        .init(
          "Issued",
          grouped(group.issued) + (report.basis == .liftDate ? ", by issue date" : "")),
        .init("Declined", group.declinedWords(report.basis.words)),
        .init("Resolved", group.knownResolved?.text ?? "–"),
        .init("Of issued", group.shareOfIssued.map { percent($0) } ?? ""),
        .init("Of resolved", group.shareOfResolved.map { percent($0) } ?? ""),
        .init(
          "Places",
          group.known.isUnknown ? "" : "\(placesWithDecline(shown)) with a decline"),
        .init("Source", report.source, role: .source),
        .init("Note", shown.late(report)?.sentence ?? "", style: .warning, role: .more),
      ]
        + batches(of: report, in: shown.dataset).map {
          .init("Batch", $0.sentence, style: .warning, role: .more)
        }
    }
    let reportCorrections = shown.dataset.corrections.filter {
      $0.isOfReport && $0.weeks.contains(report.period)
    }
    return [
      .init("Report", statement.words),
      days(of: report),
      .init("Part", part(row, shown), style: .warning),
      .init("Issued", stated(statement.issued)),
      .init(
        "Declined",
        "\(stated(statement.declined)), \(grouped(group.listed)) rows at hand"),
      .init("Status", statement.status),
      .init("Places", "\(placesWithDecline(shown)) named with a decline"),
      .init("Caveat", statement.caveat, style: .warning, role: .more),
      .init(
        "Disputes",
        reportCorrections.isEmpty
          ? ""
          : reportCorrections.map { "\($0.id) \($0.kind): \($0.what)" }.joined(separator: " · "),
        style: .correction, role: .correction),
    ]
      + zip(["I", "II", "III", "IV"], statement.sections).map {
        .init("Section \($0)", $1, role: .more)
      }
      + [.init("Found at", statement.sourceURL, role: .source)]
  }

  /// The days that a report is of.
  private static func days(of report: Report) -> Fact {
    let unit = report.period.length == nil ? "days" : report.period.unit
    return Fact(
      unit.prefix(1).uppercased() + unit.dropFirst(),
      report.period.isKnown
        ? "\(report.period.start.iso) to \(report.period.end.iso)" : "no readable date")
  }

  /// What of its period a report covers, where that is a part of it.
  private static func part(_ row: WeekRow, _ shown: Shown) -> String {
    guard row.isPart else { return "" }
    let span = shown.dataset.coverages[row.report.source].map {
      "; \(row.report.source) covers \($0.days.lowerBound.iso) to \($0.days.upperBound.iso)"
    }
    let all = counted(row.report.period.dayCount, "day")
    return "◖ \(row.coveredDays) of \(all) are covered\(span ?? "")"
  }

  /// How many named places of the selected week have a decline.
  private static func placesWithDecline(_ shown: Shown) -> Int {
    shown.jurisdictions.count {
      !$0.isRemainder && $0.jurisdiction.isNamed && ($0.group.declined ?? 0) > 0
    }
  }

  /// The days of a report on which a whole batch was dated.
  private static func batches(of report: Report, in dataset: Dataset) -> [Batch] {
    dataset.batches.filter {
      $0.source == report.source && report.period.days.contains($0.day)
    }
  }

  private static func stated(_ count: Int?) -> String {
    count.map { "\(grouped($0)) stated" } ?? "not stated"
  }
}

extension Report.Statement {
  /// What was published, and when.
  var words: String {
    [title, published.isEmpty ? "" : "published \(published)"].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension Group {
  /// What is known of the declined detainers of a built report, with its basis.
  func declinedWords(_ basis: String) -> String {
    known.isUnknown
      ? "not known: \(Outcome.reasonUnknown)"
      : "\(known.text), \(basis)"
        + (hasUnknownOutcomes ? "; \(Outcome.reasonUnknown) for a part of them" : "")
  }
}
