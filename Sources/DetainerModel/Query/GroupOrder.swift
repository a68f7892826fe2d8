/// The order of groups.
public enum GroupOrder: Hashable, Sendable {
  /// By a measure, largest first; shares of groups below the minimum come after the others.
  case measure(Measure, minimum: Int)
  /// By one of the keys, A to Z and newest first.
  case key(Int)
  /// By the rows at hand, most first.
  case listed
}

extension [Group] {
  /// The groups in order; what is not known or not itemised always comes last.
  public func ordered(
    by order: GroupOrder, keys: [GroupKey], isReversed: Bool = false
  ) -> [Group] {
    let ranks = keys.indices.map { self.ranks(ofKey: $0, keys[$0]) }
    let names = combined(ranks)
    var places = indices.map { index -> Place in
      let group = self[index]
      func value(_ measure: Measure) -> Double { measure.value(of: group) ?? -1 }
      let first: Double =
        switch order {
        case .measure(let measure, _): -value(measure)
        case .listed: -Double(group.listed)
        case .key(let key):
          keys[key].isTime ? -Double(ranks[key][index]) : Double(ranks[key][index])
        }
      return Place(
        last: Self.rankOfUnknown(group) * 3 + Self.rankOfUnranked(group, by: order),
        first: isReversed ? -first : first, declined: -value(.declined),
        certainty: group.known.certainty, issued: -value(.issued),
        name: names[index], index: index)
    }
    places.sort { $0.comes(before: $1) }
    return places.map { self[$0.index] }
  }

  /// Where a group belongs: numbers alone, so that hundreds of thousands are sorted in no time.
  private struct Place {
    let last: Int
    let first: Double
    let declined: Double
    let certainty: Int
    let issued: Double
    let name: UInt32
    let index: Int

    func comes(before other: Place) -> Bool {
      if last != other.last { return last < other.last }
      if first != other.first { return first < other.first }
      if declined != other.declined { return declined < other.declined }
      if certainty != other.certainty { return certainty < other.certainty }
      if issued != other.issued { return issued < other.issued }
      return name == other.name ? index < other.index : name < other.name
    }
  }

  /// The place of each group's value of a key among all values by their texts.
  private func ranks(ofKey key: Int, _ name: GroupKey) -> [UInt32] {
    let values = Set(map { $0.keys[key] }).map { (value: $0, text: Self.text($0, of: name)) }
      .sorted { $0.text.lexicographicallyPrecedes($1.text) }
    var rankOfValue: [KeyValue: UInt32] = [:]
    var rank: UInt32 = 0
    for index in values.indices {
      if index > 0, values[index].text != values[index - 1].text { rank += 1 }
      rankOfValue[values[index].value] = rank
    }
    return map { rankOfValue[$0.keys[key]] ?? 0 }
  }

  /// The place of each group by the ranks of its keys, the first key first.
  private func combined(_ ranks: [[UInt32]]) -> [UInt32] {
    var names = ranks.first ?? [UInt32](repeating: 0, count: count)
    for next in ranks.dropFirst() {
      let pairs = zip(names, next).map { UInt64($0) << 32 | UInt64($1) }
      var rankOfPair: [UInt64: UInt32] = [:]
      for pair in Set(pairs).sorted() { rankOfPair[pair] = UInt32(rankOfPair.count) }
      names = pairs.map { rankOfPair[$0] ?? 0 }
    }
    return names
  }

  private static func rankOfUnknown(_ group: Group) -> Int {
    group.keys.contains(where: \.isRemainder)
      ? 2 : group.keys.contains(where: \.isUnknown) ? 1 : 0
  }

  /// Groups too small for a share, and then those without a value, come last either way round.
  private static func rankOfUnranked(_ group: Group, by order: GroupOrder) -> Int {
    guard case .measure(let measure, let minimum) = order else { return 0 }
    if measure.value(of: group) == nil { return 2 }
    return measure.isRanked(group, minimum: minimum) ? 0 : 1
  }

  private static func text(_ value: KeyValue, of key: GroupKey) -> [String] {
    switch value {
    case .jurisdiction(let place):
      key == .jurisdiction ? [place.state, place.county] : [place.county, place.state]
    case .facility(let facility): [facility.name, facility.city, facility.state]
    case .city(let name, let state): [name, state]
    case .text(let text): [text]
    case .notItemised(let state): [state]
    }
  }
}
