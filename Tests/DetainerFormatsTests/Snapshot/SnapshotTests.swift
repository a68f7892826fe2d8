import DetainerModel
import Foundation
import Testing

@testable import DetainerFormats

/// What comes out of a snapshot is what reading the files gives.
@Suite struct SnapshotTests {
  private func expectEqual(
    _ folder: borrowing SnapshotFolder, _ paths: [String],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(folder.cache.open(paths) == nil, sourceLocation: location)
    let read = try statements(of: folder.kept(paths))
    let snapshot = try #require(folder.cache.open(paths), sourceLocation: location)
    let kept = try statements(of: snapshot.dataset)
    #expect(kept.count == read.count && read.count > 20, sourceLocation: location)
    for (a, b) in zip(kept, read) where a != b {
      Issue.record("kept \(a)\nread \(b)", sourceLocation: location)
      break
    }
    #expect(snapshot.isWhole, sourceLocation: location)
  }

  @Test func `The sample data`() throws {
    let folder = try SnapshotFolder()
    let parts = #filePath.split(separator: "/").dropLast(4)
    let sample = folder.path + "/data/sample"
    try FileManager.default.copyItem(
      atPath: "/" + parts.joined(separator: "/") + "/SampleData", toPath: sample)
    for name in try FileManager.default.subpathsOfDirectory(atPath: sample) {
      age(sample + "/" + name)
    }
    try expectEqual(folder, [sample])
  }

  @Test(arguments: [1, 3000]) func `Plain text with other columns and persons`(rows: Int) throws {
    let folder = try SnapshotFolder()
    try expectEqual(folder, [folder.put(generatedRecords(rows), "a.csv")])
  }

  @Test func `Several files, packed and in UTF-16`() throws {
    let folder = try SnapshotFolder()
    let utf16: [UInt8] =
      [0xFF, 0xFE]
      + generatedRecords(300, seed: 3).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let paths = [
      try folder.put(gzip(generatedRecords(1000, seed: 1)), "packed.csv.gz"),
      try folder.put(generatedRecords(200, seed: 2), "plain.csv"),
      try folder.put(utf16, "wide.csv"),
      try folder.put("issued,state,count\n2015-01-03,TX,12\n2015-01-10,CA,3\n", "tally.csv"),
    ]
    try expectEqual(folder, paths)
  }

  @Test func `Sheets of a workbook`() throws {
    let folder = try SnapshotFolder()
    var workbook = WorkbookWriter()
    func sheet(_ seed: UInt64) -> String {
      records(generatedRecords(150, seed: seed)).map { cells in
        "<row>"
          + cells.map { cell in
            let text = cell.replacingOccurrences(of: "\"", with: "&quot;")
            return "<c t=\"str\"><v>\(text)</v></c>"
          }.joined() + "</row>"
      }.joined()
    }
    workbook.sheets = [("One", sheet(4)), ("Two", sheet(5)), ("Cover", "")]
    try expectEqual(folder, [folder.put(workbook.archive, "a.xlsx")])
  }

  @Test func `A release by lift date, and a directory with places`() throws {
    let folder = try SnapshotFolder()
    try folder.put(
      "issued,lifted,lift_reason,facility,state\n2015-01-03,2015-03-03,Died,A JAIL,TX\n"
        + "2015-01-04,2015-04-03,Detainer Declined by LEA,B JAIL,TX\n2015-01-05,,,A JAIL,TX\n",
      "detainers/lifts.csv")
    try folder.put(
      "facility,city,state,county,county_fips,aor,note\nA JAIL,,TX,Travis County,,,\n", "places.csv"
    )
    try folder.put("README of nothing", "README.md")
    let paths = [folder.path + "/data"]
    try expectEqual(folder, paths)
    #expect(folder.cache.open(paths)?.dataset.table.countsByLiftDate == true)
  }

  @Test func `The columns take little room, and persons none`() throws {
    let folder = try SnapshotFolder()
    let text = generatedRecords(20_000)
    _ = try folder.kept([folder.put(text, "a.csv")])
    let size = try #require(FileStatus(path: folder.snapshot)?.identity.size)
    #expect(size * 10 < text.utf8.count * 3, "\(size) of \(text.utf8.count)")
    let bytes = try FileBytes(path: folder.snapshot).array
    #expect(!String(decoding: bytes, as: UTF8.self).contains("p3999"))
  }

  @Test func `Small data is not worth keeping`() throws {
    let folder = try SnapshotFolder()
    let cache = SnapshotCache(directory: folder.cache.directory)
    var loader = try Loader([folder.put(generatedRecords(100), "a.csv")])
    try loader.finish()
    #expect(!cache.keep(loader.dataset, by: loader.snapshotKey))
    #expect(names(in: folder.path) == ["data"], "not even a directory is made")
  }
}
