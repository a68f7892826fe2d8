import DetainerModel
import Screen

/// All that the browser knows: the data, what is chosen of it, and where the user is.
public struct BrowserState: Sendable {
  /// The filter the browser starts with: the subject of the reports.
  public static let startFilter = Filter(
    terms: [FilterTerm(.outcome, [.contains(Outcome.declined.name)])])

  /// The size of the screen.
  public internal(set) var size: Size
  /// The data as far as it is read.
  public internal(set) var dataset: Dataset
  /// The filter that is in force.
  public internal(set) var filter: Filter
  /// The filter that Esc goes back to.
  let startFilter: Filter
  /// Whether rows that a release marks as likely duplicates are left out.
  var dropsDuplicates: Bool
  /// Whether errata take what they void from its place.
  var isAsCorrected: Bool

  /// What the filter chooses; nil before anything was asked.
  var selection: Selection?
  /// What it chooses of the selected week; nil where there is none.
  var weekSelection: Selection?
  /// What it chooses of the selected jurisdiction in that week; nil where it has no rows.
  var placeSelection: Selection?

  /// The rows of the panes.
  var weeks: [WeekRow] = []
  var jurisdictions: [JurisdictionRow] = []
  var detainers: [Int] = []
  /// The weeks before the selected one, for the jurisdictions; nil until there is room to show them.
  var recent: RecentDeclines?

  var positions: [Pane: PanePosition] = [:]
  var focus = Pane.jurisdictions
  var isZoomed = false
  var marks: [Pane: Set<RowIdentity>] = [:]
  /// The week and jurisdiction the user means, kept while they are out of sight.
  var wantedWeek: RowIdentity?
  var wantedJurisdiction: RowIdentity?
  /// The panes in which the user has moved; the others follow what is read.
  var moved: Set<Pane> = []

  var jurisdictionOrder = JurisdictionOrder.declined
  var detainerOrder = DetainerOrder.file
  var reversed: Set<Pane> = []

  /// The view that stands in place of the panes.
  var openView: OpenView?
  /// The views over which it was opened.
  var viewsBelow: [OpenView] = []
  /// Where Enter in a view came from, to go back to.
  var trail: [Whereabouts] = []

  var keymap = Keymap()
  /// The filter being typed, and the one to go back to.
  var prompt: (editor: LineEditor, before: Filter)?
  /// The question whose answer is waited for, and how many there have been.
  var pending: (number: Int, query: Query)?
  var questionsAsked = 0
  var overlay: Overlay?
  /// A sentence for the status line, gone with the next key.
  var message: (text: String, isError: Bool)? {
    didSet { if let message { pastMessages = pastMessages.suffix(99) + [message] } }
  }
  /// The sentences of this session, the newest last.
  var pastMessages: [(text: String, isError: Bool)] = []
  var progress: LoadProgress?
  var quitsOnCancel = false

  /// Opens the data at the week it names, else at the newest.
  public init(
    dataset: Dataset, size: Size, query: Query = Query()
  ) {
    let filter = query.filter
    self.dataset = dataset
    self.size = size
    dropsDuplicates = query.dropsDuplicates
    isAsCorrected = query.isAsCorrected
    // A filter that chooses outcomes itself stands alone.
    let choosesOutcome = filter.terms.contains { $0.field?.choosesWhatIsShown == true }
    startFilter = choosesOutcome ? filter : Self.startFilter.and(filter)
    self.filter = startFilter
    refresh(hasGrown: true)
  }

  /// A filter as it is asked of the data, with all that holds beside it.
  func query(_ filter: Filter) -> Query {
    Query(filter, dropsDuplicates: dropsDuplicates, isAsCorrected: isAsCorrected)
  }

  /// Whether a term speaks of rows, so that only listed rows count (rule 4 of the data).
  var hasRowTerm: Bool { selection?.hasRowTerm == true }

  /// The selected week.
  var week: WeekRow? { element(weeks, .weeks) }
  /// The selected jurisdiction.
  var jurisdiction: JurisdictionRow? { element(jurisdictions, .jurisdictions) }
  /// The date by which the selected week counts, where it is a built report.
  var basisWords: String { (week?.report.basis ?? .issueDate).words }
  /// The selected record.
  var detainer: Int? { element(detainers, .detainers) }

  private func element<Row>(_ rows: [Row], _ pane: Pane) -> Row? {
    let cursor = positions[pane]?.cursor ?? 0
    return rows.indices.contains(cursor) ? rows[cursor] : nil
  }

  /// How many rows a pane has.
  func rowCount(_ pane: Pane) -> Int {
    switch pane {
    case .weeks: weeks.count
    case .jurisdictions: jurisdictions.count
    case .detainers: detainers.count
    }
  }

  /// What a row of a pane is.
  func identity(_ pane: Pane, _ row: Int) -> RowIdentity? {
    guard row >= 0, row < rowCount(pane) else { return nil }
    return switch pane {
    case .weeks: .week(weeks[row].report.week, source: weeks[row].report.source)
    case .jurisdictions: .jurisdiction(jurisdictions[row].identity)
    case .detainers: .detainer(detainers[row])
    }
  }

  /// The layout for the present size and focus.
  var layout: Layout { Layout(size: size, focus: focus, isZoomed: isZoomed) }
}
