import DetainerModel
import Foundation
import Testing

@testable import DetainerFormats

/// A snapshot that is damaged is as good as none, and one that cannot be written is no error.
@Suite struct SnapshotFaultTests {
  @Test func `Any damage is noticed`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(400), "a.csv")
    _ = try folder.kept([path])
    let snapshot = folder.snapshot
    let sound = try FileBytes(path: snapshot).array
    var random = SeededGenerator(state: 1)
    for round in 0..<300 {
      var bytes = sound
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...5000, using: &random))
      switch round % 4 {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 1: bytes.removeLast(bytes.count - place)
      case 2: bytes.replaceSubrange(place..<end, with: repeatElement(0, count: end - place))
      default: bytes.append(contentsOf: bytes[place..<end])
      }
      put(bytes, at: snapshot)
      #expect(folder.cache.open([path]) == nil, "round \(round)")
    }
    put([], at: snapshot)
    #expect(folder.cache.open([path]) == nil)
    // And then it is made anew.
    let read = try statements(of: folder.kept([path]))
    #expect(try statements(of: #require(folder.cache.open([path])).dataset) == read)
  }

  /// Even with its seal mended, nothing that is not as it was written is ever taken apart.
  @Test func `Damage below a mended seal never ends the program`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(400), "a.csv")
    let read = try folder.kept([path])
    let snapshot = folder.snapshot
    let sound = try FileBytes(path: snapshot).array
    var random = SeededGenerator(state: 2)
    var (taken, left) = (0, 0)
    for round in 0..<600 {
      var bytes = sound
      // Mostly where the header, the table of sections and the parts are.
      let limit = round % 3 == 0 ? bytes.count : min(bytes.count, 1 << (6 + round % 9))
      let place = Int.random(in: 0..<limit, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
      reseal(&bytes, at: snapshot, sums: round % 2 == 0)
      if let kept = folder.cache.open([path]) {
        #expect(kept.dataset.table.rowCount == read.table.rowCount)
        taken += 1
      } else {
        left += 1
      }
    }
    #expect(taken > 0 && left > 0)
  }

  @Test func `Another version, byte order or mark is another program's`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(30), "a.csv")
    _ = try folder.kept([path])
    let snapshot = folder.snapshot
    let sound = try FileBytes(path: snapshot).array
    var same = sound
    reseal(&same, at: snapshot, sums: true)
    #expect(folder.cache.open([path]) != nil, "what is resealed rightly is taken")
    for word in 0..<3 {
      var bytes = sound
      bytes[word * 8] &+= 1
      reseal(&bytes, at: snapshot, sums: true)
      #expect(folder.cache.open([path]) == nil)
      #expect(folder.cache.entries.map(\.isValid) == [false])
    }
    // The next writer takes it away, under whatever name it lies.
    rename(snapshot, folder.cache.directory + "/ffff.snapshot")
    _ = try folder.kept([path])
    #expect(
      names(in: folder.cache.directory) == [String(snapshot.split(separator: "/").last ?? "")])
  }

  /// Writes a changed snapshot as its writer would have: with its time, and if asked for with the
  /// sums of the header.
  private func reseal(_ bytes: inout [UInt8], at path: String, sums: Bool) {
    func word(_ index: Int) -> Int {
      Int(
        truncatingIfNeeded: bytes[(index * 8)..<(index * 8 + 8)].reversed().reduce(UInt64(0)) {
          $0 << 8 | UInt64($1)
        })
    }
    func set(_ index: Int, _ value: UInt64) {
      for byte in 0..<8 { bytes[index * 8 + byte] = UInt8(truncatingIfNeeded: value >> (byte * 8)) }
    }
    let end = 64 + min(max(0, word(5)), (bytes.count - 64) / 24) * 24
    if sums {
      set(6, bytes[64..<end].withUnsafeBytes { checksum($0) })
      set(7, bytes[..<56].withUnsafeBytes { checksum($0) })
    }
    put(bytes, at: path)
    let time = timespec(tv_sec: word(4) / 1_000_000_000, tv_nsec: abs(word(4) % 1_000_000_000))
    utimensat(AT_FDCWD, path, [time, time], 0)
  }

  @Test func `Zeros are read of a snapshot that loses its end while it is used`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(3000), "a.csv")
    _ = try folder.kept([path])
    let snapshot = try #require(folder.cache.open([path]))
    truncate(folder.snapshot, 4096)
    _ = try statements(of: snapshot.dataset)
    #expect(!snapshot.isWhole)
    #expect(folder.cache.open([path]) == nil)
  }

  @Test func `A cache that cannot be written to is no error`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(30), "a.csv")
    var loader = try Loader([path])
    try loader.finish()
    var places = ["/dev/null/ddor", path + "/ddor", "/proc/ddor"]
    let closed = folder.path + "/closed"
    mkdir(closed, 0o500)
    // root may write everywhere.
    if getuid() != 0 { places += [closed, closed + "/ddor"] }
    for place in places {
      let cache = SnapshotCache(directory: place, smallestText: 0)
      #expect(!cache.keep(loader.dataset, by: loader.snapshotKey), "\(place)")
      #expect(cache.open([path]) == nil && cache.entries.isEmpty && cache.clear() == (0, 0))
    }
  }

  @Test func `Writing that is not wanted any more leaves nothing`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(30), "a.csv")
    var loader = try Loader([path])
    try loader.finish()
    var left = 0
    while left < 100 {
      var asked = 0
      let isKept = folder.cache.keep(loader.dataset, by: loader.snapshotKey) {
        asked += 1
        return asked <= left
      }
      if isKept { break }
      #expect(names(in: folder.cache.directory).isEmpty)
      left += 1
    }
    #expect(left > 5 && left < 100)
    #expect(folder.cache.open([path]) != nil)
  }

  @Test func `A snapshot is not named when files changed while it was written`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(30), "a.csv")
    var loader = try Loader([path])
    try loader.finish()
    let isKept = folder.cache.keep(loader.dataset, by: loader.snapshotKey) {
      put(generatedRecords(31).utf8, at: path)
      return true
    }
    #expect(!isKept && names(in: folder.cache.directory).isEmpty)
  }

  @Test func `What killed writers left is removed, what is being written is not`() throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(30), "a.csv")
    _ = try folder.kept([path])
    let directory = folder.cache.directory
    put([1, 2, 3], at: directory + "/.ddor-dead.tmp")
    put([1, 2, 3], at: directory + "/.ddor-busy.tmp")
    put([1, 2, 3], at: directory + "/mine.txt")
    let busy = try OpenFile(reading: directory + "/.ddor-busy.tmp")
    try #require(try busy.lock())
    _ = try folder.kept([path])
    let snapshot = String(folder.snapshot.split(separator: "/").last ?? "")
    #expect(names(in: directory) == [".ddor-busy.tmp", snapshot, "mine.txt"].sorted())
    let size = try #require(FileStatus(path: folder.snapshot)?.identity.size)
    #expect(folder.cache.clear() == (1, size))
    #expect(names(in: directory) == [".ddor-busy.tmp", "mine.txt"])
  }

  @Test func `Snapshots of data that is gone go with the next one`() throws {
    let folder = try SnapshotFolder()
    let (gone, here) = (
      try folder.put(generatedRecords(30), "gone.csv"), try folder.put(generatedRecords(9), "a.csv")
    )
    _ = try folder.kept([gone])
    _ = try folder.kept([here])
    #expect(Set(folder.cache.entries.flatMap(\.paths)) == [gone, here])
    unlink(gone)
    let other = try folder.put(generatedRecords(8), "b.csv")
    _ = try folder.kept([other])
    #expect(Set(folder.cache.entries.flatMap(\.paths)) == [other, here])
    #expect(folder.cache.entries.map(\.isValid) == [true, true])
  }

  @Test func `Many writers at once leave one snapshot`() async throws {
    let folder = try SnapshotFolder()
    let path = try folder.put(generatedRecords(2000), "a.csv")
    var loader = try Loader([path])
    try loader.finish()
    let (cache, dataset, key) = (folder.cache, loader.dataset, loader.snapshotKey)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          cache.keep(dataset, by: key)
          #expect(cache.open([path])?.dataset.table.rowCount == 2000)
        }
      }
    }
    #expect(names(in: cache.directory).count == 1)
  }
}
