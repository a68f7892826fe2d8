import ArgumentParser
import DetainerFormats

/// Whether what is kept of files is used, and what was read of them kept.
struct CacheOptions: ParsableArguments {
  @Flag(help: "Read the files anew, and keep nothing of what was read.")
  var noCache = false

  /// Where what was read of files is kept; nil where it is not to be.
  var snapshots: SnapshotDirectory? { noCache ? nil : DefaultData.snapshots }
}
