import DetainerModel
import Screen
import Text

/// Two reports or spans of time held against each other, jurisdiction by jurisdiction.
struct ComparisonView: DataView {
  static let command = Command(
    "compare", "= g=", "Compare with the report before; again: the year before, another source."
  ) { state, _ in state.open(ComparisonView(in: state)) }

  /// What the selected report is held against.
  enum Other: Hashable, Sendable {
    /// The report of the same kind before it; at the oldest one that after it.
    case before
    /// The same period of the year before, for a week 52 weeks earlier.
    case yearBefore
    /// Another source of the same period.
    case otherSource
    /// Two spans that were typed, whatever report is selected.
    case typed(Period, Period)

    /// What is compared when the key is pressed again.
    var next: Other {
      switch self {
      case .before: .yearBefore
      case .yearBefore: .otherSource
      case .otherSource: .before
      case .typed(_, let after): after.yearBefore.map { .typed($0, after) } ?? .before
      }
    }
  }

  /// One of the two sides.
  struct Side {
    let period: Period
    /// The report, where the side is one.
    let report: Report?

    init(_ report: Report) {
      period = report.period
      self.report = report
    }

    init(_ period: Period) {
      self.period = period
      report = nil
    }

    var terms: [FilterTerm] { report?.terms ?? period.terms }
  }

  var other: Other
  /// Declined is Section II of a published report, issued its Section I.
  var measure: ComparedCount

  init(in state: BrowserState, with other: Other = .before) {
    self.other = other
    measure = state.usual.measure == .issued ? .issued : .declined
  }

  func path(_ shown: Shown) -> [String] {
    guard let (before, after) = sides(shown) else {
      return ["Compare"] + (shown.week.map { [$0.report.label] } ?? [])
    }
    guard before.period == after.period, let first = before.report, let last = after.report else {
      return ["Compare", before.period.words, after.period.words]
    }
    return ["Compare", "\(first.label) \(first.source)", last.source]
  }

  /// What is compared: issued and declined of published reports are their first two sections.
  func measureWords(_ shown: Shown) -> String {
    guard sides(shown)?.after.report?.kind == .published else { return measure.rawValue }
    return measure == .issued ? "Section I: issued" : "Section II: declined"
  }

  func subject(_ shown: Shown) -> String {
    guard let (before, after) = sides(shown) else { return "" }
    if !isOfWeek { return "\(before.period.name) \(after.period.name)" }
    let other = before.period == shown.week?.report.period ? after : before
    return before.period == after.period ? before.report?.source ?? "" : other.period.name
  }
  var fileName: String { "compare" }
  var isOfWeek: Bool { if case .typed = other { false } else { true } }

  func command(_ shown: Shown) -> Equivalent {
    guard let (before, after) = sides(shown) else { return Equivalent(nil) }
    let words = ["compare", before.period.name, after.period.name, "--measure", measure.rawValue]
    let query = shown.query.with(filter(shown))
    guard let first = before.report?.source, let second = after.report?.source else {
      return .command(words + query.options)
    }
    if before.period == after.period {
      // Two sources of one span stand in an option, with a comma between them.
      return first.contains(",") || second.contains(",")
        ? .none(
          "no command compares sources with a comma in their names; \(shown.key(ExportDialog.command)) writes the rows"
        )
        : .command(words + ["--source=\(first),\(second)"] + query.options)
    }
    func covers(_ source: String, _ period: Period) -> Bool {
      shown.dataset.table.reports.contains {
        $0.source == source && $0.period.isKnown && $0.period.days.overlaps(period.days)
      }
    }
    // Elsewhere a command takes the same sources for either span.
    guard first == second || !covers(first, after.period) && !covers(second, before.period) else {
      return .none(
        "no command compares spans of two sources that share days; \(shown.key(ExportDialog.command)) writes the rows"
      )
    }
    let sources = FilterTerm(
      .source, first == second ? [.equals(first)] : [.equals(first), .equals(second)])
    return .command(
      words + query.with(query.filter.and(Filter(terms: [sources]))).options)
  }

  // MARK: Keys

  var keys: [ViewKey] {
    [
      .enter("rows", help: "Go to the report that has the place: the later one, else the earlier."),
      ViewKey(
        .nextChange, "change", with: .previousChange, help: "Go to the next change."
      ) { state, _ in
        state.move(by: 1, to: Self.changed, otherwise: "there is no change below")
      },
      ViewKey(.previousChange, help: "Go to the change before.") { state, _ in
        state.move(by: -1, to: Self.changed, otherwise: "there is no change above")
      },
      ViewKey(
        Self.command, "other",
        help:
          "Compare with another one: the report before, that of the year before, another source."
      ) { state, _ in
        state.open(changed { $0.other = other.next })
      },
      ViewKey(.measure, "measure", help: "Compare declines, or the ranks of Section I.") {
        state, _ in
        state.change(changed { $0.measure = measure == .declined ? .issued : .declined })
      },
      .nothing(.nextPane), .nothing(.previousPane),
      .says(.sort, Self.orderSentence), .says(.reverse, Self.orderSentence),
    ]
  }

  private static let orderSentence: @Sendable (Keymap) -> String = { keymap in
    "what changed most comes first; \(keymap.key(.nextChange)) and \(keymap.key(.previousChange)) "
      + "go from change to change"
  }

  /// Enter goes to the report that has the place: the later one, unless only the earlier does.
  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    guard let place = row.identity.place else {
      return .nowhere("there are no rows behind what is not itemised")
    }
    func isSome(_ cell: Int) -> Bool {
      row.cells[cell].first?.isNumber == true && row.cells[cell].first != "0"
    }
    guard let (before, after) = sides(shown) else { return .place(place) }
    let side = isSome(1) && !isSome(2) ? before : after
    return side.report.map { .week($0.period, place, .jurisdictions) }
      ?? .rows(place.terms + side.terms, .weeks)
  }

  /// Whether a row of the table changed.
  private static func changed(_ row: Table.Row) -> Bool {
    row.cells.count > 4 && !row.cells[4].isEmpty
      && ![Change.same, .unknown].contains { row.cells[4].hasPrefix($0.glyph) }
  }
}
