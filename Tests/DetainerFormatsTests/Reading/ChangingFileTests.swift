import CMapping
import DetainerModel
import Glibc
import Testing

@testable import DetainerFormats

/// Files that change under the reader's hands end in a finding, never in a crash.
@Suite struct ChangingFileTests {
  @Test func `Zeros are read of a mapped file that lost its end`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/a"
      put([UInt8](repeating: 65, count: 100_000), at: path)
      let file = try FileBytes(path: path, largestInMemory: 0)
      #expect(file.withBytes { $0[99_999] } == 65 && !file.hasHole)
      truncate(path, 10_000)
      #expect(file.withBytes { $0.reduce(0) { $0 + ($1 == 65 ? 1 : 0) } } == 10_000)
      #expect(file.hasHole)
      // Another file has a watch of its own.
      #expect(try !FileBytes(path: path, largestInMemory: 0).hasHole)
    }
  }

  @Test func `More files than can be watched are still read`() throws {
    try withTemporaryDirectory { directory in
      put([UInt8](repeating: 66, count: 5000), at: directory + "/a")
      let files = try (0..<600).map { _ in
        try FileBytes(path: directory + "/a", largestInMemory: 0)
      }
      #expect(files.allSatisfy { $0.withBytes { $0.allSatisfy { $0 == 66 } } && !$0.hasHole })
    }
  }

  @Test func `Faults of others end the process as ever`() async {
    await #expect(processExitsWith: .signal(SIGBUS)) {
      mapping_take_signal()
      raise(SIGBUS)
    }
    await #expect(processExitsWith: .signal(SIGBUS)) {
      mapping_take_signal()
      let file = try OpenFile.temporary()
      let page = mmap(nil, 4096, PROT_READ, MAP_PRIVATE, file.number, 0)
      exit(Int32(page?.load(as: UInt8.self) ?? 1))
    }
  }

  @Test func `Whoever had the signal before gets what is not ours`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      mapping_take_signal()
      signal(SIGBUS) { _ in _exit(7) }
      mapping_take_signal()
      raise(SIGBUS)
    }
  }

  /// Rows enough for a file that is mapped.
  private func largeFile(at path: String) {
    let row = "2015-01-03,TX," + String(repeating: "x", count: 400) + "\n"
    put(("issued,state,note\n" + String(repeating: row, count: 45_000)).utf8, at: path)
    age(path)
  }

  @Test func `A file cut short while it is read is a finding`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/a.csv"
      largeFile(at: path)
      var loader = try Loader([path])
      try loader.finish {
        if $0.rows > 10_000 { truncate(path, 1 << 20) }
        return true
      }
      let data = loader.dataset
      #expect(data.table.rowCount > 10_000 && data.table.rowCount < 45_000)
      let finding = try #require(data.diagnostics.first { $0.severity == .error })
      #expect(finding.code == "cut-short-file")
      #expect(finding.message.hasPrefix("\(path) was cut short, or its disk failed, while it was"))
      #expect(!data.diagnostics.contains { $0.code == "changed-file" })
      #expect(loader.snapshotKey == nil)
    }
  }

  @Test func `A file that changed while it was read is a finding`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/a.csv"
      largeFile(at: path)
      var loader = try Loader([path])
      var isChanged = false
      try loader.finish { _ in
        if !isChanged { put("issued,state\n2015-01-03,OK\n".utf8, at: path + ".new") }
        if !isChanged { rename(path + ".new", path) }
        isChanged = true
        return true
      }
      #expect(loader.dataset.table.rowCount == 45_000, "the old file is read to its end")
      #expect(loader.dataset.diagnostics.map(\.code) == ["changed-file"])
      #expect(loader.snapshotKey == nil)
    }
  }

  @Test func `The other columns of a file that changed later are not made up`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/a.csv"
      put("issued,state,Block\n2015-01-03,TX,North\n".utf8, at: path)
      age(path)
      var loader = try Loader([path])
      try loader.finish()
      let cache = SnapshotCache(directory: directory, smallestText: 0)
      try #require(cache.keep(loader.dataset, by: loader.snapshotKey))
      let kept = try #require(cache.open([path]))
      put("issued,state,Block\n2015-01-03,TX,South\n".utf8, at: path)
      #expect(kept.dataset.table.otherValues(0).isEmpty)
    }
  }
}
