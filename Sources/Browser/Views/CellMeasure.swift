import DetainerModel
import Text

/// What the cells of a count say.
enum CellMeasure: String, CaseIterable, Hashable, Sendable {
  case declined
  case ofRow = "% of row"
  case ofColumn = "% of column"
  case ofIssued = "% of issued"
  case ofResolved = "% of resolved"
  /// Different persons, which add up to nothing.
  case persons

  /// The cells that say a measure; counts that no cell says alone stand beside the declined.
  init(_ measure: Measure) {
    self =
      switch measure {
      case .declined, .issued, .resolved: .declined
      case .shareOfIssued: .ofIssued
      case .shareOfResolved: .ofResolved
      case .persons: .persons
      }
  }

  /// Whether it is a share within the table, which needs two keys.
  var isOfTable: Bool { self == .ofRow || self == .ofColumn }

  /// The share of the model that it is; nil for counts and shares within the table.
  var share: Measure? {
    switch self {
    case .ofIssued: .shareOfIssued
    case .ofResolved: .shareOfResolved
    default: nil
    }
  }

  /// Goes on to the next measure; a count is the least total, and the measure stays if it is a share.
  mutating func change(
    minimum count: Int?, of minimum: inout Int, inTable: Bool = false, withPersons: Bool = false
  ) {
    if let count {
      minimum = count
      if share == nil { self = .ofIssued }
    } else {
      self = Self.allCases.filter {
        (inTable || !$0.isOfTable) && (withPersons || $0 != .persons)
      }.element(1, from: self)
    }
  }

  /// The measure by which rows are ranked.
  var rank: Measure { self == .persons ? .persons : share ?? .declined }

  /// The measure as it is said of a view, with the least total of a share.
  func words(minimum: Int) -> String {
    share == nil ? rawValue : "\(rawValue), of \(grouped(minimum)) or more"
  }
}
