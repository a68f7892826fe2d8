import DetainerModel
import Screen
import Text

/// The policies of Section III, and the entries of later lists, that the terms on place and week choose.
struct PoliciesView: EntriesView {
  static let command = Command(
    "policies", "gp",
    "Show the policies of Section III and later lists, under the terms on place and week."
  ) { state, _ in state.openAbove(PoliciesView()) }

  var folding = Folding()
  var fileName: String { "policies" }

  func path(_ shown: Shown) -> [String] { ["Policies (Section III) and lists"] }

  func command(_ shown: Shown) -> Equivalent {
    folding.narrowed.isEmpty
      ? .command(["list", "policies"] + shown.query.ofSideTables.options)
      : .none(narrowedSentence(shown))
  }

  func empty(_ shown: Shown) -> String {
    "No policy passes the terms on state, county and week – \(shown.key(.escape)) clears the filter."
  }

  func entries(_ shown: Shown) -> (all: [Entry], listing: Listing) {
    let selection = try? Selection(shown.query.ofSideTables, in: shown.dataset)
    let policies = (try? selection?.policies()) ?? []
    return (
      policies.map { entry($0, shown.dataset) },
      policies.listing.named("policies", from: selection)
    )
  }

  private func entry(_ policy: Policy, _ dataset: Dataset) -> Entry {
    Entry(
      label: "\(policy.state) \(policy.jurisdiction)",
      headline: [policy.dateEnacted, policy.policy, policy.listWords].filter { !$0.isEmpty }
        .joined(separator: " · "),
      facts: [
        Fact("criteria", policy.criteria), Fact("level", policy.level),
        Fact("seen in", policy.weeksSeen.names.joined(separator: ", ")),
        Fact("note", policy.note), Fact("found at", policy.sourceURL),
        Fact("support", Confidence.words(policy.confidence)),
      ],
      week: policy.weeksSeen.known.first,
      place: dataset.places.county(fips: policy.fips)?.jurisdiction,
      states: [policy.state], origin: Origin(policy, in: dataset))
  }
}

extension ViewKey {
  /// The keys of a page of facts.
  static let ofPage = [
    ViewKey.enter("the week", help: "Go to the week of which this line speaks."),
    nothing(.nextPane), nothing(.previousPane),
    says(.measure, "a page has no measure"),
    says(.sort, "a page has its own order"), says(.reverse, "a page has its own order"),
  ]
}
