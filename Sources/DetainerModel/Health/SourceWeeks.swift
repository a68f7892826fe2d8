import Text

extension Dataset {
  /// Every report with its counts, newest week first: the rows of the list of weeks, so that no
  /// finding says otherwise.
  func weekCounts() -> [WeekRow] {
    // No term, so no term can be wrong.
    (try? Selection(Query(), in: self))?.weeks() ?? []
  }
}

/// The weeks, or longer periods, of a source that was built from records, and those that are missing
/// among them.
package struct SourceWeeks: Sendable {
  /// A week, or a longer period, and the detainers in it.
  package struct Count: Hashable, Sendable {
    /// The period.
    package let period: Period
    /// Its detainers.
    package let detainers: Int
    /// Whether only a part of it is covered, so that it is neither the least nor the most of any.
    package let isPart: Bool
  }

  /// Periods without any row, one after the other.
  package struct Gap: Hashable, Sendable {
    /// The first period that is missing.
    package let first: Period
    /// The last period that is missing.
    package let last: Period
    /// How many are missing.
    package let count: Int

    /// The gap in words.
    var text: String {
      count == 1
        ? first.sentenceName
        : "the \(counted(count, first.unit)) \(first.name) to \(last.name)"
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
        .filter(\.report.period.isKnown)
        .map { Count(period: $0.report.period, detainers: $0.group.listed, isPart: $0.isPart) }
        .sorted { $0.period < $1.period }
      let result = SourceWeeks(
        source: source.name, weeks: weeks,
        gaps: gaps(between: weeks.map(\.period).filter { source.covers($0) }))
      for gap in result.gaps {
        log.add(.missingWeeks, file: source.file, "\(source.name) has no row in \(gap.text).")
      }
      return result
    }
  }

  /// What is missing between periods of one length; the days between two dates follow no other.
  private static func gaps(between periods: [Period]) -> [Gap] {
    zip(periods, periods.dropFirst()).compactMap { before, after in
      guard before.length == after.length, before.length != nil, before.adding(1) < after else {
        return nil
      }
      var count = 1
      while before.adding(count + 1) < after { count += 1 }
      return Gap(first: before.adding(1), last: after.adding(-1), count: count)
    }
  }
}

/// The number in the middle of some numbers, the lower one of two; 0 when there are none.
func middle(of numbers: [Int]) -> Int {
  numbers.isEmpty ? 0 : numbers.sorted()[(numbers.count - 1) / 2]
}
