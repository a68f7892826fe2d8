import DetainerModel
import TestSupport
import Testing

/// A place that a file writes once above the rows it is of, as pivot tables do.
@Suite struct GroupHeadingTests {
  private func places(_ data: Dataset) -> [String] {
    (0..<data.table.rowCount).map { row in
      let place = data.table.jurisdiction(row)
      return "\(place.county), \(place.state)"
    }
  }

  @Test(arguments: [
    """
    State,County,Prepare Date,Detainer Lift Reason
    TEXAS,,,
    ,Travis,2016-01-04,Detainer Declined by LEA
    ,Bexar,2016-01-05,
    CALIFORNIA,,,
    ,Los Angeles,2016-01-05,
    Total,,,
    """,
    """
    Prepare Date,Detainer Lift Reason,State,County
    ,,TEXAS,
    2016-01-04,Detainer Declined by LEA,,Travis
    2016-01-05,,,Bexar
    ,,CALIFORNIA,
    2016-01-05,,,Los Angeles
    """,
  ])
  func rowsTakeTheStateAboveThemAndThatIsTold(_ text: String) throws {
    let data = try opened(text: text)
    #expect(
      places(data) == ["Travis County, TX", "Bexar County, TX", "Los Angeles County, CA"])
    let told = data.diagnostics.filter { $0.code == .groupHeading }
    #expect(told.map(\.row) == [2] && told.map(\.column) == ["State"])
    #expect(
      told.first?.message
        == "“TEXAS” stands alone here as the heading of the rows below it, as 1 more row does: 3 rows with an empty cell take the place from above; write it into every row if that is wrong."
    )
  }

  @Test func aStateEndsWithTheCountiesInIt() throws {
    let data = try opened(
      text: """
        State,County,Prepare Date,Detainer Lift Reason
        TEXAS,,,
        ,Travis,,
        ,,2016-01-04,
        ,Bexar,,
        ,,2016-01-05,
        CALIFORNIA,,,
        ,,2016-01-06,
        OHIO,Franklin,2016-01-07,
        ,,2016-01-08,
        """)
    #expect(
      places(data) == [
        "Travis County, TX", "Bexar County, TX", ", CA", "Franklin County, OH", ", ",
      ], "a row that names its own place ends the group")
  }

  @Test func aNoteOrATotalIsNotAHeading() throws {
    let data = try opened(
      text: """
        State,County,Prepare Date,Detainer Lift Reason
        TEXAS,Travis,2016-01-04,
        Source: a request,,,
        ,Travis,2016-01-05,
        Total,,,
        ,Bexar,2016-01-05,
        """)
    #expect(places(data) == ["Travis County, TX", "Travis, ", "Bexar, "])
    #expect(!data.diagnostics.contains { $0.code == .groupHeading })
  }

  @Test func aCountyWithoutAStateIsToldAndIsLocatedNowhere() throws {
    let data = try opened(
      text: """
        State,County,Prepare Date,Detainer Lift Reason
        TEXAS,Travis,2016-01-04,
        ,Bexar,2016-01-05,
        ,Bexar,2016-01-06,
        """)
    let told = data.diagnostics.filter { $0.code == .countyWithoutState }
    #expect(told.map(\.row) == [3] && told.first?.message.hasPrefix("“Bexar” is named") == true)
    #expect(Health(of: data).places.located == 1)
  }
}
