import DetainerModel
import Screen
import Text

/// What one release says otherwise than another, counted by a key.
struct ReleasesView: DataView {
  static let command = Command(
    "releases", "gd", "Hold two releases against each other, row by row; again: two others."
  ) { state, _ in state.open(ReleasesView()) }

  /// The keys that tell rows of two releases apart.
  static let keys = GroupKey.inMenus.filter { $0 != .source }

  /// Which two of the releases are held against each other.
  var pair = 0
  var key = GroupKey.state

  // MARK: Words

  func path(_ shown: Shown) -> [String] {
    guard let (before, after) = Self.names(pair, shown) else { return ["Releases"] }
    return ["Releases", before, after, "by \(key.words)"]
  }

  func measureWords(_ shown: Shown) -> String { "detainers" }
  var fileName: String { "diff-by-\(key.fileWords)" }

  func command(_ shown: Shown) -> Equivalent {
    Equivalent(
      Self.names(pair, shown).map {
        ["diff", $0.before, $0.after, "--by", key.rawValue] + Self.query(shown).options
      })
  }

  // MARK: Keys

  var keys: [ViewKey] {
    [
      ViewKey(.open, "rows", help: "Show the rows that differ, one by one.") { state, _ in
        guard case .group(let values) = state.shown.openView?.selected?.identity else { return }
        guard let terms = key.terms(for: values[0]) else {
          return state.say("no term chooses these rows")
        }
        state.openAbove(ReleaseRowsView(pair: pair, value: key.label(of: values[0]), terms: terms))
      },
      ViewKey(CountView.frequency, "count by", help: "Choose what the rows are counted by.") {
        state, _ in
        state.dialog = MenuDialog.countBy(key, among: Self.keys) { state, key in
          state.open(changed { $0.key = key })
        }
      },
      ViewKey(.nextPane, "next key", help: "Count by the next key.") { state, _ in
        state.open(changed { $0.key = Self.keys.element(1, from: key) })
      },
      ViewKey(.previousPane, help: "Count by the key before that.") { state, _ in
        state.open(changed { $0.key = Self.keys.element(-1, from: key) })
      },
      ViewKey(
        Self.command, "others",
        help: "Hold the next two releases that share days against each other."
      ) { state, _ in
        let count = state.shown.dataset.releasePairs.count
        guard count > 1 else { return state.say("there are no two others that share days") }
        state.open(changed { $0.pair = (pair + 1) % count })
      },
      .says(.measure) {
        "detainers are counted; \($0.key(CountView.frequency)) changes what they are counted by"
      },
      .says(.sort, "what differs most comes first"),
      .says(.reverse, "what differs most comes first"),
    ]
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination { .nowhere("") }

  // MARK: What is compared

  /// The names of two releases that share days.
  static func names(_ pair: Int, _ shown: Shown) -> (before: String, after: String)? {
    let pairs = shown.dataset.releasePairs
    return pairs.isEmpty ? nil : pairs[pair % pairs.count]
  }

  /// What is asked of both: no release is chosen by a term on sources.
  static func query(_ shown: Shown) -> Query {
    shown.query.with(Filter(terms: shown.query.filter.terms.filter { $0.field != .source }))
  }

  /// Holds two releases against each other; nil where no two share days.
  static func diff(_ pair: Int, _ shown: Shown) -> ReleaseDiff? {
    guard let names = names(pair, shown) else { return nil }
    func side(_ name: String) throws(DiffError) -> ReleaseSide {
      try ReleaseSide(shown.dataset, sources: [name], name: name)
    }
    return try? ReleaseDiff(side(names.before), side(names.after))
  }

  /// What is said where no two releases share days.
  static let alone = Table(
    empty: "No two releases here cover the same days – open two: ddor RELEASE RELEASE.")

  func table(_ shown: Shown) -> Table {
    guard let diff = Self.diff(pair, shown),
      let groups = try? diff.groups(by: [key], Self.query(shown)),
      let rows = try? diff.rows(Self.query(shown))
    else { return Self.alone }
    var table = Table(
      empty:
        "Neither release has a detainer under this filter – \(shown.key(.escape)) clears it, \(shown.key(.declined)) shows all outcomes."
    )
    table.listing = diff.listing(groups, keys: [key])
    table.coverage = diff.daysWords
    table.note = rows.isEmpty ? "Both say the same." : diff.matchWords(rows)
    table.columns = [
      .init(title: key.words, kind: .text), .init(title: "before", rank: 3),
      .init(title: "after", rank: 4), .init(title: "new"), .init(title: "gone"),
      .init(title: "changed"), .init(title: "in", rank: 1), .init(title: "out", rank: 2),
      .init(title: "", kind: .bar, rank: 5),
    ]
    let largest = groups.map(\.count.different).max() ?? 0
    table.rows = groups.map { group in
      Table.Row(
        identity: .group(group.keys), cells: [key.label(of: group.keys[0])] + cells(group.count),
        part: largest > 0 ? Double(group.count.different) / Double(largest) : 0,
        style: group.count.different == 0 || group.keys[0].isUnknown ? .dim : .normal)
    }
    let counts = groups.map(\.count)
    table.total =
      groups.isEmpty
      ? [] : ["Total"] + cells(counts.reduce(into: DiffCount()) { $0 += $1 })
    if counts.allSatisfy({ $0.movedIn == 0 && $0.movedOut == 0 }) { table.removeColumns([6, 7]) }
    return table
  }

  private func cells(_ count: DiffCount) -> [String] {
    [
      grouped(count.before), grouped(count.after), blank(count.new), blank(count.gone),
      blank(count.changed), blank(count.movedIn), blank(count.movedOut), "",
    ]
  }

  /// A count in which a blank is none at all.
  private func blank(_ count: Int) -> String { count == 0 ? "" : grouped(count) }
}
