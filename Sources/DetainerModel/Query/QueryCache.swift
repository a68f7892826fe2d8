import Synchronization

/// What questions to one table have in common, found once: folded texts, keys, and the rows of the
/// terms asked for last.
///
/// It never changes an answer, only how long it takes, and may be asked from several threads.
final class QueryCache: Sendable {
  /// The lists of texts that are searched, by what they are of.
  enum Texts: Hashable, Sendable {
    case field(DetainerField)
    case facilities, cities
    case places, knownPlaces
  }

  private struct Contents {
    var texts: [Texts: SearchTexts] = [:]
    var keys: [GroupKey: KeyColumn] = [:]
    var ranks: [DetainerField: [UInt32]] = [:]
    var places: [FoldedPlace]?
    var knownPlaces: [KnownPlace]?
    var foldedKnownPlaces: [FoldedPlace]?
    var cities: [Dataset.City]?
    var sourcesThatSay: [DetainerField: Set<String>] = [:]
    var placeScopes: [[FilterTerm]: PlaceScope] = [:]
    var figures: [Int: PublishedFigures] = [:]
    var weeks: [WeekRow]?
    var orderedReports: [Int]?
    var startPeriod: Period?
    var coverages: [String: Coverage]?
    var builtRows: (all: RowSet?, byLiftDate: RowSet?)?
    var withoutOutcome: RowSet?
    var sums: [TableSums.Column: [SIMD8<Int>]] = [:]
    var tallies: [[GroupKey]: Tally] = [:]
    var terms = RecentTerms()
    var readAgain: [FilterTerm: ReadAgain] = [:]
    var corrected: Dataset?
    var batches: [Batch]?
    var lateLiftReasons: [LateLiftReasons]?
    var differences: [[Set<String>]: Result<FoundDifferences, DiffError>] = [:]
  }

  private let contents = Mutex(Contents())

  /// Texts ready to be searched.
  func texts(_ name: Texts, _ make: () -> SearchTexts) -> SearchTexts {
    found({ $1(&$0.texts[name]) }, make)
  }

  /// A key laid over the table.
  func key(_ key: GroupKey, _ make: () -> KeyColumn) -> KeyColumn {
    found({ $1(&$0.keys[key]) }, make)
  }

  /// The place of each code of a field in the alphabet.
  func ranks(_ field: DetainerField, _ make: () -> [UInt32]) -> [UInt32] {
    found({ $1(&$0.ranks[field]) }, make)
  }

  /// The jurisdictions as terms see them.
  func places(_ make: () -> [FoldedPlace]) -> [FoldedPlace] { found({ $1(&$0.places) }, make) }

  /// All places that can be named.
  func knownPlaces(_ make: () -> [KnownPlace]) -> [KnownPlace] {
    found({ $1(&$0.knownPlaces) }, make)
  }

  /// All places that can be named, as terms see them.
  func foldedKnownPlaces(_ make: () -> [FoldedPlace]) -> [FoldedPlace] {
    found({ $1(&$0.foldedKnownPlaces) }, make)
  }

  /// The sources that have a text in a column.
  func sourcesThatSay(_ field: DetainerField, _ make: () -> Set<String>) -> Set<String> {
    found({ $1(&$0.sourcesThatSay[field]) }, make)
  }

  /// The places that are no counties.
  func cities(_ make: () -> [Dataset.City]) -> [Dataset.City] { found({ $1(&$0.cities) }, make) }

  /// The places that terms choose, of which a few are kept.
  func placeScope(_ terms: [FilterTerm], _ make: () -> PlaceScope) -> PlaceScope {
    contents.withLock { if $0.placeScopes.count > 16 { $0.placeScopes = [:] } }
    return found({ $1(&$0.placeScopes[terms]) }, make)
  }

  /// What a published report states and lists, by its number.
  func figures(ofReport number: Int, _ make: () -> PublishedFigures) -> PublishedFigures {
    found({ $1(&$0.figures[number]) }, make)
  }

  /// All reports with the counts of all their rows.
  func weeks(_ make: () -> [WeekRow]) -> [WeekRow] { found({ $1(&$0.weeks) }, make) }

