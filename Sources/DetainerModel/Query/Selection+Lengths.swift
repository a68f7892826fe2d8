/// A selection is of one length: what is stated of a year enters no sum with its weeks (rule 11 of
/// the data).
extension Selection {
  /// The reports that the terms choose and that are in no number of the selection, because they are
  /// longer than what is counted, newest first.
  package var longerReports: [Int] {
    let periods = dataset.table.reports.map(\.period)
    let left = zip(chosen.reports, reports).map { $0 && !$1 }
    guard left.contains(true),
      let shortest = chosenReports.lazy.map({ periods[$0] }).shortest
    else { return [] }
    return dataset.orderedReports.filter { left[$0] && periods[$0].size > shortest }
  }

  /// The selection of the shortest reports that the terms choose, and one of each longer length.
  var ofEachLength: [Selection] {
    let counted = chosen.limited(toSize: nil, in: dataset.table)
    let longer = dataset.table.reports.indices.filter {
      chosen.reports[$0] && !counted.reports[$0]
    }
    return [counting(counted)]
      + Set(longer.map { dataset.table.reports[$0].period.size }).sorted().map(ofSize)
  }

  /// The selection of the reports of a length.
  func ofSize(_ size: Period.Size) -> Selection {
    counting(chosen.limited(toSize: size, in: dataset.table))
  }

  /// The selection with those longer reports that keys of time take in: they lie in one period of
  /// each of these keys, and no shorter report covers a day of theirs.
  package func taking(in keys: [GroupKey]) -> Selection {
    let lengths = keys.compactMap(\.length)
    let longer = lengths.isEmpty || !takesLonger ? [] : longerReports
    guard !longer.isEmpty else { return self }
    let reports = dataset.table.reports
    var taken = self.reports
    var covered = chosenReports.compactMap { dataset.coveredSpan(of: reports[$0]) }
    let bySize = Dictionary(grouping: longer) { reports[$0].period.size }
    for (_, candidates) in bySize.sorted(by: { $0.key < $1.key }) {
      let free = candidates.filter { number in
        let days = reports[number].period.days
        return lengths.allSatisfy { $0.label(of: reports[number].period) != nil }
          && !covered.contains { $0.overlaps(days) }
      }
      // Of two sources of the same days neither goes before the other.
      let alone = free.filter { number in
        keys.contains(.source)
          || !free.contains {
            $0 != number && reports[$0].period.days.overlaps(reports[number].period.days)
          }
      }
      for number in alone {
        taken[number] = true
        covered.append(reports[number].period.days)
      }
    }
    return counting(chosen.limited(to: taken, in: dataset.table))
  }

  // MARK: Reports by themselves

  /// All reports that the terms choose, of every length, newest first.
  var allReports: [Int] { dataset.orderedReports.filter { chosen.reports[$0] } }

  /// What was counted of each report that the terms choose, of every length.
  var groupsOfReports: [[KeyValue]: Group] {
    Dictionary(
      ofEachLength.flatMap { $0.uncheckedGroups(by: Report.keys) }.map { ($0.keys, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is known of the declined of each report that the terms choose.
  var declinedOfReports: (Report) -> Known {
    let bySize = Dictionary(
      ofEachLength.map { selection in
        let first = selection.chosenReports.first.map { dataset.table.reports[$0].period.size }
        return (first, selection.knownDeclined(by: Report.keys))
      }, uniquingKeysWith: { first, _ in first })
    let undated = bySize.first?.value
    return { report in
      let known = report.period.isKnown ? bySize[report.period.size] : undated
      return known?(report.key) ?? .zero
    }
  }
}

extension Report {
  /// The keys that keep reports apart.
  static let keys: [GroupKey] = [.week, .source]
  /// Its values of these keys.
  var key: [KeyValue] { [.text(period.name), .text(source)] }
}
