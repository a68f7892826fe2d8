import DetainerModel
import Text

/// Lift reasons that a release withholds. A cell is read as empty (reading rule 2 of the releases), but
/// its detainer is not pending: what became of it is not known. A column of which nothing is left says
/// nothing, and is as one that is not there.
extension DetainerImporter {
  /// Tells the cells, first seen in this step, that withhold a lift reason.
  mutating func noteWithheld(_ column: Int) {
    for code in cells[column].meaning.count..<cells[column].raw.count {
      guard CellRules.withholds(CellRules.cleaned(cells[column].text(code))) else { continue }
      withholdsReasons = true
      cells[column].withhold(code)
      // A reason may stand where its code is withheld.
      if !cells[column].isCode { cells[column].awaitedWithheld.insert(code) }
    }
    for (record, code) in takeFirst(of: \.awaitedWithheld, in: column) {
      let text = CellRules.cleaned(cells[column].text(code))
      log.add(
        .withheldReason, row: source.records[record].line, column: cells[column].name,
        "“\(excerpt(text))” withholds the lift reason; what became of these detainers is not known, here and in all such cells of the column."
      )
    }
  }

  /// Leaves open what became of each detainer whose lift reason is withheld, where no other column says
  /// it. An empty reason beside a code that is withheld stays one: the codes may all be withheld.
  mutating func leaveWithheldOutcomesOpen() {
    guard withholdsReasons, steps.outcomes.isEmpty, let field = DetainerField.liftReason.textIndex,
      let column = steps.texts.first(where: { $0.field == field })?.columns.first
    else { return }
    if block.outcomes.isEmpty {
      block.outcomes = Array(repeating: RowBlock.unstated, count: capacity)
    }
    let unknown = Outcome.code(named: "") ?? RowBlock.unstated
    for (row, record) in kept.enumerated() {
      let isWithheld =
        block.texts[field][row] == 0 && cells[column].withholds(code(column, record))
      block.outcomes[row] = isWithheld ? unknown : RowBlock.unstated
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
