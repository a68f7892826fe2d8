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
    let reports = table.reports.filter(\.period.isKnown)
    let sources = Set(reports.map(\.source))
    let periods = Set(reports.map(\.period))
    func lacks(_ period: Period, _ source: String) -> Bool {
      !reports.contains { $0.period == period && $0.source == source }
    }
    func add(_ file: String, _ row: Int, _ column: String, _ what: String) {
      log.add(
        .noSuchReport, file: file, row: row > 0 ? row : nil, column: column,
        "there is no report of \(what).")
    }
    for rank in ranks where lacks(rank.period, rank.source) {
      add(
        "issued.csv", rank.line, "week", "\(excerpt(rank.source)) for \(rank.period.sentenceName)")
    }
    for figure in figures {
      // A figure over more than a week may be of no report; its source must be there.
      let isOfSource = figure.period.length != .week && sources.contains(figure.source)
      if !isOfSource, lacks(figure.period, figure.source) {
        add(
          "figures.csv", figure.line, "week",
          "\(excerpt(figure.source)) for \(figure.period.sentenceName)")
      }
    }
    let named =
      corrections.map { ("corrections.csv", $0.line, "weeks", $0.weeks) }
      + policies.map { ("policies.csv", $0.line, "weeks_seen", $0.weeksSeen) }
    for (file, line, column, names) in named {
      for name in names.names
      where Period(ofReportNamed: name).map({ !periods.contains($0) }) ?? true {
        add(file, line, column, "the week “\(excerpt(name))”")
      }
    }
  }
}
