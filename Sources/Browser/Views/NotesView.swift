import DetainerModel
import Screen
import Text

/// Scope and fidelity: how the numbers are to be read, then what each report is, and how much of it
/// is at hand.
struct NotesView: EntriesView {
  static let command = Command(
    "notes", "gn", "Show notes and caveats: how numbers are read, and what each report is."
  ) { state, _ in state.openAbove(NotesView()) }

  var folding = Folding()
  var fileName: String { "notes" }
  func empty(_ shown: Shown) -> String { "There is no report yet." }

  func path(_ shown: Shown) -> [String] { ["Notes and caveats"] }
  func command(_ shown: Shown) -> Equivalent {
    .none(
      "no command prints the notes; \(shown.key(ExportDialog.command)) writes them, and “ddor list weeks” lists the reports"
    )
  }

  func entries(_ shown: Shown) -> (all: [Entry], listing: Listing) {
    let entries = notes(shown)
    let listing = Listing(
      columns: [.init("note"), .init("text"), .init("details")],
      rows: entries.map { entry in
        [
          .text(entry.label), .text(entry.headline),
          entry.details.isEmpty ? .missing : .text(entry.details),
        ]
      })
    return (entries, listing.named("notes", from: shown.selection))
  }

  private func notes(_ shown: Shown) -> [Entry] {
    let table = shown.dataset.table
    let reports = shown.dataset.orderedReports.map { table.reports[$0] }
    guard !reports.isEmpty else { return [] }
    var entries: [Entry] = []
    if shown.dataset.isPartial {
      entries.append(
        Entry(
          label: "Partial", headline: "Reading was cancelled: rows are missing from every count.",
          facts: [], style: .warning))
    }
    entries += shown.lateLiftReasons.map {
      Entry(label: "Late", headline: $0.sentence, facts: [], style: .warning)
    }
    entries += Self.caveats(of: reports) + Self.reading(shown)
    entries += reports.compactMap { report in report.statement.map { Self.entry(report, $0) } }
    return entries + table.sourceNames.compactMap { Self.release($0, reports) }
  }

  /// What the published reports leave out, each caveat once with the reports that it is of.
  private static func caveats(of reports: [Report]) -> [Entry] {
    var seen: Set<String> = []
    return reports.compactMap { report in
      guard let caveat = report.statement?.caveat, !caveat.isEmpty, seen.insert(caveat).inserted
      else { return nil }
      let same = reports.filter { $0.statement?.caveat == caveat }.map(\.period.name)
      return Entry(
        label: "Published", headline: caveat,
        facts: [Fact("reports", same.joined(separator: ", "))], week: report.period, style: .warning
      )
    }
  }

  /// How the numbers have to be read, with the keys that show more of it.
  private static func reading(_ shown: Shown) -> [Entry] {
    let ways = [
      "Equal rows": " \(shown.key(.duplicates)) leaves those out.",
      "Counties": " \(shown.key(HealthDialog.command)) shows how many.",
    ]
    return (ReadingNote.ofPublished + ReadingNote.ofAll + [.ofCorrections]).map { note in
      Entry(label: note.head, headline: note.text + (ways[note.head] ?? ""), facts: [])
    }
  }

  private static func entry(_ report: Report, _ statement: Report.Statement) -> Entry {
    let stated =
      "\(grouped(statement.issued)) issued and \(grouped(statement.declined)) declined stated"
    return Entry(
      label: "Report \(report.period.name)",
      headline: [stated, statement.status].filter { !$0.isEmpty }
        .joined(separator: "; "),
      facts: [Fact("title", statement.words), Fact("caveat", statement.caveat)]
        + zip(["I", "II", "III", "IV"], statement.sections).map { Fact("Section \($0)", $1) }
        + [
          Fact("support", Confidence.words(statement.confidence)),
          Fact("found at", statement.sourceURL),
        ],
      week: report.period)
  }

  private static func release(_ source: String, _ reports: [Report]) -> Entry? {
    let ofSource = reports.filter { $0.source == source && $0.kind == .built }
    guard let newest = ofSource.first, let oldest = ofSource.last(where: { $0.period.isKnown })
    else { return nil }
    let kind = newest.period.length == .week ? "weekly report" : "report"
    return Entry(
      label: "Release \(source)",
      headline: "\(counted(ofSource.count, kind)) built from released records, "
        + "\(oldest.period.name) to \(newest.period.name), counted \(newest.basis.words).",
      facts: [])
  }
}
