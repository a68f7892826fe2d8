/// What tells one state of a file from another, for the keys of a cache.
struct FileIdentity: Hashable, Sendable {
  /// The device the file is on.
  let device: UInt64
  /// The number of the file on its device.
  let inode: UInt64
  /// The size in bytes.
  let size: Int
  /// When the contents last changed, in nanoseconds since 1970.
  let modified: Int

  /// As it stands in the keys of what is kept.
  var text: String { "\(device):\(inode) \(size) \(modified)" }
}

/// The bytes of one file, read-only, as the readers see them.
///
/// Small files are read into memory, so that they may shrink meanwhile; large ones are mapped, so
/// that they cost no memory of our own. A mapped file must not be cut short while it is in use.
package final class FileBytes: Sendable {
  enum Storage: Sendable {
    case memory([UInt8])
    case mapped(Mapping)
    case part(Mapping, Range<Int>)
  }

  /// Called now and then with the bytes done and all there are to do; false cancels the work.
  typealias Progress = (_ done: Int, _ total: Int) -> Bool

  static let largestInMemory = 16 << 20

  /// The directory in which large contents lie while they are read, if they had to be unpacked.
  package static var directoryOfUnpacked: String { OpenFile.temporaryDirectory }

  /// Where the bytes came from, as given.
  let path: String
  /// The file on the disk: that at `path`, or the archive that it is in.
  let disk: String
  /// The state of the file on the disk, also when these are its unpacked contents.
  let identity: FileIdentity
  /// How many bytes there are.
  let size: Int
  /// Whether these are the bytes of the file itself, not what was made of them.
  let isOriginal: Bool
  /// What is to be told of how they were unwrapped.
  let remarks: [FileRemark]
  private let storage: Storage
  /// What they take of the memory for contents that were made.
  private let held: HeldMemory?

  /// Opens a file; never waits, and throws what to tell the user if it is not a readable file.
  convenience init(path: String) throws(FileError) {
    try self.init(path: path, largestInMemory: FileBytes.largestInMemory)
  }

  /// Opens a file that was found, or the archive in which it is.
  convenience init(
    _ file: FoundFile, largestInMemory: Int = FileBytes.largestInMemory
  ) throws(FileError) {
    try self.init(path: file.named, disk: file.disk, largestInMemory: largestInMemory)
  }

  /// Opens a file; `disk` is where it is if that is not at its path.
  init(
    path: String, disk: String? = nil, largestInMemory: Int
  ) throws(FileError) {
    let file: OpenFile
    let status: FileStatus
    do throws(SystemError) {
      file = try OpenFile(reading: disk ?? path)
      status = try file.status()
    } catch {
      throw FileError(error, path: path)
    }
    if let refusal = FileError(notAFile: status.kind, path: path) { throw refusal }
    self.path = path
    self.disk = disk ?? path
    identity = status.identity
    isOriginal = true
    remarks = []
    held = nil
    do throws(SystemError) {
      if status.identity.size > largestInMemory {
        size = status.identity.size
        storage = .mapped(try Mapping(file, count: size))
      } else {
        let bytes = try FileBytes.read(file, count: status.identity.size)
        size = bytes.count
        storage = .memory(bytes)
      }
    } catch {
      throw FileError(error, path: path)
    }
  }

  /// Opens a file that describes others or the program.
  convenience init(
    description path: String, limits: ReadingLimits = .standard
  ) throws(FileError) {
    try self.init(path: path)
    let most = limits.bytesOfDescription
    guard size <= most else { throw .tooLarge(path: path, most: most) }
  }

  /// What was made of another file's bytes; errors and caches still go by that file.
  init(
    from original: FileBytes, _ spool: consuming Spool, _ remarks: [FileRemark] = [],
    named name: String? = nil
  ) throws(FileError) {
    path = name ?? original.path
    disk = original.disk
    identity = original.identity
    isOriginal = false
    self.remarks = original.remarks + remarks
    size = spool.count
    do throws(SystemError) {
      (storage, held) = try spool.finish()
    } catch {
      throw FileError(unpacking: original.path, error)
    }
  }

  /// Wraps bytes that are in memory already, such as those of an embedded or generated file.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    disk = path
    identity = FileIdentity(device: 0, inode: 0, size: bytes.count, modified: 0)
    size = bytes.count
    isOriginal = false
    remarks = []
    held = nil
    storage = .memory(bytes)
  }

  /// Takes the first bytes of a file, and leaves the rest out.
  init(first count: Int, of original: FileBytes, _ remark: FileRemark) {
    path = original.path
    disk = original.disk
    identity = original.identity
    isOriginal = original.isOriginal
    size = count
    remarks = original.remarks + [remark]
    held = nil
    storage =
      switch original.storage {
      case .memory(let bytes): .memory(Array(bytes[..<count]))
      case .mapped(let mapping): .part(mapping, 0..<count)
      case .part(let mapping, let part): .part(mapping, part.prefix(count))
      }
  }

  /// Takes a part of a mapped file, which holds what was made of another file.
  init(path: String, identity: FileIdentity, _ part: Range<Int>, of mapping: Mapping) {
    self.path = path
    disk = path
    self.identity = identity
    size = part.count
    isOriginal = false
    remarks = []
    held = nil
    storage = .part(mapping, part)
  }

  /// Whether a file was cut short while it was in use, of all that were opened: what was made of it
  /// since may be wrong.
  package static var anyWasCutShort: Bool { Mapping.anyWasCutShort }

  /// Whether some of the file was no longer there when it was read, so that it read as zeros.
  var wasCutShort: Bool {
    switch storage {
    case .memory: false
    case .mapped(let mapping), .part(let mapping, _): mapping.wasCutShort
    }
  }

  /// Whether the file is no longer what it was when it was opened: it was written to, or cut short
  /// while it was read.
  var hasChanged: Bool {
    if wasCutShort { return true }
    guard let status = FileStatus(path: disk) else { return true }
    return status.identity != identity
  }

  /// Lends the bytes to `body`; they must not be used after it returns.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .memory(let bytes):
      return try bytes.withRawBytes(body)
    case .mapped(let mapping):
      defer { withExtendedLifetime(mapping) {} }
      return try body(mapping.bytes)
    case .part(let mapping, let part):
      defer { withExtendedLifetime(mapping) {} }
      return try body(UnsafeRawBufferPointer(rebasing: mapping.bytes[part]))
    }
  }

  /// To be called when bytes up to here are not needed soon, so that memory does not grow with the
  /// file.
  func forget(upTo end: Int) {
    switch storage {
    case .memory: break
    case .mapped(let mapping): mapping.forget(upTo: end)
    case .part(let mapping, let part): mapping.forget(upTo: part.lowerBound + end)
    }
  }

  /// To be called when no bytes are needed soon.
  func forget() {
    if case .mapped(let mapping) = storage { mapping.forget() }
  }

  private static func read(_ file: OpenFile, count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let filled = try bytes.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
      try file.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes.removeLast(count - filled)
    return bytes
  }
}
