/// A ZIP archive of these files as they are, with the right checksums.
///
/// What is changed at random in a packed file hardly ever gets past its checksum; so the parts of a
/// workbook are changed as text, and packed afterwards.
func storedArchive(of parts: [Part]) -> [UInt8] {
  var (archive, list): ([UInt8], [UInt8]) = ([], [])
  for part in parts.prefix(64) {
    let name = Array(part.name.utf8.prefix(200))
    let size = little(part.bytes.count, 4)
    let common =
      little(0, 2) + little(0, 2) + little(0, 4) + little(Int(checksum(part.bytes)), 4) + size
      + size
      + little(name.count, 2) + little(0, 2)
    list += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + common
    list += little(0, 10) + little(archive.count, 4) + name
    archive += little(0x0403_4B50, 4) + little(20, 2) + common + name + part.bytes
  }
  let entries = little(min(parts.count, 64), 2)
  let end = little(list.count, 4) + little(archive.count, 4) + little(0, 2)
  return archive + list + little(0x0605_4B50, 4) + little(0, 4) + entries + entries + end
}

/// The bytes of a number, the lowest first.
private func little(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
}

/// The CRC-32 of ZIP.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(UInt32.max) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1
    }
  }
}
