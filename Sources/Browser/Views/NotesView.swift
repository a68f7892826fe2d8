import DetainerModel
import Screen
import Text

/// Scope and fidelity: what each report is, and how much of it is at hand.
struct NotesView: DataView {
  static let command = Command(
    "notes", "gn", "Show notes and caveats: what each report is, and how its numbers are read."
  ) { state, _ in state.openAbove(NotesView()) }

  func path(_ shown: Shown) -> [String] { ["Notes and caveats"] }
  var fileName: String { "notes" }
  var keys: [ViewKey] { ViewKey.ofPage }
  func command(_ shown: Shown) -> Equivalent {
    .none("no command prints the notes; e writes them, and “ddor list weeks” lists the reports")
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    Destination(ofLine: row.identity)
  }

  func table(_ shown: Shown) -> Table {
    let notes = notes(shown.dataset, shown.lateLiftReasons)
    var table = Table(notes.facts, width: shown.room.width)
    table.listing = notes.listing
    table.empty = "There is no report yet."
    return table
  }

  private func notes(
    _ dataset: Dataset, _ late: [LateLiftReasons]
  ) -> (facts: [Fact], listing: Listing) {
    let table = dataset.table
    let reports = dataset.orderedReports.map { table.reports[$0] }
    var facts: [Fact] = []
    if dataset.isPartial {
      facts.append(
        Fact(
          "Partial", "Reading was cancelled: rows are missing from every count.", style: .warning))
    }
    facts += reports.compactMap { report in
      report.statement.map { Fact(report, $0) }
    }
    var cells = reports.compactMap { report in
      report.statement.map { statement -> [Value] in
        [
          .text(report.period.name), .text(report.source), .text(report.kind.rawValue), .missing,
          .text(statement.status), .text(statement.caveat), .text(statement.sourceURL),
        ]
      }
    }
    for source in table.sourceNames {
      let ofSource = reports.filter { $0.source == source && $0.kind == .built }
      guard let newest = ofSource.first, let oldest = ofSource.last(where: { $0.period.isKnown })
      else { continue }
      let late = late.first { $0.source == source }?.sentence ?? ""
      facts.append(
        Fact(
          "Release \(source)",
          "\(counted(ofSource.count, newest.period.length == .week ? "weekly report" : "report")) built from released records, "
            + "\(oldest.period.name) to \(newest.period.name), counted \(newest.basis.words)."
            + (late.isEmpty ? "" : " \(late)")))
      cells.append([
        .text(oldest.period.name), .text(source), .text(newest.kind.rawValue),
        .text(newest.basis.words), .missing, late.isEmpty ? .missing : .text(late), .missing,
      ])
    }
    if !facts.isEmpty { facts += Self.reading }
    return (
      facts,
      Listing(
        columns: [
          .init("week"), .init("source"), .init("kind"), .init("basis"), .init("status"),
          .init("caveat"), .init("source_url"),
        ], rows: cells)
    )
  }

  /// How the numbers have to be read, with the keys that show more of it.
  private static let reading =
    (ReadingNote.ofPublished + ReadingNote.ofAll + [.ofCorrections]).map { note in
      let key = ["Equal rows": " d leaves those out.", "Counties": " gh shows how many."][note.head]
      return Fact(note.head, note.text + (key ?? ""))
    }
}

extension Fact {
  fileprivate init(_ report: Report, _ statement: Report.Statement) {
    let sections = zip(["I", "II", "III", "IV"], statement.sections).filter { !$1.isEmpty }
      .map { "Section \($0): \($1)" }
    let texts =
      [
        statement.words, statement.status, statement.caveat,
        "\(grouped(statement.issued)) issued and \(grouped(statement.declined)) declined stated",
      ] + sections + [Confidence.words(statement.confidence), statement.sourceURL]
    self.init(
      "Report \(report.period.name)",
      texts.filter { !$0.isEmpty }.joined(separator: " · "), week: report.period)
  }
}
