import DetainerModel

/// Whether a number can be trusted: its source, by what it counts, how much of it is at hand, what
/// was corrected, and how it has to be read, in that order.
enum OriginFacts {
  static let heading = "Where this comes from"

  static func facts(_ origin: Provenance) -> [Fact] {
    origin.sources.flatMap { source in
      [
        Fact(
          "Source",
          ([source.name] + source.files + source.urls).joined(separator: " · ")),
        Fact("Basis", source.basis),
        Fact("Period", source.periods),
        Fact("Covers", source.coverage),
      ]
    }
      + [
        Fact("Coverage", origin.coverage),
        Fact("Filter", origin.filterWords),
      ]
      + origin.choices.map { Fact("Counted", $0) }
      + (origin.corrections.isEmpty
        ? [Fact("Corrections", "none recorded of what is counted here")]
        : origin.corrections.map {
          Fact(
            "\($0.id) \($0.kind)", "\($0.jurisdictions.joined(separator: ", ")): \($0.what)",
            style: .correction)
        })
      + origin.caveats.map { Fact($0.head, $0.text) }
  }
}

extension Shown {
  /// Where what is under the cursor of a view, or else of a pane, comes from.
  func origin(_ pane: Pane) -> Provenance? {
    let selections: [Selection]
    if let open = openView {
      let terms = open.selected.map { open.view.destination(of: $0, self).terms } ?? []
      selections = (open.table.listing?.selections ?? []).map { narrowed($0, by: terms) ?? $0 }
    } else {
      let chosen =
        switch pane {
        case .weeks: weekSelection ?? selection
        case .jurisdictions: placeSelection ?? weekSelection
        case .detainers: placeSelection
        }
      selections = chosen.map { [$0] } ?? []
    }
    guard !selections.isEmpty else { return nil }
    var listing = Listing(columns: [], rows: [])
    listing.selections = selections
    return listing.traced(program: "", command: "").provenance
  }
}