  /// The reports in the order in which they are listed.
  func orderedReports(_ make: () -> [Int]) -> [Int] { found({ $1(&$0.orderedReports) }, make) }

  /// The period to open where the data names none.
  func startPeriod(_ make: () -> Period) -> Period { found({ $1(&$0.startPeriod) }, make) }

  /// What each source covers.
  func coverages(_ make: () -> [String: Coverage]) -> [String: Coverage] {
    found({ $1(&$0.coverages) }, make)
  }

  /// The rows of built reports, and of those that count by lift date; nil for all.
  func builtRows(
    _ make: () -> (all: RowSet?, byLiftDate: RowSet?)
  ) -> (all: RowSet?, byLiftDate: RowSet?) {
    found({ $1(&$0.builtRows) }, make)
  }

  /// The rows of releases without lift reasons; empty where there are none.
  func rowsWithoutOutcome(_ make: () -> RowSet) -> RowSet {
    found({ $1(&$0.withoutOutcome) }, make)
  }

  /// All rows of built reports, summed up by the codes of a column.
  func sums(_ column: TableSums.Column, _ make: () -> [SIMD8<Int>]) -> [SIMD8<Int>] {
    found({ $1(&$0.sums[column]) }, make)
  }

  /// All rows of built reports, summed up by keys.
  func tally(_ keys: [GroupKey], _ make: () -> Tally) -> Tally {
    found({ $1(&$0.tallies[keys]) }, make)
  }

  /// The data as corrected.
  func corrected(_ make: () -> Dataset) -> Dataset { found({ $1(&$0.corrected) }, make) }

  /// The days of issue that are batches.
  func batches(_ make: () -> [Batch]) -> [Batch] { found({ $1(&$0.batches) }, make) }

  /// The sources whose lift reasons arrive late.
  func lateLiftReasons(_ make: () -> [LateLiftReasons]) -> [LateLiftReasons] {
    found({ $1(&$0.lateLiftReasons) }, make)
  }

  /// What two releases, by the names of their sources, say otherwise; the last few are kept.
  func differences(
    _ sources: [Set<String>], _ make: () -> Result<FoundDifferences, DiffError>
  ) -> Result<FoundDifferences, DiffError> {
    contents.withLock { if $0.differences.count > 1 { $0.differences = [:] } }
    return found({ $1(&$0.differences[sources]) }, make)
  }

  /// The rows of a term that was asked for lately.
  func rows(_ term: FilterTerm, of event: Event) -> RowSet? {
    contents.withLock { $0.terms.rows(term, of: event) }
  }

  /// Rows that hold all rows of a term, of a term that it narrows.
  func rows(narrowedBy term: FilterTerm) -> RowSet? {
    contents.withLock { $0.terms.rows(narrowedBy: term) }
  }

  /// Keeps the rows of a term for the next question.
  func keep(_ rows: RowSet, _ term: FilterTerm, of event: Event) {
    contents.withLock { $0.terms.keep(rows, term, of: event) }
  }

  /// What was read again from the files for a term.
  func readAgain(_ term: FilterTerm) -> ReadAgain? { contents.withLock { $0.readAgain[term] } }

  /// Keeps what was read again from the files, for a few terms.
  func keep(_ found: ReadAgain, _ term: FilterTerm) {
    contents.withLock {
      if $0.readAgain.count > 16 { $0.readAgain = [:] }
      $0.readAgain[term] = found
    }
  }

  /// - Parameter lend: lends the place where the answer is kept. A key path to it would be made anew at
  ///   each question, with the value that is in it.
  private func found<Value: Sendable>(
    _ lend: (inout Contents, (inout Value?) -> Void) -> Void, _ make: () -> Value
  ) -> Value {
    var found: Value?
    contents.withLock { contents in lend(&contents) { found = $0 } }
    if let found { return found }
    // Two threads may both make it; neither waits for the other, and both make the same.
    let made = make()
    contents.withLock { contents in lend(&contents) { $0 = made } }
    return made
  }
}
