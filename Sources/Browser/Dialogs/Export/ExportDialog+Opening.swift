import DetainerModel
import Text

extension BrowserState {
  /// Finds the rows to write, and opens the dialog.
  mutating func openExport() {
    guard shown.rowsShown(focus) > 0 else {
      say("there are no rows here to export")
      return
    }
    let marked = shown.openView == nil ? marks[focus] ?? [] : []
    let scopes =
      [.view(focus), .marked(focus, marked), .all]
      + (dataset.table.hasOtherColumns ? [ExportDialog.Scope.original] : [])
    let dialog = ExportDialog(
      scopes: scopes, scope: marked.isEmpty ? scopes[0] : scopes[1], form: exportForm,
      path: LineEditor(exportName + ".csv"), earlier: exportedPaths, place: exportedPaths.count,
      commands: commands(of: scopes))
    request.aside = .export(dialog.scope)
    ask(from: .aside) { state in
      state.dialog = dialog
      state.giveAside()
    }
  }

  /// The command lines that give the rows of the scopes again; no command knows marks.
  private func commands(of scopes: [ExportDialog.Scope]) -> [ExportDialog.Scope: String] {
    var commands: [ExportDialog.Scope: String] = [:]
    for scope in scopes {
      let words: [String]?
      switch scope {
      case .view: if case .command(let own) = equivalent { words = own } else { words = nil }
      case .marked: words = nil
      case .all: words = ["list", "detainers"] + shown.query.options
      case .original: words = ["list", "detainers", "--other-columns"] + shown.query.options
      }
      commands[scope] = words.flatMap { commandLine($0) }
    }
    return commands
  }

  /// What the dialog wants to see of the rows as they will be written.
  package mutating func takePreview() -> Effect? {
    guard var dialog = dialog as? ExportDialog, dialog.needsPreview, let rows = dialog.chosen else {
      return nil
    }
    dialog.needsPreview = false
    self.dialog = dialog
    return .preview(
      ExportPreview(
        number: dialog.previews, listing: rows.first(ExportPreview.rows), form: dialog.form))
  }

  // MARK: Names

  /// What the file is called, unless the user names it otherwise: the week, the place or the other
  /// report that the rows are of, what the filter asks for beside the subject of the reports, and what
  /// is listed.
  private var exportName: String {
    let view = shown.openView?.view
    let isOfWeek = view?.isOfWeek ?? (focus != .weeks)
    let week = isOfWeek ? shown.week?.report.label : nil
    let place = focus == .detainers ? shown.jurisdiction?.name : nil
    let subject = Self.fileWords(view?.subject(shown) ?? place ?? "")
    let terms = shown.query.filter.terms.filter { !Self.startFilter.terms.contains($0) }
    return
      (["ddor", week ?? "", subject] + terms.map(\.fileWords) + [view?.fileName ?? focus.name])
      .filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// A text as it stands in the name of a file.
  fileprivate static func fileWords(_ text: String) -> String {
    folded(text).split { !$0.isASCII || !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}

extension FilterTerm {
  /// The values of the term as they stand in the name of a file.
  fileprivate var fileWords: String {
    let values = values.map { value -> String in
      switch value {
      case .contains(let text), .equals(let text), .matches(let text): text
      case .none: "none"
      case .span(_, let text), .numbers(_, let text): text
      case .period(let period): period.name
      }
    }
    let words = BrowserState.fileWords(values.joined(separator: "-"))
    return (isNegated ? "not-" : "") + words.prefix(24)
  }
}
