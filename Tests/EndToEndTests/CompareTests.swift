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
        state,before,after,change,status
        TX,149,2,-147,down
        NY,4,12,8,up
        CO,11,4,-7,down
        VA,,6,6,new
        NM,,4,4,new
        CA,11,8,-3,down
        DC,,3,3,new
        MD,3,,-3,gone
        PA,3,,-3,gone
        WA,3,5,2,up
        FL,,1,1,new
        MA,,1,1,new
        MN,2,1,-1,down
        NC,1,,-1,gone
        (not itemised),19,,-19,gone

        """)
  }

  @Test func jurisdictionsUnlessOtherKeysAreNamed() async throws {
    let run = try await ddor("compare", "2017-01-28", "2017-02-04", "--county", "clark")
    #expect(run.lines.first == "state,county,before,after,change,status")
    let issued = try await ddor(
      "compare", "2017-01-28", "2017-02-04", "--county", "clark", "--measure", "issued")
    #expect(issued.lines.dropFirst() == ["NV,Clark County,51,,,"], "a rank without a count")
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
