import DetainerModel
import Screen
import Text

/// The policies of Section III, and the entries of later lists, that the terms on place and week choose.
struct PoliciesView: DataView {
  static let command = Command(
    "policies", "gp",
    "Show the policies of Section III and later lists, under the terms on place and week."
  ) { state, _ in state.openAbove(PoliciesView()) }

  func path(_ shown: Shown) -> [String] { ["Policies (Section III) and lists"] }
  var fileName: String { "policies" }
  var keys: [ViewKey] { ViewKey.ofPage }

  func command(_ shown: Shown) -> Equivalent {
    .command(["list", "policies"] + shown.query.ofSideTables.options)
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    Destination(ofLine: row.identity)
  }

  func table(_ shown: Shown) -> Table {
    let selection = try? Selection(shown.query.ofSideTables, in: shown.dataset)
    let policies = (try? selection?.policies()) ?? []
    var table = Table(policies.map { fact($0, shown.dataset.places) }, width: shown.room.width)
    table.listing = policies.listing.named("policies", from: selection)
    table.empty = "No policy passes the terms on state, county and week – Esc clears the filter."
    return table
  }

  private func fact(_ policy: Policy, _ places: Places) -> Fact {
    let texts = [
      policy.policy, policy.dateEnacted.isEmpty ? "" : "enacted \(policy.dateEnacted)",
      policy.criteria, policy.listWords,
      policy.weeksSeen.names.isEmpty
        ? "" : "seen in \(policy.weeksSeen.names.joined(separator: ", "))",
      policy.note, Confidence.words(policy.confidence),
      policy.sourceURL,
    ]
    return Fact(
      "\(policy.state) \(policy.jurisdiction)",
      texts.filter { !$0.isEmpty }.joined(separator: " · "), week: policy.weeksSeen.known.first,
      place: places.county(fips: policy.fips)?.jurisdiction)
  }
}

extension ViewKey {
  /// The keys of a page of facts.
  static let ofPage = [
    ViewKey.enter("the week"),
    ViewKey(.nextPane) { _, _ in }, ViewKey(.previousPane) { _, _ in },
    says(.measure, "a page has no measure"),
    says(.sort, "a page has its own order"), says(.reverse, "a page has its own order"),
  ]
}
