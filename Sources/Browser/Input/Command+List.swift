import DetainerModel

extension Command {
  /// All commands, in the order of the help: keymap, help, hints and documents are made from it.
  package static let all: [Command] =
    moving + choosing + BrowserState.choosingHere + BrowserState.taking
    + [
      browse, CountView.frequency, TrendView.command, ChartsDialog.command, MapView.command,
      CountView.pivot, PlaceView.command, ComparisonView.command, SpansDialog.command,
      ReleasesView.command, PoliciesView.command,
      CorrectionsView.command, NotesView.command, CorrectionsView.ofRow, measure, nextChange,
      previousChange,
    ] + BrowserState.copying
    + [
      ExportDialog.command, PipeDialog.command, detail, zoom, unzoom, HealthDialog.command,
      SQLDialog.command,
      BrowserState.openLink, MessagesDialog.command,
      HelpDialog.command, PaletteDialog.command, Tour.command,
    ] + ending

  // MARK: Moving

  private static let moving = [
    down, up, open, back,
    Command("half-page-down", "<C-d>", "Move down half a page.") { state, _ in
      state.move(by: max(1, state.pageHeight / 2))
    },
    Command("half-page-up", "<C-u>", "Move up half a page.") { state, _ in
      state.move(by: -max(1, state.pageHeight / 2))
    },
    Command("page-down", "<PageDown> <C-f>", "Move down a page.") { state, _ in
      state.move(by: max(1, state.pageHeight - 1))
    },
    Command("page-up", "<PageUp> <C-b>", "Move up a page.") { state, _ in
      state.move(by: -max(1, state.pageHeight - 1))
    },
    Command("top", "gg <Home>", "Go to the first row; with a count: to that row.") {
      $0.move(to: ($1 ?? 1) - 1)
    },
    Command("bottom", "G <End>", "Go to the last row; with a count: to that row.") {
      $0.move(to: $1.map { $0 - 1 } ?? .max)
    },
    nextPane, previousPane,
    Command("weeks", "g1", isOfPanes: true, "Go to the weeks.") { state, _ in
      state.focus(on: .weeks)
    },
    Command("jurisdictions", "g2", isOfPanes: true, "Go to the jurisdictions.") { state, _ in
      state.focus(on: .jurisdictions)
    },
    Command("detainers", "g3", isOfPanes: true, "Go to the sample crimes or records.") {
      state, _ in state.focus(on: .detainers)
    },
    Command("whole-detail", "g4", isOfPanes: true, "Show the whole detail.") { state, _ in
      state.openDetail()
    },
    olderWeek, newerWeek,
  ]

  static let down = Command(
    "down", "j <Down> <C-n>", "Move down; a number before a key is a count."
  ) { $0.move(by: $1 ?? 1) }
  static let up = Command("up", "k <Up> <C-p>", "Move up.") { $0.move(by: -($1 ?? 1)) }
  static let back = Command(
    "back", "h <Left> <BS>",
    "Go back: out of a view, or to the pane before; the cursor is where it was."
  ) { state, _ in state.goBack() }
  static let open = Command(
    "open", "<Enter> l <Right>", "Open what is selected: the next pane, then the whole detail."
  ) { state, _ in state.open() }

  static let nextPane = Command("next-pane", "<Tab>", "Go to the next pane.") { state, _ in
    state.stepFocus(by: 1)
  }
  static let previousPane = Command("previous-pane", "<S-Tab>", "Go to the pane before.") {
    state, _ in state.stepFocus(by: -1)
  }
  static let olderWeek = Command(
    "older-week", "[",
    "Go to the week before, or the month or year before one, keeping jurisdiction and filter."
  ) { $0.moveWeek(by: -($1 ?? 1)) }
  static let newerWeek = Command(
    "newer-week", "]",
    "Go to the week after, or the month or year after one, keeping jurisdiction and filter."
  ) { $0.moveWeek(by: $1 ?? 1) }

  // MARK: Choosing

  private static let choosing = [
    filter, pickState, pickCounty, pickCrime, picking("week", "w", .week, "weeks"), declined,
    PlacesDialog.command, savedFilters,
    duplicates, corrected,
    sort,
    reverse,
    Command("mark", "<Space>", isOfPanes: true, "Mark the row, or unmark it.") { state, _ in
      state.mark()
    },
    range,
    Command("mark-all", "*", isOfPanes: true, "Mark every row shown in this pane.") {
      state, _ in state.markAll()
    },
    Command("clear-marks", "M", isOfPanes: true, "Clear the marks of this pane.") { state, _ in
      state.marks[state.focus] = []
    },
  ]

