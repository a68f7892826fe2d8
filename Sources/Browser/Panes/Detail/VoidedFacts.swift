import DetainerModel
import Screen
import Text

/// The facts of what errata have taken from the places of a state in the selected week.
enum VoidedFacts {
  static func facts(_ row: JurisdictionRow, _ shown: Shown) -> [Fact] {
    let entries = shown.voided.filter { $0.place.state == row.jurisdiction.state }
    let corrections = shown.dataset.corrections(
      of: row.jurisdiction, in: shown.week.map { [$0.report.period] })
    return [
      .init("Place", row.name),
      .init("Declined", grouped(row.group.declined)),
      .init("Issued", grouped(row.group.issued)),
    ]
      + entries.map { entry in
        .init(
          "Section \(entry.section)",
          "\(grouped(entry.count)) of \(entry.place.county), void by "
            + entry.corrections.map(\.id).joined(separator: ", "), style: .correction)
      }
      + corrections.map {
        .init(
          "Correction", "\($0.id), \($0.date): \($0.what)", style: .correction, role: .correction)
      }
      + [
        .init(
          "Meaning",
          "Errata take these from the places that the report named, and name no others; "
            + "the totals stay. \(shown.key(.corrected)) shows them as published.",
          role: .more)
      ]
  }
}
