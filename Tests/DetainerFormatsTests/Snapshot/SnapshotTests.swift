import DetainerModel
import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

/// What was read is kept, and is the same when it comes back.
struct SnapshotTests {
  @Test func whatComesBackIsWhatWasRead() throws {
    try SnapshotFolder.with { folder in
      var loader = try Loader([folder.release])
      try loader.finish()
      let read = try everything(of: loader.dataset)
      let first = try folder.open()
      let second = try folder.open()
      #expect(!first.usedSnapshot && second.usedSnapshot)
      #expect(try everything(of: first.data) == read)
      #expect(try everything(of: second.data) == read)
      #expect(read.contains { $0.contains(.text("open 7")) && $0.contains(.text("p7")) })
      let records = [first.data, second.data].map { data in
        data.table.originalRecord(7).map { "\($0.name)=\($0.value)" }
      }
      #expect(records[0] == records[1] && records[1].count == 9)
      #expect(records[1].contains("person=p7") && records[1].contains("Case Status=open 7"))
    }
  }

  @Test func aDataDirectoryComesBackWithItsReportsAndTables() throws {
    try SnapshotFolder.with { folder in
      let first = try folder.open([sampleDirectory])
      let second = try folder.open([sampleDirectory])
      #expect(!first.usedSnapshot && second.usedSnapshot)
      #expect(try everything(of: second.data) == everything(of: sample))
      #expect(second.data.table.reports.contains { $0.statement?.issued == 3083 })
    }
  }

  @Test(arguments: ["release.csv.gz", "release.xlsx"])
  func theTextOfPackedFilesComesBackWithThem(name: String) throws {
    try SnapshotFolder.with(rows: 60) { folder in
      let path = "\(folder.path)/\(name)"
      let text = SnapshotFolder.release(rows: 60)
      put(
        name.hasSuffix("gz")
          ? gzip(text) : WorkbookWriter(sheet(of: text)).archive, at: path)
      let first = try folder.open([path])
      let second = try folder.open([path])
      #expect(!first.usedSnapshot && second.usedSnapshot)
      let rows = try everything(of: second.data)
      #expect(try rows == everything(of: first.data))
      #expect(rows.contains { $0.contains(.text("open 7")) && $0.contains(.text("p7")) })
    }
  }

  @Test func aFileThatHasChangedIsReadAgain() throws {
    try SnapshotFolder.with { folder in
      _ = try folder.open()
      put(SnapshotFolder.release(rows: 501).utf8, at: folder.release)
      let changed = try folder.open()
      #expect(!changed.usedSnapshot && changed.data.table.rowCount == 501)
      #expect(try folder.open().usedSnapshot)
      // As large, at another time, under another number.
      put(SnapshotFolder.release(rows: 501).utf8, at: folder.release + ".new")
      rename(folder.release + ".new", folder.release)
      #expect(try !folder.open().usedSnapshot)
      #expect(names(in: folder.path + "/cache").count == 1, "what is old gives way")
    }
  }

  @Test func aFileBesideTheRecordsThatHasChangedIsAReasonToReadAgain() throws {
    try SnapshotFolder.with { folder in
      _ = try folder.open([folder.path])
      #expect(try folder.open([folder.path]).usedSnapshot)
      put("id,week\n".utf8, at: folder.path + "/corrections.csv")
      #expect(try !folder.open([folder.path]).usedSnapshot)
      #expect(try folder.open([folder.path]).usedSnapshot)
      put(SnapshotFolder.release(rows: 3).utf8, at: folder.path + "/other.csv")
      let more = try folder.open([folder.path])
      #expect(!more.usedSnapshot && more.data.table.rowCount == 503)
      unlink(folder.path + "/other.csv")
      #expect(try folder.open([folder.path]).data.table.rowCount == 500)
    }
  }

  @Test func whatWasCancelledIsNotKept() throws {
    try SnapshotFolder.with(rows: 20_000) { folder in
      var loader = try Loader([folder.release], snapshots: folder.snapshots)
      try loader.finish { _ in false }
      #expect(loader.dataset.isPartial)
      loader.keepSnapshot()
      #expect(try !folder.open().usedSnapshot)
    }
  }

  @Test func aFileOfTheSameSizeAndTimeIsAnotherOneAllTheSame() throws {
    try SnapshotFolder.with { folder in
      _ = try folder.open()
      let time = try #require(FileStatus(path: folder.release)).identity.modified
      let text = SnapshotFolder.release(rows: 500).replacing("AUSTIN", with: "DALLAS")
      put(text.utf8, at: folder.release)
      let before = timespec(tv_sec: time / 1_000_000_000, tv_nsec: time % 1_000_000_000)
      utimensat(AT_FDCWD, folder.release, [before, before], 0)
      #expect(FileStatus(path: folder.release)?.identity.modified == time)
      let again = try folder.open()
      #expect(!again.usedSnapshot && again.data.table.site(0).city == "DALLAS")
    }
  }

  @Test func whatMayChangeAgainUnseenIsNotKept() throws {
    try SnapshotFolder.with { folder in
      var loader = try Loader([folder.release], snapshots: folder.snapshots)
      try loader.finish()
      loader.keepSnapshot()
      #expect(folder.snapshots.entries.isEmpty, "it was written a moment ago")
    }
  }

  @Test func whatCouldNotBeReadIsNotKept() throws {
    try SnapshotFolder.with { folder in
      put(gzip(SnapshotFolder.release(rows: 50)).dropLast(20), at: folder.path + "/cut.csv.gz")
      let data = try folder.open([folder.path]).data
      #expect(data.diagnostics.contains { $0.severity == .error })
      #expect(folder.snapshots.entries.isEmpty)
    }
  }

