import CZlib

/// Writes ZIP archives by hand, so that they can also be wrong.
struct ZipWriter {
  /// One entry, and what is to be wrong with it.
  struct Entry {
    var name: String
    var bytes: [UInt8]
    var isStored = false
    var flags: UInt16 = 0
    var checksum: UInt32?
    var statedSize: Int?
    var method: UInt16?
    /// Whether sizes and place stand in a field of their own, as for large files.
    var isLarge = false
  }

  /// Whether the list stands where a mark for large archives says.
  var isLarge = false
  /// What stands before the archive, as in those that unpack themselves.
  var prefix: [UInt8] = []

  var entries: [Entry] = []

  mutating func add(_ name: String, _ text: String, isStored: Bool = false) {
    entries.append(Entry(name: name, bytes: Array(text.utf8), isStored: isStored))
  }

  var archive: [UInt8] {
    var output = prefix
    var list: [UInt8] = []
    for entry in entries {
      let packed = entry.isStored ? entry.bytes : deflated(entry.bytes, windowBits: -15)
      let method = entry.method ?? (entry.isStored ? 0 : 8)
      var common = word(entry.flags) + word(method) + long(0)
      common += long(entry.checksum ?? checksum(entry.bytes))
      let size = entry.statedSize ?? entry.bytes.count
      let offset = output.count - prefix.count
      let extra =
        entry.isLarge
        ? word(0x5455) + word(1) + [0] + word(1) + word(24) + longLong(size)
          + longLong(packed.count) + longLong(offset) : []
      common +=
        entry.isLarge
        ? long(.max) + long(.max) : long(UInt32(packed.count)) + long(UInt32(size))
      common += word(UInt16(entry.name.utf8.count)) + word(UInt16(extra.count))
      list += long(0x0201_4B50) + word(20) + word(20) + common
      list += word(0) + word(0) + word(0) + long(0)
      list += long(entry.isLarge ? .max : UInt32(offset)) + Array(entry.name.utf8) + extra
      output += long(0x0403_4B50) + word(20) + common + Array(entry.name.utf8) + extra + packed
    }
    let start = output.count - prefix.count
    output += list
    if isLarge {
      let mark = output.count - prefix.count
      output += long(0x0606_4B50) + longLong(44) + word(45) + word(45) + long(0) + long(0)
      output += longLong(entries.count) + longLong(entries.count)
      output += longLong(list.count) + longLong(start)
      output += long(0x0706_4B50) + long(0) + longLong(mark) + long(1)
    }
    output += long(0x0605_4B50) + long(0)
    output += word(UInt16(entries.count)) + word(UInt16(entries.count))
    return output + (isLarge ? long(.max) : long(UInt32(list.count)))
      + (isLarge ? long(.max) : long(UInt32(start))) + word(0)
  }

  private func word(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

  private func long(_ number: UInt32) -> [UInt8] {
    word(UInt16(number & 0xFFFF)) + word(UInt16(number >> 16))
  }

  private func longLong(_ number: Int) -> [UInt8] {
    long(UInt32(truncatingIfNeeded: number)) + long(UInt32(truncatingIfNeeded: number >> 32))
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(crc32(0, bytes, UInt32(bytes.count)))
  }
}
