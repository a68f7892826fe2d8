import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Rows without a city take the county that other rows, of any file, give the code of their facility
/// (rule 14 of the data).
@Suite struct PlacingByCodeTests {
  private static let withoutCity = """
    Prepare Date,Detainer Lift Reason,Facility,Facility Code,State
    2018-01-03,Lifted,ODD HOUSE,ZZTEST1,
    2018-01-03,Lifted,ODD HOUSE,zztest1,TEXAS
    2018-01-03,Lifted,ODD HOUSE,ZZTEST1,OHIO
    2018-01-03,Lifted,OTHER HOUSE,ZZTEST2,
    2018-01-03,Lifted,THIRD HOUSE,ZZTEST3,
    2018-01-03,Lifted,FOURTH HOUSE,ZZTEST4,
    2018-01-03,Lifted,ODD HOUSE,,
    """
  private static let withCity = """
    Prepare Date,Detainer Lift Reason,Facility,Facility Code,State,City,County
    2025-01-06,Lifted,ODD HOUSE,ZZTEST1,TEXAS,AUSTIN,Travis
    2025-01-06,Lifted,ODD HOUSE ANNEX,ZZTEST1,TEXAS,AUSTIN,Travis
    2025-01-06,Lifted,OTHER HOUSE,ZZTEST2,TEXAS,AUSTIN,Travis
    2025-01-06,Lifted,OTHER HOUSE,ZZTEST2,TEXAS,HOUSTON,Harris
    2025-01-06,Lifted,THIRD HOUSE,ZZTEST3,TEXAS,AUSTIN,Travis
    2025-01-06,Lifted,THIRD HOUSE,ZZTEST3,TEXAS,NO SUCH TOWN,
    """

  private func placed(_ data: Dataset, _ source: String) -> [String] {
    (0..<data.table.rowCount).filter { data.table.source($0).name == source }.map { row in
      "\(data.table.jurisdiction(row).words) \(data.table.site(row).placement)"
        + " \(data.table.site(row).aor)"
    }
  }

  private static let expected = [
    "Travis County, TX codeOfOthers SNA", "Travis County, TX codeOfOthers SNA",
    // The code does not stand against the state of the row.
    "unlocated in OH none ",
    // A code in two counties, in a town that no table knows, of no other row, and none at all.
    "unlocated none ", "unlocated none ", "unlocated none ", "unlocated none ",
  ]

  @Test(arguments: [("a", "b"), ("b", "a")])
  func whateverTheOrderOfTheFiles(_ old: String, _ new: String) throws {
    let data = try opened(["\(old).csv": Self.withoutCity, "\(new).csv": Self.withCity])
    #expect(placed(data, old) == Self.expected)
    #expect(placed(data, new).first == "Travis County, TX file SNA")
    let steps = Health(of: data).places.steps
    #expect(steps.first { $0.placement == .codeOfOthers }?.rows == 2)
    let alone = try opened(text: Self.withoutCity, as: "old.csv")
    #expect(placed(alone, "old").allSatisfy { $0.contains("none") })
  }

  @Test func theRowsOfOneFileDoItToo() throws {
    let lines = Self.withCity.split(separator: "\n").map(String.init)
    let data = try opened(
      text: (lines + ["2025-02-03,Lifted,ODD HOUSE,ZZTEST1,,,"]).joined(separator: "\n"))
    #expect(placed(data, "release").last == "Travis County, TX codeOfOthers SNA")
  }

  @Test func aCodeGoesBeforeNameAndArea() throws {
    let old = """
      Prepare Date,Detainer Lift Reason,Facility,Facility Code,AOR
      2018-01-03,Lifted,COOK COUNTY JAIL,ZZTEST1,CHI
      2018-01-03,Lifted,COOK COUNTY JAIL,ZZTEST9,CHI
      """
    let data = try opened(["a.csv": old, "b.csv": Self.withCity])
    #expect(
      placed(data, "a") == [
        "Travis County, TX codeOfOthers CHI", "Cook County, IL nameAndAOR CHI",
      ])
  }

  @Test func aSnapshotIsOfAllFiles() throws {
    try SnapshotFolder.with { folder in
      let data = folder.path
      put(Self.withoutCity.utf8, at: data + "/a.csv")
      put(Self.withCity.utf8, at: data + "/b.csv")
      let first = try folder.open([data])
      let second = try folder.open([data])
      #expect(!first.usedSnapshot && second.usedSnapshot)
      #expect(placed(first.data, "a") == Self.expected)
      #expect(placed(second.data, "a") == Self.expected)
      // The other file alone changes.
      let moved = Self.withCity.replacing("AUSTIN,Travis", with: "HOUSTON,Harris")
      put(moved.utf8, at: data + "/b.csv")
      let changed = try folder.open([data])
      #expect(!changed.usedSnapshot)
      #expect(placed(changed.data, "a")[0] == "Harris County, TX codeOfOthers HOU")
    }
  }
}
