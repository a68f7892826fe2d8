import DetainerFormats
import DetainerModel

/// The data that a command works on, read to its end or as it was kept the last time.
struct LoadedData {
  /// What was read.
  let dataset: Dataset

  private enum Origin {
    case files(SnapshotKey?)
    case snapshot(Snapshot)
  }

  private let paths: [String]
  private let cache: SnapshotCache?
  private let origin: Origin

  /// Reads the paths of the options, once their filter is known to be one.
  init(_ options: SelectionOptions) throws {
    _ = try options.parsedFilter()
    try self.init(try options.pathsToOpen(), cache: options.caching.cache)
  }

  /// Reads paths.
  init(_ paths: [String], cache: SnapshotCache?) throws(LoadError) {
    self.paths = paths
    self.cache = cache
    if let snapshot = cache?.open(paths) {
      dataset = snapshot.dataset
      origin = .snapshot(snapshot)
    } else {
      var loader = try Loader(paths)
      try loader.finish()
      dataset = loader.dataset
      origin = .files(loader.snapshotKey)
    }
  }

  /// Gives the answer, sums up on standard error what could not be taken as it stands, and keeps
  /// what was read for the next time, also when the answer has no reader.
  func answer(_ give: () throws -> Void) throws {
    let result = Result { try give() }
    if case .success = result { reportProblems() }
    try keep()
    try result.get()
  }

  /// Keeps what was read; throws where what was kept turns out to be lost in part.
  func keep() throws(CommandError) {
    switch origin {
    case .files(let key): cache?.keep(dataset, by: key)
    case .snapshot(let snapshot):
      guard !snapshot.isWhole else { return }
      cache?.forget(paths)
      throw .lostSnapshot
    }
  }

  private func reportProblems() {
    let problems = dataset.diagnostics.filter { $0.severity != .note }
    guard let first = problems.first else { return }
    let count = problems.reduce(0) { $0 + $1.count }
    let problem = count == 1 ? "1 problem" : "\(count) problems, the first"
    complain(
      "The data has \(problem): \(first.description) "
        + "See \(count == 1 ? "it" : "all of them") with “ddor validate”.")
  }
}
