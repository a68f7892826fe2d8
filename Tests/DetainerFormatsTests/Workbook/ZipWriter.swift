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
  }

  var entries: [Entry] = []

  mutating func add(_ name: String, _ text: String, isStored: Bool = false) {
    entries.append(Entry(name: name, bytes: Array(text.utf8), isStored: isStored))
  }

  var archive: [UInt8] {
    var output: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let packed = entry.isStored ? entry.bytes : deflated(entry.bytes, windowBits: -15)
      let method = entry.method ?? (entry.isStored ? 0 : 8)
      var common = word(entry.flags) + word(method) + long(0)
      common += long(entry.checksum ?? checksum(entry.bytes))
      common += long(UInt32(packed.count)) + long(UInt32(entry.statedSize ?? entry.bytes.count))
      common += word(UInt16(entry.name.utf8.count)) + word(0)
      list += long(0x0201_4B50) + word(20) + word(20) + common
      list += word(0) + word(0) + word(0) + long(0) + long(UInt32(output.count))
      list += Array(entry.name.utf8)
      output += long(0x0403_4B50) + word(20) + common + Array(entry.name.utf8) + packed
    }
    let start = output.count
    output += list + long(0x0605_4B50) + long(0)
    output += word(UInt16(entries.count)) + word(UInt16(entries.count))
    return output + long(UInt32(list.count)) + long(UInt32(start)) + word(0)
  }

  private func word(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

  private func long(_ number: UInt32) -> [UInt8] {
    word(UInt16(number & 0xFFFF)) + word(UInt16(number >> 16))
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(crc32(0, bytes, UInt32(bytes.count)))
  }
}
