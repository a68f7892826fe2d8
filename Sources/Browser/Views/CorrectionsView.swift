import DetainerModel
import Screen
import Text

/// Errata and disputes: all that the filter chooses, or those of one row.
struct CorrectionsView: EntriesView {
  static let command = Command(
    "corrections", "gc", "Show corrections and disputes, under the terms on place and week."
  ) { state, _ in state.openAbove(CorrectionsView(scope: .filter)) }

  static let ofRow = Command(
    "corrections-of-row", "gx",
    "Show the corrections and disputes of this row: of its place, or of the week."
  ) { state, _ in
    if state.request.view == nil, state.focus == .weeks, let week = state.shown.week {
      state.openAbove(CorrectionsView(scope: .report(week.report.period)))
    } else if let place = state.selectedPlace {
      state.openAbove(CorrectionsView(scope: .place(place)))
    } else {
      state.say("no place is selected; \(state.key(command)) shows all corrections")
    }
  }

  /// Which corrections: those that the filter chooses, of a jurisdiction in any week, of a report.
  enum Scope: Hashable, Sendable { case filter, place(Jurisdiction), report(Period) }

  let scope: Scope
  var folding = Folding()

  func path(_ shown: Shown) -> [String] {
    switch scope {
    case .filter: ["Corrections and disputes"]
    case .place(let place): ["Corrections", place.name]
    case .report(let week): ["Corrections", week.words]
    }
  }

  func subject(_ shown: Shown) -> String {
    if case .place(let place) = scope { place.name } else { "" }
  }
  var fileName: String {
    switch scope {
    case .filter, .place: "corrections"
    case .report(let week): "corrections-\(week.name)"
    }
  }

  func command(_ shown: Shown) -> Equivalent {
    if !folding.narrowed.isEmpty { return .none(narrowedSentence(shown)) }
    let terms: [FilterTerm]
    switch scope {
    case .filter: terms = shown.query.ofSideTables.filter.terms
    case .place(let place) where place.isNotAttributable || place.fips.isEmpty:
      return .none(
        "no command prints these alone; \(shown.key(Self.command)) shows all, and there is one for these"
      )
    case .place(let place): terms = [place.terms[1]]
    case .report(let week): terms = [FilterTerm(.week, [week.term])]
    }
    return .command(["list", "corrections"] + Query(Filter(terms: terms)).options)
  }

  /// Enter goes to the entry that a correction speaks of; of several, the user chooses one.
  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    let corrections = corrections(shown)
    guard case .line(_, let number, _, _) = row.identity, corrections.indices.contains(number)
    else { return Destination(ofLine: row.identity) }
    let correction = corrections[number]
    let weeks = correction.weeks.known
    let places = places(of: correction, shown.dataset.places)
    let entries = weeks.flatMap { week -> [(name: String, destination: Destination)] in
      guard !places.isEmpty else { return [(week.words, .week(week, nil, .weeks))] }
      let day = weeks.count > 1 ? "\(week.words) " : ""
      return places.map { (day + $0.name, .week(week, $0, .jurisdictions)) }
    }
    guard let first = entries.first else {
      return .nowhere("this correction speaks of no week that is known")
    }
    return entries.count == 1
      ? first.destination : .several(title: "Correction \(correction.id)", entries)
  }

  /// The counties that a correction names; where it is read for one of them, that comes first.
  private func places(of correction: Correction, _ places: Places) -> [Jurisdiction] {
    let named = correction.fips.compactMap { places.county(fips: $0)?.jurisdiction }
    guard case .place(let place) = scope else { return named }
    return named.filter { $0 == place } + named.filter { $0 != place }
  }

  func empty(_ shown: Shown) -> String {
    let all = shown.key(Self.command)
    return switch scope {
    case .filter:
      "No correction passes the terms on state, county and week – \(shown.key(.escape)) clears the filter."
    case .place: "No correction or dispute names this place – \(all) shows all of them."
    case .report: "No correction or dispute speaks of this week – \(all) shows all of them."
    }
  }

  func entries(_ shown: Shown) -> (all: [Entry], listing: Listing) {
    let corrections = corrections(shown)
    return (
      corrections.map { entry($0, shown.dataset) },
      corrections.listing.named("corrections", from: shown.selection)
    )
  }

  private func corrections(_ shown: Shown) -> [Correction] {
    switch scope {
    case .filter:
      (try? Selection(shown.query.ofSideTables, in: shown.dataset).corrections()) ?? []
    case .place(let place): shown.dataset.corrections(of: place, in: nil)
    case .report(let week): shown.dataset.corrections.filter { $0.weeks.contains(week) }
    }
  }

  private func entry(_ correction: Correction, _ dataset: Dataset) -> Entry {
    let names = correction.jurisdictions.joined(separator: ", ")
    return Entry(
      label: "\(correction.id) \(correction.kind)",
      headline: [names, correction.what].filter { !$0.isEmpty }.joined(separator: ": "),
      facts: [
        Fact("said", correction.date), Fact("week", correction.weeks.names.joined(separator: ", ")),
        Fact("section", correction.sections.joined(separator: ", ")),
        Fact("effect", correction.voids ? "takes the entry from the place" : ""),
        Fact("affects", correction.affects),
        Fact("found at", correction.sourceURL),
        Fact("support", Confidence.words(correction.confidence)),
      ],
      week: correction.weeks.known.first, place: places(of: correction, dataset.places).first,
      style: correction.kind == .corrected ? .correction : .normal,
      states: correction.states, origin: Origin(correction, in: dataset))
  }
}
