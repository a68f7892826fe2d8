import DetainerModel
import Text

/// What an empty pane says: what hides its rows, and the way out.
enum EmptySentence {
  static func weeks(_ state: BrowserState) -> String {
    if let sentence = withoutReports(state) { return sentence }
    return "No week passes the filter – \(ways(state.shown))."
  }

  /// The keys that show more.
  static func ways(_ shown: Shown) -> String {
    "\(shown.key(.escape)) clears it, \(shown.key(.declined)) shows all outcomes"
  }

  /// What there is to say while no report is there at all.
  private static func withoutReports(_ state: BrowserState) -> String? {
    if !state.dataset.table.reports.isEmpty { return nil }
    if state.dataset.isLoading { return "Reading …" }
    let policies = state.dataset.policies.count
    if policies > 0 {
      return
        "No report is here, only \(counted(policies, "policy", "policies")); \(state.key(PoliciesView.command)) shows them."
    }
    return "Nothing was read; \(state.key(HealthDialog.command)) tells why."
  }

  static func jurisdictions(_ state: BrowserState) -> String {
    if let sentence = withoutReports(state) { return sentence }
    if state.shown.weeks.isEmpty {
      return "No jurisdiction passes the filter – \(state.key(.escape)) clears it."
    }
    return state.shown.unnamed.map { unnamed($0, state.shown) }
      ?? "No jurisdiction of this \(state.shown.unit) passes the filter – \(state.key(.escape)) clears it."
  }

  /// What a published report leaves open of places that it does not name.
  private static func unnamed(_ found: Shown.UnnamedPlaces, _ shown: Shown) -> String {
    let who =
      found.places.count == 1
      ? found.places[0].name : "\(counted(found.places.count, "place")) that pass the filter"
    let some = found.known.isUnknown ? "some" : found.known.text
    let declined = "Section II does not name \(who): \(some) of its declines may be here."
    let way = found.places.count == 1 ? " \(shown.key(PlaceView.command)) opens its page." : ""
    guard found.ranked > 0 else { return declined + way }
    return declined
      + " \(counted(found.ranked, "place is", "places are")) in Section I; \(shown.key(.declined)) shows "
      + (found.ranked == 1 ? "it." : "them.")
  }

  static func detainers(_ shown: Shown) -> String {
    guard let row = shown.jurisdiction else { return "" }
    if row.isRemainder {
      let whose = row.jurisdiction.state.isEmpty ? "the whole report" : row.jurisdiction.state
      return
        "\(counted(row.group.declined ?? 0, "decline")) that the source states for \(whose) but does not break down by county."
    }
    if row.group.hasUnknownOutcomes {
      return
        "How many of the detainers issued here were declined is not known: \(Outcome.reasonUnknown). \(shown.key(.declined)) shows all outcomes."
    }
    let isVoid = shown.voided.contains { $0.place == row.jurisdiction }
    switch row.group.declined {
    case nil where isVoid, .some(0) where isVoid:
      return
        "Errata took the entry from this place: \(shown.key(CorrectionsView.ofRow)) shows them, \(shown.key(.corrected)) shows what was published."
    case .some(0):
      return "0 declines: what is stated leaves none for this place, and none is listed."
    case .some(let count):
      return "The source states \(counted(count, "decline")) here and none of the rows is at hand."
    case nil where row.group.issued != nil && !row.group.known.isUnknown:
      return
        "Section I lists \(counted(row.group.issued ?? 0, "detainer")) issued here; \(row.group.known.text) declines: none is listed, some may be among what is not itemised."
    case nil where row.group.issued != nil:
      return
        "Section I lists \(counted(row.group.issued ?? 0, "detainer")) issued here; no declines are listed in this \(shown.unit)."
    case nil:
      return
        "No declines are listed here in this \(shown.unit). A figure over several weeks or a rank without a count names the place."
    }
  }
}
