import CScan

/// A number made of all bytes, their order and their count, which another one of them changes.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  scan_checksum(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
}
