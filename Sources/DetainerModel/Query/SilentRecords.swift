import Text

/// The records chosen that say nothing of what a term asks for, as a release without crimes says
/// nothing of `crime:dui`: nothing is known of what they have of it.
struct SilentRecords: Sendable {
  private let keys: [GroupKey]
  private let reports: [Report]

  init(_ selection: Selection, by keys: [GroupKey]) {
    self.keys = keys
    let sources = selection.silentSources
    reports =
      sources.isEmpty
      ? []
      : selection.chosenReports.map { selection.dataset.table.reports[$0] }.filter {
        $0.kind == .built && sources.contains($0.source)
      }
  }

  var isNone: Bool { reports.isEmpty }

  /// Whether some of them may be of a group.
  func mayBe(of values: [KeyValue]) -> Bool {
    reports.contains { report in
      zip(keys, values).allSatisfy { key, value in
        key == .outcome || !key.isOfReport || report.value(of: key) == value
      }
    }
  }
}

extension Selection {
  /// The terms that look for a text in a column of the rows, and the column.
  private var termsOnTexts: [(term: FilterTerm, field: DetainerField)] {
    query.filter.terms.compactMap { term in
      guard !term.isNegated, !term.values.contains(.none), let field = term.field?.textField,
        term.field?.choosesWhatIsShown != true
      else { return nil }
      return (term, field)
    }
  }

  /// The sources of records chosen that say nothing in a column in which a term looks for a text.
  fileprivate var silentSources: Set<String> {
    termsOnTexts.reduce(into: []) { $0.formUnion(silentSources(in: $1.field)) }
  }

  private func silentSources(in field: DetainerField) -> Set<String> {
    let reports = chosenReports.map { dataset.table.reports[$0] }
    return Set(reports.filter { $0.kind == .built }.map(\.source))
      .subtracting(dataset.sourcesThatSay(field))
  }

  /// Which of the records say nothing of what a term asks for, a sentence for each term.
  var silenceSentences: [String] {
    termsOnTexts.compactMap { term, field in
      let sources = silentSources(in: field).sorted()
      guard let name = term.field?.rawValue, !sources.isEmpty else { return nil }
      return "The records of \(firstNames(sources)) have no \(name), "
        + "so that nothing is known of them."
    }
  }
}

extension Dataset {
  /// The sources that have a text in a column, in any row.
  func sourcesThatSay(_ field: DetainerField) -> Set<String> {
    cache.sourcesThatSay(field) {
      guard let index = field.textIndex else { return [] }
      let sources = Array(Set(table.reports.map(\.source)))
      let numbers = Dictionary(uniqueKeysWithValues: zip(sources, sources.indices))
      let sourceOfReport = table.reports.map { numbers[$0.source] ?? 0 }
      let (codes, reports) = (table.texts[index].codes, table.report)
      var says = Array(repeating: false, count: sources.count)
      var silent = sources.count
      for row in 0..<table.rowCount where codes[row] != 0 {
        let source = sourceOfReport[Int(reports[row])]
        if says[source] { continue }
        says[source] = true
        silent -= 1
        if silent == 0 { break }
      }
      return Set(zip(sources, says).filter(\.1).map(\.0))
    }
  }
}

extension Report {
  /// Its value of a key that each report has one value of; what a longer report says is of no shorter
  /// period.
  func value(of key: GroupKey) -> KeyValue {
    switch key {
    case .week: .text(period.name)
    case .source: .text(source)
    default: key.length?.label(of: period).map { .text($0) } ?? .notItemised(state: "")
    }
  }
}
