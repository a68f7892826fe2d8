import Text

extension Dataset {
  /// Holds what published reports state against the rows listed, and the parts against the whole.
  func findExceededStatements(log: inout FindingLog) {
    for excess in statedTotalsExceeded() {
      log.add(.statedTotalExceeded, file: file(of: excess.source), excess.sentence)
    }
    for (number, report) in table.reports.enumerated() where report.kind == .published {
      let figures = publishedFigures(ofReport: number)
      findPartsBeyond(figures, of: report, log: &log)
    }
  }

  private func findPartsBeyond(
    _ figures: PublishedFigures, of report: Report, log: inout FindingLog
  ) {
    func hold(_ parts: Int, of what: String, against whole: Int?, of whom: String) {
      guard let whole, parts > whole else { return }
      log.add(
        .statedPartsExceed, file: "figures.csv",
        "\(report.source) states \(grouped(parts)) declined in \(what), but \(grouped(whole)) in \(whom)."
      )
    }
    hold(
      figures.states.values.reduce(0, +), of: "all its states", against: figures.total,
      of: "the nation")
    for (state, stated) in figures.states.sorted(by: { $0.key < $1.key }) {
      let parts = figures.places.reduce(0) {
        $1.key.state == state ? $0 + ($1.value.stated ?? 0) : $0
      }
      hold(parts, of: "the jurisdictions of \(state)", against: stated, of: "the state")
    }
  }

  /// Lists the rows of side tables that speak of a report that is not there.
  func findRowsWithoutReport(log: inout FindingLog) {
    let reports = table.reports.filter(\.week.isKnown)
    let sources = Set(reports.map(\.source))
    let known = Set(reports.map { [$0.week.iso, $0.source] })
    let weeks = Set(reports.map(\.week.iso))
    func lacks(_ week: Week, _ source: String) -> Bool { !known.contains([week.iso, source]) }
    func add(_ file: String, _ row: Int, _ column: String, _ what: String) {
      log.add(
        .noSuchReport, file: file, row: row > 0 ? row : nil, column: column,
        "there is no report of \(what).")
    }
    for rank in ranks where lacks(rank.week, rank.source) {
      add("issued.csv", rank.line, "week", "\(excerpt(rank.source)) for the week \(rank.week.iso)")
    }
    for figure in figures {
      // A figure over several weeks enters no week's count; its source must be there.
      if figure.isWeekly ? lacks(figure.week, figure.source) : !sources.contains(figure.source) {
        add(
          "figures.csv", figure.line, "week",
          "\(excerpt(figure.source)) for the week \(figure.week.iso)")
      }
    }
    let named =
      corrections.map { ("corrections.csv", $0.line, "weeks", $0.weeks) }
      + policies.map { ("policies.csv", $0.line, "weeks_seen", $0.weeksSeen) }
    for (file, line, column, names) in named {
      for name in names.names where !weeks.contains(Week(naming: name)?.iso ?? "") {
        add(file, line, column, "the week “\(excerpt(name))”")
      }
    }
  }
}
