/// A text without outer spaces, and with one space for each run of them.
package func singleSpaced(_ text: String) -> String {
  let space = UInt8(ascii: " ")
  var text = text
  let isClean = text.withUTF8 { bytes in
    var previous = space
    for byte in bytes {
      if byte < space || byte == space && previous == space || byte >= 0x80 {
        return false
      }
      previous = byte
    }
    return previous != space || bytes.isEmpty
  }
  return isClean ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
