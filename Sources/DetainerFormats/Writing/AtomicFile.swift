/// A file that appears under its name complete or not at all.
///
/// The bytes go to a file of the same directory without a name, which gets one only when all of them
/// are on the disk. On any error what was there before is untouched, and a program that is killed
/// leaves nothing; on file systems that have no files without a name it can leave a `.ddor-….tmp`
/// file, which the next one written there removes, never half a file under the name.
///
/// With `replacing` a symbolic link stays, and the file that it leads to is written; without it a link
/// is in the way even if it leads nowhere. Links among the directories of the path are followed as
/// usual.
public struct AtomicFile: Sendable {
  /// The path as given.
  public let path: String
  /// Whether a file of that name may give way.
  public let replacing: Bool

  /// The directories that are opened as data, into which nothing is written that is not to replace
  /// what is there.
  let data: [String]

  /// Whether it is for the user alone.
  let isPrivate: Bool

  let directory: String
  let name: String

  /// Names a file; nothing is looked at or made before ``write(_:)``.
  public init(path: String, replacing: Bool) {
    self.init(path: path, replacing: replacing, isPrivate: false)
  }

  /// Names a file that is exported while some directories are opened as data.
  package init(path: String, replacing: Bool, besideData directories: [String]) {
    self.init(path: path, replacing: replacing, isPrivate: false, data: directories)
  }

  init(path: String, replacing: Bool, isPrivate: Bool, data: [String] = []) {
    self.path = path
    self.data = data
    self.replacing = replacing
    self.isPrivate = isPrivate
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      directory = slash == path.startIndex ? "/" : String(path[..<slash])
      name = String(path[path.utf8.index(after: slash)...])
    } else {
      directory = "."
      name = path
    }
  }

  /// Calls `body` with a sink and gives what it wrote the name, unless it throws.
  ///
  /// A file that is replaced passes its permissions on; a new one has those that the user's mask
  /// leaves. Without `replacing`, whoever loses a race for the name gets
  /// ``WriteError/fileExists(path:)``.
  public func write(_ body: (inout FileSink) throws(WriteError) -> Void) throws(WriteError) {
    try stage(body).commit()
  }

  /// Calls `body` with a sink, puts what it wrote on the disk, and leaves the name for later.
  func stage(
    _ body: (inout FileSink) throws(WriteError) -> Void
  ) throws(WriteError) -> StagedFile {
    try checkTarget()
    if replacing, !isPrivate, OpenFile.isLink(path) { return try behindLink().stage(body) }
    let directory = try openDirectory()
    let staged = try reporting { () throws(SystemError) in try StagedFile(self, in: directory) }
    try fill(staged.file, body)
    return staged
  }

  /// The file to which a symbolic link leads.
  private func behindLink() throws(WriteError) -> AtomicFile {
    guard let file = OpenFile.resolve(path) else {
      throw .failed(.file(path), reason: "it is a link that leads nowhere; name a file")
    }
    return AtomicFile(path: file, replacing: true, isPrivate: false, data: data)
  }

  private func fill(
    _ file: OpenFile, _ body: (inout FileSink) throws(WriteError) -> Void
  ) throws(WriteError) {
    // Before the first byte, so that what was private is never readable by others.
    if isPrivate {
      try reporting { () throws(SystemError) in try file.setPermissions(0o600) }
    } else if replacing, let old = FileStatus(path: path) {
      try reporting { () throws(SystemError) in try file.setPermissions(old.permissions) }
    }
    var sink = FileSink(file, target: .file(path))
    try body(&sink)
    try sink.flush()
    try reporting { () throws(SystemError) in try file.synchronise() }
  }

  /// Says whether a name is none at all, or no place for what is exported.
  func checkPlace() throws(WriteError) {
    if path.isEmpty { throw .emptyPath }
    // A NUL would cut the path short and write another file than the one named.
    if path.utf8.contains(0) { throw .failed(.file(path), reason: "its name has a NUL in it") }
    // The names here lead to open files; root could replace them, which no one can mean.
    if OpenFile.resolve(directory) == "/dev" { throw .notAFile(path: path, kind: "a device") }
    if !replacing, let found = data.first(where: isInside) {
      throw .insideData(path: path, directory: found)
    }
  }

  /// Says early what the last step would say only after all the work.
  private func checkTarget() throws(WriteError) {
    try checkPlace()
    switch FileStatus(path: path)?.kind {
    case .directory: throw .directory(path: path)
    case .pipe: throw .notAFile(path: path, kind: FileStatus.Kind.pipe.name)
    case .socket: throw .notAFile(path: path, kind: FileStatus.Kind.socket.name)
    case .device: throw .notAFile(path: path, kind: FileStatus.Kind.device.name)
    case .file where !replacing: throw .fileExists(path: path)
    case nil where !replacing && OpenFile.isLink(path): throw .fileExists(path: path)
    case .file, nil: break
    }
  }

  /// Whether the file would lie in a directory or below it, whatever links lead there.
  private func isInside(_ other: String) -> Bool {
    guard let own = OpenFile.resolve(directory), let root = OpenFile.resolve(other) else {
      return false
    }
    return own == root || own.hasPrefix(root == "/" ? root : root + "/")
  }

  private func openDirectory() throws(WriteError) -> OpenFile {
    do throws(SystemError) {
      return try OpenFile(directory: directory)
    } catch {
      throw error.isMissing
        ? .missingDirectory(path: path, directory: directory) : WriteError(error, .file(path))
    }
  }

  func reporting<Result>(
    _ step: () throws(SystemError) -> Result
  ) throws(WriteError) -> Result {
    do throws(SystemError) {
      return try step()
    } catch {
      if error.isExisting { throw .fileExists(path: path) }
      if error.isDirectory { throw .directory(path: path) }
      throw WriteError(error, .file(path))
    }
  }
}
