/// A number of at most 64 bits among others of the same width, the first bit of each being the
/// lowest; nine bytes from the one where it begins must be readable.
@inline(__always)
func packedNumber(_ start: UnsafeRawPointer, _ width: Int, at bit: Int) -> UInt64 {
  let (offset, shift) = (bit &>> 3, UInt64(bit & 7))
  let low = UInt64(littleEndian: (start + offset).loadUnaligned(as: UInt64.self)) &>> shift
  if width <= 56 { return low & ((1 &<< UInt64(width)) &- 1) }
  let high = UInt64((start + offset + 8).load(as: UInt8.self))
  let all = shift == 0 ? low : low | high &<< (64 &- shift)
  return width == 64 ? all : all & ((1 &<< UInt64(width)) &- 1)
}

/// Reads an unsigned number of seven bits a byte; nil where it does not end.
func varint(_ page: UnsafeRawBufferPointer, at position: inout Int, end: Int) -> UInt64? {
  var number: UInt64 = 0
  for shift in stride(from: UInt64(0), to: 70, by: 7) {
    guard position < end else { return nil }
    let byte = page[position]
    position += 1
    number |= shift < 64 ? UInt64(byte & 0x7F) << shift : 0
    if byte < 0x80 { return number }
  }
  return nil
}

/// Runs of one number, and runs of packed ones: dictionary indices, levels and truth values.
enum HybridRuns {
  /// Reads so many numbers as there is room for.
  /// - Parameters:
  ///   - range: where they lie in the page, which goes on for ``PageCodec/padding`` bytes more.
  ///   - width: how many bits each has.
  static func read(
    _ page: UnsafeRawBufferPointer, _ range: Range<Int>, width: Int,
    into numbers: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetFault) {
    guard (0...32).contains(width), let start = page.baseAddress else { throw .shortPage }
    var (position, done) = (range.lowerBound, 0)
    while done < numbers.count {
      guard let head = varint(page, at: &position, end: range.upperBound) else {
        throw .shortPage
      }
      let left = numbers.count - done
      if head & 1 == 0 {
        let bytes = (width + 7) / 8
        guard range.upperBound - position >= bytes else { throw .shortPage }
        let number = packedNumber(start + position, bytes * 8, at: 0)
        position += bytes
        let run = Int(min(head >> 1, UInt64(left)))
        guard number >> UInt64(width) == 0 else { throw .badIndex }
        for index in done..<done + run { numbers[index] = UInt32(truncatingIfNeeded: number) }
        done += run
      } else {
        // The last group of eight may be cut off behind the last number.
        let groups = Int(min(head >> 1, UInt64(left / 8 + 1)))
        let there = width == 0 ? left : (range.upperBound - position) * 8 / width
        let run = min(groups * 8, left)
        guard run <= there else { throw .shortPage }
        let source = start + position
        for index in 0..<run {
          numbers[done &+ index] = UInt32(
            truncatingIfNeeded: packedNumber(source, width, at: index &* width))
        }
        done += run
        position = min(range.upperBound, position + groups * width)
      }
    }
  }
}
