/// How sure a figure is, as a table says it and as the screen does.
package enum Confidence {
  /// A word of a table in words that need no table: `high` is `well supported`.
  package static func words(_ text: String) -> String {
    switch text {
    case "high": "well supported"
    case "medium": "fairly supported"
    case "low": "weakly supported"
    default: text
    }
  }
}

extension Figure {
  /// What is stated, in words: `142 declined`, `share issued before 2017: 73%`.
  package var words: String {
    let name = measure.replacing("_", with: " ")
    return Measure(rawValue: measure) == nil ? "\(name): \(value)" : "\(value) \(name)"
  }
}
