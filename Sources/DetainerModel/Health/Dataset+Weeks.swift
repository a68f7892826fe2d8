import Text

extension Dataset {
  /// The weeks at the end of a source that are held against up to a year before them.
  static let lateWeeks = (last: 8, before: 52)

  /// Notes the sources whose last weeks are far less resolved than those before: lift reasons arrive
  /// late, and declines with them (reading rule 9).
  func findLateLiftReasons(_ counts: [WeekRow], log: inout FindingLog) {
    for (source, counts) in bySource(counts) where counts[0].report.kind == .built {
      let weeks = counts.compactMap { count -> (week: Week, issued: Int, resolved: Int)? in
        guard count.report.week.isKnown, let issued = count.group.issued, issued > 0,
          let resolved = count.group.resolved
        else { return nil }
        return (count.report.week, issued, resolved)
      }
      let last = weeks.prefix(Self.lateWeeks.last)
      let before = weeks.dropFirst(last.count).prefix(Self.lateWeeks.before)
      guard last.count == Self.lateWeeks.last, before.count >= last.count,
        let from = last.last?.week
      else { continue }
      let (late, usual) = (sums(last), sums(before))
      // Three quarters, in whole numbers: late is less than 3/4 of usual.
      guard late.resolved * usual.issued * 4 < usual.resolved * late.issued * 3 else { continue }
      log.add(
        .lateLiftReasons, file: file(of: source),
        "From the week \(from.iso) on, \(percent(late.resolved, of: late.issued)) of the detainers "
          + "of \(source) have a lift reason; in the \(before.count) weeks before, "
          + "\(percent(usual.resolved, of: usual.issued)) have one."
      )
    }
  }

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

  /// The counts of each source, in the order of the files, newest week first.
  private func bySource(_ counts: [WeekRow]) -> [(source: String, counts: [WeekRow])] {
    let groups = Dictionary(grouping: counts) { $0.report.source }
    return table.sourceNames.compactMap { name in groups[name].map { (name, $0) } }
  }

  private func sums(
    _ weeks: some Sequence<(week: Week, issued: Int, resolved: Int)>
  ) -> (issued: Int, resolved: Int) {
    weeks.reduce(into: (0, 0)) { sums, week in
      sums.0 += week.issued
      sums.1 += week.resolved
    }
  }
}
