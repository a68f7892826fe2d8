/// Writes the compact protocol of Thrift, which ``ThriftReader`` reads.
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []
  /// The number of the last field of the structures that are open.
  private var fields = [0]

  mutating func int(_ field: Int, _ number: Int, _ kind: ThriftReader.Kind = .int) {
    open(field, kind)
    append(zigzag: number)
  }

  mutating func long(_ field: Int, _ number: Int) { int(field, number, .long) }

  mutating func binary(_ field: Int, _ value: some Collection<UInt8>) {
    open(field, .binary)
    append(value)
  }

  mutating func text(_ field: Int, _ text: String) { binary(field, Array(text.utf8)) }

  mutating func structure(_ field: Int, _ body: (inout ThriftWriter) -> Void) {
    open(field, .structure)
    structure(body)
  }

  /// The structure itself, without a field around it.
  mutating func structure(_ body: (inout ThriftWriter) -> Void) {
    fields.append(0)
    body(&self)
    fields.removeLast()
    bytes.append(0)
  }

  mutating func structures<Element>(
    _ field: Int, _ elements: [Element], _ body: (inout ThriftWriter, Element) -> Void
  ) {
    list(field, elements.count, .structure)
    for element in elements { structure { body(&$0, element) } }
  }

  mutating func ints(_ field: Int, _ numbers: [Int]) {
    list(field, numbers.count, .int)
    for number in numbers { append(zigzag: number) }
  }

  mutating func texts(_ field: Int, _ texts: [String]) {
    list(field, texts.count, .binary)
    for text in texts { append(Array(text.utf8)) }
  }

  private mutating func list(_ field: Int, _ count: Int, _ kind: ThriftReader.Kind) {
    open(field, .list)
    bytes.append(UInt8(min(count, 15)) << 4 | kind.rawValue)
    if count >= 15 { bytes.append(varint: UInt64(count)) }
  }

  private mutating func open(_ field: Int, _ kind: ThriftReader.Kind) {
    let delta = field - (fields.last ?? 0)
    fields[fields.count - 1] = field
    if (1...15).contains(delta) {
      bytes.append(UInt8(delta) << 4 | kind.rawValue)
    } else {
      bytes.append(kind.rawValue)
      append(zigzag: field)
    }
  }

  private mutating func append(_ value: some Collection<UInt8>) {
    bytes.append(varint: UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  private mutating func append(zigzag number: Int) {
    bytes.append(varint: UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
  }
}

extension [UInt8] {
  /// An unsigned number of seven bits a byte.
  mutating func append(varint number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// A number of a few bytes, the lowest first.
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
