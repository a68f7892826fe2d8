extension Loader {
  /// The digests of the files that were read, by their names as they are shown; a file that has
  /// changed since it was opened has none.
  package func hashes() -> [String: String] {
    let tables = others.map {
      (shown: $0.split(separator: "/").last.map(String.init) ?? $0, disk: $0)
    }
    var hashes: [String: String] = [:]
    let piped = Set(recordFiles.map(\.spooled))
    for (shown, disk) in tables + recordFiles.map({ ($0.shown, $0.disk) }) {
      // What came through a pipe has been written here since.
      guard let status = FileStatus(path: disk),
        piped.contains(disk) || status.identity.modified < began,
        let bytes = try? FileBytes(path: disk)
      else { continue }
      hashes[shown] = bytes.hash
    }
    return hashes
  }
}