  private static let range = Command(
    "range", "v", isOfPanes: true, "Begin a range of rows here; again: mark them all."
  ) { state, _ in state.markRange() }

  /// Whether the command goes somewhere and changes nothing.
  var isMoving: Bool { Self.moving.contains(self) }
  /// Whether the command leaves a range of rows open: it moves, or ends the range itself.
  var isOfRange: Bool { isMoving || self == Self.range || self == Self.escape }

  static let filter = Command("filter", "/", "Filter as you type; Enter keeps, Esc restores.") {
    state, _ in
    state.prompt = Prompt(from: state.shown, moved: state.moved)
  }

  static let pickState = picking("state", "s", .state, "states")
  static let pickCounty = picking("county", "c", .county, "counties")
  static let pickCrime = picking("crime", "t", .crime, "crimes")

  private static func picking(
    _ name: String, _ key: String, _ field: FilterField, _ what: String
  ) -> Command {
    Command(
      "pick-" + name, key,
      "Pick \(what): first those of this report, then all others; Tab marks several."
    ) { state, _ in
      state.openDialog(with: .choices(field))
    }
  }

  static let declined = Command("declined", "D", "Show declined detainers only, or all outcomes.") {
    state, _ in state.toggleDeclined()
  }
  static let duplicates = Command(
    "duplicates", "d", "Leave out what the release marks as likely duplicates, or count it."
  ) { state, _ in state.toggleDuplicates() }
  static let corrected = Command(
    "corrected", "C",
    "Show published reports as corrected, without what errata void, or as published."
  ) { state, _ in state.toggleCorrected() }
  static let sort = Command("sort", "o", "Choose the order of this pane.") { state, _ in
    state.dialog = MenuDialog.order(of: state)
  }
  static let reverse = Command("reverse", "O", "Reverse the order of this pane.") { state, _ in
    state.reverse()
  }

  // MARK: Views and dialogs

  private static let browse = Command("browse", "gb", "Go back to the panes.") { state, _ in
    state.browse()
  }
  static let measure = Command(
    "measure", "%",
    "Change the measure, or the section that is compared; with a count: rank only shares of so many."
  ) { state, _ in
    state.say(
      state.request.view == nil
        ? "the measure is changed in a counting view; \(state.key(CountView.frequency)) opens one"
        : "a page has no measure")
  }
  static let nextChange = Command(
    "next-change", "}",
    "Go to the next report of any length, the next change of a comparison, or the next column of a pivot."
  ) { $0.moveAcrossLengths(by: $1 ?? 1) }
  static let previousChange = Command(
    "previous-change", "{", "Go to the report, the change or the column before."
  ) { $0.moveAcrossLengths(by: -($1 ?? 1)) }
  static let detail = Command(
    "detail", "i", "Show all of the selected row and where it comes from: can it be trusted?"
  ) { state, _ in state.openDetail() }
  static let zoom = Command(
    "zoom", "+", isOfPanes: true, "Give this pane the whole screen."
  ) { state, _ in state.isZoomed = true }
  static let unzoom = Command("unzoom", "_", isOfPanes: true, "Show all panes again.") {
    state, _ in state.isZoomed = false
  }

  // MARK: Ending

  private static let ending = [
    BrowserState.reload,
    Command(name: "redraw", keys: "<C-l>", help: "Redraw the screen.") { _, _ in .redraw },
    Command(name: "suspend", keys: "<C-z>", help: "Suspend the program.") { _, _ in .suspend },
    cancel,
    escape,
    leave,
    Command(name: "quit", keys: "Q", help: "Quit.") { _, _ in .quit },
  ]

  static let escape = Command(
    name: "escape", keys: "<Esc>",
    help: "Take back one thing: dialog, zoom, marks, the last term; never quits."
  ) { state, _ in state.peel() }
  static let leave = Command(
    name: "leave", keys: "q", help: "Close what was opened; where nothing is, quit."
  ) { state, _ in state.leave() }
  static let cancel = Command(
    name: "cancel", keys: "<C-c>", help: "Cancel reading; twice when idle: quit."
  ) { state, _ in state.cancel() }
}
