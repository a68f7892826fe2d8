/// What became of the rows of one group from one release to another, in detainers.
public struct DiffCount: Hashable, Sendable {
  /// The same in both releases.
  public internal(set) var alike = 0
  /// Only in the release after.
  public internal(set) var new = 0
  /// Only in the release before.
  public internal(set) var gone = 0
  /// Said otherwise, and of the group in both releases.
  public internal(set) var changed = 0
  /// Of the group in the release after alone, because it is said otherwise.
  public internal(set) var movedIn = 0
  /// Of the group in the release before alone, because it is said otherwise.
  public internal(set) var movedOut = 0

  /// All of the release before.
  public var before: Int { alike + changed + gone + movedOut }
  /// All of the release after.
  public var after: Int { alike + changed + new + movedIn }
  /// All that is not alike.
  public var different: Int { new + gone + changed + movedIn + movedOut }

  /// Nothing yet.
  public init() {}

  /// Adds what became of other rows.
  public static func += (count: inout DiffCount, other: DiffCount) {
    count.alike += other.alike
    count.new += other.new
    count.gone += other.gone
    count.changed += other.changed
    count.movedIn += other.movedIn
    count.movedOut += other.movedOut
  }
}

/// A group of rows in two releases.
public struct DiffGroup: Hashable, Sendable {
  /// The values of the keys.
  public let keys: [KeyValue]
  /// What became of its rows.
  public let count: DiffCount
}

extension ReleaseDiff {
  /// The rows of either side that a query chooses: by where they stand in their own release, with
  /// dates and weeks by issue.
  struct Choice {
    let before: RowSet
    let after: RowSet

    init(_ query: Query, of diff: ReleaseDiff) throws(FilterError) {
      before = try Self.rows(query, in: diff.before.dataset)
      after = try Self.rows(query, in: diff.after.dataset)
    }

    private static func rows(_ query: Query, in dataset: Dataset) throws(FilterError) -> RowSet {
      var rows = try Selection(query, in: dataset).issued
      let shownAlone = query.filter.terms.filter { $0.field?.choosesWhatIsShown == true }
      if !shownAlone.isEmpty {
        rows.formIntersection(
          try Selection(Query(Filter(terms: shownAlone)), in: dataset).shown)
      }
      return rows
    }
  }

  /// All that passes a query, as one group.
  public func total(_ query: Query = Query()) throws -> DiffCount {
    try groups(by: [], query).first?.count ?? DiffCount()
  }

  /// Counts by keys what became of the rows that a query chooses: what differs most comes first.
  ///
  /// A row that is in one group before and in another after has moved.
  /// - Throws: a ``DiffError`` for a key that tells releases apart, a ``FilterError`` where a term
  ///   names nothing that there is.
  public func groups(by keys: [GroupKey], _ query: Query = Query()) throws -> [DiffGroup] {
    if keys.contains(.source) { throw DiffError.keyOfRelease(.source) }
    let choice = try Choice(query, of: self)
    var numbering = GroupNumbering(keys)
    let groups = (
      before: numbering.numbers(of: found.rows.before, among: choice.before, in: before.dataset),
      after: numbering.numbers(of: found.rows.after, among: choice.after, in: after.dataset)
    )
    var counts = Array(repeating: DiffCount(), count: numbering.count)
    func add(_ pair: RowPair, to path: WritableKeyPath<DiffCount, Int>) {
      let first =
        pair.before == RowPair.none ? GroupNumbering.none : groups.before[Int(pair.before)]
      let last = pair.after == RowPair.none ? GroupNumbering.none : groups.after[Int(pair.after)]
      let count = Int(pair.count)
      if first == last || pair.before == RowPair.none || pair.after == RowPair.none {
        let group = pair.before == RowPair.none ? last : first
        if group >= 0 { counts[group][keyPath: path] += count }
        return
      }
      if first >= 0 { counts[first].movedOut += count }
      if last >= 0 { counts[last].movedIn += count }
    }
    for pair in found.alike {
      let (first, last) = (groups.before[Int(pair.before)], groups.after[Int(pair.after)])
      if first == last, first >= 0 {
        counts[first].alike += Int(pair.count)
      } else {
        add(pair, to: \.alike)
      }
    }
    for change in found.changed { add(change.pair, to: \.changed) }
    for pair in found.new { add(pair, to: \.new) }
    for pair in found.gone { add(pair, to: \.gone) }
    let groupsFound = counts.indices.filter { counts[$0] != DiffCount() }
      .map { DiffGroup(keys: numbering.values($0), count: counts[$0]) }
    return groupsFound.sorted { a, b in
      a.count.different == b.count.different
        ? a.comes(before: b) : a.count.different > b.count.different
    }
  }
}

extension DiffGroup {
  /// The order of groups that differ alike: what is not known last, the rest by name.
  fileprivate func comes(before other: DiffGroup) -> Bool {
    for (a, b) in zip(keys, other.keys) where a != b {
      if a.isUnknown != b.isUnknown { return b.isUnknown }
      let (x, y) = (a.text(withState: true), b.text(withState: true))
      return x == y ? a.state < b.state : x < y
    }
    return false
  }
}

/// The groups of some keys in two datasets, each under one number.
private struct GroupNumbering {
  /// Stands for rows that are not chosen.
  static let none = -1

  private let keys: [GroupKey]
  private var shared: [[KeyValue: Int]]
  private var values: [[KeyValue]]
  /// For each key the groups of all keys up to it: the number of the group without it, and the
  /// number of its value.
  private var steps: [NumberTable]

  init(_ keys: [GroupKey]) {
    self.keys = keys
    shared = keys.map { _ in [:] }
    values = keys.map { _ in [] }
    steps = keys.map { _ in NumberTable() }
  }

  /// How many groups there are; without keys one.
  var count: Int { keys.isEmpty ? 1 : steps[keys.count - 1].numbers.count }

  /// The number of the group of each row, or none where it is not chosen.
  mutating func numbers(
    of rows: [UInt32], among chosen: RowSet, in dataset: Dataset
  ) -> [Int] {
    var groups = rows.map { chosen.contains(Int($0)) ? 0 : Self.none }
    for (step, column) in dataset.keyColumns(keys).enumerated() {
      let codes = column.codes(of: .issue)
      let valueOfCode = column.groups.map { number(of: column.values[Int($0)], step) }
      for (place, row) in rows.enumerated() where groups[place] >= 0 {
        // Both are below 2^32: a group is of a row, a value in a dictionary.
        groups[place] = steps[step].slot(of: groups[place] << 32 | valueOfCode[codes[Int(row)]])
      }
    }
    return groups
  }

  /// The values of the keys of a group.
  func values(_ group: Int) -> [KeyValue] {
    var (group, found): (Int, [KeyValue]) = (group, [])
    for step in keys.indices.reversed() {
      let number = steps[step].numbers[group]
      found.append(values[step][number & 0xFFFF_FFFF])
      group = number >> 32
    }
    return found.reversed()
  }

  private mutating func number(of value: KeyValue, _ step: Int) -> Int {
    if let number = shared[step][value] { return number }
    let number = values[step].count
    shared[step][value] = number
    values[step].append(value)
    return number
  }
}
