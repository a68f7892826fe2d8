/// Rows of two sides gathered by what they have in common, without the rows that only the side after
/// has.
///
/// Rows are found by a 64-bit print of what is compared, and then compared: two rows are never
/// taken to be alike because of their prints.
struct RowGroups {
  /// Some rows of one side, each with the one behind it.
  private struct Chains {
    var first: [UInt32] = []
    var last: [UInt32] = []
    var next: [UInt32]

    mutating func begin() {
      first.append(RowPair.none)
      last.append(RowPair.none)
    }

    mutating func append(_ place: Int, to group: Int) {
      let number = UInt32(truncatingIfNeeded: place)
      if last[group] == RowPair.none {
        first[group] = number
      } else {
        next[Int(last[group])] = number
      }
      last[group] = number
    }
  }

  private var before: Chains
  private var after: Chains

  /// Gathers rows by their places in the lists of either side.
  /// - Parameters:
  ///   - sides: the places that are looked at, in order.
  ///   - count: how many places there are on either side.
  ///   - print: the print of a row of either side.
  ///   - isAlike: compares a row of the side before with one of either side.
  init(
    _ sides: (before: some Sequence<Int>, after: some Sequence<Int>),
    count: (before: Int, after: Int),
    print: (before: (Int) -> UInt64, after: (Int) -> UInt64),
    isAlike: (before: (Int, Int) -> Bool, after: (Int, Int) -> Bool)
  ) {
    var before = Chains(next: Array(repeating: RowPair.none, count: count.before))
    var after = Chains(next: Array(repeating: RowPair.none, count: count.after))
    var prints: [UInt64] = []
    var table = HashTable<UInt32>(capacity: 1024)
    for place in sides.before {
      let own = print.before(place)
      let known = table.first(own) {
        prints[Int($0)] == own && isAlike.before(Int(before.first[Int($0)]), place)
      }
      let group = known.map { Int($0) } ?? prints.count
      if known == nil {
        prints.append(own)
        before.begin()
        table.insert(UInt32(truncatingIfNeeded: group)) { prints[Int($0)] }
      }
      before.append(place, to: group)
    }
    after.first = Array(repeating: RowPair.none, count: prints.count)
    after.last = after.first
    for place in sides.after {
      let own = print.after(place)
      let known = table.first(own) {
        prints[Int($0)] == own && isAlike.after(Int(before.first[Int($0)]), place)
      }
      if let known { after.append(place, to: Int(known)) }
    }
    self.before = before
    self.after = after
  }

  /// Calls the body with the rows of each group that both sides have, in their order.
  func forEach(_ body: (_ before: [Int], _ after: [Int]) -> Void) {
    var (first, last): ([Int], [Int]) = ([], [])
    for group in before.first.indices where after.first[group] != RowPair.none {
      first.removeAll(keepingCapacity: true)
      last.removeAll(keepingCapacity: true)
      var place = before.first[group]
      while place != RowPair.none {
        first.append(Int(place))
        place = before.next[Int(place)]
      }
      place = after.first[group]
      while place != RowPair.none {
        last.append(Int(place))
        place = after.next[Int(place)]
      }
      body(first, last)
    }
  }
}
