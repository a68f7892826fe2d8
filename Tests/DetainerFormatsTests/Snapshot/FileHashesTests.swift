import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

/// The digest of a file is taken once for each of its states, and never told of another one.
struct FileHashesTests {
  /// The digest that a new run of the program tells of the release.
  private func hash(_ folder: SnapshotFolder, cached: Bool = true) throws -> String? {
    folder.settle()
    return try Loader([folder.release], snapshots: cached ? folder.snapshots : nil)
      .hash(of: folder.release)
  }

  private func state(_ folder: SnapshotFolder) throws -> FileState {
    try #require(FileState(path: folder.release))
  }

  @Test func aDigestIsKeptForTheNextRun() throws {
    try SnapshotFolder.with { folder in
      let hash = try #require(try hash(folder))
      #expect(try hash == FileBytes(path: folder.release).hash)
      // What is kept is what is told: the file is not read for it again.
      let notes = HashNotes(directory: folder.snapshots.path)
      #expect(notes.hash(of: folder.release, in: try state(folder)) == hash)
      notes.keep("sha256:kept", of: folder.release, in: try state(folder))
      #expect(try self.hash(folder) == "sha256:kept")
      #expect(try self.hash(folder, cached: false) == hash)
      #expect(folder.snapshots.entries.map(\.paths) == [[folder.release]])
      folder.snapshots.clear()
      #expect(try self.hash(folder) == hash)
    }
  }

  @Test func aFileThatHasChangedNeverHasTheOldDigest() throws {
    try SnapshotFolder.with { folder in
      let first = try #require(try hash(folder))
      let old = try #require(FileStatus(path: folder.release)).identity
      // One letter is another one, and the time of modification is set back.
      let text = contents(of: folder.release)
        .replacing("AUSTIN", with: "BOSTON", maxReplacements: 1)
      let descriptor = open(folder.release, O_WRONLY)
      #expect(pwrite(descriptor, Array(text.utf8), text.utf8.count, 0) == text.utf8.count)
      let time = timespec(
        tv_sec: old.modified / 1_000_000_000, tv_nsec: old.modified % 1_000_000_000)
      futimens(descriptor, [time, time])
      close(descriptor)
      let new = try #require(FileStatus(path: folder.release)).identity
      #expect(new == old, "by size, number and time of modification it is the same file")
      let second = try hash(folder)
      #expect(second != first)
      #expect(try second == FileBytes(path: folder.release).hash)
    }
  }

  @Test func aFileThatIsExchangedWhileItIsOpenHasNone() throws {
    try SnapshotFolder.with { folder in
      folder.settle()
      let loader = try Loader([folder.release], snapshots: folder.snapshots)
      put(SnapshotFolder.release(rows: 3).utf8, at: folder.release + ".new")
      rename(folder.release + ".new", folder.release)
      // Even one that is older than the opening.
      folder.settle()
      #expect(loader.hash(of: folder.release) == nil)
      #expect(HashNotes(directory: folder.snapshots.path).paths.isEmpty)
    }
  }

  @Test func aDigestIsTakenOnceInARun() throws {
    try SnapshotFolder.with { folder in
      folder.settle()
      let hashes = FileHashes(keptIn: nil)
      let state = try state(folder)
      let hash = try #require(hashes.hash(of: folder.release, in: state))
      // Cannot be read any more, and is not looked into; its state is what it was.
      #expect(hashes.hash(of: folder.release, in: state) == hash)
      #expect(hashes.hash(of: folder.path + "/missing", in: state) == nil)
    }
  }

  @Test func damagedAndForeignLinesArePassedOver() throws {
    try SnapshotFolder.with { folder in
      let hash = try #require(try hash(folder))
      let path = folder.snapshots.path + "/" + HashNotes.name
      let line = contents(of: path)
      put(line.replacing(hash.suffix(8), with: "01234567").utf8, at: path)
      #expect(HashNotes(directory: folder.snapshots.path).paths.isEmpty)
      #expect(try self.hash(folder) == hash)
      put(("no line\n\t\t\t\n" + line).utf8, at: path)
      #expect(HashNotes(directory: folder.snapshots.path).paths == [folder.release])
    }
  }
}
