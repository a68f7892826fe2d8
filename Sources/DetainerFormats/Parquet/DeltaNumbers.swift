/// Whole numbers as differences in blocks, each with its own widths (DELTA_BINARY_PACKED).
enum DeltaNumbers {
  /// More numbers than a block of any writer has.
  private static let largestBlock = 1 << 16

  /// Reads so many numbers as there is room for, and says where they end.
  /// - Parameter range: where they lie in the page, which goes on for ``PageCodec/padding`` bytes
  ///   more.
  static func read(
    _ page: UnsafeRawBufferPointer, _ range: Range<Int>,
    into numbers: UnsafeMutableBufferPointer<Int64>
  ) throws(ParquetFault) -> Int {
    var position = range.lowerBound
    func number() throws(ParquetFault) -> UInt64 {
      guard let number = varint(page, at: &position, end: range.upperBound) else {
        throw .shortPage
      }
      return number
    }
    func signed() throws(ParquetFault) -> Int64 {
      let number = try number()
      return Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
    }
    let (block, parts, count) = (try number(), try number(), try number())
    guard let start = page.baseAddress, block > 0, block <= UInt64(largestBlock), parts > 0,
      block % parts == 0, block / parts % 8 == 0
    else { throw .shortPage }
    guard count == UInt64(numbers.count) else { throw .badCount }
    let size = Int(block / parts)
    var value = try signed()
    var done = 0
    if numbers.count > 0 {
      numbers[0] = value
      done = 1
    }
    while done < numbers.count {
      let least = try signed()
      let widths = position
      position += Int(parts)
      guard position <= range.upperBound else { throw .shortPage }
      for part in 0..<Int(parts) where done < numbers.count {
        let width = Int(page[widths + part])
        let taken = min(size, numbers.count - done)
        guard width <= 64, range.upperBound - position >= (taken * width + 7) / 8 else {
          throw .shortPage
        }
        for index in 0..<taken {
          let delta = Int64(
            bitPattern: packedNumber(start + position, width, at: index &* width))
          value = value &+ least &+ delta
          numbers[done] = value
          done &+= 1
        }
        position = min(range.upperBound, position + size * width / 8)
      }
    }
    return position
  }
}
