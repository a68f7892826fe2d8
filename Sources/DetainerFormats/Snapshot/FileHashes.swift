import Synchronization

/// The digests of files that were read, each taken once for every state of its file.
///
/// They are taken when they are asked for first, as by an export that names its sources, and not
/// while a file is read: most sessions never ask, and taking one needs longer than the reading
/// does. That of a large file is then kept beside the snapshots, with the state of the file that
/// it is of; a small file is read again sooner than a note of it is found.
final class FileHashes: Sendable {
  private struct Digest: Hashable {
    let state: String
    let hash: String
  }

  private let taken = Mutex<[String: Digest]>([:])
  private let snapshots: SnapshotDirectory?

  /// - Parameter snapshots: where those of large files are kept; nil to keep them in memory alone.
  init(keptIn snapshots: SnapshotDirectory?) { self.snapshots = snapshots }

  /// The digest of a file as it was in a state; nil if it is in another one by now.
  func hash(of path: String, in state: FileState) -> String? {
    guard FileState(path: path) == state else { return nil }
    if let known = taken.withLock({ $0[path] }), known.state == state.text { return known.hash }
    let notes = state.isSettled && state.size >= snapshots?.smallestRecords ?? .max ? notes : nil
    if let hash = notes?.hash(of: path, in: state) {
      taken.withLock { $0[path] = Digest(state: state.text, hash: hash) }
      return hash
    }
    guard let bytes = try? FileBytes(path: path) else { return nil }
    let hash = bytes.hash
    // What was written meanwhile may be in it by half.
    guard FileState(path: path) == state, !bytes.hasChanged else { return nil }
    taken.withLock { $0[path] = Digest(state: state.text, hash: hash) }
    notes?.keep(hash, of: path, in: state)
    return hash
  }

  private var notes: HashNotes? { snapshots.map { HashNotes(directory: $0.path) } }
}

/// The digests that are kept from one run of the program to the next, one a line.
///
/// A line is a checksum, the digest, the state of the file, and its path. Whoever writes puts all lines
/// anew; of two who do so at once one has its digest taken again another time.
struct HashNotes {
  static let name = "hashes"

  let directory: String
  private var path: String { directory + "/" + Self.name }

  /// The paths of the files of which digests are kept.
  var paths: [String] { lines.map(\.path) }

  func hash(of path: String, in state: FileState) -> String? {
    guard let path = OpenFile.resolve(path) else { return nil }
    return lines.first { $0.path == path && $0.state == state.text }?.hash
  }

  /// Keeps a digest, and no longer those of files that are gone. Where that is impossible it is taken
  /// again the next time, which is not an error.
  func keep(_ hash: String, of file: String, in state: FileState) {
    guard let file = OpenFile.resolve(file), !file.contains(where: \.isNewline) else { return }
    let others = lines.filter { $0.path != file && FileStatus(path: $0.path) != nil }
    let all = others + [Line(hash: hash, state: state.text, path: file)]
    try? OpenFile.makePrivateDirectories(directory)
    try? AtomicFile(path: path, replacing: true, isPrivate: true).write {
      sink throws(WriteError) in
      try sink.write(all.map { $0.text + "\n" }.joined())
    }
  }

  private struct Line {
    let hash: String
    let state: String
    let path: String

    init(hash: String, state: String, path: String) {
      (self.hash, self.state, self.path) = (hash, state, path)
    }

    /// Reads a line; nil unless it is as it was written.
    init?(_ text: Substring) {
      let parts = text.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4 else { return nil }
      self.init(hash: String(parts[1]), state: String(parts[2]), path: String(parts[3]))
      guard text == self.text else { return nil }
    }

    var text: String {
      let rest = "\(hash)\t\(state)\t\(path)"
      let sum = Array(rest.utf8).withUnsafeBytes { checksum($0) }
      return String(sum, radix: 16) + "\t" + rest
    }
  }

  private var lines: [Line] {
    guard let status = FileStatus(path: path), status.kind == .file, status.isOwn,
      let bytes = try? FileBytes(path: path)
    else { return [] }
    return bytes.withBytes { String(decoding: $0, as: UTF8.self) }.split(separator: "\n")
      .compactMap(Line.init)
  }
}

/// What tells one state of a file on the disk from another.
struct FileState: Hashable, Sendable {
  let identity: FileIdentity
  /// When contents, permissions or names last changed, in nanoseconds since 1970.
  let changed: Int

  /// Looks at a file; nil where there is none.
  init?(path: String) {
    guard let status = FileStatus(path: path) else { return nil }
    (identity, changed) = (status.identity, status.changed)
  }

  var size: Int { identity.size }

  /// When the contents last changed, in nanoseconds since 1970.
  var modified: Int { identity.modified }

  /// As it stands in the key of a snapshot.
  var text: String { "\(identity.text) \(changed)" }

  /// Whether the file was at rest for so long that a change since would show in its times, which the
  /// coarsest file systems count in steps of two seconds.
  var isSettled: Bool { wasSettled(at: OpenFile.now) }

  func wasSettled(at time: Int) -> Bool { modified < time - 2_000_000_000 }
}
