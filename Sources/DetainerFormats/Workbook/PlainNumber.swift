/// A number as a sheet holds it, taken apart without loss.
struct PlainNumber {
  private(set) var isNegative = false
  /// The digits without leading zeros, and how many of them stand before the point.
  private(set) var digits: [UInt8] = []
  private(set) var point = 0

  /// Excel's numbers have 15 digits; what binary fractions add behind them is noise.
  private static let precision = 15
  /// Beyond what a double can hold.
  private static let largestExponent = 400

  /// Reads `42000`, `42000.0`, `-.5` or `1.5E3`; nil for anything else.
  init?(_ text: UnsafeRawBufferPointer) {
    var rest = text[...]
    if let sign = rest.first, sign == minus || sign == plus {
      isNegative = sign == minus
      rest = rest.dropFirst()
    }
    guard rest.count <= 400 else { return nil }
    let whole = rest.prefix(while: isDigit)
    rest = rest[whole.endIndex...]
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest[fraction.endIndex...]
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var exponent = 0
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      guard let number = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return nil }
      exponent = number
      rest = rest.suffix(0)
    }
    let range = -Self.largestExponent...Self.largestExponent
    guard rest.isEmpty, range.contains(exponent) else { return nil }
    digits = Array(whole) + fraction
    point = whole.count + exponent
    tidy()
  }

  private mutating func tidy() {
    let zeros = digits.prefix { $0 == zero }.count
    digits.removeFirst(zeros)
    point -= zeros
    let kept = max(Self.precision, point)
    if digits.count > max(point, 0), digits.count > kept {
      let isUp = digits[kept] > UInt8(ascii: "4")
      digits.removeSubrange(kept...)
      if isUp { roundUp() }
    }
    while digits.count > max(0, point), digits.last == zero { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }

  private mutating func roundUp() {
    var index = digits.count - 1
    while index >= 0, digits[index] == UInt8(ascii: "9") {
      digits[index] = zero
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(UInt8(ascii: "1"), at: 0)
      point += 1
    }
  }

  /// Writes it without an exponent and without needless zeros.
  func write(to output: inout ByteBuffer) {
    if isNegative { output.append(minus) }
    if point <= 0 { output.append(zero) }
    for digit in digits.prefix(max(0, point)) { output.append(digit) }
    output.append(zero, times: point - digits.count)
    guard digits.count > max(0, point) else { return }
    output.append(UInt8(ascii: "."))
    output.append(zero, times: -point)
    for digit in digits.dropFirst(max(0, point)) { output.append(digit) }
  }

  /// The whole days and the seconds of the rest, rounded; nil if there are too many or less than 0.
  var daysAndSeconds: (days: Int, seconds: Int)? {
    guard !isNegative, point <= 7 else { return nil }
    var days = 0
    for index in 0..<max(0, point) {
      days = days * 10 + (index < digits.count ? Int(digits[index] - zero) : 0)
    }
    var fraction = 0.0
    for digit in digits.dropFirst(max(0, point)).reversed() {
      fraction = (fraction + Double(digit - zero)) / 10
    }
    if point < 0 { for _ in point..<0 { fraction /= 10 } }
    let seconds = Int((fraction * 86_400).rounded())
    return seconds == 86_400 ? (days + 1, 0) : (days, seconds)
  }
}

private let zero = UInt8(ascii: "0")
private let minus = UInt8(ascii: "-")
private let plus = UInt8(ascii: "+")

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
