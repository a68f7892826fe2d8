/// A view of counts whose cells say one measure of several, and shares of a least total.
protocol MeasuredView: DataView {
  /// What the cells say.
  var measure: CellMeasure { get set }
  /// The least total under a percentage that is drawn or ranked with the others.
  var minimum: Int { get set }
}

extension MeasuredView {
  /// The measure as a session keeps it, beside what else the view keeps.
  func settings(beside others: [String: String]) -> [String: String] {
    others.merging(["measure": measure.rawValue, "minimum": String(minimum)]) { first, _ in first }
  }

  /// Takes the measure that a session has kept.
  mutating func takeMeasure(_ settings: [String: String]) {
    measure = settings["measure"].flatMap { CellMeasure(rawValue: $0) } ?? measure
    minimum = settings["minimum"].flatMap { Int($0) } ?? minimum
  }
}
