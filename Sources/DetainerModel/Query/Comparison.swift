/// The counts that are compared; shares never are.
public enum ComparedCount: String, CaseIterable, Hashable, Sendable {
  case declined, issued, resolved

  /// The measure that counts it.
  package var measure: Measure {
    switch self {
    case .declined: .declined
    case .issued: .issued
    case .resolved: .resolved
    }
  }
}

/// How a count changed from one selection to another.
public enum Change: String, CaseIterable, Hashable, Sendable {
  /// There are some after, and there were none before.
  case new
  /// There were some before, and there are none after.
  case gone
  case up, down, same
  /// The counts may or may not be alike.
  case unknown

  /// How a count changed, as far as what is known of both sides tells (rule 6 of what is not known).
  public init(from before: Known, to after: Known) {
    self =
      if before.isExact, before == after {
        .same
      } else if before == .zero, after.least > 0 {
        .new
      } else if after == .zero, before.least > 0 {
        .gone
      } else if before.meets(after) {
        .unknown
      } else {
        before.least < after.least ? .up : .down
      }
  }

  /// The word for it on screen.
  public var words: String { self == .unknown ? "not known" : rawValue }

  /// What it says of two counts, in a sentence.
  public var meaning: String {
    switch self {
    case .new: "In a comparison: some after, and exactly 0 before."
    case .gone: "In a comparison: some before, and exactly 0 after."
    case .up: "In a comparison: more after, whatever is not known."
    case .down: "In a comparison: fewer after, whatever is not known."
    case .same: "In a comparison: exactly as many."
    case .unknown: "In a comparison: what is known leaves more than one of these open."
    }
  }

  /// The sign that stands beside the word, so that colour alone never carries it.
  public var glyph: String {
    switch self {
    case .new: "+"
    case .gone: "×"
    case .up: "↑"
    case .down: "↓"
    case .same: "="
    case .unknown: "?"
    }
  }
}

/// One group held in two selections.
public struct ComparisonRow: Hashable, Sendable {
  /// The values of the keys.
  public let keys: [KeyValue]
  /// What is known of the count before.
  public let before: Known
  /// What is known of the count after.
  public let after: Known
  /// Why the count before is not known, where Section I is asked.
  public let gapBefore: SectionOneGap?
  /// Why the count after is not known, where Section I is asked.
  public let gapAfter: SectionOneGap?

  /// Holds two counts of one group.
  public init(
    keys: [KeyValue], before: Known, after: Known, gapBefore: SectionOneGap? = nil,
    gapAfter: SectionOneGap? = nil
  ) {
    self.keys = keys
    self.before = before
    self.after = after
    self.gapBefore = gapBefore
    self.gapAfter = gapAfter
  }

  /// Whether the row stands for what is of no place: both numbers are told, and no change of them,
  /// because it is not of the same places.
  public var isRemainder: Bool {
    keys.contains { $0.isRemainder || $0.isNotAttributable }
  }

  /// By how much the count changed, where both counts are known.
  public var difference: Int? { isRemainder ? nil : (after - before).exact }

  /// By how much the count changed at the least, up or down.
  public var distance: Int {
    guard !isRemainder else { return 0 }
    let difference = after - before
    let up = max(0, difference.least ?? 0)
    let down = min(0, difference.most ?? 0)
    return max(up, down == .min ? .max : -down)
  }

  /// How the count changed; nil for what is of no place.
  public var change: Change? { isRemainder ? nil : Change(from: before, to: after) }
}

