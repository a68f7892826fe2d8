/// Reports of a table and the rows of theirs that a query chooses.
struct ChosenReports: Sendable {
  /// Whether each report of the table is chosen.
  var reports: [Bool]
  /// The rows that are counted.
  var counted: RowSet
  /// The rows that count as issued.
  var issued: RowSet
  /// The rows that are shown.
  var shown: RowSet

  /// Those of one length: the one asked for, else the shortest there is. Records without a date are
  /// of any, and stay with the shortest.
  func limited(toSize wanted: Period.Size?, in table: DetainerTable) -> ChosenReports {
    let periods = table.reports.map(\.period)
    let shortest = zip(periods, reports).lazy.filter(\.1).map(\.0).shortest
    guard let size = wanted ?? shortest else { return self }
    return limited(
      to: zip(periods, reports).map { period, isChosen in
        isChosen && (period.isKnown ? period.size == size : size == shortest)
      }, in: table)
  }

  /// Those among reports that are wanted.
  func limited(to wanted: [Bool], in table: DetainerTable) -> ChosenReports {
    guard wanted != reports else { return self }
    func rows(of event: Event) -> RowSet {
      var rows = RowSet(universe: table.rowCount)
      rows.insertRows(of: table.report(of: event), in: wanted)
      return rows
    }
    var limited = self
    limited.reports = wanted
    limited.narrow(
      to: rows(of: .end), issuedTo: table.countsByLiftDate ? rows(of: .issue) : nil)
    return limited
  }

  /// Keeps the rows that are in another set too; sets that are one and the same, as they nearly
  /// always are, are cut once.
  /// - Parameter issues: the other set for what counts as issued, where it differs.
  mutating func narrow(to ends: RowSet, issuedTo issues: RowSet? = nil) {
    let (isOneWithShown, isOneWithIssued) = (counted.isSame(as: shown), counted.isSame(as: issued))
    counted.formIntersection(ends)
    if isOneWithShown { shown = counted } else { shown.formIntersection(ends) }
    if isOneWithIssued, issues == nil {
      issued = counted
    } else {
      issued.formIntersection(issues ?? ends)
    }
  }
}

extension Selection {
  /// Whether each report of the table is counted.
  package var reports: [Bool] { together.reports }
  /// The rows that are counted: those of every term but the ones on outcome and lift reason (rule
  /// 1).
  public var counted: RowSet { together.counted }
  /// The rows that count as issued: those of every term, but with weeks and years by issue date
  /// where `counted` goes by lift date (rule 2).
  package var issued: RowSet { together.issued }
  /// The rows that are shown: those of every term.
  package var shown: RowSet { together.shown }
  /// The reports that are counted together, newest period first, then by source.
  public var chosenReports: [Int] { dataset.orderedReports.filter { reports[$0] } }
}
