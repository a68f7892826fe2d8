/// The rows of the terms asked for last: while a filter is typed, all terms but one stay the same,
/// and that one grows and shrinks.
struct RecentTerms: Sendable {
  /// How many terms are kept, each with a bit for every row.
  private static let limit = 16

  private struct Entry: Sendable {
    let term: FilterTerm
    let event: Event
    let rows: RowSet
  }

  /// The entries, the one used last at the end.
  private var entries: [Entry] = []

  /// The rows of a term.
  mutating func rows(_ term: FilterTerm, of event: Event) -> RowSet? {
    guard let index = entries.lastIndex(where: { $0.term == term && $0.event == event }) else {
      return nil
    }
    let entry = entries.remove(at: index)
    entries.append(entry)
    return entry.rows
  }

  /// The fewest rows known to hold all rows of a term.
  func rows(narrowedBy term: FilterTerm) -> RowSet? {
    entries.filter { term.narrows($0.term) }
      .max { ($0.term.searchedText?.utf8.count ?? 0) < ($1.term.searchedText?.utf8.count ?? 0) }?
      .rows
  }

  /// Keeps the rows of a term, and forgets those that were not asked for longest.
  mutating func keep(_ rows: RowSet, _ term: FilterTerm, of event: Event) {
    entries.removeAll { $0.term == term && $0.event == event }
    entries.append(Entry(term: term, event: event, rows: rows))
    if entries.count > Self.limit { entries.removeFirst() }
  }
}

extension FilterTerm {
  /// The text that a term looks for in whatever contains it, where that is all it does.
  ///
  /// Counties, states and other lists in which whole names come first are not among them: a longer
  /// name can choose what a shorter one did not. Nor are regular expressions and negated terms.
  fileprivate var searchedText: String? {
    let isOfAnyText =
      field.map { field in
        [.facility, .city, .person].contains(field)
          || field.textField != nil && field != .type && field != .gender
      } ?? true
    guard isOfAnyText, !isNegated, values.count == 1, case .contains(let text) = values[0] else {
      return nil
    }
    // Abbreviations stand for other words.
    return field == .crime && CrimeSynonyms.wordings(of: text).count > 1 ? nil : text
  }

  /// Whether all rows of this term are among those of another one.
  fileprivate func narrows(_ other: FilterTerm) -> Bool {
    guard field == other.field, let text = searchedText, let part = other.searchedText else {
      return false
    }
    return text.utf8.count > part.utf8.count && text.contains(part)
  }
}
