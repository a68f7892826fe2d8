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
        state,before,before_most,after,after_most,change,status
        TX,149,149,2,2,-147,down
        CO,11,11,4,4,-7,down
        CA,11,11,8,8,-3,down
        MD,3,3,0,0,-3,gone
        PA,3,3,0,0,-3,gone
        MN,2,2,1,1,-1,down
        NC,1,20,0,0,,gone
        DC,,19,3,3,,unknown
        FL,,19,1,1,,unknown
        IA,,19,0,0,,unknown
        IL,,19,0,0,,unknown
        MA,,19,1,1,,unknown
        NM,,19,4,4,,unknown
        NV,,19,0,0,,unknown
        NY,4,23,12,12,,unknown
        OR,,19,0,0,,unknown
        VA,,19,6,6,,unknown
        WA,3,22,5,5,,unknown
        (not itemised),19,19,0,0,,

        """)
  }

  @Test func jurisdictionsUnlessOtherKeysAreNamed() async throws {
    let run = try await ddor("compare", "2017-01-28", "2017-02-04", "--county", "clark")
    #expect(run.lines.first == "state,county,before,before_most,after,after_most,change,status")
    let issued = try await ddor(
      "compare", "2017-01-28", "2017-02-04", "--county", "clark", "--measure", "issued")
    #expect(
      issued.lines.dropFirst() == ["NV,Clark County,51,51,,,,unknown"], "a rank without a count")
  }

  @Test(arguments: [
    (["2017-01-28", "2016-01-02"], "no report covers this week"),
    (["2017-01-28", "soon"], "this is not a date"),
    (["2017-01-28", "2017-02-04", "--by", "stat"], "did you mean “state”?"),
    (
      ["2017-01-28", "2017-02-04", "--measure", "share-issued"],
      "one of 'declined', 'issued' or 'resolved'"
    ),
  ])
  func whatCannotBeComparedIsSaid(arguments: [String], sentence: String) async throws {
    let run = try await ddor(["compare"] + arguments)
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.contains(sentence))
  }
}
