import DetainerModel

/// What tells one state of a file from another, for the keys of a cache.
public struct FileIdentity: Hashable, Sendable {
  /// The device the file is on.
  public let device: UInt64
  /// The number of the file on its device.
  public let inode: UInt64
  /// The size in bytes.
  public let size: Int
  /// When the contents last changed, in nanoseconds since 1970.
  public let modified: Int
  /// When contents, permissions or names last changed; programs cannot set it back.
  public let changed: Int

  /// Names a state of a file.
  public init(device: UInt64, inode: UInt64, size: Int, modified: Int, changed: Int) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// The bytes of one file, read-only, as the readers see them.
///
/// Small files are read into memory, so that they may shrink meanwhile; large ones are mapped, so
/// that they cost no memory of our own. Of one that is cut short meanwhile zeros are read
/// (``hasHole``).
public final class FileBytes: Sendable {
  enum Storage: Sendable {
    case memory([UInt8])
    case mapped(Mapping)
    case lent(Column<UInt8>)
  }

  /// Called now and then with the bytes done and all there are to do; false cancels the work.
  public typealias Progress = (_ done: Int, _ total: Int) -> Bool

  static let largestInMemory = 16 << 20

  /// Where the bytes came from, as given.
  public let path: String
  /// The state of the file at `path`, also when these are its unpacked contents.
  public let identity: FileIdentity
  /// How many bytes there are.
  public let size: Int
  /// Whether these are the bytes of the file itself, not what was made of them.
  let isFileItself: Bool
  private let storage: Storage

  /// Opens a file; never waits, and throws what to tell the user if it is not a readable file.
  public convenience init(path: String) throws(FileError) {
    try self.init(path: path, largestInMemory: FileBytes.largestInMemory)
  }

  init(path: String, largestInMemory: Int) throws(FileError) {
    let file: OpenFile
    let status: FileStatus
    do throws(SystemError) {
      file = try OpenFile(reading: path)
      status = try file.status()
    } catch {
      throw FileError(error, path: path)
    }
    if let refusal = FileError(notAFile: status.kind, path: path) { throw refusal }
    self.path = path
    identity = status.identity
    isFileItself = true
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

  /// What was made of another file's bytes; errors and caches still go by that file.
  init(from original: FileBytes, _ spool: consuming Spool) throws(FileError) {
    path = original.path
    identity = original.identity
    isFileItself = false
    size = spool.count
    do throws(SystemError) {
      storage = try spool.finish()
    } catch {
      throw FileError(unpacking: original.path, error)
    }
  }

  /// Wraps bytes that are in memory already, such as those of an embedded or generated file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    identity = FileIdentity(
      device: 0, inode: 0, size: bytes.count, modified: 0, changed: 0)
    size = bytes.count
    isFileItself = false
    storage = .memory(bytes)
  }

  /// Takes what was made of a file from where it is kept.
  init(path: String, identity: FileIdentity, kept bytes: Column<UInt8>) {
    self.path = path
    self.identity = identity
    size = bytes.count
    isFileItself = false
    storage = .lent(bytes)
  }

  /// Whether the file was cut short, or could not be read from the disk, while it was in use: zeros
  /// were read instead.
  var hasHole: Bool {
    if case .mapped(let mapping) = storage { mapping.hasHole } else { false }
  }

  /// To be called when others have taken over signals since files were mapped.
  public static func guardMappings() { Mapping.takeSignal() }

  /// Lends the bytes to `body`; they must not be used after it returns.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .memory(let bytes):
      return try bytes.withRawBytes(body)
    case .mapped(let mapping):
      defer { withExtendedLifetime(mapping) {} }
      return try body(mapping.bytes)
    case .lent(let column):
      return try column.withRawBytes(body)
    }
  }

  /// To be called when bytes up to here are not needed soon, so that memory does not grow with the
  /// file.
  func forget(upTo end: Int) {
    if case .mapped(let mapping) = storage { mapping.forget(upTo: end) }
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

extension Column<UInt8> {
  /// As `withUnsafeBytes`, but errors keep their type.
  func withRawBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result: Swift.Result<Result, Failure> = withUnsafeBytes { bytes in
      do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
