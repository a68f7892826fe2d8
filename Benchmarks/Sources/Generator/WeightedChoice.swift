/// Draws an index with a probability in proportion to its weight, in constant time.
///
/// It is Vose's alias method: every slot holds its own index up to a threshold, and another above it.
struct WeightedChoice {
  private var thresholds: [UInt64]
  private var others: [Int32]

  /// The weights are not negative, and at least one is above zero.
  init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    precondition(total > 0, "a choice needs a weight above zero")
    var scaled = weights.map { $0 / total * Double(weights.count) }
    thresholds = Array(repeating: .max, count: weights.count)
    others = (0..<Int32(weights.count)).map { $0 }
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      thresholds[low] = UInt64(scaled[low] * 0x1p63) << 1
      others[low] = Int32(high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }

  func draw(_ random: inout SplitMix64) -> Int {
    let (slot, fraction) = random.next().multipliedFullWidth(by: UInt64(thresholds.count))
    return fraction < thresholds[Int(slot)] ? Int(slot) : Int(others[Int(slot)])
  }
}
