import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// A copy of a release that was saved again is known by its rows.
@Suite struct SameRowsTests {
  private static let release = """
    Prepare Date,State,City,Detainer Lift Reason
    2016-01-04,TX,AUSTIN,Detainer Declined by LEA
    2016-01-05,TX,AUSTIN,
    2016-01-05,TX,AUSTIN,

    """

  private func told(_ copy: String, as name: String = "b.csv") throws -> [Diagnostic] {
    let data = try opened(["a.csv": Self.release, name: copy])
    return data.diagnostics.filter { $0.code == .sameRows }
  }

  @Test(arguments: [
    release + "\n", "\u{FEFF}" + release, release.replacing("\n", with: "\r\n"),
    release.replacing(",", with: ";"),
  ])
  func aCopyInOtherBytesIsTold(_ copy: String) throws {
    let found = try told(copy)
    #expect(found.map(\.file) == ["b.csv"] && found.map(\.severity) == [.warning])
    #expect(
      found.first?.message
        == "b.csv has the same 3 rows as a.csv, in the same order and alike in every column that is read, as a copy has: its detainers stand in the reports of b, too; take one of them away."
    )
  }

  @Test func aCopyInOneReleaseCountsTwiceAndIsTold() throws {
    let data = try opened(["x part 1.csv": Self.release, "x part 2.csv": Self.release + "\n"])
    let found = data.diagnostics.filter { $0.code == .sameRows }
    #expect(found.map(\.file) == ["x part 2.csv"])
    #expect(found.first?.message.contains("its detainers count twice in x part 1") == true)
  }

  @Test(arguments: [
    release.replacing("AUSTIN,Detainer", with: "DALLAS,Detainer"),
    release.replacing("TX,AUSTIN,\n", with: "TX,AUSTIN,Lifted\n"),
    release + "2016-01-06,TX,AUSTIN,\n",
  ])
  func anotherReleaseIsNotACopy(_ other: String) throws {
    #expect(try told(other).isEmpty)
  }

  @Test func personsTellRowsApart() throws {
    let head = "issued,state,lift_reason,person\n"
    let data = try opened([
      "a.csv": head + "2016-01-04,TX,,p1\n2016-01-05,TX,,p2\n",
      "b.csv": head + "2016-01-04,TX,,p1\n2016-01-05,TX,,p3\n",
    ])
    #expect(!data.diagnostics.contains { $0.code == .sameRows })
  }

  @Test func aSnapshotKeepsIt() throws {
    try SnapshotFolder.with { folder in
      let paths = ["a", "b"].map { folder.path + "/\($0).csv" }
      for path in paths { put(Self.release.utf8, at: path) }
      let (first, second) = (try folder.open(paths), try folder.open(paths))
      #expect(!first.usedSnapshot && second.usedSnapshot)
      #expect(second.data.diagnostics.count { $0.code == .sameRows } == 1)
    }
  }
}
