import DetainerModel
import Foundation

@testable import DetainerFormats

/// A snapshot of the invented detainers, made anew by each run: there is none to keep whose format
/// could grow old.
private let whole: [UInt8] = {
  let folder = scratch.appending(path: "snapshots")
  let release = scratch.appending(path: "kept.csv")
  var text = "issued,lifted,lift_reason,facility,city,state,crime,person,Case Status\n"
  for row in 0..<9 {
    text += "2017-01-1\(row),,Detainer Declined by LEA,A JAIL,AUSTIN,TX,Assault,p\(row),open\n"
  }
  let time = Date(timeIntervalSince1970: 1_500_000_000)
  guard (try? Data(text.utf8).write(to: release)) != nil,
    (try? FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: release.path))
      != nil,
    var loader = try? Loader(
      [release.path], snapshots: SnapshotDirectory(path: folder.path, smallestRecords: 0)),
    (try? loader.finish()) != nil
  else { fatalError("there is nothing to make a snapshot of") }
  loader.keepSnapshot()
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  guard let name = names.first(where: { $0.hasSuffix(".snapshot") }),
    let bytes = try? Data(contentsOf: folder.appending(path: name))
  else { fatalError("no snapshot was kept") }
  return Array(bytes)
}()

/// Opens a snapshot that was changed: the first byte says how, each three that follow are a place
/// and what stands there.
///
/// Places from 0x8000 on count from the description at the end. With checksums that are right again,
/// what reads the file behind them is tried; it may refuse it, or take it as it is.
func openSnapshot(_ bytes: [UInt8]) {
  guard let way = bytes.first else { return }
  var snapshot = whole
  let description = word(2, of: snapshot)
  for edit in stride(from: 1, to: bytes.count - 2, by: 3) {
    let place = Int(bytes[edit]) | Int(bytes[edit + 1]) << 8
    let at = place < 0x8000 ? place : description + place - 0x8000
    if at < snapshot.count { snapshot[at] = bytes[edit + 2] }
  }
  if way & 2 != 0, let last = bytes.last { snapshot.removeLast(min(snapshot.count, Int(last))) }
  if way & 1 != 0 { correctChecksums(of: &snapshot) }
  let path = scratch.appending(path: "changed.snapshot").path
  guard (try? Data(snapshot).write(to: URL(fileURLWithPath: path))) != nil else {
    fatalError("\(scratch.path) cannot be written to")
  }
  defer { try? FileManager.default.removeItem(atPath: path) }
  let isChanged = snapshot != whole
  guard let file = SnapshotFile(path: path) else {
    precondition(isChanged, "a snapshot is refused as it was written")
    return
  }
  let records = file.records(published: [])
  precondition(isChanged || records != nil, "a snapshot is refused as it was written")
  // Without new checksums nothing that was changed is taken, but for what fills up the sections.
  if records != nil, isChanged, way & 1 == 0 {
    precondition(file.keyText == SnapshotFile.text(of: whole, from: description))
  }
}

extension SnapshotFile {
  /// The key of a snapshot in memory.
  fileprivate static func text(of bytes: [UInt8], from description: Int) -> String {
    bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes, from: description)
      return reader.text()
    }
  }
}

/// A word of the header.
private func word(_ index: Int, of bytes: [UInt8]) -> Int {
  guard bytes.count >= index * 8 + 8 else { return 0 }
  return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * 8, as: Int.self) }
}

/// Writes every checksum anew: of the sections, of the description, and of the header.
private func correctChecksums(of bytes: inout [UInt8]) {
  let start = word(2, of: bytes)
  guard start >= SnapshotHeader.length, start <= bytes.count else { return }
  let marks = bytes.withUnsafeBytes { bytes -> [(place: Int, sum: UInt64)] in
    var reader = ByteReader(bytes, from: start)
    _ = reader.text()
    _ = reader.texts()
    return reader.list { reader -> (place: Int, sum: UInt64)? in
      let (offset, length, _) = (reader.int(), reader.int(), reader.int())
      let place = reader.position
      let (_, isZero) = (reader.uint64(), reader.int())
      guard isZero != 1, offset >= 0, length >= 0, offset <= start, length <= start - offset else {
        return nil
      }
      return (place, checksum(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])))
    }.compactMap { $0 }
  }
  for (place, sum) in marks where place + 8 <= bytes.count {
    withUnsafeBytes(of: sum) { bytes.replaceSubrange(place..<place + 8, with: $0) }
  }
  let header = SnapshotHeader(descriptionOffset: start, Array(bytes[start...]))
  bytes.replaceSubrange(..<SnapshotHeader.length, with: header.bytes)
}
