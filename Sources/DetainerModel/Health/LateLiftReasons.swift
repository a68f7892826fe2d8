import Text

/// A source whose last weeks are far less resolved than those before: lift reasons arrive late, and
/// declines with them (reading rule 9 of the releases).
package struct LateLiftReasons: Hashable, Sendable {
  /// The weeks at the end of a source that are held against up to a year before them.
  private static let weeks = (last: 8, before: 52)

  /// The name of the source.
  package let source: String
  /// The first of its last weeks.
  package let from: Period
  /// How many weeks before are held against them.
  package let weeksBefore: Int
  /// What was issued in the last weeks, and how much of it is resolved.
  package let late: Sums
  /// The same of the weeks before.
  package let usual: Sums

  /// How many were issued, and how many of them are resolved.
  package struct Sums: Hashable, Sendable {
    package var issued = 0
    package var resolved = 0

    /// Takes what was counted.
    package init(issued: Int = 0, resolved: Int = 0) {
      self.issued = issued
      self.resolved = resolved
    }
  }

  /// Takes what was found before.
  package init(_ source: String, from: Period, weeksBefore: Int, late: Sums, usual: Sums) {
    self.source = source
    self.from = from
    self.weeksBefore = weeksBefore
    self.late = late
    self.usual = usual
  }

  /// What is late, in words.
  package var sentence: String {
    "From the week \(from.name) on, \(percent(late.resolved, of: late.issued)) of the detainers "
      + "of \(source) have a lift reason; in the \(weeksBefore) weeks before, "
      + "\(percent(usual.resolved, of: usual.issued)) have one."
  }

  /// Looks at the weeks of a source, newest first; nil where they say nothing of the kind.
  init?(_ source: String, _ counts: [WeekRow]) {
    guard counts.first?.report.kind == .built else { return nil }
    let weeks = counts.filter { $0.report.period.length == .week && ($0.group.issued ?? 0) > 0 }
    let last = weeks.prefix(Self.weeks.last)
    let before = weeks.dropFirst(last.count).prefix(Self.weeks.before)
    guard !(last + before).contains(where: \.group.hasUnknownOutcomes) else { return nil }
    guard last.count == Self.weeks.last, before.count >= last.count, let from = last.last
    else { return nil }
    self.source = source
    self.from = from.report.period
    weeksBefore = before.count
    (late, usual) = (Self.sums(last), Self.sums(before))
    // Three quarters, in whole numbers: late is less than 3/4 of usual.
    guard late.resolved * usual.issued * 4 < usual.resolved * late.issued * 3 else { return nil }
  }

  private static func sums(_ weeks: some Sequence<WeekRow>) -> Sums {
    weeks.reduce(into: Sums()) { sums, week in
      sums.issued += week.group.issued ?? 0
      sums.resolved += week.group.resolved ?? 0
    }
  }
}

extension Dataset {
  /// The sources whose lift reasons arrive late, in the order of the files, as far as the data at
  /// hand show it; none while they are read, when the last weeks are not the last.
  package var lateLiftReasons: [LateLiftReasons] {
    if isLoading { return [] }
    if let knownSums { return knownSums.lateLiftReasons }
    return cache.lateLiftReasons {
      let weeks = Dictionary(grouping: weekCounts()) { $0.report.source }
      return table.sourceNames.compactMap { LateLiftReasons($0, weeks[$0] ?? []) }
    }
  }
}