extension Selection {
  /// Holds the groups of this selection against those of a later one: what changed most comes
  /// first, what is not known or not itemised last.
  ///
  /// A group that one side does not name has there what the side's reports allow. Issued is counted
  /// whatever the outcome: most of those issued to were not declined.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources of one side cover one week.
  public func compared(
    with last: Selection, by keys: [GroupKey], measure count: ComparedCount = .declined
  ) throws(SourceOverlap) -> [ComparisonRow] {
    guard count != .issued || !(hasOutcomeTerm || last.hasOutcomeTerm) else {
      // Terms that held before hold without their neighbours.
      guard let first = try? Selection(query.withoutOutcome, in: dataset),
        let second = try? Selection(last.query.withoutOutcome, in: last.dataset)
      else { return [] }
      return try first.compared(with: second, by: keys, measure: count)
    }
    let before = try ComparisonSide(self, by: keys, count.measure)
    let after = try ComparisonSide(last, by: keys, count.measure)
    // The order of groups keeps what is unknown last and the rest by name.
    var seen: Set<[KeyValue]> = []
    let ordered = (after.groups + before.groups).filter { seen.insert($0.keys).inserted }
      .ordered(by: .key(0), keys: keys)
    let rows = ordered.compactMap { group -> ComparisonRow? in
      let (a, b) = (before.known(group.keys), after.known(group.keys))
      guard passesGroupSize(a) || last.passesGroupSize(b) else { return nil }
      return ComparisonRow(
        keys: group.keys, before: a, after: b, gapBefore: before.gap(group.keys),
        gapAfter: after.gap(group.keys))
    }
    func place(_ row: ComparisonRow) -> Int {
      if row.keys.contains(where: \.isRemainder) { return 3 }
      return row.keys.contains(where: \.isUnknown) ? 2 : row.change == .unknown ? 1 : 0
    }
    return rows.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if place(x) != place(y) { return place(x) < place(y) }
      return x.distance == y.distance ? a.offset < b.offset : x.distance > y.distance
    }.map(\.element)
  }

  /// What is known of all declined detainers of the selection, with each remainder once.
  public var declinedTotal: Known { declinedTotal { _ in true } }

  /// What is known of the declined of those reports for which a test holds; one that is not shown,
  /// because it states and lists none, may have some all the same.
  func declinedTotal(where holds: (Report) -> Bool) -> Known {
    let known = knownDeclined(by: Report.keys)
    return chosenReports.map { dataset.table.reports[$0] }.filter(holds)
      .reduce(.zero) { $0 + known($1.key) }
  }

  /// What is known of all detainers of the selection that a count counts; of Section I, where ranks
  /// are of other places on either side, nothing.
  public func total(of count: ComparedCount) -> Known {
    guard count != .declined else { return declinedTotal }
    let reports = chosenReports.map { dataset.table.reports[$0] }
    guard reports.allSatisfy({ $0.kind == .built }) else { return .unknown }
    let groups = uncheckedGroups(by: [.source])
    return groups.reduce(.zero) { sum, group in
      sum + (count == .issued ? Known(group.issued ?? 0) : group.knownResolved ?? .zero)
    }
  }

  /// `compare` with an earlier selection: the keys, both counts with the most that they can be and the days that they cover,
  /// by how much they differ, and the word for it; a jurisdiction takes the columns of its state and
  /// county.
  public func comparisonListing(
    _ rows: [ComparisonRow], with earlier: Selection, keys: [GroupKey],
    days: (before: CoveredDays, after: CoveredDays)
  ) -> Listing {
    let withState = !keys.contains(.state)
    return Listing(
      columns: keys.flatMap { key -> [Listing.Column] in
        key == .jurisdiction ? [.init("state"), .init("county")] : [.init(key.rawValue)]
      } + [
        .init("before", .integer), .init("before_most", .integer), .init("before_days", .integer),
        .init("after", .integer), .init("after_most", .integer), .init("after_days", .integer),
        .init("change", .integer), .init("status"),
      ],
      rowCount: rows.count
    ) { index in
      let row = rows[index]
      return zip(keys, row.keys).flatMap { key, value -> [Value] in
        guard key == .jurisdiction else { return [Value(value.text(withState: withState))] }
        return [Value(value.state), Value(value.text(withState: false))]
      } + [
        Value(row.before.number), Value(row.before.most), .integer(days.before.covered),
        Value(row.after.number), Value(row.after.most), .integer(days.after.covered),
        Value(row.difference), Value(row.change?.rawValue ?? ""),
      ]
    }.named("compare", from: earlier, self).measuring(query.measure.title, by: keys)
  }
}
