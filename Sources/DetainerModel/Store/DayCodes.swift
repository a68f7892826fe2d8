/// The numbers of texts that are dates written as `2017-01-28`, found by what they say: columns of
/// dates have thousands of distinct texts, and a table of days is closer at hand than one of hashes.
struct DayCodes: Sendable {
  /// How many bytes such a text has.
  static let length = 10

  private static let (firstYear, years) = (1900, 200)

  /// The number of each possible text, in the order of the dates; empty as long as there is none.
  private var codes: [UInt32] = []

  /// Lends the numbers, to be asked many times.
  @inline(__always)
  func withCodes<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    codes.withUnsafeBufferPointer(body)
  }

  /// Gives a text a number.
  mutating func keep(_ code: Int, at place: Int) {
    if codes.isEmpty { codes = Array(repeating: 0, count: Self.years * 12 * 31) }
    codes[place] = UInt32(truncatingIfNeeded: code)
  }

  /// The place of a text of ten bytes; nil where it is not such a date.
  @inline(__always)
  static func place(_ start: UnsafeRawPointer) -> Int? {
    // What is left of the digits is their value, and of the dashes nothing.
    let head =
      UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) ^ 0x2D30_302D_3030_3030
    let tail =
      UInt16(littleEndian: (start + 8).loadUnaligned(as: UInt16.self)) ^ 0x3030
    // Adding lifts everything that is larger over the highest bit of its byte.
    let odd = (head | (head &+ 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080
    let oddTail = (tail | (tail &+ 0x7676)) & 0x8080
    guard odd == 0, oddTail == 0 else { return nil }
    func digit(_ place: UInt64) -> Int { Int((head &>> (place &* 8)) & 0xFF) }
    let year = digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3) &- firstYear
    let month = digit(5) &* 10 &+ digit(6) &- 1
    let day = Int(tail & 0xFF) &* 10 &+ Int(tail &>> 8) &- 1
    guard UInt(bitPattern: year) < years, UInt(bitPattern: month) < 12,
      UInt(bitPattern: day) < 31
    else { return nil }
    return (year &* 12 &+ month) &* 31 &+ day
  }
}
