import Glibc

// The system calls of this room: nothing outside of this folder imports the C library, so that another
// system stays a matter of these files.

/// What a path leads to.
struct FileStatus {
  enum Kind {
    case file, directory, pipe, socket, device

    /// As it stands in a sentence.
    var name: String {
      switch self {
      case .file: "a file"
      case .directory: "a directory"
      case .pipe: "a named pipe"
      case .socket: "a socket"
      case .device: "a device"
      }
    }
  }

  let kind: Kind
  let identity: FileIdentity
  let permissions: UInt32
  /// When contents, permissions or names last changed, in nanoseconds since 1970; programs cannot
  /// set it back.
  let changed: Int
  /// Whether it belongs to the user that runs the program.
  let isOwn: Bool

  init(_ raw: stat) {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    case S_IFIFO: kind = .pipe
    case S_IFSOCK: kind = .socket
    default: kind = .device
    }
    identity = FileIdentity(
      device: UInt64(raw.st_dev), inode: UInt64(raw.st_ino), size: Int(raw.st_size),
      modified: raw.st_mtim.tv_sec &* 1_000_000_000 &+ raw.st_mtim.tv_nsec)
    permissions = raw.st_mode & 0o777
    changed = raw.st_ctim.tv_sec &* 1_000_000_000 &+ raw.st_ctim.tv_nsec
    isOwn = raw.st_uid == geteuid()
  }

  /// How many seconds ago the contents last changed.
  var age: Int { (OpenFile.now - identity.modified) / 1_000_000_000 }

  /// Follows links; nil if there is nothing to look at.
  init?(path: String) {
    guard let status = try? FileStatus(at: path) else { return nil }
    self = status
  }

  /// Follows links; throws why there is nothing to look at.
  init(at path: String) throws(SystemError) {
    var raw = stat()
    guard stat(path, &raw) == 0 else { throw SystemError.last }
    self.init(raw)
  }
}

/// The names in a directory, in order, without `.` and `..`.
func directoryEntries(_ path: String) throws(SystemError) -> [String] {
  guard let directory = opendir(path) else { throw SystemError.last }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}
