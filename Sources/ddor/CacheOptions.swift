import ArgumentParser
import DetainerFormats

/// Whether what is kept of files is used, and what was read of them kept.
struct CacheOptions: ParsableArguments {
  @Flag(help: "Read the files, whatever is known of them, and keep nothing of it.")
  var noCache = false

  /// Where what was read of files is kept; nil where it shall not be.
  var snapshots: SnapshotDirectory? { noCache ? nil : DefaultData.snapshots }
}
