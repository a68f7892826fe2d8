import DetainerModel
import Text

/// The facts of a jurisdiction in the selected week.
enum JurisdictionDetail {
  static func facts(_ row: JurisdictionRow, _ state: BrowserState) -> [DetailView.Fact] {
    let place = row.jurisdiction
    let group = row.group
    let dataset = state.dataset
    let isPublished = state.week?.report.kind == .published
    guard case .place = row.identity else {
      return [
        .init(label: "Place", text: row.name),
        .init(label: "Declined", text: grouped(group.declined)),
        .init(
          label: "Meaning",
          text:
            "The source states these declines in a total, but no figure or row at hand says in which county they were."
        ),
      ]
    }
    if place.isNotAttributable { return VoidedDetail.facts(row, state) }
    let corrections = dataset.corrections(of: place, in: state.week.map { [$0.report.week] })
    let aor = dataset.places.aors.first { $0.code == dataset.places.aor(of: place) }
    var facts: [DetailView.Fact] = [
      .init(label: "Place", text: row.name),
      .init(label: "FIPS", text: place.fips.isEmpty ? "none: not a county" : place.fips),
      .init(label: "Declined", text: declined(place, group, state)),
      .init(label: "Issued", text: issued(row, state, isPublished)),
    ]
    if !isPublished {
      facts += [
        .init(label: "Resolved", text: grouped(group.resolved)),
        .init(label: "Of issued", text: WeekDetail.percent(group.shareOfIssued)),
        .init(label: "Of resolved", text: WeekDetail.percent(group.shareOfResolved)),
      ]
    }
    facts.append(.init(label: "AOR", text: aor.map { "\($0.office) (\($0.code))" } ?? ""))
    facts += corrections.map {
      .init(
        label: "Correction", text: "\($0.id) \($0.kind), \($0.date): \($0.what)", style: .correction
      )
    }
    if corrections.isEmpty {
      facts.append(.init(label: "Correction", text: "none recorded for this week"))
    }
    for figure in dataset.figures
    where concerns(figure, place) && figure.source == state.week?.report.source
      && (!figure.isWeekly || figure.week == state.week?.report.week)
    {
      let span = figure.isWeekly ? "" : " over \(figure.week.iso) to \(figure.end.iso)"
      facts.append(
        .init(
          label: "Figure",
          text:
            "\(figure.value) \(figure.measure)\(span), \(figure.confidence): \(figure.sourceURL)"))
    }
    let policies = dataset.policies.filter { !place.fips.isEmpty && $0.fips == place.fips }
    facts += policies.map { .init(label: "Policy", text: $0.words) }
    return facts
  }

  private static func declined(_ place: Jurisdiction, _ group: Group, _ state: BrowserState)
    -> String
  {
    guard let report = state.week?.report, report.kind == .published else {
      return "\(grouped(group.declined)), \(state.basisWords)"
    }
    if state.hasRowTerm { return "\(grouped(group.declined)) of the rows listed pass the filter" }
    guard let declined = group.declined else {
      if state.isAsCorrected, state.voids(place, section: "II") {
        return "not attributable: what was published stands under \(place.state) "
          + Jurisdiction.notAttributableText
      }
      return "nothing stated, nothing listed in this week"
    }
    return declined == group.listed
      ? "\(grouped(declined)), all listed"
      : "\(grouped(declined)) stated, \(grouped(group.listed)) listed"
  }

  private static func issued(
    _ row: JurisdictionRow, _ state: BrowserState, _ isPublished: Bool
  ) -> String {
    guard isPublished else {
      return grouped(row.group.issued) + (row.group.isByLiftDate ? ", by issue date" : "")
    }
    let rank = (state.week?.report).flatMap { state.dataset.rank(of: row.jurisdiction, in: $0) }
    guard let rank else { return "not among the ranks of Section I" }
    let count = rank.issued.map { grouped($0) } ?? "count not known"
    let isVoid = state.isAsCorrected && state.voids(row.jurisdiction, section: "I")
    return
      "\(isVoid ? "not attributable: published as " : "")\(count), rank \(rank.rank) of Section I"
      + (rank.status.isEmpty ? "" : " (\(rank.status))")
  }

  private static func concerns(_ figure: Figure, _ place: Jurisdiction) -> Bool {
    switch figure.key {
    case .jurisdiction(let named): named == place
    case .facility(_, let named): named == place
    default: false
    }
  }
}
