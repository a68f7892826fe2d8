import DetainerModel
import Screen
import Text

/// Counts by one key.
extension CountView {
  func frequencyTable(_ selection: Selection) throws(SourceOverlap) -> Table {
    let order: GroupOrder = isByName ? .key(0) : .measure(measure.rank, minimum: minimum)
    let selection = selection.taking(in: [rows])
    let groups = try selection.groups(by: [rows])
      .ordered(by: order, keys: [rows], isReversed: isReversed)
    var table = Table()
    table.listing = selection.countListing(groups, keys: [rows])
    guard !groups.isEmpty else { return table }
    table.coverage = selection.coverageWords
    let hidden = try selection.hiddenGroups(by: [rows], but: groups)
    let keepsApart = rows == .week || rows == .source
    let sums = Sums(groups + hidden, keepsApart: keepsApart)
    // The most of several groups takes a remainder once, and so is that of the whole selection.
    let whole = selection.declinedTotal
    let isSectionOne = !selection.hasBuiltReport && !rows.isTime && rows != .source
    table.columns = columnTitles(isOfAll: whole.isExact, isSectionOne: isSectionOne)
    // By a place Section I is what each row says; by a state it is a sum of ranks.
    func issued(_ group: Group) -> String {
      guard isSectionOne, rows != .jurisdiction, let issued = group.issued else {
        return grouped(group.issued)
      }
      let state = rows == .state ? group.keys[0].text(withState: false) : nil
      return selection.knownInSectionOne(issued, state: state).text
    }
    let largest = groups.compactMap { measure.rank.value(of: $0) }.max() ?? 0
    var running = Known.zero
    table.rows = groups.map { group in
      running += group.known
      let value = measure.rank.value(of: group)
      let isRanked = measure.rank.isRanked(group, minimum: minimum)
      return Table.Row(
        identity: .group(group.keys),
        cells: cells(group, running, of: sums.declined, whole, issued: issued),
        part: largest > 0 && isRanked ? (value ?? 0) / largest : 0,
        style: group.keys[0].isUnknown || !isRanked ? .dim : .normal)
    }
    if !hidden.isEmpty {
      // Without them the issued of the groups in sight would not add up to the total.
      let rest = Sums(hidden, keepsApart: keepsApart)
      table.rows.append(
        Table.Row(
          identity: .hiddenGroups,
          cells: [
            "(\(grouped(hidden.count)) hidden)",
            hidden.allSatisfy(\.known.isExact) ? grouped(rest.declined) : "?",
          ]
            + (measure.share.map { [grouped(rest.shareBase?.total($0)), "–", ""] }
              ?? ["", "", "", grouped(rest.issued), text(rest.resolved)]),
          style: .dim))
    }
    guard let share = measure.share else {
      table.total = [
        "Total", whole.least == sums.declined ?? 0 ? whole.text : grouped(sums.declined),
        // What Section I ranks is not a total of what was issued (rule 7 of what is not known).
        whole.isUnknown ? "" : "100.0 %", "", "", isSectionOne ? "" : grouped(sums.issued),
        text(sums.resolved),
      ]
      return table
    }
    table.total = ["Total"] + Self.shareCells(sums.shareBase, share, of: whole) + [""]
    table.note = selection.shareWords
    return table
  }

  /// The titles; a share is of all that was declined where that is known.
  private func columnTitles(isOfAll: Bool, isSectionOne: Bool) -> [Table.Column] {
    let first = Table.Column(title: rows.words, kind: .text)
    guard let share = measure.share else {
      return [
        first, .init(title: "declined"),
        .init(title: isOfAll ? "share" : "of named", rank: 1),
        .init(title: "cumulative", rank: 3), .init(title: "", kind: .bar, rank: 2),
        .init(title: isSectionOne ? "Section I" : "issued", rank: 4),
        .init(title: "resolved", rank: 5),
      ]
    }
    return [
      first, .init(title: "declined", rank: 2),
      .init(title: share == .shareOfIssued ? "issued" : "resolved", rank: 1),
      .init(title: measure.rawValue), .init(title: "", kind: .bar, rank: 3),
    ]
  }

  /// The cells of a row; a share of what is at least so many is at least so large.
  private func cells(
    _ group: Group, _ running: Known, of named: Int?, _ whole: Known, issued: (Group) -> String
  ) -> [String] {
    func share(_ part: Known) -> String {
      guard group.declined != nil, let named, named > 0 else { return "" }
      let isLeast = whole.isExact && !part.isExact && part.least < named
      return isLeast ? Self.atLeast(part.least, of: named) : percent(part.least, of: named)
    }
    let name = rows.label(of: group)
    if let share = measure.share {
      return [name] + Self.shareCells(group.shareBase, share, of: group.known) + [""]
    }
    return [
      name, group.known.text, share(group.known), share(running), "", issued(group),
      text(group.knownResolved),
    ]
  }

  /// A share that is at least so large; of next to nothing no more than that it is some.
  private static func atLeast(_ part: Int, of whole: Int) -> String {
    let share = percent(part, of: whole)
    return share.hasPrefix("<") ? "> 0 %" : "≥ " + share
  }

  /// A count of which a source may not speak.
  private func text(_ count: Known?) -> String { count?.text ?? "–" }

  /// A share beside the two counts that make it; without one what is known of the declined is told all
  /// the same.
  static func shareCells(_ base: ShareBase?, _ share: Measure, of declined: Known) -> [String] {
    [
      base.map { grouped($0.declined) } ?? declined.text, grouped(base?.total(share)),
      base?.share(share).map { percent($0) } ?? "–",
    ]
  }
}

