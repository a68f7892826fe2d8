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
    case .ofPlace(let place): ["Corrections", "\(place.state) \(place.county)"]
    case .ofReport(let week): ["Corrections", week.iso]
    }
  }

  func table(_ state: BrowserState) -> ViewTable {
    let width = state.layout.view.width
    let listing: Listing? =
      switch self {
      case .policies: try? selection(state)?.policiesListing()
      case .corrections: try? selection(state)?.correctionsListing()
      case .ofPlace(let place):
        Selection.listing(of: state.dataset.corrections(of: place, in: nil))
      case .ofReport(let week):
        Selection.listing(of: state.dataset.corrections.filter { $0.weeks.contains(week) })
      case .notes: notes(state).listing
      }
    let facts: [PageFact] =
      switch self {
      case .policies: rows(listing).map { policy($0, state) }
      case .corrections, .ofPlace, .ofReport:
        rows(listing).map { correction($0, state) }
      case .notes: notes(state).facts
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

  private func rows(_ listing: Listing?) -> [[String: String]] {
    guard let listing else { return [] }
    return (0..<listing.rowCount).map { index in
      Dictionary(
        uniqueKeysWithValues: zip(listing.columns.map(\.name), listing.row(index).map(\.words)))
    }
  }

  private func policy(_ row: [String: String], _ state: BrowserState) -> PageFact {
    func value(_ name: String) -> String { row[name] ?? "" }
    let texts = [
      value("policy"), value("date_enacted").isEmpty ? "" : "enacted \(value("date_enacted"))",
      value("criteria"), "seen in \(weeks(value("weeks_seen")))", value("note"),
      "confidence \(value("confidence"))", value("source_url"),
    ]
    return PageFact(
      label: "\(value("state")) \(value("jurisdiction"))",
      text: texts.filter { !$0.isEmpty }.joined(separator: " · "),
      week: value("weeks_seen").split(separator: "|").first.flatMap { Week(naming: $0) },
      place: place(value("county_fips"), state))
  }

  private func correction(_ row: [String: String], _ state: BrowserState) -> PageFact {
    func value(_ name: String) -> String { row[name] ?? "" }
    let what =
      "\(value("kind")), \(value("date")), \(value("jurisdiction").replacing("|", with: ", ")): \(value("what"))"
    let texts = [
      what, "week \(weeks(value("weeks")))",
      value("section").isEmpty ? "" : "Section \(value("section").replacing("|", with: ", "))",
      value("voids") == "yes" ? "takes the entry from the place" : "", value("source_url"),
    ]
    return PageFact(
      label: value("id"), text: texts.filter { !$0.isEmpty }.joined(separator: " · "),
      week: value("weeks").split(separator: "|").first.flatMap { Week(naming: $0) },
      place: place(value("county_fips"), state),
      style: value("kind") == "corrected" ? .correction : .normal)
  }

  /// The first county that a row names.
  private func place(_ fips: String, _ state: BrowserState) -> Jurisdiction? {
    fips.split(separator: "|").first
      .flatMap { state.dataset.places.county(fips: String($0))?.jurisdiction }
  }

  private func weeks(_ list: String) -> String { list.replacing("|", with: ", ") }
}

extension Value {
  /// The value as it is said on screen.
  fileprivate var words: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .integer(let number): grouped(number)
    case .fraction(let share): WeekDetail.percent(share)
    }
  }
}

extension String {
  /// The text with one character in place of another.
  fileprivate func replacing(_ character: Character, with text: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: text)
  }
}
