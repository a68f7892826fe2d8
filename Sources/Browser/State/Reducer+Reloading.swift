import DetainerModel
import Screen
import Text

/// Reading the data again, with everything where it was.
extension BrowserState {
  static let reload = Command(
    name: "reload", keys: "R",
    help: "Read the data again, as is done when its files change; everything stays where it is."
  ) { state, _ in
    guard !state.dataset.isLoading else {
      state.say("the data is being read")
      return .none
    }
    state.say("reading again …")
    return .reload
  }

  /// Takes the data that was read again: what is asked for stays, and so does where the user is, by
  /// what it stands on.
  mutating func take(_ dataset: Dataset, after changes: FileChanges) {
    let (old, new) = (self.dataset.table, dataset.table)
    let cursor = shown.detainer
    // A record is the same in the same line of the same file.
    let meant = Set(
      (marks[.detainers] ?? []).compactMap(\.detainer) + (cursor.map { [$0] } ?? []))
    let rows = new.rows(at: meant.map { (old.source($0).file, old.line($0)) })
    func moved(_ row: Int) -> RowIdentity? {
      rows[RowPlace(file: old.source(row).file, line: old.line(row))].map { .detainer($0) }
    }
    if let marked = marks[.detainers] {
      marks[.detainers] = Set(marked.compactMap { $0.detainer.flatMap(moved) })
    }
    self.dataset = dataset
    request.detainer = cursor.flatMap(moved)
    if dialog is HealthDialog { request.aside = .health }
    ask(from: .weeks) { $0.giveAside() }
    let difference = new.rowCount - old.rowCount
    let count =
      difference == 0
      ? "" : ", \(counted(abs(difference), "row")) \(difference > 0 ? "more" : "fewer")"
    let sentence = "reloaded: \(changes.words)\(count)"
    message = (leftOut.map { "\(sentence); \($0)" } ?? sentence, leftOut != nil)
  }
}

extension RowIdentity {
  /// The number of the record, if it is one.
  fileprivate var detainer: Int? { if case .detainer(let row) = self { row } else { nil } }
}
