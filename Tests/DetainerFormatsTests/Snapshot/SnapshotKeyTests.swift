import DetainerModel
import Foundation
import Testing

@testable import DetainerFormats

/// A snapshot is used only as long as everything is as it was.
@Suite struct SnapshotKeyTests {
  /// Keeps a directory, changes something in it, and says whether the snapshot is still used.
  private func isUsed(after change: (borrowing SnapshotFolder) throws -> Void) throws -> Bool {
    let folder = try SnapshotFolder()
    try folder.put(generatedRecords(50), "detainers/a.csv", hoursAgo: 5)
    try folder.put("facility,city,state,county,county_fips,aor,note\n", "places.csv", hoursAgo: 5)
    try folder.put("{\"title\": \"Old\"}", "datapackage.json", hoursAgo: 5)
    try folder.put("Read me", "README.md")
    let paths = [folder.path + "/data"]
    _ = try folder.kept(paths)
    try #require(folder.cache.open(paths) != nil)
    try change(folder)
    guard let snapshot = folder.cache.open(paths) else {
      // And then it is made anew under the same name.
      let read = try statements(of: folder.kept(paths))
      #expect(names(in: folder.cache.directory).count == 1)
      let kept = try #require(folder.cache.open(paths))
      #expect(try statements(of: kept.dataset) == read)
      return false
    }
    _ = snapshot
    return true
  }

  @Test func `Nothing changed`() throws {
    #expect(try isUsed { _ in })
    #expect(try isUsed { try $0.put("Read me twice", "README.md") })
    #expect(try isUsed { try $0.put("", ".hidden") })
  }

  @Test func `A file changed`() throws {
    #expect(try !isUsed { try $0.put(generatedRecords(50, seed: 8), "detainers/a.csv") })
    #expect(try !isUsed { try $0.put("{\"title\": \"New\"}", "datapackage.json") })
    #expect(
      try !isUsed {
        try $0.put(
          "facility,city,state,county,county_fips,aor,note\nNOWHERE,,,,24005,,\n", "places.csv")
      })
  }

  @Test func `A file of the same size and time is another one all the same`() throws {
    let isUsed = try isUsed { folder in
      let path = folder.path + "/data/detainers/a.csv"
      let before = try #require(FileStatus(path: path)).identity
      var bytes = try FileBytes(path: path).array
      bytes.swapAt(bytes.count - 2, bytes.count - 3)
      put(bytes, at: path)
      let time = timespec(
        tv_sec: before.modified / 1_000_000_000, tv_nsec: before.modified % 1_000_000_000)
      utimensat(AT_FDCWD, path, [time, time], 0)
      let after = try #require(FileStatus(path: path)).identity
      #expect(after.size == before.size && after.modified == before.modified)
    }
    #expect(!isUsed)
  }

  @Test func `A file came, went, or took another name`() throws {
    #expect(try !isUsed { try $0.put("issued,state\n2015-02-03,TX\n", "detainers/b.csv") })
    #expect(try !isUsed { try $0.put("week,source\n", "reports.csv") })
    #expect(try !isUsed { unlink($0.path + "/data/places.csv") })
    #expect(try !isUsed { try $0.put("new", "notes.pdf") })
    #expect(
      try !isUsed {
        rename($0.path + "/data/detainers/a.csv", $0.path + "/data/detainers/b.csv")
      })
    #expect(try !isUsed { try $0.put("detainers/b.csv\n", ".ddor-import.tmp") })
  }

  @Test func `Another spelling of the path is another snapshot`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(20), "a.csv")
    _ = try folder.kept([path])
    let other = folder.path + "/data/./a.csv"
    #expect(folder.cache.open([other]) == nil)
    let kept = try folder.kept([other])
    #expect(kept.table.sources.map(\.file) == [other])
    #expect(folder.cache.open([path])?.dataset.table.sources.map(\.file) == [path])
  }

  @Test func `A file that was modified a moment ago is not kept`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(20), "a.csv", hoursAgo: 0)
    var loader = try Loader([path])
    try loader.finish()
    #expect(!folder.cache.keep(loader.dataset, by: loader.snapshotKey))
  }

  @Test func `What could not be read is not kept`() throws {
    let folder = try SnapshotFolder()
    try folder.put(generatedRecords(20), "a.csv")
    try folder.put(Array(gzip(generatedRecords(20)).dropLast(20)), "b.csv.gz")
    var loader = try Loader([folder.path + "/data"])
    try loader.finish()
    #expect(!folder.cache.keep(loader.dataset, by: loader.snapshotKey))
  }

  @Test func `Reading that was cancelled is not kept`() throws {
    let folder = try SnapshotFolder()
    var loader = try Loader([folder.put(generatedRecords(8000), "a.csv")])
    try #require(!loader.isComplete)
    try loader.finish { _ in false }
    #expect(loader.snapshotKey == nil && loader.dataset.isPartial)
    #expect(!folder.cache.keep(loader.dataset, by: loader.snapshotKey))
  }
}
