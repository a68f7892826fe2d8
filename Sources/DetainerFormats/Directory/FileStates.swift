import DetainerModel
import Text

/// The files that data was read from, as they were when it was opened.
package struct FileStates: Sendable {
  private var files: [String: FileState] = [:]
  /// Files that changed while they were read: nobody knows which of it was.
  private var unsettled: Set<String> = []

  /// The files of a loader, as they were before it read them.
  package init(of loader: Loader) {
    // What came through a pipe is kept, and is the same for ever.
    for file in loader.recordFiles where file.spooled.isEmpty {
      add(file.archive.isEmpty ? file.shown : harmless(file.archive), file.disk, loader)
    }
    for path in loader.others {
      add(path.split(separator: "/").last.map(String.init) ?? path, path, loader)
    }
  }

  private mutating func add(_ name: String, _ path: String, _ loader: Loader) {
    guard let state = loader.states[path] else { return }
    files[name] = state
    if state.changed > loader.began { unsettled.insert(name) }
  }

  /// What happened to the files since they were in another state.
  package func changes(since before: FileStates) -> FileChanges {
    var changes = FileChanges()
    for (name, now) in files.sorted(by: { $0.key < $1.key }) {
      guard let then = before.files[name] else {
        changes.added.append(name)
        continue
      }
      if now.size > then.size {
        changes.grown.append(name)
      } else if now.size < then.size {
        changes.shortened.append(name)
      } else if now.identity.inode != then.identity.inode {
        changes.replaced.append(name)
      } else if now.modified != then.modified || before.unsettled.contains(name) {
        changes.changed.append(name)
      }
    }
    changes.gone = before.files.keys.filter { files[$0] == nil }.sorted()
    return changes
  }
}

extension Loader {
  /// Where changes of the files show: the directories in which they lie, each with the names that
  /// matter there; nil for all names.
  package var watched: [String: Set<String>?] {
    var watched: [String: Set<String>?] = [:]
    for path in opened {
      guard let status = FileStatus(path: path), !PipedFile.isNamed(by: path) else { continue }
      if status.kind == .directory {
        watched[path] = .some(nil)
      } else {
        // A file that is replaced is another one in the same directory.
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let directory = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
        let place = directory.isEmpty ? "/" : directory
        guard let name = parts.last, watched[place] != .some(nil) else { continue }
        watched[place] = (watched[place] ?? [])?.union([String(name)])
      }
    }
    return watched
  }
}

/// Whether a folder, or an entry of it that matters, has changed since a time.
/// - Parameters:
///   - wanted: the names of the entries that matter; nil for all, and the folder itself.
///   - time: in nanoseconds since 1970.
package func hasChanged(_ folder: String, _ wanted: Set<String>?, since time: Int) -> Bool {
  // The times of files come from a clock that ticks every few milliseconds.
  let earliest = time - 20_000_000
  func isNew(_ path: String) -> Bool {
    FileStatus(path: path).map { $0.changed >= earliest } ?? true
  }
  if let wanted { return wanted.contains { isNew(folder + "/" + $0) } }
  guard !isNew(folder), let names = try? directoryEntries(folder) else { return true }
  return names.contains { !$0.hasPrefix(".") && isNew(folder + "/" + $0) }
}
