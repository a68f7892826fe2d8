/// The digest of RFC 1321, which data packages state of their files; no proof of anything, but a file
/// that has another one is another file.
struct MD5 {
  /// The digest of all the bytes, as 32 hexadecimal digits.
  static func hex(of bytes: UnsafeRawBufferPointer) -> String {
    var digest = MD5()
    let whole = bytes.count & ~63
    digest.add(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
    // The rest, a bit that is set, zeros, and the length in bits fill one or two blocks.
    var tail = Array(bytes[whole...]) + [0x80]
    tail += Array(repeating: 0, count: (120 - tail.count) % 64)
    let bits = UInt64(bytes.count) &* 8
    tail += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
    tail.withUnsafeBytes { digest.add($0) }
    return [digest.a, digest.b, digest.c, digest.d].map { word in
      let digits = String(word.byteSwapped, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private var (a, b, c, d): (UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476
  )

  private mutating func add(_ blocks: UnsafeRawBufferPointer) {
    Self.constants.withUnsafeBufferPointer { constants in
      var offset = 0
      while offset < blocks.count {
        addBlock(blocks, offset, constants)
        offset += 64
      }
    }
  }

  @inline(__always)
  private mutating func addBlock(
    _ blocks: UnsafeRawBufferPointer, _ offset: Int, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (a, b, c, d)
    for step in 0..<64 {
      let (mixed, place): (UInt32, Int) =
        switch step >> 4 {
        case 0: (b & c | ~b & d, step)
        case 1: (d & b | ~d & c, (5 &* step &+ 1) & 15)
        case 2: (b ^ c ^ d, (3 &* step &+ 5) & 15)
        default: (c ^ (b | ~d), (7 &* step) & 15)
        }
      let word = UInt32(
        littleEndian: blocks.loadUnaligned(fromByteOffset: offset &+ place &* 4, as: UInt32.self))
      let sum = a &+ mixed &+ constants[step] &+ word
      let bits = Self.turns[step >> 4][step & 3]
      (a, d, c, b) = (d, c, b, b &+ (sum &<< bits | sum &>> (32 &- bits)))
    }
    self.a &+= a
    self.b &+= b
    self.c &+= c
    self.d &+= d
  }

  private static let turns: [[UInt32]] = [
    [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
  ]

  private static let constants: [UInt32] = [
    0xD76A_A478, 0xE8C7_B756, 0x2420_70DB, 0xC1BD_CEEE, 0xF57C_0FAF, 0x4787_C62A, 0xA830_4613,
    0xFD46_9501, 0x6980_98D8, 0x8B44_F7AF, 0xFFFF_5BB1, 0x895C_D7BE, 0x6B90_1122, 0xFD98_7193,
    0xA679_438E, 0x49B4_0821, 0xF61E_2562, 0xC040_B340, 0x265E_5A51, 0xE9B6_C7AA, 0xD62F_105D,
    0x0244_1453, 0xD8A1_E681, 0xE7D3_FBC8, 0x21E1_CDE6, 0xC337_07D6, 0xF4D5_0D87, 0x455A_14ED,
    0xA9E3_E905, 0xFCEF_A3F8, 0x676F_02D9, 0x8D2A_4C8A, 0xFFFA_3942, 0x8771_F681, 0x6D9D_6122,
    0xFDE5_380C, 0xA4BE_EA44, 0x4BDE_CFA9, 0xF6BB_4B60, 0xBEBF_BC70, 0x289B_7EC6, 0xEAA1_27FA,
    0xD4EF_3085, 0x0488_1D05, 0xD9D4_D039, 0xE6DB_99E5, 0x1FA2_7CF8, 0xC4AC_5665, 0xF429_2244,
    0x432A_FF97, 0xAB94_23A7, 0xFC93_A039, 0x655B_59C3, 0x8F0C_CC92, 0xFFEF_F47D, 0x8584_5DD1,
    0x6FA8_7E4F, 0xFE2C_E6E0, 0xA301_4314, 0x4E08_11A1, 0xF753_7E82, 0xBD3A_F235, 0x2AD7_D2BB,
    0xEB86_D391,
  ]
}
