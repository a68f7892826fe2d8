import DetainerModel
import Text

/// The facts of one row: what the source says, how it was placed, and where it stands in the
/// source.
enum DetainerDetail {
  static func facts(_ row: Int, _ state: BrowserState) -> [DetailView.Fact] {
    let table = state.dataset.table
    let site = table.site(row)
    let place = table.jurisdiction(row)
    let isTally = table.isTally(row)
    let isPublished = table.report(row).kind == .published
    let source = table.source(row)
    var facts: [DetailView.Fact] = []
    if isTally {
      facts.append(
        .init(
          label: "Stands for",
          text: counted(table.count(row), "detainer") + " alike in all that is listed"))
      facts.append(.init(label: "Outcome", text: table.outcome(row).name))
    } else {
      facts.append(.init(label: "Crime", text: stated(table.text(.crime, row), "not listed")))
      facts.append(.init(label: "Basis", text: stated(table.text(.basis, row), "not stated")))
      facts.append(
        .init(label: "Citizenship", text: stated(table.text(.citizenship, row), "not listed")))
      facts.append(.init(label: "Outcome", text: isPublished ? "" : table.outcome(row).name))
      facts.append(.init(label: "Issued", text: stated(table.issued(row).iso, "not listed")))
      facts.append(
        .init(label: isPublished ? "Declined" : "Lifted", text: ended(row, table, isPublished)))
    }
    facts.append(
      .init(
        label: "Lift reason",
        text: isPublished ? "" : stated(table.text(.liftReason, row), "none: pending")))
    facts.append(
      .init(
        label: "Agency",
        text: [site.facility, site.city].filter { !$0.isEmpty }.joined(separator: ", ")))
    let voids =
      isPublished
      ? state.dataset.corrections(of: place, in: [table.report(row).week])
        .filter { $0.voids(section: "II") } : []
    facts.append(
      .init(
        label: "County",
        text: voids.isEmpty || !state.isAsCorrected
          ? "\(place.words), \(site.placement.explanation)"
          : "not attributable: published as \(place.words), void by "
            + voids.map(\.id).joined(separator: ", "),
        style: voids.isEmpty || !state.isAsCorrected ? .normal : .correction))
    for (label, field) in [
      ("Type", DetainerField.type), ("Criminality", .criminality), ("Threat", .threat),
      ("Gender", .gender), ("Crime code", .crimeCode), ("Born in", .birthCountry),
      ("Agency code", .facilityCode), ("Person", .person),
    ] {
      facts.append(.init(label: label, text: table.text(field, row)))
    }
    if let year = table.birthYear(row) { facts.append(.init(label: "Birth year", text: "\(year)")) }
    if table.isDuplicate(row) {
      facts.append(.init(label: "Duplicate", text: "likely, says the release", style: .warning))
    }
    facts.append(.init(label: "Source", text: "\(source.file):\(table.line(row))"))
    let corrections = state.dataset.corrections(of: place, in: [table.report(row).week])
      .filter { $0.sections.isEmpty || $0.sections.contains("II") }
    if isPublished {
      facts.append(
        .init(
          label: "Correction",
          text: corrections.isEmpty
            ? "none recorded"
            : corrections.map { "\($0.id) \($0.kind): \($0.what)" }.joined(separator: " · "),
          style: corrections.isEmpty ? .normal : .correction))
    }
    facts.append(.init(label: "Confidence", text: table.text(.confidence, row)))
    facts.append(.init(label: "Note", text: table.text(.note, row)))
    facts.append(.init(label: "Found at", text: table.text(.sourceURL, row)))
    return facts
  }

  private static func ended(_ row: Int, _ table: DetainerTable, _ isPublished: Bool) -> String {
    let day = table.lifted(row)
    guard day.isKnown else { return isPublished ? "in this week, day not listed" : "" }
    return table.age(row).map { "\(day.iso), \(grouped($0)) days later" } ?? day.iso
  }

  private static func stated(_ text: String, _ otherwise: String) -> String {
    text.isEmpty ? otherwise : text
  }
}
