/// A number made of all bytes, which another one of them changes.
///
/// It guards against what disks and other programs do, not against anybody who means harm, and is
/// as fast as memory: eight lanes that do not wait for each other.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  typealias Lanes = SIMD8<UInt64>
  var lanes = Lanes(1, 2, 3, 4, 5, 6, 7, 8)
  let stride = MemoryLayout<Lanes>.size
  var offset = 0
  while offset + stride <= bytes.count {
    lanes =
      (lanes &<< 5 | lanes &>> 59) &+ bytes.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
    offset += stride
  }
  var sum = UInt64(bytes.count)
  func mix(_ word: UInt64) {
    sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
    sum ^= sum >> 29
  }
  for lane in lanes.indices { mix(lanes[lane]) }
  while offset < bytes.count {
    mix(UInt64(bytes[offset]))
    offset += 1
  }
  return sum
}
