import DetainerModel

/// The directory in which snapshots of what was read are kept, one for each set of paths.
///
/// Nothing in it is needed: whatever is missing, old or damaged is read from the files again.
package struct SnapshotDirectory: Sendable {
  static let ending = ".snapshot"

  /// Where it is; it need not exist.
  package let path: String
  /// Of records of fewer bytes nothing is kept: they are read before the user notices.
  let smallestRecords: Int

  /// Names a directory.
  package init(path: String) { self.init(path: path, smallestRecords: 4 << 20) }

  init(path: String, smallestRecords: Int) {
    self.path = path
    self.smallestRecords = smallestRecords
  }

  /// Whether anything may be kept of what is read of these paths, before any of it is.
  package func mayKeep(_ paths: [String]) -> Bool {
    let statuses = paths.compactMap { FileStatus(path: $0) }
    return statuses.contains { $0.kind == .directory }
      || statuses.reduce(0) { $0 + ($1.kind == .file ? $1.identity.size : 0) } >= smallestRecords
  }

  /// Makes the directory, for one who says beforehand where something may be kept; where that is
  /// impossible nothing is kept.
  package func makeReady() { try? OpenFile.makePrivateDirectories(path) }

  /// A snapshot or another file of ours in the directory.
  package struct Entry: Hashable, Sendable {
    /// The name of its file.
    package let name: String
    /// The paths that were opened; empty for a file that cannot be read.
    package let paths: [String]
    /// How many bytes it has.
    package let size: Int
  }

  /// The snapshots, the digests of files, and what writers that were killed left behind.
  package var entries: [Entry] {
    (fileNames + [HashNotes.name]).compactMap { name in
      guard let status = FileStatus(path: path + "/" + name) else { return nil }
      let paths =
        name == HashNotes.name
        ? HashNotes(directory: path).paths : SnapshotFile(path: path + "/" + name)?.paths
      return Entry(name: name, paths: paths ?? [], size: status.identity.size)
    }
  }

  /// Removes all of these, and nothing else; says how many bytes that were.
  @discardableResult
  package func clear() -> Int {
    let entries = entries
    for entry in entries { OpenFile.remove(path: path + "/" + entry.name) }
    return entries.reduce(0) { $0 + $1.size }
  }

  private var fileNames: [String] {
    let names = (try? directoryEntries(path)) ?? []
    return names.filter { $0.hasSuffix(Self.ending) || TemporaryName.isOne($0) }
  }

  /// The snapshot of a state of files; nil where there is none that is to be trusted.
  func snapshot(of key: SnapshotKey) -> SnapshotFile? {
    let file = SnapshotFile(path: path + "/" + key.fileName)
    return file?.keyText == key.text ? file : nil
  }

  /// Keeps what was read. Where that is impossible nothing is kept, which is not an error.
  func keep(_ records: StoredRecords, of key: SnapshotKey, isWanted: () -> Bool) {
    makeReady()
    removeWhatIsOfNoUse()
    try? SnapshotFile.write(records, of: key, to: path + "/" + key.fileName, isWanted: isWanted)
  }

  /// Removes snapshots of files that are gone, and those that cannot be read, as of an earlier
  /// version.
  private func removeWhatIsOfNoUse() {
    for name in fileNames where !TemporaryName.isOne(name) {
      let file = path + "/" + name
      let paths = SnapshotFile(path: file)?.paths ?? []
      if paths.allSatisfy({ FileStatus(path: $0) == nil }) { OpenFile.remove(path: file) }
    }
  }
}
