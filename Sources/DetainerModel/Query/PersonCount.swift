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

  /// Counts different persons among the rows that are shown, every group anew; identifiers are read
  /// from the files, so that it takes as long as reading them.
  package func persons(by keys: [GroupKey]) -> [[KeyValue]: PersonCount] {
    let table = dataset.table
    let columns = dataset.keyColumns(keys)
    var numbers: [[UInt32]: Int] = [:]
    var values: [[KeyValue]] = []
    var persons: [Set<String>] = []
    var withoutID: [Int] = []
    shown.forEach { row in
      let codes = columns.map { $0.groups[$0.codes[row]] }
      let number = numbers[codes] ?? values.count
      if number == values.count {
        numbers[codes] = number
        values.append(columns.map { $0.value(row) })
        persons.append([])
        withoutID.append(0)
      }
      let person = table.isTally(row) ? "" : table.text(.person, row)
      if person.isEmpty {
        withoutID[number] += table.count(row)
      } else {
        persons[number].insert(person)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: values.indices.map {
        (values[$0], PersonCount(persons[$0].count, withoutID: withoutID[$0]))
      })
  }

  /// The groups of keys with their persons.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week and no key is `source`.
  public func groupsWithPersons(by keys: [GroupKey]) throws(SourceOverlap) -> [Group] {
    let keys = keysOfPersons(keys)
    let found = persons(by: keys)
    return try groups(by: keys).map { group in
      var group = group
      // Those of whom it is not known what became may be among those asked for, or not.
      if hasOutcomeTerm, group.hasUnknownOutcomes { return group }
      group.persons = found[group.keys] ?? PersonCount(0, withoutID: 0)
      return group
    }
  }
}
