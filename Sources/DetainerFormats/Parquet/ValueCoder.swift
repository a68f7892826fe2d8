import DetainerModel

/// Gives the values of a column the numbers of their texts; a value that comes again and again is
/// written once.
struct ValueCoder: Sendable {
  private static let remembered = 1 << 12

  private let form: ColumnForm
  /// Values seen lately, each in the place that its bits lead to, and the numbers of their texts.
  private var bits: [Int64] = []
  private var codes: [UInt32] = []
  private var text: [UInt8] = []

  init(_ form: ColumnForm) { self.form = form }

  /// Forgets the numbers, which another dictionary gives anew.
  mutating func forget() { (bits, codes) = ([], []) }

  /// The number of the text of a value of at most eight bytes.
  @inline(__always)
  mutating func code(_ value: Int64, in texts: inout GrowingDictionary) -> UInt32 {
    let hash = UInt64(bitPattern: value) &* 0x9e37_79b9_7f4a_7c15
    let slot = Int(hash &>> 52)
    if !codes.isEmpty, bits[slot] == value, codes[slot] != .max { return codes[slot] }
    return newCode(value, slot, in: &texts)
  }

  private mutating func newCode(
    _ value: Int64, _ slot: Int, in texts: inout GrowingDictionary
  ) -> UInt32 {
    if codes.isEmpty {
      bits = Array(repeating: 0, count: Self.remembered)
      codes = Array(repeating: .max, count: Self.remembered)
    }
    text.removeAll(keepingCapacity: true)
    text.append(value, as: form)
    let code = code(ofText: &texts)
    (bits[slot], codes[slot]) = (value, code)
    return code
  }

  /// The number of the text of a value that is written as bytes.
  mutating func code(
    _ value: UnsafeRawBufferPointer, in texts: inout GrowingDictionary
  ) -> UInt32 {
    if form == .text { return UInt32(truncatingIfNeeded: texts.code(for: value)) }
    text.removeAll(keepingCapacity: true)
    text.append(value, as: form)
    return code(ofText: &texts)
  }

  private func code(ofText texts: inout GrowingDictionary) -> UInt32 {
    text.withUnsafeBytes { UInt32(truncatingIfNeeded: texts.code(for: $0)) }
  }

  /// The numbers of many values that lie in a page.
  mutating func encode(
    _ cells: [CellRange], of page: UnsafeRawBufferPointer, in texts: inout GrowingDictionary,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) {
    if form == .text {
      return cells.withUnsafeBufferPointer { texts.encode($0, of: page, into: codes) }
    }
    for (index, cell) in cells.enumerated() {
      let value = UnsafeRawBufferPointer(
        rebasing: page[cell.start..<cell.start + cell.length])
      codes[index] = code(value, in: &texts)
    }
  }
}
