import Glibc

/// An open file, closed with its last reference.
final class OpenFile: Sendable {
  let number: Int32

  private init(_ number: Int32) throws(SystemError) {
    guard number >= 0 else { throw SystemError.last }
    self.number = number
  }

  deinit { close(number) }

  /// The file of the running program; nil where the system does not say.
  static var program: FileStatus? { FileStatus(path: "/proc/self/exe") }

  /// Never waits for the other end of a pipe, and never passes the file on to a child process.
  convenience init(reading path: String) throws(SystemError) {
    // A NUL would cut the path short and open another file than the one named.
    guard !path.utf8.contains(0) else { throw SystemError(code: ENOENT) }
    try self.init(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY))
  }

  /// Waits for the other end of a pipe.
  convenience init(readingPipe path: String) throws(SystemError) {
    try self.init(open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY))
  }

  /// Standard input, whatever it is.
  static func standardInput() throws(SystemError) -> OpenFile {
    try OpenFile(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3))
  }

  var isTerminal: Bool { isatty(number) == 1 }

  convenience init(directory path: String) throws(SystemError) {
    guard !path.utf8.contains(0) else { throw SystemError(code: ENOENT) }
    try self.init(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  /// Makes a file that did not exist before; `self` is its directory.
  func create(_ name: String) throws(SystemError) -> OpenFile {
    try OpenFile(openat(number, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666))
  }

  /// Makes a file without a name; `self` is the directory whose file system has it. Nil where there
  /// are no such files.
  func createUnnamed() -> OpenFile? {
    // O_TMPFILE, which is no plain constant in C.
    let flags = 0o20000000 | O_DIRECTORY | O_RDWR | O_CLOEXEC
    guard let file = try? OpenFile(openat(number, ".", flags, 0o666)),
      access(file.pathOfDescriptor, F_OK) == 0
    else { return nil }
    return file
  }

  /// The path by which the program reaches the open file, whether it has a name or not.
  var pathOfDescriptor: String { "/proc/self/fd/\(number)" }

  /// Gives a file without a name one in this directory.
  func link(_ file: OpenFile, as name: String, replacing: Bool) throws(SystemError) {
    let passing = replacing ? TemporaryName.random() : name
    guard linkat(AT_FDCWD, file.pathOfDescriptor, number, passing, AT_SYMLINK_FOLLOW) == 0 else {
      throw SystemError.last
    }
    guard replacing else { return }
    do throws(SystemError) {
      try rename(passing, to: name)
    } catch {
      remove(passing)
      throw error
    }
  }

  /// Makes a file no one else can reach, which is gone once it is closed.
  /// - Parameter use: is lent its path before the name is taken away.
  static func temporary(_ use: (String) -> Void = { _ in }) throws(SystemError) -> OpenFile {
    let directory = try OpenFile(directory: temporaryDirectory)
    let name = TemporaryName.random()
    let file = try OpenFile(
      openat(directory.number, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600))
    use(temporaryDirectory + "/" + name)
    directory.remove(name)
    return file
  }

  static var temporaryDirectory: String {
    guard let value = getenv("TMPDIR"), value.pointee != 0 else { return "/tmp" }
    return String(cString: value)
  }

  func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    guard fstat(number, &raw) == 0 else { throw SystemError.last }
    return FileStatus(raw)
  }

  /// Reads as much as fits or as there is.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = try readSome(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// Reads what has come, and waits for it; 0 at the end.
  func readSome(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let got = Glibc.read(number, buffer.baseAddress, buffer.count)
      if got >= 0 { return got }
      if errno == EAGAIN {
        try OpenFile.wait(until: POLLIN, number)
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  /// Waits for a terminal or pipe that someone else made non-blocking.
  private static func wait(until event: Int32, _ number: Int32) throws(SystemError) {
    var ready = pollfd(fd: number, events: Int16(event), revents: 0)
    if poll(&ready, 1, -1) < 0 && errno != EINTR { throw SystemError.last }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try OpenFile.write(bytes, to: number)
  }

  /// Writes all of it, however often the system takes only a part or is interrupted.
  static func write(_ bytes: UnsafeRawBufferPointer, to number: Int32) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let taken = Glibc.write(number, rest.baseAddress, rest.count)
      if taken >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
      } else if errno == EAGAIN {
        try wait(until: POLLOUT, number)
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  func setPermissions(_ permissions: UInt32) throws(SystemError) {
    guard fchmod(number, permissions) == 0 else { throw SystemError.last }
  }

  /// Waits until the disk has it. Places that cannot promise this, such as pipes, are let through.
  func synchronise() throws(SystemError) {
    while fsync(number) != 0 {
      let error = SystemError.last
      if error.isUnsupported { return }
      if error.code != EINTR { throw error }
    }
  }

  func remove(_ name: String) { unlinkat(number, name, 0) }

  func rename(_ name: String, to newName: String) throws(SystemError) {
    guard renameat(number, name, number, newName) == 0 else { throw SystemError.last }
  }

  /// Gives a file its name only if no other has it; the system decides, so no one can slip between.
  func renameWithoutReplacing(_ name: String, to newName: String) throws(SystemError) {
    if linkat(number, name, number, newName, 0) == 0 { return remove(name) }
    guard SystemError.last.isUnsupported || SystemError.last.code == EPERM else {
      throw SystemError.last
    }
    // File systems without hard links: take the name with an empty file, which is ours to replace.
    _ = try create(newName)
    do throws(SystemError) {
      try rename(name, to: newName)
    } catch {
      remove(newName)
      throw error
    }
  }

  /// Who keeps others out of a file.
  enum Locking { case ours, theirs, unsupported }

  /// Keeps every other program that asks for it out, until the file is closed, unless another does.
  func locking() throws(SystemError) -> Locking {
    while flock(number, LOCK_EX | LOCK_NB) != 0 {
      let error = SystemError.last
      if error.code == EWOULDBLOCK { return .theirs }
      if error.isUnsupported || error.code == ENOLCK { return .unsupported }
      if error.code != EINTR { throw error }
    }
    return .ours
  }

  /// Whether a name is in the directory.
  func has(_ name: String) -> Bool { faccessat(number, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 }

  /// Whether a file begins with these bytes; not for one that cannot be read.
  static func begins(_ path: String, with bytes: [UInt8]) -> Bool {
    guard let file = try? OpenFile(reading: path), (try? file.status())?.kind == .file else {
      return false
    }
    var head = [UInt8](repeating: 0, count: bytes.count)
    let count = try? head.withUnsafeMutableBytes { try file.read(into: $0) }
    return count == bytes.count && head == bytes
  }

  /// Whether files may be made and removed in the directory.
  var isWritableDirectory: Bool { faccessat(number, ".", W_OK | X_OK, AT_EACCESS) == 0 }

  static func makeDirectory(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o777) == 0 else { throw SystemError.last }
  }

  /// The time, in nanoseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }

  /// Makes a directory and those it lies in, for the user alone, as far as they are missing.
  static func makePrivateDirectories(_ path: String) throws(SystemError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw SystemError.last
    }
    try makePrivateDirectories(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError.last }
  }

  /// Removes a directory if it is empty.
  static func removeDirectory(_ path: String) { rmdir(path) }

  static func remove(path: String) { unlink(path) }

  /// The path with every link in it followed; nil if it leads nowhere.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  static func isLink(_ path: String) -> Bool {
    var raw = stat()
    return lstat(path, &raw) == 0 && raw.st_mode & S_IFMT == S_IFLNK
  }
}
