import DetainerModel
import Screen

/// What the screen shows of the data: the answer to one question, taken whole.
struct Shown: Sendable {
  /// What was asked for.
  var request: Request
  /// The data as far as it was read.
  var dataset: Dataset
  /// The keys that sentences name.
  var keymap = Keymap()
  /// The room of a view.
  var room = Rect(x: 0, y: 0, width: 1, height: 1)

  /// What the filter chooses; nil before anything was asked.
  var selection: Selection?
  /// What it chooses of the selected week; nil where there is none.
  var weekSelection: Selection?
  /// What it chooses of the selected jurisdiction in that week; nil where it has no rows.
  var placeSelection: Selection?

  /// What the rows of a pane are chosen by; nil where it has none.
  func selection(of pane: Pane) -> Selection? {
    switch pane {
    case .weeks: selection
    case .jurisdictions: weekSelection
    case .detainers: placeSelection
    }
  }

  /// The rows of the panes.
  var weeks: [WeekRow] = []
  var jurisdictions: [JurisdictionRow] = []
  var detainers: [Int] = []
  /// The weeks before the selected one, for the jurisdictions; nil until there is room to show them.
  var recent: RecentDeclines?
  /// What is known of the places asked for where the selected report names none of them.
  var unnamed: UnnamedPlaces?
  /// The sources whose lift reasons arrive late.
  var lateLiftReasons: [LateLiftReasons] = []
  /// The entries of the selected report that errata void, as corrected.
  var voided: [VoidedEntry] = []

  var positions: [Pane: PanePosition] = [:]
  /// The week and jurisdiction the user means, kept while they are out of sight.
  var wantedWeek: RowIdentity?
  var wantedJurisdiction: RowIdentity?

  /// The columns of the pane that has the whole screen; nil where none has, or it has no rows.
  var zoomed: ZoomedColumns?
  /// The view in place of the panes.
  var openView: OpenView?
  /// The rows that are highlighted; nil where nothing is.
  var matches: Set<RowIdentity>?
  /// What a dialog needs beside the rows.
  var aside: Aside?

  /// Places that are asked for and have no row.
  struct UnnamedPlaces: Sendable {
    /// The places.
    let places: [Jurisdiction]
    /// How many of them are in Section I of the report.
    let ranked: Int
    /// What is known of their declines together.
    let known: Known
  }

  /// What a dialog needs beside the rows.
  enum Aside: Sendable {
    /// A dialog that opens.
    case dialog(any Dialog)
    /// A sentence that says why none does.
    case nothing(String)
    case export(Listing?)
    case voided([VoidedEntry])
    case health(Health)
  }

  /// Nothing yet, of a request.
  init(_ request: Request, in dataset: Dataset) {
    self.request = request
    self.dataset = dataset
  }
}

extension Shown {
  var query: Query { request.query }
  /// The key of a command as it stands in a sentence.
  func key(_ command: Command) -> String { keymap.key(command) }
  /// Whether nothing that the selected report states counts, but only its listed rows (rule 4 of
  /// the data).
  var countsOnlyRows: Bool {
    week.map { selection?.countsOnlyRows(ofReport: $0.number) == true } ?? false
  }
  /// Whether only listed rows of a place count.
  func countsOnlyRows(of place: Jurisdiction) -> Bool {
    selection?.keepsFigures(of: place) == false
  }

  /// The selected week.
  var week: WeekRow? { element(weeks, .weeks) }
  /// What the period of the selected report is called: week, month, year.
  var unit: String { week?.report.period.unit ?? "week" }
  /// Whether all reports that are shown are of a week, as far as they are dated.
  var areWeeks: Bool {
    weeks.allSatisfy { !$0.report.period.isKnown || $0.report.period.length == .week }
  }
  /// The selected jurisdiction.
  var jurisdiction: JurisdictionRow? { element(jurisdictions, .jurisdictions) }
  /// The selected record.
  var detainer: Int? { element(detainers, .detainers) }
  /// The date by which the selected week counts, where it is a built report.
  var basisWords: String { (week?.report.basis ?? .issueDate).words }

  private func element<Row>(_ rows: [Row], _ pane: Pane) -> Row? {
    let cursor = cursor(pane)
    return rows.indices.contains(cursor) ? rows[cursor] : nil
  }

  /// The row on which the cursor of a pane stands.
  func cursor(_ pane: Pane) -> Int { positions[pane]?.cursor ?? 0 }

  /// Whether errata take the entry of a section in the selected report from a place.
  func voids(_ place: Jurisdiction, section: String) -> Bool {
    voided.contains { $0.place == place && $0.section == section }
  }

  /// What there is to say of late lift reasons in a report, where the data show it.
  func late(_ report: Report) -> LateLiftReasons? {
    lateLiftReasons.first { $0.source == report.source && report.period >= $0.from }
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
    case .weeks: .week(weeks[row].report.period, source: weeks[row].report.source)
    case .jurisdictions: .jurisdiction(jurisdictions[row].identity)
    case .detainers: .detainer(detainers[row])
    }
  }

  /// How many rows there are of what is shown: of the view, else of a pane.
  func rowsShown(_ pane: Pane) -> Int {
    openView.map { $0.table.listing?.rowCount ?? 0 } ?? rowCount(pane)
  }

  /// The rows of what is shown, of the view or else of a pane, as a table.
  func listingShown(_ pane: Pane) -> Listing? {
    openView.map(\.table.listing) ?? listing(pane)
  }

  /// The rows of a pane as a table.
  func listing(_ pane: Pane, where isWanted: (RowIdentity) -> Bool) -> Listing? {
    listing(pane, (0..<rowCount(pane)).filter { identity(pane, $0).map(isWanted) ?? false })
  }

  /// Some rows of a pane, or all, as a table.
  func listing(_ pane: Pane, _ rows: [Int]? = nil) -> Listing? {
    guard let selection else { return nil }
    let rows = rows ?? Array(0..<rowCount(pane))
    return switch pane {
    case .weeks: selection.weeksListing(rows.map { weeks[$0] })
    case .jurisdictions:
      (weekSelection ?? selection).jurisdictionsListing(rows.map { jurisdictions[$0] })
    case .detainers: (placeSelection ?? selection).detainersListing(rows.map { detainers[$0] })
    }
  }
}
