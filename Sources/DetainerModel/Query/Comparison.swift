/// How a count changed from one selection to another.
public enum Change: String, CaseIterable, Hashable, Sendable {
  /// There is a count after, and none or 0 before.
  case new
  /// There is a count before, and none or 0 after.
  case gone
  case up, down, same

  /// The sign that stands beside the word, so that colour alone never carries it.
  public var glyph: String {
    switch self {
    case .new: "+"
    case .gone: "×"
    case .up: "↑"
    case .down: "↓"
    case .same: "="
    }
  }
}

/// One group held in two selections.
public struct ComparisonRow: Hashable, Sendable {
  /// The values of the keys.
  public let keys: [KeyValue]
  /// The count before; nil where no source says.
  public let before: Int?
  /// The count after; nil where no source says.
  public let after: Int?

  /// Whether both sides are known: a rank of Section I whose count is missing is listed, and yet
  /// nobody can say how it changed.
  public let isKnown: Bool

  /// Holds two counts of one group.
  public init(keys: [KeyValue], before: Int?, after: Int?, isKnown: Bool = true) {
    self.keys = keys
    self.before = before
    self.after = after
    self.isKnown = isKnown
  }

  /// By how much the count changed, where it is known; what is not listed counts as nothing.
  public var difference: Int? { isKnown ? (after ?? 0) - (before ?? 0) : nil }

  /// How the count changed, where it is known.
  public var change: Change? {
    guard isKnown else { return nil }
    return switch (before ?? 0, after ?? 0) {
    case (let before, let after) where before == after: .same
    case (0, _): .new
    case (_, 0): .gone
    case (let before, let after): before < after ? .up : .down
    }
  }
}

extension Selection {
  /// Holds the groups of this selection against those of a later one: what changed most comes
  /// first, what is not known or not itemised last.
  ///
  /// Groups that neither side counts are left out.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources of one side cover one week.
  public func compared(
    with last: Selection, by keys: [GroupKey], measure: Measure = .declined
  ) throws(SourceOverlap) -> [ComparisonRow] {
    // A group that is too small on one side is still there.
    let before = try withAllGroupSizes.groups(by: keys)
    let after = try last.withAllGroupSizes.groups(by: keys)
    func counts(_ groups: [Group]) -> [[KeyValue]: Int] {
      Dictionary(
        groups.compactMap { group in
          measure.value(of: group).map { (group.keys, Int($0)) }
        }, uniquingKeysWith: { first, _ in first })
    }
    let (earlier, later) = (counts(before), counts(after))
    // The order of groups keeps what is unknown last and the rest by name.
    var seen: Set<[KeyValue]> = []
    let ordered = (after + before).filter { seen.insert($0.keys).inserted }
      .ordered(by: .key(0), keys: keys)
    let missing =
      measure == .issued && keys == [.jurisdiction]
      ? ranksWithoutCount.union(last.ranksWithoutCount) : []
    let rows = ordered.compactMap { group -> ComparisonRow? in
      let (a, b) = (earlier[group.keys], later[group.keys])
      let isMissing = missing.contains(group.keys)
      guard a != nil || b != nil || isMissing, passesGroupSize(a) || last.passesGroupSize(b)
      else { return nil }
      // What errata took from places in one report is not what they took in another.
      let isKnown = !isMissing && !group.keys.contains(where: \.isNotAttributable)
      return ComparisonRow(keys: group.keys, before: a, after: b, isKnown: isKnown)
    }
    func place(_ row: ComparisonRow) -> Int {
      if row.keys.contains(where: \.isRemainder) { return 3 }
      return row.keys.contains(where: \.isUnknown) ? 2 : row.isKnown ? 0 : 1
    }
    return rows.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if place(x) != place(y) { return place(x) < place(y) }
      let (first, second) = (abs(x.difference ?? 0), abs(y.difference ?? 0))
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
  }

  /// The jurisdictions that Section I of a chosen report ranks without a count that is known.
  private var ranksWithoutCount: Set<[KeyValue]> {
    let ranks = chosenReports.flatMap { dataset.ranks(in: dataset.table.reports[$0]) }
    return Set(ranks.filter { $0.issued == nil }.map { [.jurisdiction($0.jurisdiction)] })
  }

  /// `compare`: the keys, both counts, by how much they differ, and the word for it; a jurisdiction
  /// takes the columns of its state and county.
  public func comparisonListing(_ rows: [ComparisonRow], keys: [GroupKey]) -> Listing {
    let withState = !keys.contains(.state)
    return Listing(
      columns: keys.flatMap { key -> [Listing.Column] in
        key == .jurisdiction ? [.init("state"), .init("county")] : [.init(key.rawValue)]
      } + [
        .init("before", .integer), .init("after", .integer), .init("change", .integer),
        .init("status"),
      ],
      rowCount: rows.count
    ) { index in
      let row = rows[index]
      return zip(keys, row.keys).flatMap { key, value -> [Value] in
        guard key == .jurisdiction else { return [Value(value.text(withState: withState))] }
        return [Value(value.state), Value(value.text(withState: false))]
      } + [
        Value(row.before), Value(row.after), Value(row.difference),
        Value(row.change?.rawValue ?? ""),
      ]
    }
  }
}
