extension Range<Int> {
  /// The first number for which a test does not hold, else the end; the test holds for all before one
  /// for which it does.
  @inlinable
  package func firstBehind(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
