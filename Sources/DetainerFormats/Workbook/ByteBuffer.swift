/// Bytes gathered piece by piece in memory that is used again and again.
struct ByteBuffer: ~Copyable {
  private(set) var count = 0
  private var memory: UnsafeMutableRawBufferPointer

  init(capacity: Int = 1 << 12) { memory = .allocate(byteCount: capacity, alignment: 16) }

  deinit { memory.deallocate() }

  /// What was gathered; not to be used after the next change.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

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

  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(memory.count * 2, count + more), alignment: 16)
    larger.copyMemory(from: bytes)
    memory.deallocate()
    memory = larger
  }
}
