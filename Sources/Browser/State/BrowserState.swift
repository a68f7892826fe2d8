import DetainerModel
import Screen
import Text

/// All that the browser knows: the data, what is asked and shown of it, and where the user is.
public struct BrowserState: Sendable {
  /// The filter the browser starts with: the subject of the reports.
  static let startFilter = Filter(
    terms: [FilterTerm(.outcome, [.contains(Outcome.declined.name)])])

  /// The size of the screen.
  package internal(set) var size: Size
  /// The data as far as it is read.
  package internal(set) var dataset: Dataset
  /// The paths that were opened, as they were given.
  let paths: [String]
  /// The directory from which these lead, for lines that are pasted elsewhere; empty where it is not
  /// to be told.
  let directory: String
  /// The filter that Esc goes back to.
  let startFilter: Filter

  /// What the user has asked for.
  var request: Request
  /// What the screen shows.
  var shown: Shown
  /// The question whose answer is waited for, and how many there have been.
  var waiting: Waiting?
  var questionsAsked = 0

  var focus = Pane.jurisdictions
  var isZoomed = false
  var marks: [Pane: Set<RowIdentity>] = [:]
  /// The panes in which the user has moved; the others follow what is read.
  var moved: Set<Pane> = []
  /// The views over which the open one was opened.
  var viewsBelow: [OpenView] = []
  /// Where Enter in a view came from, to go back to.
  var trail: [Whereabouts] = []

  /// What was before, to be taken back.
  var history = History()
  /// Where a range of rows to be marked begins, in the pane with the focus.
  var rangeStart: RowIdentity?

  var keymap: Keymap
  /// The command that opens links; empty where none is named.
  let linkCommand: String
  /// Filters with their names, which the user has saved.
  let savedFilters: [(name: String, filter: String)]
  /// What the export dialog has switched on at first.
  let exportForm: ExportForm
  /// The tour, where one has begun.
  var tour: Tour?
  /// What counting views measure at first, as the user has set it.
  let usual: UsualMeasure
  /// The filters that were used in earlier sessions, and in this one, the newest last.
  package var earlierFilters: [String] = []
  package internal(set) var usedFilters: [String] = []
  /// The command that opened the view.
  var openedBy: String?
  /// The filter being typed.
  var prompt: Prompt?
  var dialog: (any Dialog)? {
    didSet {
      if dialog == nil, let detail = oldValue as? DetailDialog { wrapping = detail.wrapping }
    }
  }
  /// The lines of long cells of which the detail was open.
  private(set) var wrapping = WrappedTexts()
  /// A sentence for the status line, gone with the next key.
  var message: (text: String, isError: Bool)? {
    didSet { if let message { pastMessages = pastMessages.suffix(99) + [message] } }
  }
  /// The sentences of this session, the newest last.
  var pastMessages: [(text: String, isError: Bool)] = []
  var progress: LoadProgress?
  /// The commands that rows were given to in this session, the newest last.
  var pipedCommands: [String] = []
  /// The paths that were exported to in this session, as they were typed, the newest last.
  var exportedPaths: [String] = []
  var quitsOnCancel = false

  /// Opens the data at the week it names, else at the newest.
  ///
  /// - Parameters:
  ///   - paths: the paths as they were given, for the command lines that are copied.
  ///   - directory: the directory from which they lead, where such a line is to name it.
  public init(
    dataset: Dataset, size: Size, query: Query = Query(), paths: [String] = [],
    from directory: String = "", configuration: Configuration = Configuration()
  ) {
    self.dataset = dataset
    self.paths = paths
    self.directory = directory
    self.size = size
    keymap = Keymap(rebinding: configuration.keys)
    savedFilters = configuration.filters
    usual = configuration.usual
    linkCommand = configuration.link
    exportForm = configuration.csv
    // A filter that chooses outcomes itself stands alone.
    let choosesOutcome = query.filter.terms.contains { $0.field?.choosesWhatIsShown == true }
    startFilter = choosesOutcome ? query.filter : Self.startFilter.and(query.filter)
    request = Request(query: query.with(startFilter))
    shown = Shown(request, in: dataset)
    shown.keymap = keymap
    ask(from: .weeks, hasGrown: true)
    awaitAnswer()
    if !query.filter.terms.isEmpty { sayWhereItLed(from: dataset.startPeriod) }
    if !dataset.isLoading, let leftOut { message = (leftOut, true) }
    noteWhatIsSettled()
  }

  /// The filter that is asked for.
  package var filter: Filter { request.query.filter }

  /// What the cells of counting views say at first, as far as this data has it.
  var firstMeasure: CellMeasure {
    let isMissing = usual.measure == .persons && !dataset.table.hasPersons
    return isMissing ? .declined : CellMeasure(usual.measure)
  }

  /// The layout for the present size and focus.
  var layout: Layout { Layout(size: size, focus: focus, isZoomed: isZoomed) }

  /// Whether the filter has the term that the browser starts with.
  var showsDeclinedOnly: Bool { filter.terms.contains(Self.startFilter.terms[0]) }

  /// Whether the user has done nothing yet but look.
  var isAtStart: Bool {
    request.view == nil && focus == .jurisdictions && moved.isEmpty && history.past.isEmpty
      && prompt == nil && !isZoomed && !isNarrowed && !request.query.isAsCorrected
      && !dataset.isPartial
  }

  /// Whether terms beside the one that the browser starts with choose what is shown.
  var isNarrowed: Bool {
    filter != Self.startFilter || request.query.dropsDuplicates
  }

  /// How many problems reading found, as words; nil for none.
  var problemCount: String? {
    let count = dataset.diagnostics.count(of: .error) + dataset.diagnostics.count(of: .warning)
    return count == 0 ? nil : "\(counted(count, "problem")) while reading"
  }

  /// Which file is missing from every number, and what to do; nil where none is.
  var leftOut: String? {
    let missing = dataset.diagnostics.filter {
      $0.severity != .note && $0.code.isOfUnreadFile
    }
    guard let first = missing.first else { return nil }
    let start = first.message.firstRange(of: first.file)?.lowerBound ?? first.message.startIndex
    let health = key(HealthDialog.command)
    let more =
      missing.count > 1 ? " and \(grouped(missing.count - 1)) more (\(health))" : " (\(health))"
    return "not read\(more): \(first.message[start...])"
  }

  /// The key of a command as it stands in a sentence.
  func key(_ command: Command) -> String { keymap.key(command) }

  /// What the status line says now.
  package var said: String? { message?.text }

  /// Says a sentence on the status line.
  mutating func say(_ sentence: String) { message = (sentence, false) }
}
