import DetainerModel

extension Loader {
  /// The digest of a file that was read, by its name as it is shown; nil where it has changed since it
  /// was opened.
  package func hash(of shown: String) -> String? {
    // Tables of a data directory are shown by their names alone.
    let path =
      recordFiles.first { $0.shown == shown }?.disk
      ?? others.first { $0.split(separator: "/").last.map(String.init) == shown }
    guard let path, let state = states[path], state.modified < began else { return nil }
    return hashes.hash(of: path, in: state)
  }

  /// The files that are not those of which a package states the digest. They are read whole for that,
  /// which takes longer than opening them, so that only a check of the data asks.
  package var differingHashes: [Diagnostic] {
    var log = FindingLog()
    for hash in statedHashes { hash.compare(into: &log) }
    return log.diagnostics
  }

  /// The paths of all that was read, on the disk.
  var filesRead: [String] { recordFiles.map(\.disk) + others }
}
