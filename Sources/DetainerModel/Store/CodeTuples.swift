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

  /// Finds what was kept for many tuples that lie one after the other, and how many were found
  /// before the first for which nothing was.
  /// - Parameters:
  ///   - tuples: as many for each value that there is room for as a tuple has numbers.
  ///   - values: takes what was kept.
  package func values(
    of tuples: UnsafeBufferPointer<UInt32>, into found: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    table.withSlots { slots in
      self.tuples.withUnsafeBufferPointer { known in
        for index in found.indices {
          let start = index &* width
          var hash: UInt64 = 0
          for place in 0..<width { hash = Self.mix(hash, tuples[start &+ place]) }
          let number = HashTable.first(hash, in: slots) { number in
            let other = Int(number) &* width
            for place in 0..<width where known[other &+ place] != tuples[start &+ place] {
              return false
            }
            return true
          }
          guard let number else { return index }
          found[index] = UInt32(truncatingIfNeeded: values[Int(number)])
        }
        return found.count
      }
    }
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
    for number in tuple { hash = mix(hash, number) }
    return hash
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ number: UInt32) -> UInt64 {
    let hash = (hash ^ UInt64(number)) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ hash &>> 32
  }

  @inline(__always)
  private func isTuple(_ number: Int, _ tuple: [UInt32]) -> Bool {
    for index in 0..<width where tuples[number &* width &+ index] != tuple[index] { return false }
    return true
  }
}
