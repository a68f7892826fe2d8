import Screen
import Text

/// The classes into which values fall on a map, with their glyphs and their styles.
struct TileClasses: Hashable, Sendable {
  /// The greatest value of each class, in ascending order.
  let bounds: [Double]
  /// Whether the values are shares.
  let isShare: Bool

  /// Breaks values into at most five classes: counts by equal factors, for few states have most of
  /// them, shares by equal steps.
  init(_ values: [Double], isShare: Bool) {
    self.isShare = isShare
    let most = values.max() ?? 0
    guard most > 0 else {
      bounds = []
      return
    }
    let count = Style.steps.count
    if isShare {
      let steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2]
      let step = steps.first { $0 * Double(count) >= most } ?? 0.2
      bounds = (1...count).map { Double($0) * step }.filter { $0 - step < most }
    } else {
      var bounds: [Double] = []
      var bound = 1.0
      let factor = Self.root(most, count)
      for index in 1...count {
        bound *= factor
        let whole = index == count ? most : bound.rounded()
        if whole > bounds.last ?? 0 { bounds.append(whole) }
      }
      self.bounds = bounds
    }
  }

  /// The class of a value that is more than nothing.
  private func number(of value: Double) -> Int? {
    value > 0 ? bounds.firstIndex { value <= $0 } ?? bounds.count - 1 : nil
  }

  /// The glyph of a value; a blank for nothing and for what is not known.
  func glyph(of value: Double?) -> Character {
    value.flatMap { number(of: $0) }.map { Style.steps[shifted($0)].glyph } ?? " "
  }

  /// The style of a value.
  func style(of value: Double?) -> Style {
    value.flatMap { number(of: $0) }.map { Style.steps[shifted($0)].style } ?? .dim
  }

  /// Where there are fewer classes, the highest ones are used.
  private func shifted(_ number: Int) -> Int { Style.steps.count - bounds.count + number }

  /// The classes as they are printed, each with its glyph: `░ 3–7`.
  var legend: [(glyph: Character, style: Style, text: String)] {
    bounds.indices.map { index in
      let low = index == 0 ? 0 : bounds[index - 1]
      return (
        Style.steps[shifted(index)].glyph, Style.steps[shifted(index)].style,
        isShare
          ? "\(Self.bound(low))–\(Self.bound(bounds[index]))"
          : Int(low) + 1 == Int(bounds[index])
            ? short(Int(bounds[index])) : "\(short(Int(low) + 1))–\(short(Int(bounds[index])))"
      )
    }
  }

  /// A bound in percent, without what the title says and what would only be filling.
  private static func bound(_ share: Double) -> Substring {
    let number = percent(share).dropLast(2)
    return number.hasSuffix(".0") ? number.dropLast(2) : number
  }

  /// The root of a number, by halving: there is no mathematics library here.
  private static func root(_ number: Double, _ degree: Int) -> Double {
    var (low, high) = (0.0, max(1, number))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let power = (0..<degree).reduce(1.0) { power, _ in power * middle }
      if power < number { low = middle } else { high = middle }
    }
    return high
  }
}
