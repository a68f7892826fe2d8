/// Bytes gathered piece by piece in memory that is used again and again.
struct ByteBuffer: ~Copyable {
  private(set) var count = 0
  private var memory: UnsafeMutableRawBufferPointer

  init(capacity: Int = 1 << 12) { memory = .allocate(byteCount: capacity, alignment: 16) }

  deinit { memory.deallocate() }

  /// What was gathered; not to be used after the next change.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

  /// What was gathered, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == memory.count { grow(by: 1) }
    memory[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if memory.count &- count < bytes.count { grow(by: bytes.count) }
    UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: bytes)
    count &+= bytes.count
  }

  mutating func append(_ byte: UInt8, times: Int) { for _ in 0..<max(0, times) { append(byte) } }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }

  /// Takes spaces off the end.
  mutating func trim() { while count > 0, memory[count - 1] == Byte.space { count -= 1 } }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Takes off what was gathered from a place on.
  mutating func remove(from start: Int) { count = min(count, start) }

  mutating func empty(into sink: inout some ByteSink) throws(WriteError) {
    try sink.write(bytes)
    removeAll()
  }

  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(memory.count * 2, count + more), alignment: 16)
    larger.copyMemory(from: bytes)
    memory.deallocate()
    memory = larger
  }
}
