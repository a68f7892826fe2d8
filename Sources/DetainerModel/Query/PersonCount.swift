/// Different persons among the rows of a group that are shown (rule 15 of the data).
///
/// A person is an identifier of the release, never a name. Persons do not add up: one may stand in
/// several groups, and each release has identifiers of its own.
public struct PersonCount: Hashable, Sendable {
  /// Different identifiers; nil where no detainer has one, which is not none.
  public let persons: Int?
  /// Detainers without one, which are never guessed: lines of tallies and of published reports, and
  /// records that give none.
  public let withoutID: Int

  init(_ persons: Int, withoutID: Int) {
    self.persons = persons > 0 || withoutID == 0 ? persons : nil
    self.withoutID = withoutID
  }
}

extension Selection {
  /// The keys by which persons can be counted: with the source, where several releases would be
  /// taken together.
  package func keysOfPersons(_ keys: [GroupKey]) -> [GroupKey] {
    let names = Set(chosenReports.map { dataset.table.reports[$0].source })
    return keys.contains(.source) || names.count < 2 ? keys : keys + [.source]
  }

  /// Whether persons can be counted over all of it: each release has identifiers of its own.
  package var hasOnePersonSource: Bool { keysOfPersons([]).isEmpty }

  /// Counts different persons among the rows that are shown, every group anew; identifiers are read
  /// from the files, so that it takes as long as reading them.
  package func persons(by keys: [GroupKey]) -> [[KeyValue]: PersonCount] {
    persons(byEach: [keys])[0]
  }

  /// The same by several lists of keys, while the identifiers are read once.
  func persons(byEach lists: [[GroupKey]]) -> [[[KeyValue]: PersonCount]] {
    let table = dataset.table
    var groups = lists.map { PersonGroups(dataset.keyColumns($0)) }
    var numbers: [String: Int] = [:]
    shown.forEach { row in
      let person = table.isTally(row) ? "" : table.text(.person, row)
      var number: Int?
      if !person.isEmpty {
        number = numbers[person] ?? numbers.count
        numbers[person] = number
      }
      for index in groups.indices { groups[index].add(row, number, table.count(row)) }
    }
    return groups.map(\.counts)
  }

  /// The persons of a group; nil where it has detainers of which it is not known whether they are
  /// among those that terms on the outcome ask for, or a report states some and lists none.
  func persons(_ found: PersonCount?, of group: Group) -> PersonCount? {
    if hasOutcomeTerm, group.hasUnknownOutcomes { return nil }
    return found ?? (group.hasBuilt || group.known == .zero ? PersonCount(0, withoutID: 0) : nil)
  }

  /// The groups of keys with their persons.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week and no key is `source`.
  public func groupsWithPersons(by keys: [GroupKey]) throws(SourceOverlap) -> [Group] {
    let keys = keysOfPersons(keys)
    let found = taking(in: keys).persons(by: keys)
    // How many persons a group has decides whether it passes terms on its size.
    return try withAllGroupSizes.groups(by: keys).map { group in
      var group = group
      group.persons = persons(found[group.keys], of: group)
      return group
    }.filter(passesGroupSize)
  }
}

/// Groups of rows with the persons in each.
private struct PersonGroups {
  private let columns: [KeyColumn]
  private var numbers: [[UInt32]: Int] = [:]
  private var values: [[KeyValue]] = []
  private var persons: [Set<Int>] = []
  private var withoutID: [Int] = []

  init(_ columns: [KeyColumn]) { self.columns = columns }

  /// Adds a row with the number of its person; nil where no identifier is given.
  mutating func add(_ row: Int, _ person: Int?, _ count: Int) {
    let codes = columns.map { $0.groups[$0.codes[row]] }
    let number = numbers[codes] ?? values.count
    if number == values.count {
      numbers[codes] = number
      values.append(columns.map { $0.value(row) })
      persons.append([])
      withoutID.append(0)
    }
    if let person { persons[number].insert(person) } else { withoutID[number] += count }
  }

  var counts: [[KeyValue]: PersonCount] {
    Dictionary(
      uniqueKeysWithValues: values.indices.map {
        (values[$0], PersonCount(persons[$0].count, withoutID: withoutID[$0]))
      })
  }
}
