import DetainerModel
import Foundation
import Testing

@testable import DetainerFormats

/// A folder with files that are old enough to be kept, and a cache beside them that takes any size.
struct SnapshotFolder: ~Copyable {
  let path: String
  let cache: SnapshotCache

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/ddor-snapshot-" + UUID().uuidString
    cache = SnapshotCache(directory: path + "/cache/ddor", smallestText: 0)
    try FileManager.default.createDirectory(
      atPath: path + "/data", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Puts a file into the folder `data`, as if it had lain there for so many hours.
  @discardableResult
  func put(_ bytes: some Sequence<UInt8>, _ name: String, hoursAgo: Int = 1) throws -> String {
    let file = path + "/data/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    DetainerFormatsTests.put(bytes, at: file)
    age(file, hours: hoursAgo)
    return file
  }

  @discardableResult
  func put(_ text: String, _ name: String, hoursAgo: Int = 1) throws -> String {
    try put(text.utf8, name, hoursAgo: hoursAgo)
  }

  /// Reads paths of the folder and keeps what was read.
  func kept(_ paths: [String]) throws -> Dataset {
    var loader = try Loader(paths)
    try loader.finish()
    let dataset = loader.dataset
    try #require(cache.keep(dataset, by: loader.snapshotKey))
    return dataset
  }

  /// The one snapshot there is.
  var snapshot: String {
    cache.directory + "/" + (names(in: cache.directory).first { $0.hasSuffix(".snapshot") } ?? "")
  }
}

/// Sets the time of modification back.
func age(_ path: String, hours: Int = 1) {
  let time = timespec(tv_sec: time(nil) - hours * 3600, tv_nsec: 0)
  #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
}

/// Records in most canonical columns and two others, some with findings.
func generatedRecords(_ count: Int, seed: UInt64 = 7) -> String {
  var random = SeededGenerator(state: seed)
  func any(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }
  var text =
    "issued,lifted,lift_reason,facility,city,state,type,crime,citizenship,gender,birth_year,person,duplicate,note,Cell Block,Officer\n"
  for row in 0..<count {
    let (month, day) = (
      Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random)
    )
    let date = "2015-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    let person = Int.random(in: 0..<(count * 2), using: &random)
    text +=
      "\(row % 97 == 5 ? "soon" : date),\(any(["", date])),"
      + any(["", "Detainer Declined by LEA", "Booked into Detention", "Unheard of"]) + ","
      + any(["TRAVIS COUNTY JAIL", "\"JAIL, NORTH\"", "Caf\u{E9}", "Cafe\u{301}", "NOWHERE"]) + ","
      + any(["AUSTIN", "BALTIMORE", ""]) + "," + any(["TX", "MARYLAND", "Atlantis", ""])
      + ",I247A - Request," + any(["DUI", "Assault", "\"Fraud, \"\"other\"\"\""]) + ","
      + any(["MEXICO", "ECUADOR"]) + "," + any(["Male", "Female", "?"]) + ",19\(60 + row % 40),"
      + (row % 3 == 0 ? "" : "p\(person)") + ",\(row % 11 == 0 ? "TRUE" : ""),note \(row % 500),"
      + any(["A", "B", ""]) + ",o\(row)\n"
  }
  return text
}

/// All that can be said of data, line by line.
func statements(of dataset: Dataset) throws -> [String] {
  let selection = try Selection(Query(.all), in: dataset)
  let keys: [GroupKey] = [.week, .state, .county, .facility, .crime, .outcome, .source]
  // Of many rows a part stands for all: the columns are compared by the counts too.
  let rows = selection.detainers().filter { $0 % (dataset.table.rowCount / 5000 + 1) == 0 }
  let listings =
    [
      selection.weeksListing(selection.weeks()),
      selection.jurisdictionsListing(selection.jurisdictions()), selection.detainersListing(rows),
      selection.detainersListingWithOtherColumns(rows), try selection.policiesListing(),
      try selection.correctionsListing(), Health(of: dataset).listing,
    ]
  var lines = listings.flatMap { listing in
    ["\(listing.columns.map(\.name))"] + (0..<listing.rowCount).map { "\(listing.row($0))" }
  }
  // Groups have no order of their own.
  for key in keys {
    let counts = selection.countListing(selection.groups(by: [key]), keys: [key])
    lines += (0..<counts.rowCount).map { "\(counts.row($0))" }.sorted()
  }
  let table = dataset.table
  lines += rows.map { "\(table.text(.person, $0)) \(table.otherValues($0)) \(table.line($0))" }
  lines += dataset.diagnostics.map { "\($0)" } + dataset.ranks.map { "\($0)" }
  lines += dataset.figures.map { "\($0)" } + dataset.policies.map { "\($0)" }
  lines += dataset.corrections.map { "\($0)" } + dataset.batches.map { "\($0)" }
  lines += table.sources.map { "\($0)" } + table.reports.map { "\($0)" }
  lines += table.sites.map { "\($0)" } + table.jurisdictions.map { "\($0)" }
  lines.append("\(dataset.title) \(String(describing: dataset.start)) \(dataset.isLoading)")
  return lines
}
