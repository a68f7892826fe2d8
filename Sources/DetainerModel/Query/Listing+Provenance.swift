import Text

extension Listing {
  /// The listing with all that is to be known of where its rows come from.
  ///
  /// - Parameters:
  ///   - program: the program that writes it, with its version.
  ///   - command: the command line that gives the rows again; empty where there is none.
  ///   - hash: the digest of a file that was read, by its name as it is shown.
  public func traced(
    program: String, command: String, hash: (String) -> String? = { _ in nil }
  ) -> Listing {
    var traced = self
    traced.provenance = provenance(program, command, hash)
    return traced
  }

  private func provenance(
    _ program: String, _ command: String, _ hash: (String) -> String?
  ) -> Provenance {
    let query = selections.first?.query
    var choices: [String] = []
    if query?.dropsDuplicates == true {
      choices.append("rows that a release marks as likely duplicates are left out")
    }
    if query?.isAsCorrected == true {
      choices.append("as corrected: what errata void is taken from its place")
    }
    let corrections =
      sideTable == .corrections ? [] : selections.flatMap(\.correctionsTouching).unique
    let sources = sources(quoting: corrections)
    var hashes: [String: String] = [:]
    for file in sources.flatMap(\.files).unique { hashes[file] = hash(file) }
    return Provenance(
      name: name, measured: measured, title: selections.first?.dataset.title ?? "",
      coverage: sideTable == nil
        ? selections.map(\.coverageWords).unique.joined(separator: " against ") : "",
      filter: selections.map(\.query.filter.text).unique.joined(separator: " against "),
      choices: choices, sources: sources, licences: licences,
      corrections: corrections, caveats: caveats, leastWords: leastWords, program: program,
      command: command, hashes: hashes)
  }

  /// What is to be known to read the rows.
  private var caveats: [ReadingNote] {
    switch sideTable {
    case nil: selections.flatMap(\.caveats).unique
    case .corrections: [.ofCorrections]
    case .policies: []
    }
  }

  /// What the data directories state, and the licence of the table by which counties were found.
  private var licences: [Licence] {
    let datasets = selections.map(\.dataset)
    let hasCountiesByCity =
      columns.contains { $0.name == "county" } && datasets.contains(where: \.hasCountiesByCity)
    return datasets.flatMap(\.licences).unique + (hasCountiesByCity ? [.ofCities] : [])
  }

  /// The column that has the most that the count in another one can be; nil where none has.
  package func columnOfMost(_ least: Int) -> Int? {
    columns.firstIndex { $0.name == columns[least].name + "_most" }
  }

  /// In which columns numbers are a least, and in how many rows.
  private var leastWords: String {
    let pairs = columns.indices.compactMap { least in
      columnOfMost(least).map { (least: least, most: $0) }
    }
    guard !pairs.isEmpty else { return "" }
    var counts = Array(repeating: 0, count: pairs.count)
    for index in 0..<rowCount {
      let cells = row(index)
      for (number, pair) in pairs.enumerated() where cells[pair.least] != cells[pair.most] {
        counts[number] += 1
      }
    }
    return zip(pairs, counts).filter { $1 > 0 }.map { pair, count in
      "\(columns[pair.least].name) is not exact in \(grouped(count)) of "
        + "\(counted(rowCount, "row")): it is the least, \(columns[pair.most].name) the most; "
        + "an empty cell is not known."
    }.joined(separator: " ")
  }
}

extension Selection {
  /// The corrections that speak of the reports and the places that are shown.
  fileprivate var correctionsTouching: [Correction] {
    let periods = Set(chosenReports.map { dataset.table.reports[$0].period })
    // The terms were held against the data before, and side tables take all of these fields.
    let ofPlaces = (try? Selection(query.ofSideTables, in: dataset).corrections()) ?? []
    return ofPlaces.filter { $0.weeks.known.contains(where: periods.contains) }
  }

  /// What is to be known to read the numbers, what concerns them most first.
  fileprivate var caveats: [ReadingNote] {
    let reports = chosenReports.map { dataset.table.reports[$0] }
    let isPublished = reports.contains { $0.kind == .published }
    var notes: [ReadingNote] = []
    if dataset.isPartial {
      notes.append(
        ReadingNote("Partial", "Reading was cancelled: rows are missing from every count."))
    }
    if !longerSentence.isEmpty { notes.append(ReadingNote("Not counted", longerSentence)) }
    notes += dataset.lateLiftReasons.filter { late in
      reports.contains { $0.source == late.source && $0.period >= late.from }
    }.map { ReadingNote("Late", $0.sentence) }
    notes += reports.compactMap { report in
      report.statement.flatMap { statement in
        let words = [statement.status, statement.caveat].filter { !$0.isEmpty }
        return words.isEmpty
          ? nil : ReadingNote("Report \(report.period.name)", words.joined(separator: " · "))
      }
    }
    if isPublished { notes += ReadingNote.ofPublished + [.ofCorrections] }
    return notes + ReadingNote.ofAll
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of the first.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
