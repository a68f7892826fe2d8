import DetainerFormats
import DetainerModel

/// The data that a command works on, read to its end.
struct LoadedData {
  /// What was read.
  let dataset: Dataset

  /// Reads the paths of the options, once their filter is known to be one.
  init(_ options: SelectionOptions) throws {
    _ = try options.parsedFilter()
    var loader = try Loader(try options.pathsToOpen())
    try loader.finish()
    dataset = loader.dataset
  }

  /// Sums up on standard error what could not be taken as it stands.
  func reportProblems() {
    let problems = dataset.diagnostics.filter { $0.severity != .note }
    guard let first = problems.first else { return }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems, the first"
    complain("The data has \(count): \(first.description)")
  }
}
