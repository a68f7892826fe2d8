import DetainerModel

/// What is in the directory of snapshots, and what may go.
extension SnapshotCache {
  /// A snapshot as it lies in the directory.
  public struct Entry: Hashable, Sendable {
    /// The name of the file.
    public let name: String
    /// Its size in bytes.
    public let size: Int
    /// The paths of the data, with every link followed; empty when it is not a snapshot that this
    /// program can read.
    public let paths: [String]
    /// Whether the data is as it was, so that the snapshot would be used.
    public let isValid: Bool
  }

  /// The snapshots, by name.
  public var entries: [Entry] {
    names.filter { $0.hasSuffix(Self.ending) }.map { name in
      let path = directory + "/" + name
      let key = try? Self.key(of: path)
      return Entry(
        name: name, size: FileStatus(path: path)?.identity.size ?? 0, paths: key?.resolved ?? [],
        isValid: key.map { $0.isValid(for: $0.paths) } ?? false)
    }
  }

  /// Removes all snapshots and what killed writers have left.
  /// - Returns: how many files there were, and their bytes.
  @discardableResult
  public func clear() -> (files: Int, bytes: Int) {
    guard let directory = try? OpenFile(directory: directory) else { return (0, 0) }
    var (files, bytes) = (0, 0)
    for name in names where name.hasSuffix(Self.ending) || isLeftBehind(name) {
      let size = FileStatus(path: self.directory + "/" + name)?.identity.size ?? 0
      directory.remove(name)
      (files, bytes) = (files + 1, bytes + size)
    }
    return (files, bytes)
  }

  /// Makes room for a snapshot: what killed writers have left goes, and so do snapshots that this
  /// program cannot read or whose data is gone.
  func sweep(_ directory: OpenFile, for key: SnapshotKey) {
    for name in names where name != key.fileName {
      if name.hasSuffix(Self.ending) {
        let resolved = (try? Self.key(of: self.directory + "/" + name))?.resolved ?? []
        if resolved.allSatisfy({ FileStatus(path: $0) == nil }) { directory.remove(name) }
      } else if isLeftBehind(name) {
        directory.remove(name)
      }
    }
  }

  private var names: [String] { (try? directoryEntries(directory)) ?? [] }

  /// Whether a file is a temporary one whose writer is no more.
  private func isLeftBehind(_ name: String) -> Bool {
    guard OpenFile.isTemporaryName(name),
      let file = try? OpenFile(reading: directory + "/" + name)
    else { return false }
    return (try? file.lock()) ?? false
  }

  private static func key(of path: String) throws(SnapshotDoubt) -> SnapshotKey {
    var file = try OpenSnapshot(path: path)
    return try file.take()
  }
}
