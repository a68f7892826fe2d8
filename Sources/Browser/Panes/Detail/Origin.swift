import DetainerModel
import Text

/// Whether something can be trusted: its source, by what it counts and how much of it is at hand,
/// what was corrected, and how it has to be read, in that order.
struct Origin: Sendable {
  static let heading = "Where this comes from"
  /// Above what follows the corrections.
  static let restHeading = "What else is known"

  /// Sources, basis, coverage and filter.
  let head: [Fact]
  /// Corrections; empty where none is recorded.
  let corrections: [Fact]
  /// How it has to be read.
  var caveats: [Fact] = []

  /// The parts of a detail: what is said, where it comes from, and what else is known; each fact
  /// once, whoever says it.
  static func parts(
    of facts: [Fact], _ origin: Origin?
  ) -> [(heading: String, facts: [Fact])] {
    guard let origin else { return [("", facts)] }
    func of(_ role: Fact.Role) -> [Fact] { facts.filter { $0.role == role } }
    func new(_ facts: [Fact], beside others: [Fact]) -> [Fact] {
      facts.filter { fact in !others.contains { $0.text.contains(fact.text) } }
    }
    let said = of(.correction)
    let corrections =
      !origin.corrections.isEmpty
      ? origin.corrections
      : !said.isEmpty ? said : [Fact("Corrections", "none recorded of what is counted here")]
    return [
      ("", of(.said)),
      (heading, new(of(.source), beside: origin.head) + origin.head + corrections),
      (restHeading, new(of(.more), beside: origin.caveats) + origin.caveats),
    ].filter { !$0.1.isEmpty }
  }
}

extension Origin {
  /// Of what is counted.
  init(_ provenance: Provenance) {
    // Corrections have no basis, and stand below by themselves.
    head =
      provenance.sources.filter { !$0.basis.isEmpty }.flatMap { source in
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
        Fact("Coverage", provenance.coverage),
        Fact("Filter", provenance.filterWords),
      ]
      + provenance.choices.map { Fact("Counted", $0) }
    corrections = provenance.corrections.map(Fact.init)
    caveats = provenance.caveats.map { Fact($0.head, $0.text) }
  }

  /// Of a policy of Section III, or of an entry of a later list.
  init(_ policy: Policy, in dataset: Dataset) {
    self.init(
      file: "policies.csv", line: policy.line, of: dataset.policies.count,
      basis: policy.isOfList
        ? policy.listWords
        : "listed in Section III of \(policy.weeksSeen.names.joined(separator: ", "))",
      policy.sourceURL, policy.confidence,
      corrections: dataset.places.county(fips: policy.fips).map { county in
        dataset.corrections(of: county.jurisdiction, in: nil).filter {
          $0.sections.contains("III")
        }
      } ?? [])
  }

  /// Of a correction or a dispute.
  init(_ correction: Correction, in dataset: Dataset) {
    self.init(
      file: "corrections.csv", line: correction.line, of: dataset.corrections.count,
      basis: "\(correction.kind), said \(correction.date)",
      correction.sourceURL, correction.confidence,
      // Another may speak of the same places in the same weeks, and confirm it.
      corrections: dataset.corrections.filter { other in
        other != correction && other.fips.contains(where: correction.fips.contains)
          && other.weeks.known.contains(where: correction.weeks.contains)
      })
  }

  private init(
    file: String, line: Int, of rows: Int, basis: String, _ url: String, _ confidence: String,
    corrections: [Correction]
  ) {
    // Where the line is not known, as where rows come from no file, the table is.
    let place = line > 0 ? "\(file):\(line)" : file
    head = [
      Fact("Source", [place, url].filter { !$0.isEmpty }.joined(separator: " · ")),
      Fact("Basis", basis),
      Fact("Support", Confidence.words(confidence)),
      Fact("Coverage", "1 of \(counted(rows, "row")) of \(file)"),
    ]
    self.corrections =
      corrections.isEmpty
      ? [Fact("Corrections", "no other is recorded of this row")] : corrections.map(Fact.init)
  }
}

extension Fact {
  /// A correction, with what it says.
  fileprivate init(_ correction: Correction) {
    let about = [correction.date, correction.jurisdictions.joined(separator: ", ")]
    self.init(
      "\(correction.id) \(correction.kind)",
      "\(about.filter { !$0.isEmpty }.joined(separator: ", ")): \(correction.what)",
      style: .correction)
  }
}

extension Shown {
  /// Where what is under the cursor of a view, or else of a pane, comes from.
  func origin(_ pane: Pane) -> Origin? {
    if let fact = openView?.selectedFact, let origin = fact.origin { return origin }
    let selections: [Selection]
    if let open = openView {
      let terms = open.selected.map { open.view.terms(of: $0, self) } ?? []
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
    return listing.traced(program: "", command: "").provenance.map { Origin($0) }
  }
}
