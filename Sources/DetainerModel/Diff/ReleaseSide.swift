import Text

/// One of two releases that are held against each other: the records of some sources of a dataset.
public struct ReleaseSide: Sendable {
  /// What the release is called.
  public let name: String
  /// The data that it is part of.
  public let dataset: Dataset
  /// The names of its sources.
  let sources: Set<String>

  /// Takes the records of some sources together; published reports are not among them.
  ///
  /// - Throws: a ``DiffError`` where there are no records, or where two of the sources cover the
  ///   same days, so that nobody would know which of them is meant.
  public init(_ dataset: Dataset, sources names: Set<String>, name: String) throws(DiffError) {
    self.name = name
    self.dataset = dataset
    sources = names.intersection(dataset.releaseNames)
    guard !sources.isEmpty else { throw .noRecords(name) }
    let covered = dataset.coverages.filter { sources.contains($0.key) }
      .sorted { $0.value.issueDays.lowerBound < $1.value.issueDays.lowerBound }
    for (earlier, later) in zip(covered, covered.dropFirst())
    where earlier.value.issueDays.upperBound >= later.value.issueDays.lowerBound {
      throw .severalReleases(name, [earlier.key, later.key].sorted())
    }
  }

  var table: DetainerTable { dataset.table }

  /// All that the release reports.
  var selection: Selection? {
    let term = FilterTerm(.source, sources.sorted().map { .equals($0) })
    return try? Selection(Query(Filter(terms: [term])), in: dataset)
  }

  /// Whether each day, by its packed number, is covered.
  var covered: [Bool] {
    var covered = Array(repeating: false, count: Int(UInt16.max) + 1)
    for (name, coverage) in dataset.coverages where sources.contains(name) {
      let days = coverage.issueDays
      for day in days.lowerBound.packed...days.upperBound.packed { covered[Int(day)] = true }
    }
    return covered
  }

  /// Whether each report of the table, by its number, is one of the release.
  var reports: [Bool] {
    table.reports.map { $0.kind == .built && sources.contains($0.source) }
  }

  /// The canonical columns that its files have; empty where that is not known.
  var fields: Set<DetainerField> {
    table.sources.filter { sources.contains($0.name) }
      .reduce(into: []) { $0.formUnion($1.fields) }
  }

  /// How long the periods of its tallies are; nil where all of it are records with dates.
  var tallyLength: Period.Length? {
    let tallies = table.tallies.intersection(sources)
    let periods = table.reports.lazy.filter { tallies.contains($0.source) }.map(\.period)
    return tallies.isEmpty
      ? nil : periods.max { $0.dayCount < $1.dayCount }?.length ?? .week
  }
}

extension Dataset {
  /// The names of the sources of records, in the order of the files: published reports are none.
  public var releaseNames: [String] {
    let built = Set(table.reports.lazy.filter { $0.kind == .built }.map(\.source))
    return table.sourceNames.filter(built.contains)
  }
}

/// Why two releases cannot be held against each other.
public enum DiffError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was named has no released records.
  case noRecords(String)
  /// What was named has several releases of the same days.
  case severalReleases(String, [String])
  /// There is no day that both cover: the days of either.
  case noSharedDays(before: String, after: String)
  /// A key by which two releases are not told apart.
  case keyOfRelease(GroupKey)

  /// The sentence, with what to do.
  public var description: String {
    switch self {
    case .noRecords(let name):
      "“\(excerpt(name))” has no released records; published reports are compared with “ddor compare”."
    case .severalReleases(let name, let sources):
      "“\(excerpt(name))” has several releases of the same days, \(sources.joined(separator: " and ")); name one on either side: ddor diff RELEASE RELEASE DIRECTORY."
    case .noSharedDays(let before, let after):
      "No day is covered by both: the first is of \(before), the second of \(after)."
    case .keyOfRelease(let key):
      "“\(key.rawValue)”: the releases are what is compared; choose another key."
    }
  }
}