  @Test func writingThatIsNotWantedAnyMoreLeavesNothing() throws {
    try SnapshotFolder.with { folder in
      folder.settle()
      var loader = try Loader([folder.release], snapshots: folder.snapshots)
      try loader.finish()
      var wanted = 0
      while folder.snapshots.entries.isEmpty, wanted < 100 {
        var asked = 0
        loader.keepSnapshot {
          asked += 1
          return asked <= wanted
        }
        wanted += 1
        #expect(names(in: folder.path + "/cache").allSatisfy { $0.hasSuffix(".snapshot") })
      }
      #expect(wanted > 5 && wanted < 100)
      #expect(try folder.open().usedSnapshot)
    }
  }

  @Test func whatChangedWhileItWasReadIsSaidAndNotKept() throws {
    try SnapshotFolder.with(rows: 20_000) { folder in
      var loader = try Loader([folder.release], snapshots: folder.snapshots)
      #expect(!loader.isComplete)
      let file = open(folder.release, O_WRONLY | O_APPEND)
      _ = write(file, "x", 1)
      close(file)
      try loader.finish()
      #expect(loader.dataset.diagnostics.contains { $0.code == .changedFile })
      loader.keepSnapshot()
      #expect(try !folder.open().usedSnapshot)
    }
  }

  @Test func smallRecordsAreNotKept() throws {
    try SnapshotFolder.with { folder in
      let snapshots = SnapshotDirectory(path: folder.path + "/cache")
      var loader = try Loader([folder.release], snapshots: snapshots)
      try loader.finish()
      loader.keepSnapshot()
      #expect(snapshots.entries.isEmpty)
    }
  }

  @Test func theDirectorySaysWhatItHoldsAndClearsItAlone() throws {
    try SnapshotFolder.with { folder in
      _ = try folder.open()
      put("mine".utf8, at: folder.path + "/cache/mine.txt")
      put("left".utf8, at: folder.path + "/cache/.ddor-1234.tmp")
      let entries = folder.snapshots.entries
      #expect(entries.map(\.paths).contains([folder.release]))
      #expect(entries.count == 2 && entries.map(\.size).reduce(0, +) == folder.snapshot.count + 4)
      #expect(folder.snapshots.clear() == folder.snapshot.count + 4 || folder.snapshot.isEmpty)
      #expect(names(in: folder.path + "/cache") == ["mine.txt"])
    }
  }

  @Test func whatAKilledWriterLeftIsRemovedByALaterOne() throws {
    try SnapshotFolder.with { folder in
      mkdir(folder.path + "/cache", 0o700)
      put("half".utf8, at: folder.path + "/cache/.ddor-1.tmp")
      put("half".utf8, at: folder.path + "/cache/.ddor-2.tmp")
      let busy = try OpenFile(reading: folder.path + "/cache/.ddor-2.tmp")
      try #require(try busy.locking() == .ours)
      _ = try folder.open()
      let left = names(in: folder.path + "/cache")
      #expect(left.first == ".ddor-2.tmp" && left.count == 2, "another is writing it")
    }
  }

  @Test func snapshotsOfFilesThatAreGoneGiveWayAndThoseThatCannotBeRead() throws {
    try SnapshotFolder.with { folder in
      let other = folder.path + "/other.csv"
      put(SnapshotFolder.release(rows: 5).utf8, at: other)
      _ = try folder.open([other])
      _ = try folder.open([folder.path])
      put("DDORSNAP of another time".utf8, at: folder.path + "/cache/old.snapshot")
      #expect(names(in: folder.path + "/cache").count == 3)
      unlink(other)
      _ = try folder.open()
      let left = folder.snapshots.entries.map(\.paths)
      #expect(left.count == 2 && left.contains([folder.release]) && left.contains([folder.path]))
    }
  }
}

/// A mapped file that is cut short.
struct CutFileTests {
  @Test func whatIsMissingOfAMappedFileReadsAsZeros() throws {
    try withTemporaryDirectory { folder in
      let path = "\(folder)/large"
      put(Array(repeating: UInt8(ascii: "x"), count: 300_000), at: path)
      let file = try FileBytes(path: path, largestInMemory: 0)
      #expect(!file.hasChanged)
      truncate(path, 5000)
      let sum = file.withBytes { bytes in bytes.reduce(0) { $0 + ($1 == 0 ? 0 : 1) } }
      // The page in which the file ends is still there.
      #expect(sum >= 5000 && sum <= 8192)
      #expect(file.hasChanged && file.size == 300_000)
      let other = try FileBytes(path: path, largestInMemory: 0)
      #expect(!other.hasChanged && other.array.count == 5000)
    }
  }

  @Test func recordsOfAFileThatIsCutShortWhileItIsReadAreAFinding() throws {
    try withTemporaryDirectory { folder in
      let path = "\(folder)/release.csv"
      put(SnapshotFolder.release(rows: 300_000).utf8, at: path)
      var loader = try Loader([path])
      #expect(!loader.isComplete && loader.dataset.table.rowCount > 0)
      truncate(path, 100_000)
      try loader.finish()
      let data = loader.dataset
      #expect(data.table.rowCount < 300_000)
      let finding = try #require(data.diagnostics.first { $0.code == .changedFile })
      #expect(finding.severity == .error && finding.message.contains("cut short"))
    }
  }
}
