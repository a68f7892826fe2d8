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
  private let budget: MemoryBudget

  init(
    largestInMemory: Int = Spool.largestInMemory, budget: MemoryBudget = .ofContents
  ) {
    self.largestInMemory = largestInMemory
    self.budget = budget
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    count += bytes.count
    if let file { return try file.write(bytes) }
    memory.append(contentsOf: bytes)
    guard memory.count > largestInMemory || !budget.hasRoom(for: memory.count) else { return }
    let file = try OpenFile.temporary()
    try memory.withRawBytes { held throws(SystemError) in try file.write(held) }
    memory = []
    self.file = file
  }

  /// What was made, and what it takes of the memory for such contents.
  consuming func finish() throws(SystemError) -> (FileBytes.Storage, HeldMemory?) {
    guard let file else { return (.memory(memory), budget.hold(memory.count)) }
    return (.mapped(try Mapping(file, count: count)), nil)
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
