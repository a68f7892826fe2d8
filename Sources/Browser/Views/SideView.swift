import DetainerModel
import Screen
import Text

/// What stands beside the counts: policies, corrections, and how far the reports can be trusted.
enum SideView: Hashable, Sendable {
  case policies, corrections, notes
  /// The corrections of one row: a jurisdiction in any week, or a report.
  case ofPlace(Jurisdiction), ofReport(Week)

  /// What a file with its rows is called.
  var fileName: String {
    switch self {
    case .policies: "policies"
    case .corrections: "corrections"
    case .notes: "notes"
    case .ofPlace: "corrections-of-place"
    case .ofReport(let week): "corrections-\(week.iso)"
    }
  }

  func path(_ state: BrowserState) -> [String] {
    switch self {
    case .policies: ["Policies (Section III)"]
    case .corrections: ["Corrections and disputes"]
    case .notes: ["Notes and caveats"]
    case .ofPlace(let place): ["Corrections", place.name]
    case .ofReport(let week): ["Corrections", week.iso]
    }
  }

  func table(_ state: BrowserState) -> ViewTable {
    let width = state.layout.view.width
    let (facts, listing): ([PageFact], Listing)
    switch self {
    case .policies:
      let policies = (try? selection(state)?.policies()) ?? []
      (facts, listing) = (policies.map { policy($0, state) }, policies.listing)
    case .corrections, .ofPlace, .ofReport:
      let corrections = corrections(state)
      (facts, listing) = (corrections.map { correction($0, state) }, corrections.listing)
    case .notes: (facts, listing) = notes(state)
    }
    var table = ViewTable(page: facts, width: width)
    table.listing = listing
    table.empty =
      switch self {
      case .policies:
        "No policy passes the terms on state, county and week – Esc clears the filter."
      case .corrections:
        "No correction passes the terms on state, county and week – Esc clears the filter."
      case .notes: "There is no report yet."
      case .ofPlace: "No correction or dispute names this place – gc shows all of them."
      case .ofReport: "No correction or dispute speaks of this week – gc shows all of them."
      }
    return table
  }

  /// The filter as far as it speaks of places and weeks: the others say nothing of these tables.
  private func selection(_ state: BrowserState) -> Selection? {
    let terms = state.filter.terms.filter { term in
      [.state, .county, .week].contains { $0 == term.field }
    }
    return try? Selection(Query(Filter(terms: terms)), in: state.dataset)
  }

  // MARK: Policies and corrections

  private func corrections(_ state: BrowserState) -> [Correction] {
    switch self {
    case .ofPlace(let place): state.dataset.corrections(of: place, in: nil)
    case .ofReport(let week): state.dataset.corrections.filter { $0.weeks.contains(week) }
    default: (try? selection(state)?.corrections()) ?? []
    }
  }

  private func policy(_ policy: Policy, _ state: BrowserState) -> PageFact {
    let texts = [
      policy.policy, policy.dateEnacted.isEmpty ? "" : "enacted \(policy.dateEnacted)",
      policy.criteria, "seen in \(list(policy.weeksSeen.names))", policy.note,
      "confidence \(policy.confidence)", policy.sourceURL,
    ]
    return PageFact(
      label: "\(policy.state) \(policy.jurisdiction)",
      text: texts.filter { !$0.isEmpty }.joined(separator: " · "),
      week: policy.weeksSeen.known.first, place: place([policy.fips], state))
  }

  private func correction(_ correction: Correction, _ state: BrowserState) -> PageFact {
    let what =
      "\(correction.kind), \(correction.date), \(list(correction.jurisdictions)): \(correction.what)"
    let texts = [
      what, "week \(list(correction.weeks.names))",
      correction.sections.isEmpty ? "" : "Section \(list(correction.sections))",
      correction.voids ? "takes the entry from the place" : "", correction.sourceURL,
    ]
    return PageFact(
      label: correction.id, text: texts.filter { !$0.isEmpty }.joined(separator: " · "),
      week: correction.weeks.known.first, place: place(correction.fips, state),
      style: correction.kind == .corrected ? .correction : .normal)
  }

  /// The first county that a row names.
  private func place(_ fips: [String], _ state: BrowserState) -> Jurisdiction? {
    fips.first.flatMap { state.dataset.places.county(fips: $0)?.jurisdiction }
  }

  private func list(_ texts: [String]) -> String { texts.joined(separator: ", ") }
}
