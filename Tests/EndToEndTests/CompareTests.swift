import Foundation
import TestSupport
import Testing

/// `ddor compare`: two weeks of the sample data, and what cannot be compared.
@Suite struct CompareTests {
  @Test func twoWeeksByState() async throws {
    let run = try await ddor("compare", "2017-01-28", "2017-02-04", "--by", "state")
    #expect(run.code == 0 && run.errors == "")
    #expect(
      run.output == """
        state,before,before_most,before_days,after,after_most,after_days,change,status
        TX,149,149,7,2,2,7,-147,down
        CO,11,11,7,4,4,7,-7,down
        CA,11,11,7,8,8,7,-3,down
        MD,3,3,7,0,0,7,-3,gone
        PA,3,3,7,0,0,7,-3,gone
        MN,2,2,7,1,1,7,-1,down
        NC,1,20,7,0,0,7,,gone
        DC,,19,7,3,3,7,,unknown
        FL,,19,7,1,1,7,,unknown
        IA,,19,7,0,0,7,,unknown
        IL,,19,7,0,0,7,,unknown
        MA,,19,7,1,1,7,,unknown
        NM,,19,7,4,4,7,,unknown
        NV,,19,7,0,0,7,,unknown
        NY,4,23,7,12,12,7,,unknown
        OR,,19,7,0,0,7,,unknown
        VA,,19,7,6,6,7,,unknown
        WA,3,22,7,5,5,7,,unknown
        (not itemised),19,19,7,0,0,7,,

        """)
  }

  @Test func jurisdictionsUnlessOtherKeysAreNamed() async throws {
    let run = try await ddor("compare", "2017-01-28", "2017-02-04", "--county", "clark")
    #expect(
      run.lines.first
        == "state,county,before,before_most,before_days,after,after_most,after_days,change,status")
    let issued = try await ddor(
      "compare", "2017-01-28", "2017-02-04", "--county", "clark", "--measure", "issued")
    #expect(
      issued.lines.dropFirst() == ["NV,Clark County,51,51,7,,,7,,unknown"], "a rank without a count"
    )
  }

  /// Records count New York City under its boroughs, so that a 0 of it is not known.
  @Test func aCityThatRecordsDoNotNameIsNeverNew() async throws {
    let run = try await ddor("compare", "2014-11-01", "2017-01-28", "--state", "NY")
    let row = run.lines.first { $0.hasPrefix("NY,New York City,") } ?? ""
    #expect(row.hasPrefix("NY,New York City,,39,7,") && row.hasSuffix(",4,4,7,,unknown"), "\(row)")
  }

  @Test(arguments: [
    (["2017-01-28", "2016-01-02"], "no report covers it"),
    (["2017-01-28", "soon"], "this is not a week, month"),
    (["2017-01-28", "2017-02-04", "--by", "stat"], "did you mean “state”?"),
    (
      ["2017-01-28", "2017-02-04", "--measure", "share-issued"],
      "It may be one of declined, issued, resolved."
    ),
  ])
  func whatCannotBeComparedIsSaid(arguments: [String], sentence: String) async throws {
    let run = try await ddor(["compare"] + arguments)
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.contains(sentence))
  }

  @Test func monthsAreComparedByTheDateOfEachDetainer() async throws {
    try await withTemporaryDirectory { folder in
      let header = "Prepare Date,Detainer Lift Reason,Detainer Type,State"
      // Five weeks end in January and four in February; the days decide.
      let days =
        (25...31).map { "2015-01-\($0)" } + (1...28).map { "2015-02-\($0 < 10 ? "0" : "")\($0)" }
      let rows = days.map { "\($0),Detainer Declined by LEA,I-247,TEXAS" }
      let file = folder + "/release.csv"
      put(([header] + rows).joined(separator: "\n").utf8, at: file)
      let run = try await ddor("compare", "2015-01", "2015-02", "--by", "state", file)
      #expect(run.lines.dropFirst() == ["TX,7,7,7,28,28,28,21,up"])
      #expect(run.errors.contains("7 of 31 days against 28 days: 1.0 and 1.0 declined a day."))
      let span = try await ddor(
        "compare", "2015-01-25..2015-01-31", "2015-02-22..2015-02-28", "--by", "state", file)
      #expect(span.lines.dropFirst() == ["TX,7,7,7,7,7,7,0,same"] && span.errors == "")
    }
  }
}
