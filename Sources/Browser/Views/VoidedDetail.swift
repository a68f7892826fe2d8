import DetainerModel
import Text

/// The facts of what errata have taken from the places of a state in the selected week.
enum VoidedDetail {
  static func facts(_ row: JurisdictionRow, _ state: BrowserState) -> [DetailView.Fact] {
    let entries = state.voidedEntries.filter { $0.place.state == row.jurisdiction.state }
    let corrections = state.dataset.corrections(
      of: row.jurisdiction, in: state.week.map { [$0.report.week] })
    return [
      .init(label: "Place", text: row.name),
      .init(label: "Declined", text: grouped(row.group.declined)),
      .init(label: "Issued", text: grouped(row.group.issued)),
    ]
      + entries.map { entry in
        .init(
          label: "Section \(entry.section)",
          text: "\(grouped(entry.count)) of \(entry.place.county), void by "
            + entry.corrections.map(\.id).joined(separator: ", "), style: .correction)
      }
      + corrections.map {
        .init(label: "Correction", text: "\($0.id), \($0.date): \($0.what)", style: .correction)
      }
      + [
        .init(
          label: "Meaning",
          text: "Errata take these from the places that the report named, and name no others; "
            + "the totals stay. C shows them as published.")
      ]
  }
}

extension BrowserState {
  /// The entries of the selected report that errata void.
  var voidedEntries: [VoidedEntry] {
    week.map { dataset.voidedEntries(ofReport: $0.number) } ?? []
  }

  /// Whether errata take the entry of a section in the selected report from a place.
  func voids(_ place: Jurisdiction, section: String) -> Bool {
    voidedEntries.contains { $0.place == place && $0.section == section }
  }
}
