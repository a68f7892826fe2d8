extension UnsafeRawBufferPointer {
  /// Whether there is nothing but zeros.
  var allZero: Bool {
    var offset = 0
    while offset + 64 <= count {
      if loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self) != .zero { return false }
      offset += 64
    }
    return self[offset...].allSatisfy { $0 == 0 }
  }
}
