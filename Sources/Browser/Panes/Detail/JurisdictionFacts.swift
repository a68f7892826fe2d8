import DetainerModel
import Screen
import Text

/// The facts of a jurisdiction in the selected week.
enum JurisdictionFacts {
  static func facts(_ row: JurisdictionRow, _ shown: Shown) -> [Fact] {
    let place = row.jurisdiction
    let group = row.group
    let dataset = shown.dataset
    let isPublished = shown.week?.report.kind == .published
    guard case .place = row.identity else {
      return [
        .init("Place", row.name),
        .init("Declined", grouped(group.declined)),
        .init(
          "Meaning",

          "The source states these declines in a total, but no figure or row at hand says in which county they were."
        ),
      ]
    }
    if place.isNotAttributable { return VoidedFacts.facts(row, shown) }
    let corrections = dataset.corrections(of: place, in: shown.week.map { [$0.report.period] })
    let aor = dataset.places.aors.first { $0.code == dataset.places.aor(of: place) }
    var facts: [Fact] = [
      .init("Place", row.name),
      .init("FIPS", place.fips.isEmpty ? "none: not a county" : place.fips),
      .init("Declined", declined(place, group, shown)),
      .init("Issued", issued(row, shown, isPublished)),
    ]
    if !isPublished {
      facts += [
        .init("Resolved", group.knownResolved?.text ?? "–"),
        .init("Of issued", group.shareOfIssued.map { percent($0) } ?? ""),
        .init("Of resolved", group.shareOfResolved.map { percent($0) } ?? ""),
      ]
    }
    facts.append(.init("AOR", aor.map { "\($0.office) (\($0.code))" } ?? ""))
    facts += corrections.map {
      .init(
        "Correction", "\($0.id) \($0.kind), \($0.date): \($0.what)", style: .correction,
        role: .correction)
    }
    if corrections.isEmpty {
      facts.append(
        .init("Correction", "none recorded for this \(shown.unit)", role: .correction))
    }
    for figure in dataset.figures
    where concerns(figure, place) && figure.source == shown.week?.report.source
      && shown.week.map({ figure.period.contains($0.report.period) }) == true
    {
      let span =
        figure.period == shown.week?.report.period ? "" : " over \(figure.spanWords)"
      facts.append(
        .init(
          "Figure",

          "\(figure.words)\(span), \(Confidence.words(figure.confidence)): \(figure.sourceURL)",
          role: .more))
    }
    facts += dataset.policies(of: place).map {
      .init($0.isOfList ? "List" : "Policy", $0.words, role: .more)
    }
    return facts
  }

  private static func declined(_ place: Jurisdiction, _ group: Group, _ shown: Shown)
    -> String
  {
    guard let report = shown.week?.report, report.kind == .published else {
      return group.declinedWords(shown.basisWords)
    }
    if shown.countsOnlyRows(of: place) {
      return "\(group.known.text) of the rows listed pass the filter"
    }
    if shown.voids(place, section: "II"), group.listed == 0 {
      return "not attributable: what was published stands under \(place.state) "
        + Jurisdiction.notAttributableText
    }
    guard let declined = group.declined else {
      return group.known.isUnknown
        ? "nothing stated, nothing listed in this \(shown.unit)"
        : "\(group.known.text): it is not named, and may be among what is not itemised"
    }
    if !group.known.isExact {
      return "\(grouped(declined)) at least"
        + (group.known.most.map { ", \(grouped($0)) at most" } ?? "")
        + ": \(grouped(group.listed)) listed"
    }
    if declined == 0 { return "0: what is stated leaves none for this place" }
    return declined == group.listed
      ? "\(grouped(declined)), all listed"
      : "\(grouped(declined)) stated, \(grouped(group.listed)) listed"
  }

  private static func issued(
    _ row: JurisdictionRow, _ shown: Shown, _ isPublished: Bool
  ) -> String {
    guard let report = shown.week?.report else { return "" }
    guard isPublished else {
      return grouped(row.group.issued) + (report.basis == .liftDate ? ", by issue date" : "")
    }
    guard let rank = shown.dataset.rank(of: row.jurisdiction, in: report) else {
      return shown.dataset.sectionOneGap(of: row.jurisdiction, in: report)?.sentence ?? ""
    }
    let count = rank.issued.map { grouped($0) } ?? "count not known"
    let isVoid = shown.voids(row.jurisdiction, section: "I")
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
