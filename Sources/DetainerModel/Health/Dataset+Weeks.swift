import Text

extension Dataset {
  /// Notes the weeks that more than one source covers, one finding for each set of sources.
  func findOverlaps(log: inout FindingLog) {
    guard let weeks = (try? Selection(Query(), in: self))?.overlappingWeeks else { return }
    let bySources = Dictionary(grouping: weeks, by: \.sources)
    for (sources, weeks) in bySources.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let newest = weeks.first?.week, let oldest = weeks.last?.week else { continue }
      log.add(
        .overlappingWeeks, file: file(of: sources[0]),
        "\(sources.joined(separator: ", ")) cover the same \(counted(weeks.count, "week")) "
          + "between \(oldest.iso) and \(newest.end.iso).")
    }
  }

  /// The first file of a source.
  func file(of source: String) -> String {
    table.sources.first { $0.name == source }?.file ?? source
  }
}
