import DetainerModel
import Text

/// Writes rows as JSON objects on one line each (RFC 8259), the part that both formats share.
struct JSONObject {
  private let keys: [String]

  /// The keys are the same in every row, so they are escaped once.
  init(_ columns: [Listing.Column]) {
    keys = columns.map { column in
      var key = ByteBuffer(capacity: 64)
      key.appendJSON(column.name)
      return key.text + ":"
    }
  }

  func append(_ cells: borrowing RowBuffer, to line: inout ByteBuffer) {
    line.append(UInt8(ascii: "{"))
    for index in 0..<cells.count {
      if index > 0 { line.append(Byte.comma) }
      line.append(keys[index])
      let bytes = cells.bytes(index)
      switch cells.kind(index) {
      case .text: line.appendJSON(bytes)
      // A share that is not a number has no text.
      case .missing,
        .fraction where bytes.isEmpty:
        line.append("null")
      case .integer, .fraction: line.append(bytes)
      }
    }
    line.append(UInt8(ascii: "}"))
  }
}

extension ByteBuffer {
  /// A string literal in which everything that could disturb a terminal or a script is escaped.
  mutating func appendJSON(_ text: UnsafeRawBufferPointer) {
    append(Byte.quote)
    if text.allSatisfy(isPlain) {
      append(text)
    } else {
      forEachScalar(of: String(decoding: text, as: UTF8.self)) { appendJSON($0, isHarmless: $1) }
    }
    append(Byte.quote)
  }

  /// A string literal in which everything that could disturb a terminal or a script is escaped.
  mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON(UnsafeRawBufferPointer($0)) }
  }

  private mutating func appendJSON(_ scalar: Unicode.Scalar, isHarmless: Bool) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case _ where isHarmless: append(scalar)
    default:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        append("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
      }
    }
  }
}

/// ASCII that stands for itself in a string literal.
private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte < 0x7F && byte != Byte.quote && byte != UInt8(ascii: "\\")
}
