/// A row of the list of jurisdictions: a place, or what is not itemised, counted over the
/// selection.
public struct JurisdictionRow: Hashable, Sendable {
  /// Who the row is about, the same in every week and under every filter.
  public enum Identity: Hashable, Sendable {
    /// A county, another named place, or the unlocated of a state.
    case place(Jurisdiction)
    /// What is stated of a state, or of the nation when it is empty, beyond its parts.
    case notItemised(state: String)
  }

  /// Who the row is about.
  public let identity: Identity
  /// What was counted.
  public let group: Group
  /// How many corrections name the place in the weeks selected.
  public let corrections: Int

  /// The place; for a remainder only its state is known.
  public var jurisdiction: Jurisdiction {
    switch identity {
    case .place(let place): place
    case .notItemised(let state): Jurisdiction(state: state, county: "", fips: "")
    }
  }

  /// The county as it is shown: its name, `(not itemised)`, or nothing.
  public var county: String {
    switch identity {
    case .place(let place): place.county
    case .notItemised: KeyValue.notItemisedText
    }
  }

  /// The row in words: `TX Travis County`, `NY (not itemised)`, `TX (unlocated)`.
  public var name: String {
    switch identity {
    case .place(let place): place.name
    case .notItemised(let state): KeyValue.notItemised(state: state).name
    }
  }

  /// Whether the row stands for what is not itemised.
  public var isRemainder: Bool {
    if case .notItemised = identity { return true }
    return false
  }
}

/// What the list of jurisdictions can be ordered by.
public enum JurisdictionOrder: String, CaseIterable, Hashable, Sendable {
  case declined, issued, resolved, listed, state, county, corrections
}

extension Selection {
  /// The jurisdictions of the selection: by declined and issued, both down, unless another order is
  /// asked for.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week.
  public func jurisdictions(
    by order: JurisdictionOrder = .declined, isReversed: Bool = false
  ) throws(SourceOverlap) -> [JurisdictionRow] {
    let periods = Set(chosenReports.map { dataset.table.reports[$0].period })
    var corrections: [String: Int] = [:]
    for correction in dataset.corrections
    where correction.weeks.known.contains(where: periods.contains) {
      for fips in Set(correction.fips) { corrections[fips, default: 0] += 1 }
    }
    let groupOrder: GroupOrder =
      switch order {
      case .declined, .county, .corrections: .measure(.declined, minimum: 0)
      case .issued: .measure(.issued, minimum: 0)
      case .resolved: .measure(.resolved, minimum: 0)
      case .listed: .listed
      case .state: .key(0)
      }
    let rows = try groups(by: [.jurisdiction])
      .ordered(by: groupOrder, keys: [.jurisdiction], isReversed: isReversed)
      .map { group -> JurisdictionRow in
        switch group.keys[0] {
        case .jurisdiction(let place):
          JurisdictionRow(
            identity: .place(place), group: group,
            corrections: place.isNotAttributable
              ? dataset.corrections(of: place, in: periods).count : corrections[place.fips] ?? 0)
        case .notItemised(let state):
          JurisdictionRow(identity: .notItemised(state: state), group: group, corrections: 0)
        default:
          JurisdictionRow(identity: .place(.none), group: group, corrections: 0)
        }
      }
    let last: (JurisdictionRow) -> Int = { $0.isRemainder ? 2 : $0.jurisdiction.isNamed ? 0 : 1 }
    switch order {
    case .county:
      return rows.enumerated().sorted { a, b in
        let (x, y) = (a.element, b.element)
        if last(x) != last(y) { return last(x) < last(y) }
        let (first, second) = ([x.county, x.jurisdiction.state], [y.county, y.jurisdiction.state])
        return first == second
          ? a.offset < b.offset : first.lexicographicallyPrecedes(second) != isReversed
      }.map(\.element)
    case .corrections:
      return rows.enumerated().sorted { a, b in
        let (x, y) = (a.element, b.element)
        if last(x) != last(y) { return last(x) < last(y) }
        return x.corrections == y.corrections
          ? a.offset < b.offset : (x.corrections > y.corrections) != isReversed
      }.map(\.element)
    default:
      return rows
    }
  }
}
