import ArgumentParser
import DetainerFormats

/// How files are read: whether what is kept of them is used, and by how many threads.
struct CacheOptions: ParsableArguments {
  @Flag(help: "Read the files anew, and keep nothing of what was read.")
  var noCache = false

  @Option(
    help: ArgumentHelp(
      "How many threads read and count, at most \(Threads.most) (default: as many as there are processors).",
      valueName: "n"))
  var threads: Int?

  /// Checks the number of threads, and chooses it.
  func validate() throws {
    guard let threads else { return }
    guard threads > 0 else {
      throw ValidationError("--threads, “\(threads)”: a number of threads is 1 or more.")
    }
    Threads.use(threads)
  }

  /// Where what was read of files is kept; nil where it is not to be.
  var snapshots: SnapshotDirectory? { noCache ? nil : DefaultData.snapshots }
}
