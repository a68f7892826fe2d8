import DetainerModel
import Text

/// Different persons by one key.
extension CountView {
  /// What stands where a picture or a table of two keys has no lines for each release.
  static let severalReleases =
    "Each release has identifiers of persons of its own, and they are never added: source:NAME chooses one."

  /// How many persons stand in a cell; `?` where no identifier says it.
  static func text(_ persons: PersonCount?) -> String {
    persons?.persons.map { grouped($0) } ?? "?"
  }

  /// Persons do not add up, so that there is no share, and the total is counted anew; of several
  /// releases each has lines of its own and there is no total (rule 15 of the data).
  func personsTable(_ selection: Selection) throws(SourceOverlap) -> Table {
    let keys = selection.keysOfPersons([rows])
    let groups = try selection.groupsWithPersons(by: [rows])
      .ordered(
        by: isByName ? .key(0) : .measure(.persons, minimum: 0), keys: keys,
        isReversed: isReversed)
    var table = Table()
    guard !groups.isEmpty else { return table }
    table.listing = selection.countListing(groups, keys: keys, withPersons: true)
    table.coverage = selection.coverageWords
    table.note = "Different identifiers of the release; one person may stand in several lines."
    table.columns = [
      .init(title: keys.map(\.words).joined(separator: ", "), kind: .text),
      .init(title: "persons"), .init(title: "", kind: .bar, rank: 1),
      .init(title: "without id", rank: 2), .init(title: "rows", rank: 3),
    ]
    let largest = groups.compactMap { $0.persons?.persons }.max() ?? 0
    table.rows = groups.map { group in
      let count = group.persons?.persons
      return Table.Row(
        identity: .group(group.keys),
        cells: [
          keys.indices.map { keys[$0].label(of: group, at: $0) }.joined(separator: ", "),
          Self.text(group.persons),
          "", grouped(group.persons?.withoutID), grouped(group.listed),
        ],
        part: largest > 0 ? Double(count ?? 0) / Double(largest) : 0,
        style: group.keys[0].isUnknown ? .dim : .normal)
    }
    if keys.count == 1, let all = selection.persons(by: [])[[]] {
      table.total = [
        "Total", grouped(all.persons), "", grouped(all.withoutID),
        grouped(groups.reduce(0) { $0 + $1.listed }),
      ]
    }
    return table
  }
}
