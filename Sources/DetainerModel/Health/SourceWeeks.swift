import Text

extension Dataset {
  /// Every report with its counts, newest week first: the rows of the list of weeks, so that no
  /// finding says otherwise.
  func weekCounts() -> [WeekRow] {
    // No term, so no term can be wrong.
    (try? Selection(Query(), in: self))?.weeks() ?? []
  }
}

/// The weeks of a source that was built from records, and those that are missing among them.
package struct SourceWeeks: Sendable {
  /// A week and the detainers in it.
  package struct Count: Hashable, Sendable {
    /// The week.
    package let week: Week
    /// Its detainers.
    package let detainers: Int
  }

  /// Weeks without any row, one after the other.
  package struct Gap: Hashable, Sendable {
    /// The first week that is missing.
    package let first: Week
    /// The last week that is missing.
    package let last: Week
    /// How many weeks are missing.
    package var weeks: Int { last.start.days(since: first.start) / 7 + 1 }

    /// The gap in words.
    var text: String {
      weeks == 1
        ? "the week \(first.iso)" : "the \(grouped(weeks)) weeks \(first.iso) to \(last.iso)"
    }
  }

  /// The name of the source.
  package let source: String
  /// Its weeks, oldest first.
  package let weeks: [Count]
  /// The weeks that are missing between its first and last week, stray dates apart.
  package let gaps: [Gap]

  /// The detainers of the week in the middle, when weeks stand by size.
  package var median: Int { middle(of: weeks.map(\.detainers)) }

  static func all(
    of counts: [WeekRow], calendar: [SourceCalendar], log: inout FindingLog
  ) -> [SourceWeeks] {
    let bySource = Dictionary(grouping: counts) { $0.report.source }
    return calendar.filter { $0.kind != .published }.map { source in
      let weeks = (bySource[source.name] ?? [])
        .filter(\.report.week.isKnown)
        .map { Count(week: $0.report.week, detainers: $0.group.listed) }
        .sorted { $0.week < $1.week }
      let result = SourceWeeks(
        source: source.name, weeks: weeks,
        gaps: gaps(between: weeks.map(\.week).filter { source.covers($0) }))
      for gap in result.gaps {
        log.add(.missingWeeks, file: source.file, "\(source.name) has no row in \(gap.text).")
      }
      return result
    }
  }

  private static func gaps(between weeks: [Week]) -> [Gap] {
    zip(weeks, weeks.dropFirst()).compactMap { before, after in
      before.adding(1) == after ? nil : Gap(first: before.adding(1), last: after.adding(-1))
    }
  }
}

/// The number in the middle of some numbers, the lower one of two; 0 when there are none.
func middle(of numbers: [Int]) -> Int {
  numbers.isEmpty ? 0 : numbers.sorted()[(numbers.count - 1) / 2]
}
