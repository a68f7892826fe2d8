/// What a snapshot is known by: all that was looked at when the data was read, and by which program.
public struct SnapshotKey: Sendable {
  /// The paths as given: they stand in findings, and relative ones lead on from them.
  let paths: [String]
  /// The same paths with every link followed; empty where there is nothing.
  let resolved: [String]
  /// The program: another one may read the same files in another way.
  let program: WatchedFiles.State
  /// Every file and folder, as it was before it was read.
  let watched: WatchedFiles
  /// How many bytes of text the records were read from.
  let textSize: Int

  init(paths: [String], watched: WatchedFiles, textSize: Int) {
    self.paths = paths
    self.watched = watched
    self.textSize = textSize
    resolved = paths.map { OpenFile.resolve($0) ?? "" }
    program = WatchedFiles.State(of: OpenFile.program)
  }

  /// The name of the snapshot of these paths, whatever they hold: a newer one takes its place.
  var fileName: String { Self.fileName(of: paths, resolved: resolved) }

  /// The name of the snapshot of some paths.
  static func fileName(of paths: [String], resolved: [String]? = nil) -> String {
    let resolved = resolved ?? paths.map { OpenFile.resolve($0) ?? "" }
    // No path has a NUL in it. The key inside tells two sets of one name apart.
    let sum = Array((paths + resolved).joined(separator: "\0").utf8).withUnsafeBytes(checksum)
    return String(sum, radix: 16) + SnapshotCache.ending
  }

  /// Whether these paths, read by this program, would give the same again.
  func isValid(for paths: [String]) -> Bool {
    self.paths == paths && resolved == paths.map { OpenFile.resolve($0) ?? "" }
      && program.hasContents(of: WatchedFiles.State(of: OpenFile.program))
      && watched.areUnchanged
  }
}

extension SnapshotKey: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    paths = try parts.read()
    resolved = try parts.read()
    program = try parts.read()
    watched = try parts.read()
    textSize = try parts.read()
  }

  func write(to parts: inout PartWriter) {
    parts.add(paths)
    parts.add(resolved)
    parts.add(program)
    parts.add(watched)
    parts.add(textSize)
  }
}

extension WatchedFiles: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    let count = try parts.length()
    var states: [String: State] = [:]
    for _ in 0..<count { states[try parts.text()] = try parts.read() as State }
    self.init(states: states, began: try parts.read())
  }

  func write(to parts: inout PartWriter) {
    parts.add(UInt64(states.count))
    for (path, state) in states.sorted(by: { $0.key < $1.key }) {
      parts.add(text: path)
      parts.add(state)
    }
    parts.add(began)
  }
}

extension WatchedFiles.State: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    switch try parts.number() {
    case 0: self = .missing
    case 1:
      self = .file(
        inode: try parts.number(), size: try parts.read(), modified: try parts.read(),
        changed: try parts.read())
    case 2: self = .folder(try parts.read())
    case 3: self = .other
    default: throw SnapshotDoubt()
    }
  }

  func write(to parts: inout PartWriter) {
    switch self {
    case .missing: parts.add(0 as UInt64)
    case .file(let inode, let size, let modified, let changed):
      parts.add(1 as UInt64)
      parts.add(inode)
      for number in [size, modified, changed] { parts.add(number) }
    case .folder(let names):
      parts.add(2 as UInt64)
      parts.add(names)
    case .other: parts.add(3 as UInt64)
    }
  }
}
