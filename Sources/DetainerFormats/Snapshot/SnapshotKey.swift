/// What a snapshot was made of: the program, and the state of every file that was looked at.
struct SnapshotKey: Hashable {
  /// The paths that were opened, with every link followed.
  let paths: [String]
  /// Everything on which what was read depends, as text.
  let text: String

  /// - Parameters:
  ///   - paths: what was opened.
  ///   - files: the files of records.
  ///   - others: the paths of whatever else was read.
  ///   - states: how all of these are, by their paths on the disk.
  init(
    paths: [String], files: [FoundFile], others: [String], states: [String: FileState] = [:]
  ) {
    func state(_ path: String) -> String { states[path]?.text ?? "missing" }
    self.paths = paths.map { OpenFile.resolve($0) ?? $0 }
    // Another build may read the same files otherwise.
    // Not when its names changed: who links to it gives it no other contents.
    var lines = ["program \(OpenFile.program?.identity.text ?? "missing")"]
    // How a text is written is said by its package, which is among what was read beside them.
    for file in files {
      lines.append(
        "records \(file.path) \(state(file.disk)) \(file.shown) \(file.source) "
          + "\(file.directory) \(file.isNamed) \(file.added.joined(separator: ","))")
    }
    for path in others { lines.append("read \(path) \(state(path))") }
    text = lines.joined(separator: "\n")
  }

  /// The name of its file in the directory of snapshots: one for the same paths, whatever they
  /// lead to, so that what is old gives way.
  var fileName: String {
    let digest = Array(paths.joined(separator: "\n").utf8).withUnsafeBytes { SHA256.hex(of: $0) }
    return digest.prefix(16) + SnapshotDirectory.ending
  }
}
