/// Which cell styles show a number as a date.
struct CellStyles: Sendable {
  private(set) var areDates: [Bool] = []

  /// No part is as good as one without styles.
  init(
    _ part: ZipArchive.Entry?, in archive: ZipArchive, progress: () -> Bool
  ) throws(FileError) {
    guard let part else { return }
    var ownFormats: [Int: Bool] = [:]
    var formats: [Int] = []
    var isInside = false
    var reader = ElementReader(
      start: { element in
        switch element.name {
        case "numFmt":
          guard let id = element.attributes["numFmtId"].flatMap({ Int($0) }) else { return }
          ownFormats[id] = Self.isDate(element.attributes["formatCode"] ?? "")
        case "cellXfs": isInside = true
        case "xf" where isInside:
          formats.append(element.attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
      },
      end: { name in if name == "cellXfs" { isInside = false } })
    try archive.read(part, with: &reader) { _ in progress() }
    areDates = formats.map { ownFormats[$0] ?? Self.isDate(builtIn: $0) }
  }

  /// The formats that need no code: some stand for dates in some languages only, but for nothing
  /// else in any (ECMA-376, part 1, 18.8.30).
  private static func isDate(builtIn format: Int) -> Bool {
    switch format {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Whether a format code has a letter of a date outside quotes and brackets.
  static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = byte != Byte.quote
      } else if isBracketed {
        isBracketed = byte != UInt8(ascii: "]")
      } else {
        switch byte {
        case Byte.quote: isQuoted = true
        case UInt8(ascii: "["): isBracketed = true
        // The next character stands for itself, is a blank of its width, or is repeated.
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
        // Only the first section is for positive numbers.
        case Byte.semicolon: return false
        default:
          if "ymdhs".utf8.contains(byte | 0x20) { return true }
        }
      }
    }
    return false
  }
}
