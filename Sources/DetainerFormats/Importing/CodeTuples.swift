/// Finds again what was found for several numbers together, such as the codes of a row's place
/// columns.
struct CodeTuples: Sendable {
  private let width: Int
  private var tuples: [UInt32] = []
  private var values: [Int] = []
  /// The number of a tuple, from 1; 0 where the slot is free.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// Starts without tuples of so many numbers.
  init(width: Int) { self.width = width }

  /// What was kept for the numbers.
  @inline(__always)
  func value(of tuple: [UInt32]) -> Int? {
    let number = slots[slot(of: tuple)]
    return number == 0 ? nil : values[Int(number) - 1]
  }

  /// Keeps a value for numbers that have none yet.
  mutating func keep(_ value: Int, for tuple: [UInt32]) {
    values.append(value)
    tuples += tuple
    slots[slot(of: tuple)] = UInt32(truncatingIfNeeded: values.count)
    guard values.count * 2 > slots.count else { return }
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 1...values.count {
      let tuple = Array(tuples[((number - 1) * width)..<(number * width)])
      slots[slot(of: tuple)] = UInt32(truncatingIfNeeded: number)
    }
  }

  /// The slot of a tuple, or the free one where it belongs.
  @inline(__always)
  private func slot(of tuple: [UInt32]) -> Int {
    var hash: UInt64 = 0
    for number in tuple {
      hash = (hash ^ UInt64(number)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash &>> 32
    }
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, !isTuple(Int(slots[slot]) &- 1, tuple) { slot = (slot &+ 1) & mask }
    return slot
  }

  @inline(__always)
  private func isTuple(_ number: Int, _ tuple: [UInt32]) -> Bool {
    for index in 0..<width where tuples[number &* width &+ index] != tuple[index] { return false }
    return true
  }
}
