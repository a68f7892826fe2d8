import Text

/// Terms on what is not kept in the table: it is read again from the files, some thousands of rows
/// at a time.
extension TermEvaluation {
  /// How many rows are read again before anyone is asked whether they are still wanted.
  private static let step = 4096

  /// Identifiers of persons.
  func insertPersons(_ term: FilterTerm, into rows: inout RowSet) {
    let table = dataset.table
    insertRead(term, into: &rows) { table.text(.person, $0) }
  }

  /// Columns without a canonical name, by the name that the file gives them.
  ///
  /// - Throws: a ``FilterError`` where no file has such a column.
  func insertOther(
    _ column: String, _ term: FilterTerm, into rows: inout RowSet
  ) throws(FilterError) {
    let table = dataset.table
    let places = try places(ofColumn: column, term)
    insertRead(term, into: &rows) { row in
      let source = table.source[row]
      guard let place = places[source] else { return "" }
      return table.originals[source]?.value(place, line: table.line(row)) ?? ""
    }
  }

  private func insertRead(
    _ term: FilterTerm, into rows: inout RowSet, _ text: (Int) -> String
  ) {
    let match = TextMatch(term.values, isCancelled: isCancelled)
    var waiting: [Int] = []
    func search(_ rows: inout RowSet) {
      defer { waiting.removeAll(keepingCapacity: true) }
      if isCancelled() { return }
      let holds = match(SearchTexts([""] + waiting.map(text)))
      for (index, row) in waiting.enumerated() where holds[index + 1] { rows.insert(row) }
    }
    (candidates ?? RowSet(universe: dataset.table.rowCount, all: true)).forEach { row in
      waiting.append(row)
      if waiting.count == Self.step { search(&rows) }
    }
    search(&rows)
  }

  /// Where a column stands among those of each file that has it.
  private func places(ofColumn name: String, _ term: FilterTerm) throws(FilterError) -> [Int?] {
    let names = dataset.table.originals.map { $0?.names ?? [] }
    func places(of name: String) -> [Int?]? {
      let key = Self.key(name)
      let places = names.map { $0.firstIndex { Self.key($0) == key } }
      return places.contains { $0 != nil } ? places : nil
    }
    if let found = places(of: name) { return found }
    // An export gives a column this prefix where its name would be taken for one of ours.
    if let own = OtherColumns.ownName(name), let found = places(of: own) { return found }
    let all = Set(names.joined())
    guard !all.isEmpty else {
      throw FilterError(
        column: term.column, token: name,
        message: "no file has columns beside those that are fields of their own.")
    }
    let nearest = nearestName(to: Self.key(name), among: all.map(Self.key).sorted())
      .flatMap { key in all.sorted().first { Self.key($0) == key } }
    throw FilterError(
      column: term.column, token: name,
      message: nearest.map { "no file has a column of this name; did you mean “\($0)”?" }
        ?? "no file has a column of this name. The others are \(Self.list(all))."
    )
  }

  private static func key(_ name: String) -> String { folded(singleSpaced(name)) }

  /// The first names, in order.
  private static func list(_ names: Set<String>) -> String {
    firstNames(names.sorted().map { "“\(excerpt($0))”" }, atMost: 8, letters: 120)
  }
}

extension Selection {
  /// The rows for which a term holds that is read again from the files, among the rows that are
  /// asked for alone: reading all of them would take as long as opening the files.
  func rowsReadAgain(
    _ term: FilterTerm, of event: Event, among candidates: RowSet
  ) throws(FilterError) -> RowSet {
    let cache = dataset.cache
    let asked = FilterTerm(term.field, term.values, column: term.column)
    var known = cache.readAgain(asked)
    var open = candidates
    if let known { open.subtract(known.asked) }
    if known == nil || !open.isEmpty {
      let found = try evaluation(of: event, among: open).rows(asked)
      let isWhole = !isCancelled()
      known = ReadAgain(known, asked: open, holds: found)
      if isWhole, let known { cache.keep(known, asked) }
    }
    var rows = known?.holds ?? RowSet(universe: candidates.universe)
    if term.isNegated { rows.invert() }
    return rows
  }
}

/// What was read again from the files for a term.
struct ReadAgain: Sendable {
  /// The rows that were read.
  private(set) var asked: RowSet
  /// Those for which the term holds.
  private(set) var holds: RowSet

  /// Adds rows to those that were read before.
  init(_ before: ReadAgain?, asked: RowSet, holds: RowSet) {
    self.asked = asked
    self.holds = holds
    if let before {
      self.asked.formUnion(before.asked)
      self.holds.formUnion(before.holds)
    }
  }
}
