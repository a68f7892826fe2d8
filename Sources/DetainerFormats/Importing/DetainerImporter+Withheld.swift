import DetainerModel
import Text

/// Lift reasons that a release withholds. A cell is read as empty (reading rule 2 of the releases); a
/// column of which nothing is left says nothing, and is as one that is not there.
extension DetainerImporter {
  /// Tells the cells, first seen in this step, that withhold a lift reason.
  mutating func noteWithheld(_ column: Int) {
    for code in cells[column].meaning.count..<cells[column].raw.count {
      guard CellRules.withholds(CellRules.cleaned(cells[column].text(code))) else { continue }
      withholdsReasons = true
      // A reason may stand where its code is withheld.
      if !cells[column].isCode { cells[column].awaitedWithheld.insert(code) }
    }
    for (record, code) in takeFirst(of: \.awaitedWithheld, in: column) {
      let text = CellRules.cleaned(cells[column].text(code))
      log.add(
        .withheldReason, row: source.records[record].line, column: cells[column].name,
        "“\(excerpt(text))” withholds the lift reason; all such cells of the column are read as empty."
      )
    }
  }

  /// Leaves open what became of the detainers of a file that withholds lift reasons and gives none.
  func forgetWithheldOutcomes(in builder: inout TableBuilder) {
    guard withholdsReasons, headers == 1, steps.outcomes.isEmpty, rows > 0,
      let field = DetainerField.liftReason.textIndex,
      let columns = steps.texts.first(where: { $0.field == field })?.columns,
      // The number of a text that says something is above 0, that of a cell not looked at below.
      columns.allSatisfy({ cells[$0].meaning.allSatisfy { $0 <= 0 } })
    else { return }
    builder.forgetOutcomes(ofLast: rows)
  }
}
