import ArgumentParser
import DetainerFormats
import Glibc

/// Whether what was read is kept for the next time.
struct CacheOptions: ParsableArguments {
  @Flag(help: "Read the files themselves, and keep nothing for the next time.")
  var noCache = false

  /// The cache to use; nil where none is wanted, or nobody says where it would be.
  var cache: SnapshotCache? { noCache ? nil : .ofUser }
}

extension SnapshotCache {
  /// The cache of this user: in `$XDG_CACHE_HOME`, else in `~/.cache`.
  static var ofUser: SnapshotCache? {
    // The XDG rules: a relative path is as good as none.
    if let directory = variable("XDG_CACHE_HOME"), directory.hasPrefix("/") {
      return SnapshotCache(directory: directory + "/ddor")
    }
    return variable("HOME").map { SnapshotCache(directory: $0 + "/.cache/ddor") }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
