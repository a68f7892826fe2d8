/// Finds again what was found for several numbers together, such as the codes of a row's place
/// columns.
package struct CodeTuples: Sendable {
  private let width: Int
  private var tuples: [UInt32] = []
  private var values: [Int] = []
  private var table = HashTable<UInt32>()

  /// Starts without tuples of so many numbers.
  package init(width: Int) { self.width = width }

  /// What was kept for the numbers.
  package func value(of tuple: [UInt32]) -> Int? {
    table.first(Self.hash(tuple[...])) { isTuple(Int($0), tuple) }.map { values[Int($0)] }
  }

  /// Keeps a value for numbers that have none yet.
  package mutating func keep(_ value: Int, for tuple: [UInt32]) {
    values.append(value)
    tuples += tuple
    table.insert(UInt32(truncatingIfNeeded: values.count - 1)) { [tuples, width] number in
      Self.hash(tuples[(Int(number) * width)..<((Int(number) + 1) * width)])
    }
  }

  @inline(__always)
  private static func hash(_ tuple: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0
    for number in tuple {
      hash = (hash ^ UInt64(number)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash &>> 32
    }
    return hash
  }

  @inline(__always)
  private func isTuple(_ number: Int, _ tuple: [UInt32]) -> Bool {
    for index in 0..<width where tuples[number &* width &+ index] != tuple[index] { return false }
    return true
  }
}
