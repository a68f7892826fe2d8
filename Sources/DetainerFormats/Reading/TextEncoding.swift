/// How the letters of a text are written as bytes, where a data package says so.
enum TextEncoding: Hashable, Sendable {
  /// UTF-8, and field by field Windows-1252 where it is not.
  case utf8
  /// UTF-16; without an order its byte order mark or the bytes tell.
  case utf16(UTF16Order?)
  /// One byte for each letter; those from 0x80 on stand for these.
  case bytes([Unicode.Scalar])

  /// Finds an encoding by one of its names, however they are written; nil for one that is not known.
  init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "utf8sig", "ascii", "usascii": self = .utf8
    case "utf16", "ucs2": self = .utf16(nil)
    case "utf16le", "ucs2le": self = .utf16(.littleEndian)
    case "utf16be", "ucs2be": self = .utf16(.bigEndian)
    // Who says Latin-1 mostly means what Windows makes of it (WHATWG Encoding Standard).
    case "windows1252", "cp1252", "latin1", "iso88591", "l1", "ansi":
      self = .bytes(Self.windows1252)
    case "cp437", "ibm437", "437": self = .bytes(Self.cp437)
    case "cp850", "ibm850", "850": self = .bytes(Self.cp850)
    case "iso885915", "latin9", "l9": self = .bytes(Self.latin9)
    case "macroman", "macintosh", "xmacroman": self = .bytes(Self.macRoman)
    default: return nil
    }
  }

  /// Windows-1252; what is not assigned is U+FFFD.
  static let windows1252 = letters(
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
    """)

  /// The letters of DOS, in which file names of old archives are written too.
  static let cp437 = letters(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """)

  private static let cp850 = letters(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
    """)

  private static let latin9 = {
    var letters = windows1252
    for (byte, letter) in zip(
      [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE], Self.letters("€ŠšŽžŒœŸ"))
    {
      letters[byte - 0x80] = letter
    }
    return letters
  }()

  private static let macRoman = letters(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """)

  private static func letters(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}

/// The order of the two bytes of a unit of UTF-16.
enum UTF16Order: Hashable, Sendable {
  case littleEndian, bigEndian

  /// The order that a byte order mark says.
  init?(markOf bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self = .littleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .bigEndian
    } else {
      return nil
    }
  }

  /// The order of a text without a mark: every second byte of Latin letters is zero, and none of
  /// those between them.
  init?(guessing bytes: UnsafeRawBufferPointer) {
    var zeros = (even: 0, odd: 0)
    let sample = bytes.prefix(4096)
    for index in sample.indices where sample[index] == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard sample.count >= 8, max(zeros.even, zeros.odd) * 4 >= sample.count,
      min(zeros.even, zeros.odd) == 0
    else { return nil }
    self = zeros.odd > 0 ? .littleEndian : .bigEndian
  }
}

extension FileBytes {
  /// A text of one byte for each letter as UTF-8.
  /// - Throws: `FileError.noRoom` or `.cancelled`.
  func decoded(_ letters: [Unicode.Scalar], progress: Progress) throws(FileError) -> FileBytes {
    let encoded = letters.map { Array(String($0).utf8) }
    return try withBytes { bytes throws(FileError) in
      var text = TextSpool()
      for (index, byte) in bytes.enumerated() {
        if byte < 0x80 {
          text.buffer.append(byte)
        } else {
          for part in encoded[Int(byte) - 0x80] { text.buffer.append(part) }
        }
        guard index & 0xFFFF == 0 else { continue }
        guard progress(index, bytes.count) else { throw .cancelled(path: path) }
        do throws(SystemError) {
          try text.settle()
        } catch {
          throw FileError(unpacking: path, error)
        }
      }
      return try text.finish(for: self)
    }
  }
}
