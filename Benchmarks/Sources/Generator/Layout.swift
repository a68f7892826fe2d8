/// What one kind of file is made of.
struct Layout {
  /// The days that a release covers.
  let days: ClosedRange<Int>
  var facilities = Facilities.Selection.ofTable
  /// What stands for a value that is not there.
  var blank: StaticString = ""
  var columns: [Column]
}

extension ClosedRange<Int> {
  /// The days from one date to another.
  init(from first: (Int, Int, Int), to last: (Int, Int, Int)) {
    self =
      Day.number(
        year: first.0, month: first.1, day: first.2)...Day.number(
        year: last.0, month: last.1, day: last.2)
  }
}

extension GeneratedFile.Schema {
  var layout: Layout {
    switch self {
    case .records: .records
    case .county: .county
    case .fy: .fy
    case .ddp: .ddp
    }
  }
}
