import DetainerModel
import Screen
import Text

/// One thing that is said, with a headline and what belongs to it.
struct Entry: Sendable {
  /// What it is about, in a word or two.
  let label: String
  /// What is said, on one line.
  let headline: String
  /// What else is known of it, with names.
  let facts: [Fact]
  var week: Period?
  var place: Jurisdiction?
  var style = Style.normal
  /// The codes of the states of which it speaks, which are found by their names, too.
  var states: [String] = []
  /// Where it comes from, if that is one row of a table beside the records.
  var origin: Origin?
}

/// Which entries of a list are unfolded, and which are left by what was typed.
struct Folding: Hashable, Sendable {
  var unfolded: Set<Int> = []
  /// The words that every entry has; empty for all entries.
  var narrowed = ""
}

/// A view that lists entries: one headline each, which Enter unfolds, narrowed by their words.
protocol EntriesView: DataView {
  var folding: Folding { get set }
  /// All entries, in their order, and what is exported: a row for each.
  func entries(_ shown: Shown) -> (all: [Entry], listing: Listing)
  /// What is said where there is no entry.
  func empty(_ shown: Shown) -> String
}

extension EntriesView {
  /// What is said where entries are narrowed by their words, which no command does.
  func narrowedSentence(_ shown: Shown) -> String {
    "no command narrows these by their words; \(shown.key(ExportDialog.command)) writes what is left of them"
  }

  func measureWords(_ shown: Shown) -> String {
    folding.narrowed.isEmpty ? "" : "with “\(harmless(folding.narrowed))”"
  }

  var keys: [ViewKey] {
    [
      ViewKey(.open, "unfold", help: "Unfold the entry; on a line of it: go to its week.") {
        state, _ in
        guard let open = state.shown.openView, let row = open.selected else { return }
        guard case .line(0, let entry, _, _) = row.identity else { return state.open() }
        state.change(changed { $0.folding.unfolded.formSymmetricDifference([entry]) })
      },
      ViewKey(.filter, "narrow", help: "Leave the entries that have what is typed.") { state, _ in
        state.dialog = NarrowDialog(folding.narrowed)
      },
      ViewKey(.zoom, "all", help: "Unfold all entries.") { state, _ in
        let entries = state.shown.openView?.table.facts.indices
        state.change(changed { $0.folding.unfolded = Set(entries ?? 0..<0) })
      },
      ViewKey(.unzoom, help: "Fold all entries.") { state, _ in
        state.change(changed { $0.folding.unfolded = [] })
      },
      .nothing(.nextPane), .nothing(.previousPane),
      .says(.measure, "a list of entries has no measure"),
      .says(.sort, "these entries have their own order"),
      .says(.reverse, "these entries have their own order"),
    ]
  }

  /// Entries are counted, whatever is unfolded.
  func place(in open: OpenView) -> (row: Int, of: Int) {
    let entry = open.table.lines(ofRow: open.position.cursor).first
    return (entry.map { $0 + 1 } ?? 0, open.table.listing?.rowCount ?? 0)
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    Destination(ofLine: row.identity)
  }

  func table(_ shown: Shown) -> Table {
    let (entries, listing) = entries(shown)
    let words = folding.narrowed.split(separator: " ").map { folded($0) }
    let left = entries.indices.filter { index in
      let text = folded(entries[index].text(with: shown.dataset.places))
      return words.allSatisfy { text.contains($0) }
    }
    var table = Table(
      left.map { (number: $0, entry: entries[$0]) }, unfolded: folding.unfolded,
      width: shown.room.width)
    table.facts = entries.map { entry in
      let texts = [entry.headline, entry.details].filter { !$0.isEmpty }
      return Fact(entry.label, texts.joined(separator: " · "), origin: entry.origin)
    }
    table.told = entries.enumerated().map { number, entry in
      ["\(entry.label): \(entry.headline)"]
        + (folding.unfolded.contains(number)
          ? entry.facts.filter { !$0.text.isEmpty }.map { "\($0.label): \($0.text)" } : [])
    }
    table.listing = left.count == entries.count ? listing : listing.rows(left)
    table.empty =
      words.isEmpty
      ? empty(shown)
      : "\(counted(entries.count, "entry", "entries")) hidden by “\(harmless(folding.narrowed))” – \(shown.key(.escape)) shows them."
    return table
  }
}

extension Entry {
  /// All its words, with the names of its states.
  func text(with places: Places) -> String {
    let names = states.compactMap { places.state($0)?.name }
    return ([label, headline, details] + states + names).joined(separator: " ")
  }

  /// What belongs to it, on one line.
  var details: String {
    facts.filter { !$0.text.isEmpty }.map { "\($0.label): \($0.text)" }.joined(separator: " · ")
  }
}

extension Table {
  /// Lists entries by their headlines, the unfolded ones with what belongs to them.
  fileprivate init(
    _ entries: [(number: Int, entry: Entry)], unfolded: Set<Int>, width: Int
  ) {
    self.init()
    // In a narrow place a label has a line of its own.
    let isNarrow = width < 56
    let labels = isNarrow ? 0 : min(24, entries.reduce(0) { max($0, TextWidth.of($1.entry.label)) })
    let room = max(8, width - (isNarrow ? 5 : labels + 8))
    columns = Array(repeating: Column(title: "", kind: .text), count: isNarrow ? 1 : 2)
    for (place, (number, entry)) in entries.enumerated() {
      var line = 0
      func add(_ label: String, _ text: String, _ style: Style) {
        rows.append(
          Row(
            identity: .line(line, fact: number, week: entry.week, place: entry.place),
            cells: isNarrow ? [label.isEmpty ? "  " + text : label] : [label, text], style: style,
            lines: [place]))
        line += 1
      }
      guard unfolded.contains(number) else {
        if isNarrow {
          let text = "\(entry.label) \(entry.headline)"
          add("▸ " + TextWidth.clip(text, to: room), "", entry.style)
        } else {
          add(
            "▸ " + TextWidth.clip(entry.label, to: labels),
            TextWidth.clip(entry.headline, to: room), entry.style)
        }
        continue
      }
      let names = wrapped(entry.label, to: isNarrow ? room : labels)
      let texts = wrapped(entry.headline, to: room)
      if isNarrow {
        for (index, name) in names.enumerated() {
          add((index == 0 ? "▾ " : "  ") + name, "", .title)
        }
        for text in texts { add("", text, entry.style) }
      } else {
        for index in 0..<max(names.count, texts.count) {
          let name = index < names.count ? names[index] : ""
          add(
            (index == 0 ? "▾ " : "  ") + name, index < texts.count ? texts[index] : "",
            entry.style)
        }
      }
      let widest = Facts.labelWidth(entry.facts)
      for fact in entry.facts where !fact.text.isEmpty {
        if isNarrow {
          for text in wrapped("\(fact.label): \(fact.text)", to: room) { add("", text, fact.style) }
          continue
        }
        for (index, text) in wrapped(fact.text, to: max(8, room - widest - 2)).enumerated() {
          add(
            "", TextWidth.pad(index == 0 ? fact.label : "", to: widest) + "  " + text, fact.style)
        }
      }
    }
  }
}
