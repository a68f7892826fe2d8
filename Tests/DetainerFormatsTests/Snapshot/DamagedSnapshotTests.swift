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

  /// Every bit there is: a snapshot with one of them flipped, in place and at its old time, is not
  /// used, unless the bit stands between sections, where nothing is read.
  @Test func everyFlippedBitIsFound() throws {
    try SnapshotFolder.with(rows: 3) { folder in
      let read = try everything(of: folder.open().data)
      let whole = folder.snapshot
      let isPadding = paddings(of: whole)
      #expect(isPadding.filter { !$0 }.count > 1000)
      var wrong: [String] = []
      for place in whole.indices {
        for bit in 0..<8 {
          try folder.change([whole[place] ^ 1 << UInt8(bit)], at: place)
          if folder.isWhole != isPadding[place] { wrong.append("bit \(bit) of byte \(place)") }
        }
        try folder.change([whole[place]], at: place)
      }
      #expect(wrong.isEmpty)
      // What is read of one that is used nonetheless is the same.
      try folder.change(zip(whole, isPadding).map { $1 ? ~$0 : $0 }, at: 0)
      let again = try folder.open()
      #expect(try again.usedSnapshot && everything(of: again.data) == read)
    }
  }

  @Test func aFlippedBitOfManyRowsIsFoundAndTheFileReadAgain() throws {
    try SnapshotFolder.with(rows: 20_000) { folder in
      let read = try countsAndWeeks(of: folder.open().data)
      let whole = folder.snapshot
      let isPadding = paddings(of: whole)
      var random = SeededGenerator(1)
      for _ in 0..<60 {
        let place = Int.random(in: whole.indices, using: &random)
        try folder.change([whole[place] ^ 1 << UInt8(random.next() % 8)], at: place)
        var loader = try Loader([folder.release], snapshots: folder.snapshots)
        try loader.finish()
        #expect((loader.stored != nil) == isPadding[place])
        #expect(try countsAndWeeks(of: loader.dataset) == read)
        try folder.change([whole[place]], at: place)
      }
      #expect(try folder.isUsed())
    }
  }

  /// What lies at rest under the time that it was written at is no better trusted.
  @Test func sectionsThatChangedPlacesAreFound() throws {
    try SnapshotFolder.with(rows: 300) { folder in
      _ = try folder.open()
      let whole = folder.snapshot
      let start = SnapshotHeader.length
      var found = 0
      for block in [8, 64, 512] {
        let (first, second) = (
          whole[start..<start + block], whole[start + block..<start + 2 * block]
        )
        guard first != second else { continue }
        found += 1
        try folder.change(Array(second + first), at: start)
        #expect(try !folder.isUsed(), "\(block) bytes")
        try folder.change(Array(first + second), at: start)
      }
      #expect(try found > 0 && folder.isUsed())
    }
  }

  @Test func theSnapshotIsWrittenAnewAfterDamage() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      let read = try everything(of: folder.open().data)
      let whole = folder.snapshot
      try folder.change([~whole[100]], at: 100)
      let again = try folder.open()
      #expect(try !again.usedSnapshot && everything(of: again.data) == read)
      #expect(folder.snapshot == whole)
      #expect(try folder.open().usedSnapshot)
    }
  }

  @Test func aCopyWhoseBytesAreTheSameIsUsed() throws {
    try SnapshotFolder.with(rows: 50) { folder in
      let read = try everything(of: folder.open().data)
      folder.snapshot = folder.snapshot
      let again = try folder.open()
      #expect(try again.usedSnapshot && everything(of: again.data) == read)
    }
  }

  @Test func aSnapshotThatIsCutShortAnywhereOrGoesOnIsFound() throws {
    try SnapshotFolder.with(rows: 3) { folder in
      let read = try everything(of: folder.open().data)
      let whole = folder.snapshot
      for length in whole.indices {
        folder.snapshot = Array(whole[..<length])
        #expect(try !folder.isUsed(), "\(length) bytes")
      }
      for longer in [whole + [0], whole + whole] {
        folder.snapshot = longer
        #expect(try !folder.isUsed(), "\(longer.count) bytes")
      }
      #expect(try everything(of: folder.open().data) == read)
      #expect(folder.snapshot == whole)
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

  private func countsAndWeeks(of data: Dataset) throws -> [[Value]] {
    let all = try Selection(Query(), in: data)
    let groups = try all.groups(by: [.state, .outcome]).ordered(
      by: .key(0), keys: [.state, .outcome])
    let listings = [
      all.weeksListing(all.weeks()), all.countListing(groups, keys: [.state, .outcome]),
    ]
    return listings.flatMap { listing in (0..<listing.rowCount).map { listing.row($0) } }
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
