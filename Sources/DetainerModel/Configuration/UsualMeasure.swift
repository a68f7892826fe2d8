/// What is measured, and from which total on a share is ranked, when nothing else is said.
public struct UsualMeasure: Hashable, Sendable {
  /// What is measured.
  public var measure = Measure.declined
  /// The smallest total whose share is ranked with the others.
  public var minimum = Measure.usualMinimum

  /// What someone has who has set nothing.
  public init() {}

  /// Takes a count that can be compared, or declined where what is usual cannot be.
  public var compared: ComparedCount { ComparedCount(rawValue: measure.rawValue) ?? .declined }

  /// The options with which a command measures so wherever its rows go: what is usual on a terminal
  /// is not what is usual in a pipe.
  package func options(measuring chosen: Measure, minimum least: Int? = nil) -> [String] {
    let nothingSet = UsualMeasure()
    let isUsual = chosen == nothingSet.measure && chosen == measure
    let isUsualLeast = least == nothingSet.minimum && least == minimum
    return (isUsual ? [] : ["--measure", chosen.rawValue])
      + (least.map { isUsualLeast ? [] : ["--minimum", "\($0)"] } ?? [])
  }
}
