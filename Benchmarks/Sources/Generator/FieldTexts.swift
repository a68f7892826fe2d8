/// The values of one column as bytes that are ready for a CSV file, quoted where they must be.
struct FieldTexts {
  private(set) var bytes: [UInt8] = []
  private var starts: [Int32] = [0]

  init(_ values: some Sequence<String>, delimiter: UInt8) {
    for value in values {
      append(value, delimiter: delimiter)
    }
  }

  var count: Int { starts.count - 1 }

  subscript(index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  private mutating func append(_ value: String, delimiter: UInt8) {
    let special: Set<UInt8> = [delimiter, UInt8(ascii: "\""), 0x0A, 0x0D]
    if value.utf8.contains(where: special.contains) {
      bytes.append(UInt8(ascii: "\""))
      for byte in value.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(contentsOf: value.utf8)
    }
    starts.append(Int32(bytes.count))
  }
}
