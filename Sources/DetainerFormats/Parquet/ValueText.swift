/// How values are written: as the programs that write Parquet write them into CSV, so that a release
/// reads alike in both.
extension [UInt8] {
  /// Appends a value of at most eight bytes.
  mutating func append(_ value: Int64, as form: ColumnForm) {
    switch form {
    case .boolean: append(value == 0 ? "false" : "true")
    case .integer, .text, .int96, .uuid: append(String(value))
    case .unsigned: append(String(UInt64(bitPattern: value)))
    case .float: append(Float(bitPattern: UInt32(truncatingIfNeeded: value)))
    case .double: append(Double(bitPattern: UInt64(bitPattern: value)))
    case .day: append(day: Int(value))
    case .timestamp(let perSecond, _):
      let perDay = perSecond * 86_400
      let (day, rest) = floorDivide(Int(value), perDay)
      append(day: day)
      if rest > 0 {
        append(Byte.space)
        append(time: rest, perSecond: perSecond)
      }
    case .time(let perSecond): append(time: Int(value), perSecond: perSecond)
    case .decimal(let scale): append(digits: String(value.magnitude), value < 0, scale: scale)
    }
  }

  /// Appends a value that is written as bytes.
  mutating func append(_ value: UnsafeRawBufferPointer, as form: ColumnForm) {
    switch form {
    case .decimal(let scale):
      let number = BigEndianNumber(value)
      append(digits: number.digits, number.isNegative, scale: scale)
    case .int96 where value.count == 12:
      let nanoseconds = Int64(littleEndian: value.loadUnaligned(as: Int64.self))
      let julianDay = Int32(
        littleEndian: value.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      let (days, rest) = floorDivide(Int(nanoseconds), 86_400_000_000_000)
      append(day: Int(julianDay) - 2_440_588 + days)
      if rest > 0 {
        append(Byte.space)
        append(time: rest, perSecond: 1_000_000_000)
      }
    case .uuid where value.count == 16:
      for (index, byte) in value.enumerated() {
        if [4, 6, 8, 10].contains(index) { append(UInt8(ascii: "-")) }
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
      }
    default: append(contentsOf: value)
    }
  }

  private mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// What is not a number is empty, as in the CSV of those who write it for what is missing.
  private mutating func append(_ number: some BinaryFloatingPoint & CustomStringConvertible) {
    if !number.isNaN { append(number.description) }
  }

  private mutating func append(day: Int) {
    let (year, month, day) = civil(day)
    if year < 0 { append(UInt8(ascii: "-")) }
    append(padded: year.magnitude, to: 4)
    append(UInt8(ascii: "-"))
    append(padded: month.magnitude, to: 2)
    append(UInt8(ascii: "-"))
    append(padded: day.magnitude, to: 2)
  }

  private mutating func append(time: Int, perSecond: Int) {
    let (seconds, fraction) = floorDivide(time, perSecond)
    if seconds < 0 { return append(String(time)) }
    append(padded: (seconds / 3600).magnitude, to: 2)
    append(UInt8(ascii: ":"))
    append(padded: (seconds / 60 % 60).magnitude, to: 2)
    append(UInt8(ascii: ":"))
    append(padded: (seconds % 60).magnitude, to: 2)
    guard fraction > 0 else { return }
    append(UInt8(ascii: "."))
    append(padded: fraction.magnitude, to: String(perSecond).utf8.count - 1)
    while last == UInt8(ascii: "0") { removeLast() }
  }

  private mutating func append(padded number: UInt, to width: Int) {
    let digits = String(number).utf8
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(0, width - digits.count)))
    append(contentsOf: digits)
  }

  private mutating func append(digits: String, _ isNegative: Bool, scale: Int) {
    if isNegative { append(UInt8(ascii: "-")) }
    let missing = Swift.max(0, scale + 1 - digits.utf8.count)
    let digits = [UInt8](repeating: UInt8(ascii: "0"), count: missing) + Array(digits.utf8)
    append(contentsOf: digits.dropLast(scale))
    if scale > 0 { append(UInt8(ascii: ".")) }
    append(contentsOf: digits.suffix(scale))
  }
}

/// A whole number of any length in two's complement, the first byte the highest.
private struct BigEndianNumber {
  let isNegative: Bool
  let digits: String

  /// Longer numbers are none: the largest decimals have 32 bytes.
  private static let longest = 64

  init(_ bytes: UnsafeRawBufferPointer) {
    isNegative = bytes.first ?? 0 >= 0x80
    var number = Array(bytes.suffix(Self.longest))
    if isNegative {
      var carry = true
      for index in number.indices.reversed() {
        let inverted = ~number[index]
        number[index] = carry ? inverted &+ 1 : inverted
        carry = carry && inverted == .max
      }
    }
    var digits: [UInt8] = []
    while number.contains(where: { $0 != 0 }) {
      var rest = 0
      for index in number.indices {
        rest = rest << 8 | Int(number[index])
        number[index] = UInt8(rest / 10)
        rest %= 10
      }
      digits.append(UInt8(ascii: "0") + UInt8(rest))
    }
    self.digits = digits.isEmpty ? "0" : String(decoding: digits.reversed(), as: UTF8.self)
  }
}

private func hexDigit(_ number: UInt8) -> UInt8 {
  number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
}

/// The quotient that is not above the true one, and what is left, which is never negative.
private func floorDivide(_ number: Int, _ divisor: Int) -> (quotient: Int, rest: Int) {
  let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
  return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
}

/// The date of a day counted from 1970-01-01, as in Howard Hinnant's civil_from_days.
private func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
  // No calendar goes on for so long; a number beyond is a damaged one.
  let days = min(max(days, -1 << 40), 1 << 40) + 719_468
  let (era, dayOfEra) = floorDivide(days, 146_097)
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shifted = (5 * dayOfYear + 2) / 153
  let month = shifted < 10 ? shifted + 3 : shifted - 9
  return (
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
  )
}
