import DetainerFormats
import DetainerModel
import Foundation

/// An empty directory that belongs to this process; it goes with it, unless it crashes.
let scratch: URL = {
  let url = FileManager.default.temporaryDirectory
    .appending(path: "ddor-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
  try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  atexit { try? FileManager.default.removeItem(at: scratch) }
  return url
}()

/// Opens files as a user would, and asks of what was read all that can be asked.
func open(_ files: [String: [UInt8]], as path: String = "") {
  for (name, bytes) in files {
    guard (try? Data(bytes).write(to: scratch.appending(path: name))) != nil else {
      fatalError("\(scratch.path) cannot be written to")
    }
  }
  defer {
    for name in files.keys {
      try? FileManager.default.removeItem(at: scratch.appending(path: name))
    }
  }
  do {
    let path = path.isEmpty ? scratch.path : scratch.appending(path: path).path
    askEverything(of: try DataDirectory.open(path))
  } catch {
    precondition(!error.description.isEmpty, "a refusal without a sentence")
  }
}

/// Opens a data directory; only names that one may have are written, so that none leads out of it.
func openPackage(_ parts: [Part]) {
  let names: Set = [
    "datapackage.json", "reports.csv", "figures.csv", "issued.csv", "policies.csv",
    "corrections.csv", "places.csv", "release.csv",
  ]
  let files = parts.filter { names.contains($0.name) }.map { ($0.name, $0.bytes) }
  open(Dictionary(files) { first, _ in first })
}

/// Asks what the commands ask; a question may be refused, but the answers are all read.
func askEverything(of data: Dataset) {
  let queries = [Query(), Query(dropsDuplicates: true, isAsCorrected: true)]
  for query in queries { read(query, of: data) }
  read(Health(of: data).listing)
}

/// Reads every listing of a question, and a count.
func read(_ query: Query, of data: Dataset) {
  guard let selection = try? Selection(query, in: data) else { return }
  for name in ListingName.allCases { read(try? name.listing(of: selection, otherColumns: true)) }
  // By other keys the counting is the same; those of time take longer than all the reading.
  read(try? selection.countListing(by: [.state, .outcome], measure: .persons))
}

/// Reads the cells of a listing, of a long one the first rows.
private func read(_ listing: Listing?) {
  guard let listing else { return }
  for row in 0..<min(listing.rowCount, 200) {
    precondition(listing.row(row).count == listing.columns.count, "a row of another width")
  }
}
