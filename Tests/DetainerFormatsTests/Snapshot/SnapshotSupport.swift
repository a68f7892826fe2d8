import DetainerModel
import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

/// Everything that a user can see of data, as rows.
func everything(of data: Dataset) throws -> [[Value]] {
  let all = try Selection(Query(), in: data)
  var listings = [
    all.weeksListing(all.weeks()), try all.jurisdictionsListing(all.jurisdictions()),
    all.detainersListingWithOtherColumns(all.detainers()), try all.policies().listing,
    try all.corrections().listing, Health(of: data).listing,
  ]
  for key in GroupKey.allCases {
    let groups = try all.groups(by: [key]).ordered(by: .key(0), keys: [key])
    listings.append(all.countListing(groups, keys: [key]))
  }
  let rows = listings.flatMap { listing in (0..<listing.rowCount).map { listing.row($0) } }
  let beside: [[Value]] = [
    [.text(data.title), .text(data.start?.name ?? ""), .integer(data.batches.count)],
    data.table.sources.map { .text("\($0)") }, data.table.reports.map { .text("\($0)") },
    data.batches.map { .text($0.sentence) }, data.diagnostics.map { .text("\($0)") },
  ]
  return rows + beside
}

/// A data directory, its snapshots beside it, and a release with persons, other columns, a second
/// header and a bad row.
struct SnapshotFolder {
  let path: String
  var release: String { path + "/release.csv" }
  var snapshots: SnapshotDirectory {
    SnapshotDirectory(path: path + "/cache", smallestRecords: 0)
  }

  static func release(rows: Int) -> String {
    var text = "issued,lifted,lift_reason,facility,city,state,crime,person,Case Status\n"
    for row in 0..<rows {
      let issued = Day(packed: UInt16(42_000 + row % 200))
      let reason = ["Detainer Declined by LEA", "Booked into Detention", ""][row % 3]
      let lifted = row % 3 == 2 ? "" : issued.adding(row % 40).iso
      text += "\(issued.iso),\(lifted),\(reason),TRAVIS COUNTY JAIL,AUSTIN,TX,"
      text += "\(row % 5 == 0 ? "\"Assault, simple\"" : "Café \(row % 7)"),p\(row),open \(row)\n"
    }
    return text + "no date,,,,,,,,\n"
  }

  static func with<Result>(
    rows: Int = 500, _ body: (SnapshotFolder) throws -> Result
  ) throws -> Result {
    try withTemporaryDirectory { path in
      let folder = SnapshotFolder(path: path)
      put(release(rows: rows).utf8, at: folder.release)
      return try body(folder)
    }
  }

  /// Lets files that were just written be an hour old: what may still change is not kept.
  func settle() {
    for name in names(in: path) {
      let file = path + "/" + name
      guard let status = FileStatus(path: file), status.kind == .file, status.age < 60 else {
        continue
      }
      let seconds = status.identity.modified / 1_000_000_000 - 3600
      let time = timespec(tv_sec: seconds, tv_nsec: status.identity.modified % 1_000_000_000)
      utimensat(AT_FDCWD, file, [time, time], 0)
    }
  }

  /// Opens paths to the end, and keeps a snapshot; says whether one was used.
  func open(_ paths: [String]? = nil) throws -> (data: Dataset, usedSnapshot: Bool) {
    settle()
    var loader = try Loader(paths ?? [release], snapshots: snapshots)
    try loader.finish()
    loader.keepSnapshot()
    return (loader.dataset, loader.stored != nil)
  }

  /// The bytes of the one snapshot there is.
  var snapshot: [UInt8] {
    get { file.flatMap { try? FileBytes(path: $0).array } ?? [] }
    nonmutating set { if let file { put(newValue, at: file) } }
  }

  /// Writes bytes over some of the snapshot, which keeps its time of modification.
  func change(_ bytes: [UInt8], at place: Int) throws {
    let file = try #require(file)
    let time = try #require(FileStatus(path: file)).identity.modified
    let descriptor = Glibc.open(file, O_WRONLY)
    defer { close(descriptor) }
    try #require(pwrite(descriptor, bytes, bytes.count, place) == bytes.count)
    let before = timespec(tv_sec: time / 1_000_000_000, tv_nsec: time % 1_000_000_000)
    futimens(descriptor, [before, before])
  }

  /// Whether the snapshot is used as it is now; nothing is read beside it, and nothing kept.
  func isUsed() throws -> Bool {
    try Loader([release], snapshots: snapshots).stored != nil
  }

  /// Whether the snapshot can be read, of whatever files it is.
  var isWhole: Bool {
    file.flatMap { SnapshotFile(path: $0) }?.records(published: []) != nil
  }

  private var file: String? {
    names(in: path + "/cache").first { $0.hasSuffix(".snapshot") }.map { "\(path)/cache/\($0)" }
  }
}
