/// Rows of two sides paired off: first those that are alike in every column, then those that differ
/// and are one record all the same.
///
/// Without an identifier a row that is gone and a new one are one record if they are alike in all
/// but one column, or in all but what became of the detainer; rows of two days or two facilities
/// never are. Rows with an identifier are one record by it and as much else as it takes.
struct RowMatching {
  /// The rows of one side that are compared.
  struct Side {
    /// The rows of the table.
    let rows: [UInt32]
    /// A number mixed of all columns, for each row.
    let prints: [UInt64]
    /// How many detainers of each row have not been found on the other side.
    var left: [UInt32]

    init(_ table: DetainerTable, _ rows: [UInt32], _ columns: [SharedCodes]) {
      self.rows = rows
      left = rows.map { UInt32(truncatingIfNeeded: table.count(Int($0))) }
      var prints = Array(repeating: UInt64(0), count: rows.count)
      for (number, column) in columns.enumerated() {
        for place in rows.indices {
          prints[place] &+= RowMatching.part(number, column[Int(rows[place])])
        }
      }
      self.prints = prints
    }

    /// The places of the rows that were not found whole.
    var unmatched: [Int] { left.indices.filter { left[$0] > 0 } }
  }

  private let columns: [ComparedColumn]
  /// The column with identifiers of persons, where both sides have the same ones.
  private let person: Int?
  private(set) var before: Side
  private(set) var after: Side
  private(set) var alike: [RowPair] = []
  private(set) var changed: [ChangedPair] = []

  /// Pairs the rows of two sides.
  init(
    _ columns: [ComparedColumn], before: (DetainerTable, rows: [UInt32]),
    after: (DetainerTable, rows: [UInt32])
  ) {
    self.columns = columns
    person = columns.firstIndex { $0.field == .person }
    self.before = Side(before.0, before.rows, columns.map(\.before))
    self.after = Side(after.0, after.rows, columns.map(\.after))
    matchAlike()
    if !columns.contains(where: { $0.field.isDate }) { return }
    matchChanged()
    if person != nil { matchByIdentifier() }
  }

  /// What a value of a column adds to the print of a row.
  @inline(__always)
  static func part(_ column: Int, _ number: UInt32) -> UInt64 {
    // The finaliser of SplitMix64.
    var mixed = (UInt64(number) &+ UInt64(column) << 32 &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed &>> 31)
  }

  // MARK: Passes

  private mutating func matchAlike() {
    let groups = groups(before.left.indices, after.left.indices, without: [])
    alike.reserveCapacity(min(before.rows.count, after.rows.count))
    groups.forEach { first, last in
      take(first, last) { pair, matching in matching.alike.append(pair) }
    }
  }

  /// Rows that are alike in all but one column. A row that could be one of several is marked.
  private mutating func matchChanged() {
    let units = units
    let unmatched = (before: before.unmatched, after: after.unmatched)
    // For each row a bit for each unit without which it is like a row of the other side.
    var candidates = (
      before: Array(repeating: UInt64(0), count: before.rows.count),
      after: Array(repeating: UInt64(0), count: after.rows.count)
    )
    for (bit, unit) in units.enumerated() {
      groups(unmatched.before, unmatched.after, without: unit.columns).forEach { first, last in
        guard unit.isLoose || hasPerson(first[0]) else { return }
        for place in first { candidates.before[place] |= 1 << UInt64(bit) }
        for place in last { candidates.after[place] |= 1 << UInt64(bit) }
      }
    }
    for (bit, unit) in units.enumerated() {
      let groups = groups(
        unmatched.before.filter { candidates.before[$0] >> bit & 1 == 1 && before.left[$0] > 0 },
        unmatched.after.filter { candidates.after[$0] >> bit & 1 == 1 && after.left[$0] > 0 },
        without: unit.columns)
      groups.forEach { first, last in
        let hasPerson = self.hasPerson(first[0])
        let isOnlyOne =
          first.allSatisfy { candidates.before[$0].nonzeroBitCount == 1 }
          && last.allSatisfy { candidates.after[$0].nonzeroBitCount == 1 }
        let isSure = isSure(first, last) && (isOnlyOne || hasPerson)
        let match: RowMatch = !isSure ? .oneOfSeveral : hasPerson ? .identifier : .columns
        // What was not known is more likely to have become known than what was known to change.
        let likely = (
          parted(first) { isBlank(unit, before.rows[$0], \.before) },
          parted(last) { !isBlank(unit, after.rows[$0], \.after) }
        )
        take(likely.0, likely.1) { pair, matching in
          matching.changed.append(ChangedPair(pair: pair, match: match))
        }
      }
    }
  }

  /// Rows of one identifier that differ in more: on one day at one place, on one day, or the only
  /// ones of the identifier.
  private mutating func matchByIdentifier() {
    guard let person else { return }
    let kept: [Set<DetainerField>] = [
      [.person, .issued, .week, .facility, .city, .state], [.person, .issued, .week], [.person],
    ]
    let uses = (
      before: uses(before.rows, columns[person].before),
      after: uses(after.rows, columns[person].after)
    )
    for fields in kept {
      let left = columns.indices.filter { !fields.contains(columns[$0].field) }
      let groups = groups(
        before.unmatched.filter { hasPerson($0) },
        after.unmatched.filter { columns[person].after[Int(after.rows[$0])] != 0 }, without: left)
      groups.forEach { first, last in
        let number = columns[person].before[Int(before.rows[first[0]])]
        if fields.count == 1, uses.before[number] != 1 || uses.after[number] != 1 { return }
        let match: RowMatch = isSure(first, last) ? .identifier : .oneOfSeveral
        take(first, last) { pair, matching in
          matching.changed.append(ChangedPair(pair: pair, match: match))
        }
      }
    }
  }

