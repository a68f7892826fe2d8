import DetainerModel
import Screen
import Text

/// The facts of one row: what the source says, how it was placed, and where it stands in the
/// source.
enum DetainerFacts {
  static func facts(_ row: Int, _ shown: Shown) -> [Fact] {
    let table = shown.dataset.table
    let site = table.site(row)
    let place = table.jurisdiction(row)
    let isTally = table.isTally(row)
    let isPublished = table.report(row).kind == .published
    let source = table.source(row)
    let outcome = table.outcome(row)?.name ?? "not known: \(Outcome.reasonUnknown)"
    var facts: [Fact] = []
    if isTally {
      facts.append(
        .init(
          "Stands for",
          counted(table.count(row), "detainer") + " alike in all that is listed"))
      facts.append(.init("Outcome", outcome))
    } else {
      facts.append(.init("Crime", stated(table.text(.crime, row), "not listed")))
      facts.append(.init("Basis", stated(table.text(.basis, row), "not stated")))
      facts.append(
        .init("Citizenship", stated(table.text(.citizenship, row), "not listed")))
      facts.append(.init("Outcome", isPublished ? "" : outcome))
      facts.append(.init("Issued", stated(table.issued(row).iso, "not listed")))
      facts.append(
        .init(isPublished ? "Declined" : "Lifted", ended(row, table, isPublished)))
    }
    facts.append(
      .init(
        "Lift reason",
        isPublished
          ? ""
          : stated(
            table.text(.liftReason, row),
            table.outcome(row) != nil
              ? "none: pending"
              : source.fields.contains(.liftReason) ? "not given" : "not in the release")))
    facts.append(
      .init(
        "Agency",
        [site.facility, site.city].filter { !$0.isEmpty }.joined(separator: ", ")))
    let voids =
      isPublished
      ? shown.dataset.corrections(of: place, in: [table.report(row).period])
        .filter { $0.voids(section: "II") } : []
    facts.append(
      .init(
        "County",
        voids.isEmpty || !shown.query.isAsCorrected
          ? "\(place.words), \(site.placement.explanation)"
          : "not attributable: published as \(place.words), void by "
            + voids.map(\.id).joined(separator: ", "),
        style: voids.isEmpty || !shown.query.isAsCorrected ? .normal : .correction))
    for (label, field) in [
      ("Type", DetainerField.type), ("Criminality", .criminality), ("Threat", .threat),
      ("Gender", .gender), ("Crime code", .crimeCode), ("Born in", .birthCountry),
      ("Agency code", .facilityCode), ("Program", .program), ("Apprehended", .apprehended),
      ("Method", .apprehensionMethod), ("Person", .person),
    ] {
      facts.append(.init(label, table.text(field, row)))
    }
    if let year = table.birthYear(row) { facts.append(.init("Birth year", "\(year)")) }
    if table.isDuplicate(row) {
      facts.append(.init("Duplicate", "likely, according to the release", style: .warning))
    }
    facts.append(.init("Source", "\(source.file):\(table.line(row))", role: .source))
    let corrections = shown.dataset.corrections(of: place, in: [table.report(row).period])
      .filter { $0.isAbout(section: "II") }
    if isPublished {
      facts.append(
        .init(
          "Correction",
          corrections.isEmpty
            ? "none recorded"
            : corrections.map { "\($0.id) \($0.kind): \($0.what)" }.joined(separator: " · "),
          style: corrections.isEmpty ? .normal : .correction, role: .correction))
    }
    facts.append(
      .init("Confidence", Confidence.words(table.text(.confidence, row)), role: .source))
    facts.append(.init("Note", table.text(.note, row), role: .more))
    facts.append(.init("Found at", table.text(.sourceURL, row), role: .source))
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
