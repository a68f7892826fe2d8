import Synchronization

/// A table of comma-separated lines in the order of a key that is searched where it stands.
///
/// The reference tables are far larger than what is ever asked of them, so nothing of them is read
/// before it is asked for: a search halves the bytes until one line is left.
package struct SortedLines: Sendable {
  private enum Storage {
    /// Memory that is never written and lives as long as the process, by its address.
    case embedded(address: UInt, size: Int)
    case made([UInt8])
  }

  /// A line, and the first eight bytes of its key as a number that keeps their order.
  private struct Fence {
    let prefix: UInt64
    let start: Int
  }

  /// A search looks at a line of each so many bytes before it reads any.
  private static let bytesOfFence = 1024

  private let storage: Storage
  /// The fences by how many fields a key has, once one of so many was looked for.
  private let fences = Fences()

  private final class Fences: Sendable {
    let byCount = Mutex<[Int: [Fence]]>([:])
  }

  /// A table without lines.
  package static let empty = SortedLines([])

  /// Takes a table with a header line; the memory must never change and live as long as the process.
  package init(embedded start: UnsafePointer<UInt8>, size: Int) {
    let bytes = UnsafeRawBufferPointer(start: start, count: size)
    let header = (bytes.firstIndex(of: Self.newline) ?? size - 1) + 1
    storage = .embedded(
      address: UInt(bitPattern: start) + UInt(header), size: size - header)
  }

  /// Makes a table of lines that are in the order of their key.
  init(_ lines: [[String]]) {
    var bytes: [UInt8] = []
    for line in lines {
      for (column, field) in line.enumerated() {
        if column > 0 { bytes.append(Self.comma) }
        bytes.append(Self.quote)
        for byte in field.utf8 {
          if byte == Self.quote { bytes.append(byte) }
          // A line is one line, whatever a name may hold.
          bytes.append(byte == Self.newline ? Self.space : byte)
        }
        bytes.append(Self.quote)
      }
      bytes.append(Self.newline)
    }
    storage = .made(bytes)
  }

  /// Lends the first line whose fields in `columns` are the key; nil when there is none.
  ///
  /// The lines must be in the order of the bytes of these fields, and the columns in theirs.
  func find<Result>(
    _ key: [String], in columns: [Int], _ body: (Line) -> Result
  ) -> Result? {
    var parts: [UInt8] = []
    parts.reserveCapacity(key.reduce(key.count) { $0 + $1.utf8.count })
    for part in key {
      parts.append(contentsOf: part.utf8)
      parts.append(Self.newline)
    }
    return withBytes { bytes in
      var (low, high) = bounds(of: parts, in: columns, bytes)
      while low < high {
        // The line that the middle lies in.
        let start = lineStart(in: bytes, from: low, before: low + (high - low) / 2)
        if Line(bytes, from: start).order(in: columns, to: parts) < 0 {
          low = lineEnd(in: bytes, from: start) + 1
        } else {
          high = start
        }
      }
      guard low < bytes.count else { return nil }
      let line = Line(bytes, from: low)
      return line.order(in: columns, to: parts) == 0 ? body(line) : nil
    }
  }

  /// Where the line of a key may begin: behind all fences before it, up to the first one after it.
  private func bounds(
    of key: [UInt8], in columns: [Int], _ bytes: UnsafeRawBufferPointer
  ) -> (low: Int, high: Int) {
    let prefix = KeyPrefix(key).bytes
    return fences.byCount.withLock { fences in
      let known = fences[columns.count] ?? Self.fences(in: columns, bytes)
      fences[columns.count] = known
      let before = known.indices.firstBehind { known[$0].prefix < prefix }
      let after = known.indices.firstBehind { known[$0].prefix <= prefix }
      return (
        before == 0 ? 0 : known[before - 1].start,
        after == known.count ? bytes.count : known[after].start
      )
    }
  }

  private static func fences(in columns: [Int], _ bytes: UnsafeRawBufferPointer) -> [Fence] {
    stride(from: 0, to: bytes.count, by: bytesOfFence).map { offset in
      let start = lineStart(in: bytes, from: 0, before: offset)
      return Fence(prefix: Line(bytes, from: start).prefix(in: columns), start: start)
    }
  }

  /// Lends every line in turn.
  func forEach(_ body: (Line) -> Void) {
    withBytes { bytes in
      var start = 0
      while start < bytes.count {
        body(Line(bytes, from: start))
        start = lineEnd(in: bytes, from: start) + 1
      }
    }
  }

  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch storage {
    case .embedded(let address, let size):
      body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: size))
    case .made(let bytes): bytes.withUnsafeBytes(body)
    }
  }

  static let newline = UInt8(ascii: "\n")
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
}

/// Whether a text comes before another by its bytes, as the lines of the tables do.
func precedes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// The start of the line that a byte stands in, not before `low`.
private func lineStart(
  in bytes: UnsafeRawBufferPointer, from low: Int, before middle: Int
) -> Int {
  var start = middle
  while start &- 8 >= low, !hasNewline(bytes, at: start &- 8) { start &-= 8 }
  while start > low, bytes[start &- 1] != SortedLines.newline { start &-= 1 }
  return start
}

/// Where the newline of a line stands, else the end.
private func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
  var end = start
  while end &+ 8 <= bytes.count, !hasNewline(bytes, at: end) { end &+= 8 }
  while end < bytes.count, bytes[end] != SortedLines.newline { end &+= 1 }
  return end
}

/// Whether one of eight bytes is a newline.
private func hasNewline(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
  let word =
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
  return (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
}