  /// Columns that are left out together, by their places.
  private struct Unit {
    let columns: [Int]
    /// Whether rows may differ in it without an identifier: on another day or at another facility
    /// it is another detainer.
    let isLoose: Bool
  }

  /// The columns that may differ: first what became of the detainer, which is told late;
  /// identifiers never do.
  private var units: [Unit] {
    let fixed: Set<DetainerField> = [.issued, .week, .facility, .city, .state]
    let together: [Set<DetainerField>] = [
      [.liftReason, .lifted], [.county, .countyFIPS], [.crime, .crimeCode],
    ]
    let joined = together.map { fields in
      columns.indices.filter { fields.contains(columns[$0].field) }
    }
    let alone = columns.indices.filter { index in
      index != person && !together.contains { $0.contains(columns[index].field) }
    }
    let units =
      joined.filter { !$0.isEmpty }.map { Unit(columns: $0, isLoose: true) }
      + alone.map { Unit(columns: [$0], isLoose: !fixed.contains(columns[$0].field)) }
    return person == nil ? units.filter(\.isLoose) : units
  }

  // MARK: Rows

  private func hasPerson(_ place: Int) -> Bool {
    person.map { columns[$0].before[Int(before.rows[place])] != 0 } ?? false
  }

  private func isBlank(
    _ unit: Unit, _ row: UInt32, _ side: KeyPath<ComparedColumn, SharedCodes>
  ) -> Bool {
    unit.columns.allSatisfy { columns[$0][keyPath: side][Int(row)] == 0 }
  }

  private func parted(_ places: [Int], _ comesFirst: (Int) -> Bool) -> [Int] {
    places.count < 2 ? places : places.filter(comesFirst) + places.filter { !comesFirst($0) }
  }

  private func uses(_ rows: [UInt32], _ column: SharedCodes) -> [UInt32: Int] {
    var uses: [UInt32: Int] = [:]
    for row in rows { uses[column[Int(row)], default: 0] += 1 }
    return uses
  }

  /// Whether there is one way alone to pair rows: those of one side are all alike, and there are
  /// enough of them.
  private func isSure(_ first: [Int], _ last: [Int]) -> Bool {
    func isOne(_ places: [Int], _ side: Side) -> Bool {
      places.allSatisfy { side.prints[$0] == side.prints[places[0]] }
    }
    func sum(_ places: [Int], _ side: Side) -> Int {
      places.reduce(0) { $0 + Int(side.left[$1]) }
    }
    let sums = (sum(first, before), sum(last, after))
    return sums.0 >= sums.1 && isOne(first, before) || sums.1 >= sums.0 && isOne(last, after)
  }

  /// Pairs rows one after the other until one side has no more.
  private mutating func take(
    _ first: [Int], _ last: [Int], _ keep: (RowPair, inout RowMatching) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < first.count, j < last.count {
      let (a, b) = (first[i], last[j])
      let count = min(before.left[a], after.left[b])
      before.left[a] -= count
      after.left[b] -= count
      if count > 0 {
        keep(
          RowPair(
            before: UInt32(truncatingIfNeeded: a), after: UInt32(truncatingIfNeeded: b),
            count: count), &self)
      }
      if before.left[a] == 0 { i += 1 }
      if after.left[b] == 0 { j += 1 }
    }
  }

  /// Gathers rows that are alike in all columns but some.
  private func groups(
    _ first: some Sequence<Int>, _ last: some Sequence<Int>, without left: [Int]
  ) -> RowGroups {
    let kept = columns.indices.filter { !left.contains($0) }
    func print(
      _ side: Side, _ codes: KeyPath<ComparedColumn, SharedCodes>
    ) -> (Int) -> UInt64 {
      if left.isEmpty { return { side.prints[$0] } }
      let columns = left.map { (number: $0, codes: self.columns[$0][keyPath: codes]) }
      return { place in
        var print = side.prints[place]
        for (number, codes) in columns { print &-= Self.part(number, codes[Int(side.rows[place])]) }
        return print
      }
    }
    return RowGroups(
      (first, last), count: (before.rows.count, after.rows.count),
      print: (print(before, \.before), print(after, \.after)),
      isAlike: (
        { a, b in
          kept.allSatisfy {
            columns[$0].before[Int(before.rows[a])] == columns[$0].before[Int(before.rows[b])]
          }
        },
        { a, b in
          kept.allSatisfy {
            columns[$0].before[Int(before.rows[a])] == columns[$0].after[Int(after.rows[b])]
          }
        }
      ))
  }
}

extension DetainerField {
  /// Whether it dates the issue, without which two rows are never one record by their columns.
  fileprivate var isDate: Bool { self == .issued || self == .week }
}
