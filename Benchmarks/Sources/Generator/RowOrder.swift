/// Which facility the next row is of: any, or all rows of one facility after the other.
struct RowOrder {
  private let ends: [Int]
  private var row = 0
  private var facility = 0

  init(_ order: GeneratedFile.Order, facilities: Facilities, rows: Int) {
    guard order == .byFacility else {
      ends = []
      return
    }
    let total = facilities.all.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    ends = facilities.all.map { facility in
      sum += facility.weight
      return Int((sum / total * Double(rows)).rounded())
    }
  }

  /// Nothing where the facility is to be drawn.
  mutating func nextFacility() -> Int? {
    guard !ends.isEmpty else { return nil }
    while facility + 1 < ends.count, row >= ends[facility] {
      facility += 1
    }
    row += 1
    return facility
  }
}
