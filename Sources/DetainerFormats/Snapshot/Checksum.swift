/// A sum of 64 bits by which a change of bytes is noticed; no protection against malice.
///
/// Every step can be undone for a given word, so that a change within one word always changes the
/// sum. Four lanes keep the processor busy: several bytes a nanosecond.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  var offset = 0
  while offset &+ 32 <= bytes.count {
    lanes.0 = mixed(lanes.0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    lanes.1 = mixed(lanes.1, bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
    lanes.2 = mixed(lanes.2, bytes.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self))
    lanes.3 = mixed(lanes.3, bytes.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self))
    offset &+= 32
  }
  var sum = mixed(mixed(mixed(lanes.0, lanes.1), lanes.2), lanes.3)
  for byte in bytes[offset...] { sum = mixed(sum, UInt64(byte)) }
  return mixed(sum, UInt64(bytes.count))
}

@inline(__always)
private func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
  // An odd factor (2^64 divided by the golden ratio), then the high bits to where they count.
  let product = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
  return product ^ product &>> 29
}
