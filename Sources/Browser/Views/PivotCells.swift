import DetainerModel
import Screen
import Text

extension PivotView {
  /// The counts of every pair of values.
  struct Cells {
    let view: PivotView
    let groups: [Group]
    /// The values down and across, the largest first.
    let rows: [KeyValue]
    let columns: [KeyValue]
    private var sums: [[KeyValue?]: Sums] = [:]

    /// What some groups add up to; nil where no source says.
    private struct Sums {
      var declined: Int?
      var issued: Int?
      var resolved: Int?
      var hasShares = true

      mutating func add(_ group: Group) {
        add(
          Sums(
            declined: group.declined, issued: group.issued, resolved: group.resolved,
            hasShares: !group.includesPublished && !group.isByLiftDate))
      }

      mutating func add(_ other: Sums) {
        func sum(_ a: Int?, _ b: Int?) -> Int? { a == nil && b == nil ? nil : (a ?? 0) + (b ?? 0) }
        declined = sum(declined, other.declined)
        issued = sum(issued, other.issued)
        resolved = sum(resolved, other.resolved)
        hasShares = hasShares && other.hasShares
      }
    }

    init?(_ view: PivotView, _ state: BrowserState) throws(SourceOverlap) {
      let keys = [view.rows, view.columns]
      guard let counted = try view.counts.selection(state)?.groups(by: keys) else { return nil }
      self.view = view
      groups =
        counted.ordered(
          by: view.counts.isByName ? .key(0) : .measure(.declined, minimum: 0), keys: keys)
      var sums: [[KeyValue?]: Sums] = [:]
      for group in groups {
        let (row, column) = (group.keys[0], group.keys[1])
        for cell in [[row, column], [row, nil], [nil, column], [nil, nil]] {
          sums[cell, default: Sums()].add(group)
        }
      }
      self.sums = sums
      rows = Self.ordered(
        groups.map { $0.keys[0] }, isByName: view.counts.isByName || view.rows.isTime,
        isReversed: view.counts.isReversed, key: view.rows
      ) { sums[[$0, nil]]?.declined ?? 0 }
      columns = Self.ordered(
        groups.map { $0.keys[1] }, isByName: view.columns.isTime, isReversed: false,
        key: view.columns
      ) { sums[[nil, $0]]?.declined ?? 0 }
    }

    /// The values once each, by count or by name, what is not known last.
    private static func ordered(
      _ values: [KeyValue], isByName: Bool, isReversed: Bool, key: GroupKey,
      count: (KeyValue) -> Int
    ) -> [KeyValue] {
      var seen: Set<KeyValue> = []
      let unique = values.filter { seen.insert($0).inserted }
      func last(_ value: KeyValue) -> Int { value.isRemainder ? 2 : value.isUnknown ? 1 : 0 }
      return unique.map { (value: $0, text: key.label(of: $0), count: count($0)) }
        .sorted { a, b in
          if last(a.value) != last(b.value) { return last(a.value) < last(b.value) }
          if !isByName, a.count != b.count { return (a.count > b.count) != isReversed }
          return (a.text < b.text) != (key.isTime != isReversed)
        }.map(\.value)
    }

    /// The title of a column: the beginning of a long name.
    func title(_ value: KeyValue, of key: GroupKey) -> String {
      TextWidth.clip(key.label(of: value), to: 14)
    }

    /// How many columns there is room for beside name, total and the rest.
    func fitting(_ width: Int) -> Int {
      let names = rows.map { TextWidth.of(view.rows.label(of: $0)) }.max() ?? 0
      var room = width - 2 - min(names, max(14, (width - 2) / 3)) - 9
      for (index, value) in columns.enumerated() {
        let texts = rows.prefix(200).map { TextWidth.of(text([$0, value])) }
        let needed = max(
          texts.max() ?? 0, TextWidth.of(text([nil, value])),
          TextWidth.of(title(value, of: view.columns)))
        room -= needed + 2
        // The rest takes a column, too, unless there is none.
        if room < (index + 1 < columns.count ? 11 : 0) { return max(index, width >= 40 ? 1 : 0) }
      }
      return columns.count
    }

    /// The total of a row, its cells, and what its other columns add up to.
    func texts(row: KeyValue?, shown: Int) -> [String] {
      var texts = [text([row, nil])] + columns.prefix(shown).map { text([row, $0]) }
      if shown < columns.count {
        let others = columns.dropFirst(shown).compactMap { sums[[row, $0]] }
        let rest = others.reduce(into: Sums()) { $0.add($1) }
        // A part of a column is no share of one.
        let isBlank = others.isEmpty || view.measure == .ofColumn
        texts.append(isBlank ? "" : text(rest, row: row, column: nil))
      }
      return texts
    }

    private func text(_ cell: [KeyValue?]) -> String {
      sums[cell].map { text($0, row: cell[0], column: cell[1]) } ?? ""
    }

    private func text(_ sum: Sums, row: KeyValue?, column: KeyValue?) -> String {
      func share(of whole: Int?, minimum: Int = 1) -> String {
        guard let declined = sum.declined, let whole, whole >= max(1, minimum) else { return "–" }
        return percent(declined, of: whole)
      }
      let minimum = view.counts.minimum
      return switch view.measure {
      case .declined: grouped(sum.declined)
      case .ofRow: share(of: sums[[row, nil]]?.declined)
      case .ofColumn: share(of: sums[[nil, column]]?.declined)
      case .ofIssued: sum.hasShares ? share(of: sum.issued, minimum: minimum) : "–"
      case .ofResolved: sum.hasShares ? share(of: sum.resolved, minimum: minimum) : "–"
      }
    }
  }
}
