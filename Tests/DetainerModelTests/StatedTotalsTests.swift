import DetainerModel
import Testing

/// Published reports that list more than they state.
struct StatedTotalsTests {
  private let travis = Jurisdiction(state: "TX", county: "Travis County", fips: "48453")
  private let bexar = Jurisdiction(state: "TX", county: "Bexar County", fips: "48029")
  private let clark = Jurisdiction(state: "NV", county: "Clark County", fips: "32003")

  @Test func nothingIsExceededWhereEachPartListsWhatIsStated() {
    #expect(data(total: 4, rows: [travis, travis, bexar, clark]).statedTotalsExceeded().isEmpty)
  }

  @Test func aStateIsHeldAgainstTheRowsOfAllItsPlaces() {
    let unlocated = Jurisdiction(state: "TX", county: "", fips: "")
    let found = data(total: 9, rows: [travis, bexar, unlocated, unlocated]).statedTotalsExceeded()
    #expect(
      found.map(\.sentence) == ["ddor, the week 2017-02-11: TX has 4 listed, but 3 stated."])
    #expect(found.map(\.scope) == [.state("TX")])
  }

  @Test func theWholeComesBeforeItsStatesAndTheyBeforeTheirJurisdictions() {
    let found = data(total: 4, rows: [travis, travis, travis, bexar, clark])
      .statedTotalsExceeded()
    #expect(
      found.map(\.sentence) == [
        "ddor, the week 2017-02-11: the whole report has 5 listed, but 4 stated.",
        "ddor, the week 2017-02-11: TX has 4 listed, but 3 stated.",
        "ddor, the week 2017-02-11: Travis County, TX has 3 listed, but 2 stated.",
      ])
  }

  @Test func aStatedZeroIsExceededByOneRowAndWhatIsNotStatedByNone() {
    var figures = figures
    figures.append(figure(.jurisdiction(clark), 0))
    #expect(
      data(total: nil, figures: figures, rows: [clark]).statedTotalsExceeded().map(\.stated) == [0])
    #expect(data(total: nil, rows: [clark, clark]).statedTotalsExceeded().isEmpty)
  }

  @Test func figuresOverSeveralWeeksOtherMeasuresAndBuiltReportsHoldNothingBack() {
    var figures = figures.map { figure -> Figure in
      var figure = figure
      figure.period = Period(week.start...week.end.adding(7))
      return figure
    }
    figures.append(figure(.state("TX"), 0, measure: "issued"))
    let rows = [travis, travis, travis, bexar]
    #expect(data(total: nil, figures: figures, rows: rows).statedTotalsExceeded().isEmpty)
    #expect(data(total: nil, kind: .built, rows: rows).statedTotalsExceeded().isEmpty)
  }

  // MARK: Data

  private let week = Period(naming: "2017-02-11") ?? .none

  private var figures: [Figure] {
    [figure(.state("TX"), 3), figure(.jurisdiction(travis), 2)]
  }

  private func figure(_ key: Figure.Key, _ number: Int, measure: String = "declined") -> Figure {
    Figure(
      period: week, source: "ddor", measure: measure, key: key, value: "\(number)",
      number: number)
  }

  private func data(
    total: Int?, kind: Report.Kind = .published, figures: [Figure]? = nil, rows: [Jurisdiction]
  ) -> Dataset {
    var statement = Report.Statement()
    statement.declined = total
    let report = Report(period: week, source: "ddor", kind: kind, statement: statement)
    var builder = TableBuilder(published: kind == .published ? [report] : [])
    builder.begin(Source(name: "ddor", file: "rows.csv"))
    for place in rows {
      var row = TableBuilder.Row()
      row.period = week
      row.site = builder.site(
        Site(
          facility: "", city: "", jurisdiction: builder.jurisdiction(place), aor: "",
          placement: .file))
      builder.append(row)
    }
    return Dataset(table: builder.finished(), figures: figures ?? self.figures)
  }
}
