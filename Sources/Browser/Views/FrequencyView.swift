import DetainerModel
import Screen
import Text

/// How often each value of a key occurs in what the focused pane lists.
struct FrequencyView: Hashable, Sendable {
  /// What is counted: what the pane listed from which the view was opened.
  enum Scope: Hashable, Sendable { case all, week, place }

  /// The keys that can be counted by, in the order of the menu.
  static let keys = GroupKey.inMenus

  var key: GroupKey
  var scope: Scope
  var measure = Measure.declined
  /// The least total under a percentage that is ranked with the others.
  var minimum = 100
  var isByName = false
  var isReversed = false

  /// Opens on what a pane lists, by the key that tells most about it.
  init(of pane: Pane) {
    switch pane {
    case .weeks: (scope, key) = (.all, .state)
    case .jurisdictions: (scope, key) = (.week, .state)
    case .detainers: (scope, key) = (.place, .crime)
    }
  }

  func path(_ state: BrowserState) -> [String] {
    var path = ["Frequency"]
    if scope != .all, let week = state.week { path.append(week.report.label) }
    if scope == .place, let row = state.jurisdiction { path.append(row.name) }
    if scope == .all { path.append(counted(state.weeks.count, "report")) }
    return path + ["by \(key.words)"]
  }

  var measureWords: String {
    measure.words(minimum: minimum)
  }

  /// What is counted.
  func selection(_ state: BrowserState) -> Selection? {
    switch scope {
    case .all: state.selection
    case .week: state.weekSelection ?? state.selection
    case .place: state.placeSelection ?? state.weekSelection ?? state.selection
    }
  }

  func table(_ state: BrowserState) -> ViewTable {
    var table = ViewTable()
    guard let selection = selection(state) else { return table }
    var groups: [Group]
    do throws(SourceOverlap) { groups = try selection.groups(by: [key]) } catch {
      table.empty = error.description
      return table
    }
    let order: GroupOrder = isByName ? .key(0) : .measure(measure, minimum: minimum)
    groups = groups.ordered(by: order, keys: [key], isReversed: isReversed)
    let hidden = hidden(selection, but: Set(groups.map(\.keys)))
    table.listing = selection.countListing(groups, keys: [key])
    table.empty = "Nothing passes the filter – Esc clears it, D shows all outcomes."
    table.columns = columns
    let keepsApart = key == .week || key == .source
    let sums = Sums(groups + hidden, keepsApart: keepsApart)
    let largest = groups.compactMap { measure.value(of: $0) }.max() ?? 0
    var running = 0
    table.rows = groups.map { group in
      running += group.declined ?? 0
      let value = measure.value(of: group)
      let isRanked = measure.isRanked(group, minimum: minimum)
      return ViewTable.Row(
        identity: .group(group.keys), cells: cells(group, running, sums),
        part: largest > 0 && isRanked ? (value ?? 0) / largest : 0,
        style: group.keys[0].isUnknown || !isRanked ? .dim : .normal)
    }
    if !hidden.isEmpty, !groups.isEmpty {
      // Without them the issued of the groups in sight would not add up to the total.
      let rest = Sums(hidden, keepsApart: keepsApart)
      table.rows.append(
        ViewTable.Row(
          identity: .hiddenGroups,
          cells: [
            "(\(grouped(hidden.count)) hidden)", "–",
          ]
            + (measure.isShare
              ? [grouped(rest.total(of: measure)), "–", ""]
              : ["", "", "", grouped(rest.issued), grouped(rest.resolved)]),
          style: .dim))
    }
    if !groups.isEmpty {
      let whole = measure.isShare ? [sums.share(of: measure)] : [grouped(sums.declined), "100.0 %"]
      table.total =
        measure.isShare
        ? ["Total", grouped(sums.declined), grouped(sums.total(of: measure))] + whole + [""]
        : ["Total"] + whole + ["", "", grouped(sums.issued), grouped(sums.resolved)]
    }
    return table
  }

