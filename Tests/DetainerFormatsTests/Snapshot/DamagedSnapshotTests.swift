import DetainerModel
import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

/// A snapshot that is not as it was written is never used, and never ends the program.
struct DamagedSnapshotTests {
  /// Opens the folder with each damaged form of its snapshot; none may be used.
  private func check(
    _ folder: SnapshotFolder, _ damaged: some Sequence<[UInt8]>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let read = try everything(of: folder.open().data)
    let whole = folder.snapshot
    for bytes in damaged {
      folder.snapshot = bytes
      var loader = try Loader([folder.release], snapshots: folder.snapshots)
      try loader.finish()
      #expect(loader.stored == nil, sourceLocation: sourceLocation)
      #expect(loader.dataset.table.rowCount == 50, sourceLocation: sourceLocation)
    }
    #expect(try everything(of: folder.open().data) == read, sourceLocation: sourceLocation)
    folder.snapshot = whole
    #expect(try folder.open().usedSnapshot, sourceLocation: sourceLocation)
  }

  @Test func aFlippedBitAnywhereIsFound() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      _ = try folder.open()
      let whole = folder.snapshot
      var random = SeededGenerator(1)
      let places = (0..<64) + (0..<200).map { _ in Int.random(in: 0..<whole.count, using: &random) }
      let isPadding = paddings(of: whole)
      try check(
        folder,
        places.filter { !isPadding[$0] }.map { place in
          var bytes = whole
          bytes[place] ^= 1 << UInt8(random.next() % 8)
          return bytes
        })
    }
  }

  @Test func whoWritesToASnapshotBreaksItsSeal() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      let read = try everything(of: folder.open().data)
      let path = folder.path + "/cache/" + (names(in: folder.path + "/cache").first ?? "")
      let isSealed = { SnapshotFile(path: path)?.isSealed }
      #expect(isSealed() == true)
      #expect(try everything(of: folder.open().data) == read)
      #expect(isSealed() == true, "reading is no writing")
      let whole = folder.snapshot
      folder.snapshot = whole
      #expect(isSealed() == false)
      // Every byte is as it was, so it is used none the less.
      let again = try folder.open()
      #expect(try again.usedSnapshot && everything(of: again.data) == read)
    }
  }

  /// With its seal forged, what is described is still as it was written, or it is not used.
  @Test func damageBelowAForgedSealNeverEndsTheProgram() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      _ = try folder.open()
      let path = folder.path + "/cache/" + (names(in: folder.path + "/cache").first ?? "")
      let time = try #require(FileStatus(path: path)).identity.modified
      let before = timespec(tv_sec: time / 1_000_000_000, tv_nsec: time % 1_000_000_000)
      let whole = folder.snapshot
      let header = try #require(
        whole.withUnsafeBytes { SnapshotHeader($0, fileSize: whole.count) })
      #expect(header.seal == time)
      var random = SeededGenerator(5)
      for round in 0..<300 {
        var bytes = whole
        let described = header.descriptionOffset..<bytes.count
        let place = Int.random(in: round % 4 == 0 ? 0..<56 : described, using: &random)
        bytes[place] ^= 1 << UInt8(random.next() % 8)
        folder.snapshot = bytes
        utimensat(AT_FDCWD, path, [before, before], 0)
        let loader = try Loader([folder.release], snapshots: folder.snapshots)
        #expect(loader.stored == nil)
      }
      folder.snapshot = whole
      utimensat(AT_FDCWD, path, [before, before], 0)
      #expect(SnapshotFile(path: path)?.isSealed == true)
    }
  }

  @Test func aSnapshotThatIsCutShortOrGoesOnIsFound() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      _ = try folder.open()
      let whole = folder.snapshot
      var random = SeededGenerator(2)
      let lengths =
        [0, 1, 63, 64, 65, whole.count - 1]
        + (0..<40).map { _ in Int.random(in: 0..<whole.count, using: &random) }
      try check(folder, lengths.map { Array(whole[..<$0]) } + [whole + [0], whole + whole])
    }
  }

  @Test func zerosAndNoiseAreFound() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      _ = try folder.open()
      let whole = folder.snapshot
      var random = SeededGenerator(3)
      let noise = whole.indices.map { _ in UInt8(truncatingIfNeeded: random.next()) }
      var zeroed = whole
      for place in 512..<min(4096, whole.count) { zeroed[place] = 0 }
      try check(
        folder,
        [
          noise, zeroed, whole.map { _ in 0 }, Array(whole[..<64]) + noise[64...],
          Array(whole.reversed()),
        ])
    }
  }

  @Test func aDescriptionOfNonsenseIsReadWithoutHarm() throws {
    var random = SeededGenerator(4)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
        random.next() % 3 == 0 ? UInt8(truncatingIfNeeded: random.next()) : 0
      }
      bytes.withUnsafeBytes { bytes in
        var reader = ByteReader(bytes)
        _ = StoredRecords(&reader, published: [])
        var numbers = ByteReader(bytes)
        _ = numbers.list { $0.texts() }
      }
    }
  }

  @Test func aSnapshotOfAnotherBuildIsNotUsed() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      let key = SnapshotKey(paths: [folder.release], files: [], others: [])
      _ = try folder.open()
      #expect(folder.snapshots.snapshot(of: key) == nil)
      #expect(key.text.hasPrefix("program "))
    }
  }

  @Test func whereNothingCanBeKeptTheAnswerIsTheSame() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      let read = try everything(of: folder.open().data)
      removeTree(folder.path + "/cache")
      put("a file".utf8, at: folder.path + "/cache")
      #expect(try everything(of: folder.open().data) == read)
      unlink(folder.path + "/cache")
      mkdir(folder.path + "/cache", 0o500)
      #expect(try everything(of: folder.open().data) == read)
    }
  }

  /// Which bytes stand between sections, where nothing is read.
  private func paddings(of snapshot: [UInt8]) -> [Bool] {
    var isPadding = Array(repeating: true, count: snapshot.count)
    func mark(_ range: Range<Int>) { for place in range { isPadding[place] = false } }
    mark(0..<SnapshotHeader.length)
    snapshot.withUnsafeBytes { bytes in
      guard let header = SnapshotHeader(bytes, fileSize: bytes.count) else { return }
      mark(header.descriptionOffset..<bytes.count)
      var reader = ByteReader(bytes, from: header.descriptionOffset)
      _ = (reader.text(), reader.texts())
      _ = reader.list { reader in
        let (offset, length) = (reader.int(), reader.int())
        _ = (reader.int(), reader.uint64())
        if reader.int() == 0 { mark(offset..<offset + length) }
      }
    }
    return isPadding
  }
}
