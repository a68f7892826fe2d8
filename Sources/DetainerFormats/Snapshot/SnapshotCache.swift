import DetainerModel

/// The directory of snapshots: what was read once is mapped the next time.
///
/// A snapshot that is in doubt is as good as none, and one that cannot be written is no error:
/// the files are then read.
public struct SnapshotCache: Sendable {
  static let ending = ".snapshot"
  /// Smaller texts are read again: 4 MiB take some 8 ms, which nobody notices, and a snapshot of
  /// every small file would only fill the disk.
  static let smallestText = 4 << 20
  /// A file that was modified so shortly before it was read may change again without another time
  /// of modification, in nanoseconds: the coarsest file systems count in steps of 2 s.
  static let settlingTime = 2_000_000_000

  /// Where the snapshots are; it is made when the first one is written.
  public let directory: String
  private let smallestText: Int

  /// Names the directory.
  public init(directory: String) {
    self.init(directory: directory, smallestText: Self.smallestText)
  }

  init(directory: String, smallestText: Int) {
    self.directory = directory
    self.smallestText = smallestText
  }

  /// What was read of these paths, if nothing has changed since.
  public func open(_ paths: [String]) -> Snapshot? {
    try? Snapshot(path: directory + "/" + SnapshotKey.fileName(of: paths), of: paths)
  }

  /// Forgets what was read of these paths.
  public func forget(_ paths: [String]) {
    OpenFile.remove(path: directory + "/" + SnapshotKey.fileName(of: paths))
  }

  /// Keeps what a loader has read, if that is worth it.
  /// - Parameter isWanted: is asked now and then, and ends the writing by answering false.
  /// - Returns: whether it is kept now.
  @discardableResult
  public func keep(
    _ dataset: Dataset, by key: SnapshotKey?, isWanted: () -> Bool = { true }
  ) -> Bool {
    guard let key, key.textSize >= smallestText, isSettled(key), isAllReadable(dataset),
      let writer = SnapshotWriter(dataset, key: key)
    else { return false }
    do {
      try makeDirectory()
      let directory = try OpenFile(directory: directory)
      sweep(directory, for: key)
      let temporary = OpenFile.temporaryName()
      let file = try directory.create(temporary)
      var isDone = false
      defer { if !isDone { directory.remove(temporary) } }
      // The text of a packed release may hold what only its reader was given.
      try file.setPermissions(0o600)
      // Tells those who tidy up that the file is in use; what a killed writer leaves is not.
      guard try file.lock() else { return false }
      try writer.write(to: file, path: self.directory + "/" + temporary, isWanted: isWanted)
      guard key.watched.areUnchanged else { return false }
      try directory.rename(temporary, to: key.fileName)
      isDone = true
      return true
    } catch {
      return false
    }
  }

  private func isSettled(_ key: SnapshotKey) -> Bool {
    key.watched.states.values.allSatisfy {
      guard case .file(_, _, let modified, _) = $0 else { return true }
      return modified < key.watched.began - Self.settlingTime
    }
  }

  /// What could not be read today, for want of room or of a disk, may be readable tomorrow.
  private func isAllReadable(_ dataset: Dataset) -> Bool {
    let codes: Set<String> = Set(
      [FindingCode.unreadableFile, .unreadableFolder, .unreadablePackage, .cancelled]
        .map(\.rawValue))
    return !dataset.isLoading && !dataset.diagnostics.contains { codes.contains($0.code) }
  }

  private func makeDirectory() throws(SystemError) {
    var path = ""
    for part in directory.split(separator: "/") {
      path += (path.isEmpty && !directory.hasPrefix("/") ? "" : "/") + part
      guard FileStatus(path: path) == nil else { continue }
      do throws(SystemError) {
        // For the user alone, as the XDG rules have it.
        try OpenFile.makeDirectory(path, permissions: 0o700)
      } catch  where error.isExisting {}
    }
  }
}