  /// The groups that are counted but hidden by terms on the outcome (rule 1 of the data).
  private func hidden(_ selection: Selection, but shown: Set<[KeyValue]>) -> [Group] {
    guard selection.hasOutcomeTerm,
      let all = try? Selection(selection.query.withoutOutcome, in: selection.dataset),
      let groups = try? all.groups(by: [key])
    else { return [] }
    return groups.filter { !shown.contains($0.keys) }
  }

  private var columns: [ViewTable.Column] {
    let first = ViewTable.Column(title: key.words, kind: .text)
    guard measure.isShare else {
      return [
        first, .init(title: "declined"), .init(title: "share", rank: 1),
        .init(title: "cumulative", rank: 3), .init(title: "", kind: .bar, rank: 2),
        .init(title: "issued", rank: 4), .init(title: "resolved", rank: 5),
      ]
    }
    return [
      first, .init(title: "declined", rank: 2),
      .init(title: measure == .shareOfIssued ? "issued" : "resolved", rank: 1),
      .init(title: measure.title), .init(title: "", kind: .bar, rank: 3),
    ]
  }

  private func cells(_ group: Group, _ running: Int, _ sums: Sums) -> [String] {
    let name = key.label(of: group.keys[0])
    guard measure.isShare else {
      return [
        name, grouped(group.declined), percent(group.declined, of: sums.declined),
        group.declined == nil ? "" : percent(running, of: sums.declined), "",
        grouped(group.issued), grouped(group.resolved),
      ]
    }
    let total = measure == .shareOfIssued ? group.issued : group.resolved
    let share = measure.value(of: group).map { WeekDetail.percent($0) } ?? "–"
    return [name, grouped(group.declined), grouped(total), share, ""]
  }

  /// What all groups add up to; nil where no source says.
  private struct Sums {
    var declined: Int?
    var issued: Int?
    var resolved: Int?
    let hasShares: Bool

    /// - Parameter keepsApart: whether built and published issued stand in rows of their own.
    init(_ groups: [Group], keepsApart: Bool) {
      func sum(_ counts: [Int?]) -> Int? {
        let known = counts.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +)
      }
      declined = sum(groups.map(\.declined))
      // They are never added (rule 8 of the data).
      let built = keepsApart ? groups.filter { !$0.includesPublished } : []
      issued = sum((built.isEmpty ? groups : built).map(\.issued))
      resolved = sum(groups.map(\.resolved))
      hasShares = !groups.contains { $0.includesPublished || $0.isByLiftDate }
    }

    func total(of measure: Measure) -> Int? { measure == .shareOfIssued ? issued : resolved }

    func share(of measure: Measure) -> String {
      guard hasShares, let declined, let total = total(of: measure), total > 0 else { return "–" }
      return Text.percent(declined, of: total)
    }
  }

  private func percent(_ part: Int?, of whole: Int?) -> String {
    guard let part, let whole, whole > 0 else { return "" }
    return Text.percent(part, of: whole)
  }
}

extension GroupKey {
  /// The key as it is said on screen.
  var words: String {
    switch self {
    case .aor: "AOR"
    default: rawValue.split(separator: "_").joined(separator: " ")
    }
  }

  /// The key as it stands in the name of a file.
  var fileWords: String { words.lowercased().split(separator: " ").joined(separator: "-") }

  /// A value as it is shown; what is not known says so.
  func label(of value: KeyValue) -> String {
    switch value {
    case .text(let text) where text.isEmpty:
      switch self {
      case .state: "(no state)"
      case .county: Jurisdiction.unlocatedText
      case .liftReason: "(none: pending)"
      case .week, .month, .quarter, .year, .fiscalYear: "(undated)"
      default: "(not stated)"
      }
    default: value.text(withState: true)
    }
  }
}

extension Report {
  /// The week as it stands in a path.
  var label: String { week.isKnown ? week.iso : "undated" }
}