/// Counts by two keys.
extension CountView {
  func pivotTable(
    _ selection: Selection, _ across: GroupKey, _ width: Int
  ) throws(SourceOverlap) -> Table {
    let cells = try crossTable(selection, across)
    var table = Table()
    guard !cells.rows.isEmpty else { return table }
    table.coverage = selection.coverageWords
    table.listing = selection.countListing(
      cells.groups, keys: [rows, across], withPersons: measure == .persons)
    let fitting = fitting(cells, across, width)
    let rest = cells.columns.count - fitting
    table.columns =
      [.init(title: rows.words, kind: .text), .init(title: "total")]
      + cells.columns.prefix(fitting).map { .init(title: title($0, of: across)) }
      + (rest > 0 ? [.init(title: "\(grouped(rest)) other")] : [])
    let lines = Dictionary(grouping: cells.groups.indices) { cells.groups[$0].keys[0] }
    table.rows = cells.rows.map { value in
      Table.Row(
        identity: .group([value]),
        cells: [rows.label(of: value)] + texts(cells, row: value, fitting),
        style: value.isUnknown ? .dim : .normal, lines: lines[value] ?? [])
    }
    table.note =
      measure == .declined
      ? "A blank is none at all; 2+ is at least, 0–2 between."
      : measure == .persons
        ? "Different identifiers of the release, which do not add up; ? is none given."
        : measure.share == nil
          ? "A blank is none at all, ? is not known; where more may be, shares are of what is named."
          : selection.shareWords
    table.total = ["Total"] + texts(cells, row: nil, fitting)
    table.markable = fitting
    if let marked, marked < fitting { table.markedColumn = marked + 2 }
    return table
  }

  /// The title of a column: the beginning of a long name.
  private func title(_ value: KeyValue, of key: GroupKey) -> String {
    TextWidth.clip(key.label(of: value), to: 14)
  }

  /// How many columns there is room for beside name, total and the rest.
  private func fitting(_ cells: CrossTable, _ across: GroupKey, _ width: Int) -> Int {
    let names = cells.rows.map { TextWidth.of(rows.label(of: $0)) }.max() ?? 0
    var room = width - 2 - min(names, max(14, (width - 2) / 3)) - 9
    for (index, value) in cells.columns.enumerated() {
      let texts = cells.rows.prefix(200).map { TextWidth.of(text(cells, row: $0, column: value)) }
      let needed = max(
        texts.max() ?? 0, TextWidth.of(text(cells, row: nil, column: value)),
        TextWidth.of(title(value, of: across)))
      room -= needed + 2
      // The rest takes a column, too, unless there is none.
      if room < (index + 1 < cells.columns.count ? 11 : 0) {
        return max(index, width >= 40 ? 1 : 0)
      }
    }
    return cells.columns.count
  }

  /// The total of a row, its cells, and what its other columns add up to.
  private func texts(_ cells: CrossTable, row: KeyValue?, _ fitting: Int) -> [String] {
    let columns = cells.columns.prefix(fitting)
    let texts =
      [text(cells, row: row, column: nil)] + columns.map { text(cells, row: row, column: $0) }
    guard fitting < cells.columns.count else { return texts }
    // A part of a column is not a share of one.
    if measure == .ofColumn { return texts + [""] }
    if [.declined, .ofRow].contains(measure) {
      let known = cells.columns.dropFirst(fitting).map { cells.declined(row: row, column: $0) }
      let rest = known.reduce(.zero, +)
      if known.allSatisfy({ $0 == .zero }) { return texts + [""] }
      let whole = cells.declined(row: row, column: nil)
      return texts + [measure == .declined ? rest.text : share(rest, of: whole)]
    }
    // One person may stand in several columns.
    if measure == .persons { return texts + ["–"] }
    let others = cells.columns.dropFirst(fitting).compactMap { cells.sum(row: row, column: $0) }
    let rest = others.reduce(into: Sums()) { $0.add($1) }
    return texts + [others.isEmpty ? "" : shareOfOutcomes(rest)]
  }

  private func text(_ cells: CrossTable, row: KeyValue?, column: KeyValue?) -> String {
    let sum = cells.sum(row: row, column: column)
    let known = cells.declined(row: row, column: column)
    // Blank is a cell without detainers; none of those that it has was declined in others.
    if [.declined, .ofRow, .ofColumn].contains(measure), sum == nil, known == .zero { return "" }
    return switch measure {
    case .declined: known.text
    case .ofRow: share(known, of: cells.declined(row: row, column: nil))
    case .ofColumn: share(known, of: cells.declined(row: nil, column: column))
    case .persons: Self.text(cells.persons(row: row, column: column))
    case .ofIssued, .ofResolved: sum.map(shareOfOutcomes) ?? ""
    }
  }

  /// A share: at least so large where the part is at least so many, and of what is named where the
  /// whole may be more.
  private func share(_ part: Known, of whole: Known) -> String {
    guard part.isExact || part.least > 0 else { return "?" }
    if whole.least == 0 { return whole.isExact ? "–" : "?" }
    return part.isExact || !whole.isExact
      ? percent(part.least, of: whole.least) : Self.atLeast(part.least, of: whole.least)
  }

  private func shareOfOutcomes(_ sum: Sums) -> String {
    sum.shareBase?.share(measure.rank, minimum: minimum).map { percent($0) } ?? "–"
  }
}
