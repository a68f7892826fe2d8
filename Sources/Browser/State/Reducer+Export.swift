import DetainerModel
import Screen

extension BrowserState {
  mutating func openExport() {
    if let open = openView, open.table.listing?.rowCount ?? 0 > 0 {
      overlay = .export(ExportDialog(path: LineEditor("ddor-\(open.view.fileName).csv")))
      return
    }
    guard openView == nil, rowCount(focus) > 0 else {
      message = ("there are no rows here to export", false)
      return
    }
    var name = "ddor"
    if focus != .weeks, let week {
      name += "-" + (week.report.week.isKnown ? week.report.week.iso : "undated")
    }
    name +=
      [Pane.weeks: "-weeks", .jurisdictions: "-jurisdictions", .detainers: "-detainers"][focus]
      ?? ""
    var dialog = ExportDialog(path: LineEditor(name + ".csv"))
    dialog.scope = marks[focus]?.isEmpty == false ? .marked : .view
    overlay = .export(dialog)
  }

  /// The rows that the dialog would write.
  func exportListing(_ dialog: ExportDialog) -> Listing? {
    switch dialog.scope {
    case .view where openView != nil: return openView?.table.listing
    case .view: return listing(focus, rows: Array(0..<rowCount(focus)))
    case .marked:
      let marked = marks[focus] ?? []
      return listing(
        focus,
        rows: (0..<rowCount(focus)).filter { identity(focus, $0).map(marked.contains) ?? false })
    case .all:
      guard let selection else { return nil }
      return selection.detainersListing(selection.detainers())
    case .original:
      guard let selection else { return nil }
      return selection.detainersListingWithOtherColumns(selection.detainers())
    }
  }

  mutating func takeInExport(_ dialog: ExportDialog, _ key: Key) -> Effect {
    var dialog = dialog
    let confirmed = dialog.confirms
    if key != .enter { dialog.confirms = nil }
    dialog.problem = nil
    switch key {
    case .escape, .control("c"), .control("g"):
      overlay = nil
      return .none
    case .enter:
      guard let listing = exportListing(dialog), !dialog.path.string.isEmpty else {
        dialog.problem = "name a file first"
        overlay = .export(dialog)
        return .none
      }
      if listing.rowCount == 0 {
        dialog.problem = "there are no such rows"
        overlay = .export(dialog)
        return .none
      }
      overlay = .export(dialog)
      return .export(
        ExportRequest(
          listing: listing, format: ExportDialog.formats[dialog.format],
          path: dialog.path.string, replacing: confirmed == dialog.path.string))
    case .down, .control("n"):
      dialog.line = .init(rawValue: (dialog.line.rawValue + 1) % 3) ?? .path
    case .up, .control("p"): dialog.line = .init(rawValue: (dialog.line.rawValue + 2) % 3) ?? .path
    case .backTab: dialog.line = .init(rawValue: (dialog.line.rawValue + 2) % 3) ?? .path
    case .tab where dialog.line == .path:
      overlay = .export(dialog)
      return .completePath(dialog.path.string)
    case .tab: dialog.line = .init(rawValue: (dialog.line.rawValue + 1) % 3) ?? .path
    case .left where dialog.line != .path: step(&dialog, by: -1)
    case .right where dialog.line != .path, .character(" ") where dialog.line != .path:
      step(&dialog, by: 1)
    default:
      if dialog.line == .path {
        dialog.completions = []
        if dialog.path.take(key) { followEnding(&dialog) }
      }
    }
    overlay = .export(dialog)
    return .none
  }

  private func step(_ dialog: inout ExportDialog, by step: Int) {
    switch dialog.line {
    case .scope:
      let scopes = ExportDialog.Scope.allCases.filter {
        $0 != .original || dataset.table.hasOtherColumns
      }
      let index = scopes.firstIndex(of: dialog.scope) ?? 0
      dialog.scope = scopes[(index + step + scopes.count) % scopes.count]
    case .format:
      let formats = ExportDialog.formats
      let old = formats[dialog.format]
      dialog.format = (dialog.format + step + formats.count) % formats.count
      // The path keeps its name and takes the ending of the format.
      let path = dialog.path.string
      if FileFormat(path: path) == old, let dot = path.lastIndex(of: ".") {
        dialog.path = LineEditor(
          String(path[...dot]) + (formats[dialog.format].endings.first ?? ""))
      }
    case .path: break
    }
  }

  /// The format is that of the path's ending, wherever there is one that is known.
  private func followEnding(_ dialog: inout ExportDialog) {
    let format = FileFormat(path: dialog.path.string)
    dialog.format = ExportDialog.formats.firstIndex { $0 == format } ?? dialog.format
  }

  mutating func complete(_ path: String, with paths: [String]) {
    guard case .export(var dialog) = overlay, dialog.path.string == path else { return }
    if let first = paths.first {
      let common = paths.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
      if common.count > path.count { dialog.path = LineEditor(common) }
      followEnding(&dialog)
    }
    dialog.completions = paths.count > 1 ? paths : []
    if paths.isEmpty { dialog.problem = "no file or folder begins so" }
    overlay = .export(dialog)
  }

  mutating func finishExport(_ result: ExportResult) {
    guard case .export(var dialog) = overlay else {
      if case .written(let text) = result { message = (text, false) }
      return
    }
    switch result {
    case .written(let text):
      overlay = nil
      message = (text, false)
    case .exists(let path):
      dialog.confirms = dialog.path.string
      dialog.problem = "\(path) exists already; Enter again replaces it, or type another name"
      overlay = .export(dialog)
    case .failed(let sentence):
      dialog.problem = sentence
      overlay = .export(dialog)
    }
  }
}

extension String {
  /// What two texts begin with alike.
  func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
