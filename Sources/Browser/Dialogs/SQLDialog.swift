import DetainerModel
import Screen
import Text

/// The question of a counting view as SQL, for an engine that holds more than one machine can.
struct SQLDialog: TextDialog {
  static let command = Command(
    "sql", "gq", "Show the question of this view as SQL for DuckDB, SQLite, Trino or Spark."
  ) { state, _ in
    let question =
      state.shown.openView.map { $0.view.question(state.shown) }
      ?? state.shown.selection(of: state.focus).map { ($0, keys(of: state.focus)) }
    guard let (selection, keys) = question else {
      return state.say("this view is not one count; \(state.key(CountView.frequency)) opens one")
    }
    do {
      state.dialog = SQLDialog(
        texts: try SQLDialect.allCases.map {
          try SQLCount(selection, by: keys, dialect: $0).text()
        },
        command: ["sql", "--by", keys.map(\.rawValue).joined(separator: ",")]
          + selection.query.options)
    } catch { state.message = ("\(error)", true) }
  }

  /// What tells the rows of a pane apart.
  private static func keys(of pane: Pane) -> [GroupKey] {
    switch pane {
    case .weeks: [.week, .source]
    case .jurisdictions: [.state, .county]
    case .detainers: [.crime]
    }
  }

  private let texts: [String]
  /// The words of the command that prints the question, but for the dialect.
  private let command: [String]
  private var dialect = 0
  var top = 0

  private init(texts: [String], command: [String]) {
    self.texts = texts
    self.command = command
  }

  var equivalent: Equivalent? {
    .command(command + ["--dialect", SQLDialect.allCases[dialect].rawValue])
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    switch key {
    case .tab:
      dialect = (dialect + 1) % texts.count
      top = 0
      return .stay
    case .character("y"), .character("Y"):
      return .perform(.copy(Copying(.text(texts[dialect]), what: .named("the question"))))
    default: return scroll(key, state)
    }
  }

  func title(_ state: BrowserState) -> String {
    "SQL for \(SQLDialect.allCases[dialect].rawValue)  Tab another  y copies"
  }

  func lines(_ state: BrowserState) -> [Line] {
    let room = Self.textWidth(state, labelWidth: 0)
    return texts[dialect].split(separator: "\n").flatMap { line -> [Line] in
      // The words of a line go on two columns further in.
      let indent = line.prefix { $0 == " " }
      return wrapped(String(line.drop { $0 == " " }), to: max(8, room - indent.count - 2))
        .enumerated().map { index, part in
          Line("", indent + (index == 0 ? "" : "  ") + part, line.hasPrefix("--") ? .dim : .normal)
        }
    }
  }
}
