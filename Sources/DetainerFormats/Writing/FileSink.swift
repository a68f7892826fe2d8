/// Gathers bytes and hands them to an open file, pipe or terminal in large pieces.
///
/// What is gathered is written by ``flush()`` and not when the sink goes away, because only a call
/// can report that the disk was full in the last moment.
public struct FileSink: ByteSink {
  static let capacity = 64 << 10

  /// Where the bytes go, for messages.
  public let target: WriteTarget
  private let number: Int32
  private let file: OpenFile?
  private var buffer: [UInt8] = []
  private var failure: WriteError?

  /// Writes to a descriptor that someone else opened and will close.
  ///
  /// A pipe that no one reads is reported as an error only if SIGPIPE is ignored; as the system
  /// delivers it, that signal ends the program.
  public init(descriptor: Int32, target: WriteTarget) {
    number = descriptor
    file = nil
    self.target = target
  }

  init(_ file: OpenFile, target: WriteTarget) {
    number = file.number
    self.file = file
    self.target = target
  }

  /// A sink for standard output.
  public static var standardOutput: FileSink { FileSink(descriptor: 1, target: .standardOutput) }

  /// Takes bytes, and writes what is gathered once it is too much to keep.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
    if let failure { throw failure }
    if buffer.count + bytes.count > FileSink.capacity { try flush() }
    if bytes.count >= FileSink.capacity {
      try pass(bytes)
    } else {
      if buffer.isEmpty { buffer.reserveCapacity(FileSink.capacity) }
      buffer.append(contentsOf: bytes)
    }
  }

  /// Hands everything gathered to the system.
  public mutating func flush() throws(WriteError) {
    if let failure { throw failure }
    // Taken out and put back, because `pass` changes the sink while the bytes are lent to it.
    var pending: [UInt8] = []
    swap(&pending, &buffer)
    try pending.withRawBytes { raw throws(WriteError) in try pass(raw) }
    pending.removeAll(keepingCapacity: true)
    swap(&pending, &buffer)
  }

  /// The system may have taken a part of what failed, so writing it again would double that part.
  private mutating func pass(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
    do throws(SystemError) {
      try OpenFile.write(bytes, to: number)
    } catch {
      let reported = WriteError(error, target)
      failure = reported
      throw reported
    }
  }
}
