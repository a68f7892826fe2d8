/// Bytes that are made one piece after the other: in memory while they are few, then on disk.
///
/// The file has no name from the start, so that nothing is left behind however the program ends.
struct Spool: ~Copyable {
  static let largestInMemory = 64 << 20
  /// How many may be made at once, or wait to be read, so that their memory stays bounded.
  static let mostAtOnce = 3

  private(set) var count = 0
  private var memory: [UInt8] = []
  private var file: OpenFile?
  private let largestInMemory: Int

  init(largestInMemory: Int = Spool.largestInMemory) { self.largestInMemory = largestInMemory }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    count += bytes.count
    if let file { return try file.write(bytes) }
    memory.append(contentsOf: bytes)
    guard memory.count > largestInMemory else { return }
    let file = try OpenFile.temporary()
    try memory.withRawBytes { held throws(SystemError) in try file.write(held) }
    memory = []
    self.file = file
  }

  consuming func finish() throws(SystemError) -> FileBytes.Storage {
    guard let file else { return .memory(memory) }
    return .mapped(try Mapping(file, count: count))
  }
}

extension [UInt8] {
  /// As `withUnsafeBytes`, but errors keep their type.
  func withRawBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { buffer throws(Failure) in
      try body(UnsafeRawBufferPointer(buffer))
    }
  }
}
