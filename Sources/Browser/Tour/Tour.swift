import DetainerModel
import Screen
import Text

/// Six steps through the browser as it is: each says what to press, and is done when that is on the
/// screen.
struct Tour: Sendable {
  static let command = Command(
    name: "tour", keys: "",
    help:
      "Show the way in six steps: find a county, filter, open, compare, trace, export; or end that."
  ) { state, _ in
    state.tour = state.tour == nil ? Tour() : nil
    return .none
  }

  /// One step.
  private struct Step: Sendable {
    let title: String
    /// What is pressed, with the keys that commands have.
    let press: @Sendable (BrowserState) -> String
    /// What is to be seen, for which small screens have no room.
    var see: @Sendable (BrowserState) -> String = { _ in "" }
    let isDone: @Sendable (Tour, BrowserState) -> Bool
  }

  /// How many steps are done.
  private(set) var done = 0
  /// Whether the last step was left, so that the next key ends the tour.
  private(set) var isOver = false
  /// Whether the detail was opened: it is read before the next step takes its room.
  private var hasSeenDetail = false

  /// Goes on as far as what a step asks for is on the screen.
  mutating func follow(_ state: BrowserState) {
    if done == Self.detailStep, state.dialog is DetailDialog { hasSeenDetail = true }
    if done < Self.steps.count, Self.steps[done].isDone(self, state) { done += 1 }
    if done == Self.steps.count, state.dialog == nil { isOver = true }
  }

  // MARK: Steps

  private static let detailStep = 4

  private static let steps = [
    Step(
      title: "Find a county",
      press: {
        "Press \($0.key(PlacesDialog.command)) and type a county, such as travis; Enter opens its page."
      },
      see: { _ in
        "What is said of each place stands beside its name: is it on the list, and where?"
      },
      isDone: { $1.request.view is PlaceView }),
    Step(
      title: "Filter",
      press: {
        "\($0.key(.leave)) goes back. Then press \($0.key(.filter)), type state:tx and Enter."
      },
      see: {
        "Only Texas is left, in every pane and view. (\($0.key(.escape)) takes a filter off, "
          + "\($0.key(.undo)) takes anything back.)"
      },
      isDone: { _, state in
        state.prompt == nil && state.request.view == nil
          && state.filter.terms.contains { !state.startFilter.terms.contains($0) }
      }),
    Step(
      title: "Open what is below",
      press: {
        "\($0.key(.down)) and \($0.key(.up)) move. \($0.key(.open)) goes from a jurisdiction to "
          + "its sample crimes, \($0.key(.back)) goes back."
      },
      see: {
        $0.layout.note == nil
          ? "" : "The line above the filter says how many are listed of those that are stated."
      },
      isDone: { $1.focus == .detainers && $1.dialog == nil }),
    Step(
      title: "Compare",
      press: {
        "Press \($0.key(ComparisonView.command)): this report beside the one before it, or beside "
          + "the one after where it is the first of its kind."
      },
      see: { _ in "What is not known on one side is never made into a rise or a fall." },
      isDone: { $1.request.view is ComparisonView }),
    Step(
      title: "Can it be trusted?",
      press: { state in
        state.dialog is DetailDialog
          ? "Read on with \(state.key(.down)) and \(state.key(.up)), then press Esc."
          : "Press \(state.key(.detail)) on any row, here too, and Esc when you have read it."
      },
      see: { state in
        state.dialog is DetailDialog
          ? ""
          : "Its source, basis, coverage and corrections, in that order; "
            + "\(state.key(NotesView.command)) has the caveats of all reports."
      },
      isDone: { $0.hasSeenDetail && $1.dialog == nil }),
    Step(
      title: "Take it away",
      press: {
        "Press \($0.key(ExportDialog.command)): the rows as they will be written, in eleven formats."
      },
      see: { _ in "Enter writes them, Esc writes nothing." },
      isDone: { $1.dialog is ExportDialog }),
  ]

  private var title: String {
    done < Self.steps.count
      ? "Tour \(done + 1) of \(Self.steps.count): \(Self.steps[done].title)" : "Tour: done"
  }

  /// The text of the step, in forms that get shorter.
  private func texts(_ state: BrowserState) -> [String] {
    guard done < Self.steps.count else {
      let help =
        "\(state.key(HelpDialog.command)) lists the keys of where you are, "
        + "\(state.key(PaletteDialog.command)) finds a command by its name."
      return [
        help + " \(state.key(CountView.frequency)) counts, \(state.key(TrendView.command)) "
          + "goes through time, \(state.key(MapView.command)) is the map.", help,
      ]
    }
    let step = Self.steps[done]
    let (press, see) = (step.press(state), step.see(state))
    return see.isEmpty ? [press] : [press + " " + see, press]
  }

  /// The lines of the step: all of it where that leaves more than half of the room to the browser.
  private func lines(_ state: BrowserState) -> [String] {
    let room = state.layout.view
    let forms = texts(state).map { wrapped($0, to: max(8, room.width - 4)) }
    return forms.first { $0.count + 2 < room.height / 2 } ?? forms.last ?? []
  }

  /// Where the step stands: at the bottom of what is shown.
  func place(_ state: BrowserState) -> Rect {
    let room = state.layout.view
    let height = min(room.height, lines(state).count + 2)
    return Rect(x: room.x, y: room.maxY - height, width: room.width, height: height)
  }

  /// The step in words.
  func sentences(_ state: BrowserState) -> [String] {
    [Spoken.ended(title), Spoken.ended(texts(state)[0])]
  }

  /// Draws the step, over what is there.
  func draw(_ state: BrowserState, on canvas: inout Canvas) {
    let cursor = canvas.cursor
    let rect = place(state)
    let inner = Box.draw(title, rect, on: &canvas)
    for (index, line) in lines(state).prefix(max(0, inner.height)).enumerated() {
      canvas.put(line, x: inner.x + 1, y: inner.y + index, width: inner.width - 1, style: .strong)
    }
    Box.footer("\(state.key(HelpDialog.command)) t ends the tour", rect, on: &canvas)
    canvas.cursor = cursor
  }
}

extension BrowserState {
  /// Begins the tour.
  package mutating func beginTour() { tour = Tour() }

  /// Goes on in the tour as far as the screen has it; after the last step a key ends it.
  mutating func followTour() {
    guard var tour else { return }
    tour.follow(self)
    self.tour = tour
  }
}
