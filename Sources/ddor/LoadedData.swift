import DetainerFormats
import DetainerModel
import Text

/// The data that a command works on, read to its end.
struct LoadedData {
  /// What was read.
  let dataset: Dataset
  /// The directories that were opened, into which nothing is exported unasked.
  var directories: [String] { loader.directories }
  /// The digest of a file that was read, by its name as it is shown.
  func hash(of file: String) -> String? { loader.hash(of: file) }
  /// The files that are not those of which a package states the digest.
  var differingHashes: [Diagnostic] { loader.differingHashes }
  private let loader: Loader

  /// Reads the paths of the options, once their filter is known to be one.
  /// - Parameter keys: what alone is counted by; nil where any field may be asked for.
  init(_ options: SelectionOptions, countingBy keys: [GroupKey]? = nil) throws {
    let query = options.query(try options.parsedFilter())
    try self.init(
      try options.pathsToOpen(), snapshots: options.caching.snapshots,
      texts: keys.map(query.texts))
  }

  /// Reads paths.
  /// - Parameter texts: the fields of text that are asked for; nil for all.
  init(
    _ paths: [String], snapshots: SnapshotDirectory?, texts: Set<DetainerField>? = nil
  ) throws(LoadError) {
    let line = ProgressLine()
    defer { line.clear() }
    var loader = try Loader.showingProgress(
      paths, snapshots: snapshots, plan: .whole(texts), on: line)
    try loader.finish { progress in
      line.show(progress)
      return true
    }
    dataset = loader.dataset
    self.loader = loader
  }

  /// Gives the answer, sums up on standard error what could not be taken as it stands, and keeps
  /// what was read for the next time, also when the answer has lost its reader.
  func answer(_ give: () throws -> Void) throws {
    let result = Result { try give() }
    if case .success = result { reportProblems() }
    try keep()
    try result.get()
  }

  /// Keeps what was read for the next time, once the answer is out.
  func keep() throws(CommandError) {
    if FileBytes.anyWasCutShort { throw .cutShort }
    loader.keepSnapshot()
  }

  private func reportProblems() {
    let (missing, problems) = dataset.diagnostics.filter { $0.severity != .note }
      .parted(by: \.code.leavesFileOut)
    // A file that is not read is missed in every number, and named whatever else there is to tell.
    for finding in missing.prefix(5) { complain("Not read: \(finding.message)") }
    if missing.count > 5 {
      complain("\(counted(missing.count - 5, "more file")) are not read; see “ddor validate”.")
    }
    guard let first = problems.first else { return }
    let count = problems.reduce(0) { $0 + $1.count }
    let problem = count == 1 ? "1 problem" : "\(count) problems, the first"
    complain(
      "The data has \(problem): \(first.sentence) "
        + "See \(count == 1 ? "it" : "all of them") with “ddor validate”.")
  }
}

extension Array {
  /// The elements of which something holds, and the others.
  fileprivate func parted(by holds: (Element) -> Bool) -> (those: [Element], others: [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}
