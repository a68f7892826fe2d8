import Text

extension Selection {
  /// What a view over the selection counts, and how much of that is at hand, each basis by itself:
  /// `46 of 318 rows of 3 reports · 79,053 detainers by issue date` (rule 11 of what is not known).
  public var coverageWords: String {
    let rows = weeks().filter { reports[$0.number] }
    let published = rows.filter { $0.report.kind == .published }
    var parts: [String] = []
    if !published.isEmpty {
      let listed = published.reduce(0) { Known.sum($0, $1.group.listed) }
      let reports = published.count == 1 ? "" : " of \(Text.counted(published.count, "report"))"
      if hasRowTerm {
        parts.append("\(Text.counted(listed, "row")) listed\(reports)")
      } else {
        let stated = declinedTotal { $0.kind == .published }
        parts.append("\(grouped(listed)) of \(stated.text) rows\(reports)")
      }
    }
    for basis in [Report.Basis.issueDate, .liftDate] {
      let built = rows.filter { $0.report.kind == .built && $0.report.basis == basis }
      if built.isEmpty { continue }
      let listed = built.reduce(0) { Known.sum($0, $1.group.listed) }
      parts.append("\(Text.counted(listed, "detainer")) \(basis.words)")
    }
    if !longerWords.isEmpty { parts.append("without " + longerWords) }
    return parts.joined(separator: " · ")
  }

  /// The names of the longer reports that are in no number of the selection; empty where there are
  /// none.
  public var longerWords: String {
    let names = longerReports.map { dataset.table.reports[$0].period.words }
    return firstNames(names, letters: .max)
  }

  /// Which reports are in no number of the selection, because they are longer than what it counts, and
  /// how to see one; empty where there are none (rule 11 of the data).
  package var longerSentence: String {
    guard let first = longerReports.first else { return "" }
    // Quoted, since some shells take a word that begins with “=” for a program.
    return "Not counted with other reports: \(longerWords). "
      + "See one by itself with --week '\(dataset.table.reports[first].period.typed)'."
  }

  /// Why some or all of what is counted has no share of issued or resolved; empty where all has
  /// one (``ShareBase``).
  public var shareWords: String {
    let reports = chosenReports.map { dataset.table.reports[$0] }
    let hasBase = reports.contains { $0.kind == .built && $0.basis == .issueDate }
    let hasPublished = reports.contains { $0.kind == .published }
    if reports.contains(where: { $0.basis == .liftDate }) {
      return hasBase || hasPublished
        ? "Shares are only where all is by issue date; other reports give none."
        : "No shares: by lift date, declined and issued are of different weeks."
    }
    guard hasPublished else { return "" }
    return hasBase
      ? "Shares are of the built reports; published ones give none."
      : "No shares: published reports list declined and issued apart."
  }
}
