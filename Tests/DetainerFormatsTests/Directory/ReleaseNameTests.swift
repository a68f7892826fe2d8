import TestSupport
import Testing

@testable import DetainerFormats

/// Names of files, taken apart at their fiscal years and parts.
@Suite struct ReleaseNameTests {
  @Test(
    arguments: [
      (["X_FY24_Redacted", "X_FY23_Redacted"], "X_FY23-FY24_Redacted"),
      (
        [
          "2026-ICLI-00005_Detainers_FY26_20260311_Redacted",
          "2026-ICLI-00005_Detainers_FY23_20260311_Redacted",
          "2026-ICLI-00005_Detainers_FY24_20260311_Redacted",
          "2026-ICLI-00005_Detainers_FY25_20260311_Redacted",
        ], "2026-ICLI-00005_Detainers_FY23-FY26_20260311_Redacted"
      ),
      (
        ["detainersfy10_raw", "detainersfy11_raw", "detainersfy9_raw"],
        "detainersfy9-fy11_raw"
      ),
      (["lea-detainers-FY08_raw", "lea-detainers-FY09_raw"], "lea-detainers-FY08-FY09_raw"),
      (["a-FY2014", "a-FY2015"], "a-FY2014-FY2015"),
      (["FINAL FY14", "FINAL FY15YTD"], "FINAL FY14-FY15YTD"),
      (["a_FY23", "a_FY25", "a_FY26"], "a_FY23+FY25-FY26"),
      (["a_FY08-FY10", "a_FY11", "a_FY09"], "a_FY08-FY11"),
      (["a_part2", "a_part1", "A_Part3"], "a_part1-Part3"),
      (["a part b", "a part a"], "a part a-part b"),
      (["a 2of3", "a 1of3", "a 3of3"], "a 1of3-3of3"),
      (["FY23_part1", "FY23_part2", "FY24_part1"], "FY23-FY24_part1-part2"),
      (["a_FY99", "a_FY00"], "a_FY99-FY00"),
    ] as [([String], Named<String>)])
  func filesOfOneReleaseHaveOneName(names: [String], common: Named<String>) {
    let parts = names.map(ReleaseName.init)
    #expect(Set(parts.map(\.pattern)).count == 1)
    #expect(ReleaseName.common(parts) == common.value)
  }

  @Test(arguments: [
    ("a_FY26_20260311", "a_FY26_20260807"), ("detainers-1", "detainers-2"),
    ("a_FY23", "a_FY23x"), ("a_FY123", "a_FY124"), ("department1", "department2"),
    ("a_partial", "a_party"), ("2015", "2016"), ("", "FY23"), ("a_FY23", "a_part1"),
  ])
  func namesThatDifferInAnythingElseAreNotOfOneRelease(one: String, other: String) {
    #expect(ReleaseName(one).pattern != ReleaseName(other).pattern)
  }

  @Test(arguments: ["a_FY23_é", "part", "fy", "FY2015", "1 of 3", "a-FY08-FY10-b", "Überfy9 ", ""])
  func oneFileKeepsItsName(name: String) {
    #expect(ReleaseName.common([ReleaseName(name)]) == name)
  }
}
