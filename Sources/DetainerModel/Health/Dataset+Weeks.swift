import Text

extension Dataset {
  /// Notes the weeks, or longer periods, that more than one source covers, one finding for each set
  /// of sources.
  func findOverlaps(log: inout FindingLog) {
    guard let all = try? Selection(Query(), in: self) else { return }
    let weeks = all.ofEachLength.flatMap(\.overlappingWeeks)
    let bySources = Dictionary(grouping: weeks, by: \.sources)
    for (sources, weeks) in bySources.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let newest = weeks.first?.period, let oldest = weeks.last?.period else { continue }
      log.add(
        .overlappingWeeks, file: file(of: sources[0]),
        "\(firstNames(sources)) cover the same \(counted(weeks.count, newest.unit)) "
          + "between \(oldest.start.iso) and \(newest.end.iso).")
    }
  }

  /// The first file of a source.
  func file(of source: String) -> String {
    table.sources.first { $0.name == source }?.file ?? source
  }
}
