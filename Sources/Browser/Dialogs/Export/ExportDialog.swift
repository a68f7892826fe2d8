import DetainerModel
import Screen
import Text

/// What is written, in which format, and where to.
struct ExportDialog: Dialog {
  static let command = Command(
    "export", "e <C-s>", "Export the view, the marked rows or all records."
  ) { state, _ in state.openExport() }

  /// Which rows are written.
  enum Scope: Hashable, Sendable {
    /// Those of a pane, or of the view in its place.
    case view(Pane)
    case marked(Pane, Set<RowIdentity>)
    case all
    case original

    var words: String {
      switch self {
      case .view: "the rows of this pane"
      case .marked: "the marked rows"
      case .all: "all records that pass the filter"
      case .original: "all records, every column"
      }
    }
  }

  /// Where they go.
  enum Target: String, CaseIterable, Sendable {
    case file = "a file"
    case clipboard = "the clipboard"
    case command = "a command"
    case output = "standard output, at the end"
  }

  /// The line the keys act on.
  enum Row: Int, CaseIterable, Sendable { case scope, columns, format, options, target, path }

  let scopes: [Scope]
  var scope: Scope
  var target = Target.file
  var form = ExportForm(.csv)
  var path: LineEditor
  /// The paths of this session, the newest last, and the one that is shown of them.
  let earlier: [String]
  var place: Int
  var shellCommand = LineEditor()
  /// The command lines that give the rows of each scope again.
  let commands: [Scope: String]
  var row = Row.path
  /// The rows of the scope; nil until they are found.
  var listing: Listing?
  var columns = Checklist()
  /// The list whose keys are taken: of the columns or of the options.
  var options: Checklist?
  var choosesColumns = false
  /// Set when the file exists and only a second Enter replaces it.
  var confirms: String?
  var problem: String?
  var completions: [String] = []
  /// Whether rows are on their way, and how many are written.
  var isWriting = false
  var written = 0
  /// The first rows as they will be written, and which question for them is the newest.
  var preview: [String] = []
  var previews = 0
  var needsPreview = false
  let isTyped = true

  func waits(for stage: Question.Stage) -> Bool { true }

  /// The rows with the columns that are chosen.
  var chosen: Listing? { listing.flatMap { try? $0.choosing(columns.chosen) } }

  /// The formats that can go there.
  var formats: [FileFormat] {
    target == .file ? FileFormat.ofFiles + [.package] : FileFormat.ofTexts
  }

  /// The options that the format has there.
  var available: [ExportOption] {
    ExportOption.all.filter { $0.isOf(form.format, target == .file) }
  }

  // MARK: Answers

  mutating func take(_ aside: Shown.Aside) {
    guard case .export(let listing) = aside else { return }
    let names = listing?.columns.map(\.name) ?? []
    // A choice of columns is kept where another scope has the same ones.
    if Set(names) != Set(columns.items.map(\.name)) {
      columns = Checklist(items: names.map { Checklist.Item(name: $0) })
    }
    self.listing = listing
    wantPreview()
  }

  /// Asks for the first rows anew.
  mutating func wantPreview() {
    previews += 1
    needsPreview = true
  }

  mutating func complete(_ typed: String, with paths: [String]) {
    guard path.string == typed else { return }
    if let first = paths.first {
      let common = paths.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
      if common.count > typed.count { path = LineEditor(common) }
      followEnding()
    }
    completions = paths.count > 1 ? paths : []
    if paths.isEmpty { problem = "no file or folder begins like that" }
  }

  mutating func finish(_ result: ExportResult) {
    isWriting = false
    switch result {
    case .written: break
    case .exists(let path):
      confirms = self.path.string
      problem = "\(path) exists already; Enter again replaces it, or type another name"
    case .insideData(let directory):
      confirms = path.string
      problem =
        "it would be read as data of \(directory), which is open; Enter again writes it all the same"
    case .failed(let sentence): problem = sentence
    }
  }

  // MARK: Formats and endings

  /// The format is that of the path's ending, wherever there is one that is known.
  mutating func followEnding() {
    guard let known = ExportForm(path: path.string),
      (known.format, known.isPacked) != (form.format, form.isPacked)
    else { return }
    (form.format, form.isPacked) = (known.format, known.isPacked)
    wantPreview()
  }

  /// The path keeps its name and takes the ending of the format, if it had one that is known.
  mutating func followFormat() {
    wantPreview()
    form.isPacked = form.isPacked && form.format.isText && target == .file
    guard target == .file, let old = ExportForm(path: path.string) else { return }
    var stem = path.string[...]
    if old.isPacked { stem = stem.dropLast(3) }
    if stem.hasSuffix("/") {
      stem = stem.dropLast()
    } else if let dot = stem.lastIndex(of: ".") {
      stem = stem[..<dot]
    }
    let ending = form.format.endings.first.map { "." + $0 } ?? "/"
    path = LineEditor(stem + ending + (form.isPacked ? ".gz" : ""))
  }
}

extension Array where Element: Equatable {
  /// The element so many steps after another, the first again after the last.
  func element(_ step: Int, from element: Element) -> Element {
    self[((firstIndex(of: element) ?? 0) + step + count) % count]
  }
}

extension String {
  /// What two texts both begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
