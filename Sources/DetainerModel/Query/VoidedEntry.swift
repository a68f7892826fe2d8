/// An entry of a published report that errata take from its place (rule 9 of the data).
package struct VoidedEntry: Hashable, Sendable {
  /// The section of the report, I or II.
  package let section: String
  /// The place that loses the entry.
  package let place: Jurisdiction
  /// Detainers issued by Section I, or declined by Section II, as published; nil where no source
  /// says.
  package let count: Int?
  /// The corrections that take the entry.
  package let corrections: [Correction]
}

extension Dataset {
  /// The entries of a published report that errata void: the ranks of Section I in their order,
  /// then the places of Section II by name.
  package func voidedEntries(ofReport number: Int) -> [VoidedEntry] {
    let report = table.reports[number]
    guard report.kind == .published,
      corrections.contains(where: { $0.voids && $0.weeks.contains(report.period) })
    else { return [] }
    func entry(_ section: String, _ place: Jurisdiction, _ count: Int?) -> VoidedEntry? {
      let voids = corrections(of: place, in: [report.period]).filter { $0.voids(section: section) }
      return voids.isEmpty
        ? nil : VoidedEntry(section: section, place: place, count: count, corrections: voids)
    }
    let ranks = ranks(in: report).sorted { $0.rank < $1.rank }
    let places = publishedFigures(ofReport: number).places
      .filter { $0.value.declined != nil }
      .sorted { ($0.key.state, $0.key.county) < ($1.key.state, $1.key.county) }
    return ranks.compactMap { entry("I", $0.jurisdiction, $0.issued) }
      + places.compactMap { entry("II", $0.key, $0.value.declined) }
  }
}
