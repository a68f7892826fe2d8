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
    /// What is pressed and what is to be seen, with the keys that commands have.
    let text: @Sendable (Keymap) -> String
    let isDone: @Sendable (BrowserState) -> Bool
  }

  /// How many steps are done.
  private(set) var done = 0
  /// Whether the last step was left, so that the next key ends the tour.
  private(set) var isOver = false

  /// Goes on as far as what a step asks for is on the screen.
  mutating func follow(_ state: BrowserState) {
    if done < Self.steps.count, Self.steps[done].isDone(state) { done += 1 }
    if done == Self.steps.count, state.dialog == nil { isOver = true }
  }

  // MARK: Steps

  private static let steps = [
    Step(
      title: "Find a county",
      text: { map in
        "Press \(map.hint(of: PlacesDialog.command)) and type a county, as travis. What is said of "
          + "each place stands beside it. Enter opens the page of the place: is it on the list, and where?"
      },
      isDone: { $0.request.view is PlaceView }),
    Step(
      title: "Filter",
      text: { map in
        "q goes back. Then press \(map.hint(of: .filter)), type state:tx and Enter: only Texas is "
          + "left, in every pane and view. (Esc takes a filter off, u takes anything back.)"
      },
      isDone: { state in
        state.prompt == nil && state.request.view == nil
          && state.filter.terms.contains { !state.startFilter.terms.contains($0) }
      }),
    Step(
      title: "Open what is below",
      text: { _ in
        "j and k move. Enter goes from a jurisdiction to its sample crimes, h goes back. The line "
          + "above the filter says how many are listed of those that are stated."
      },
      isDone: { $0.focus == .detainers && $0.dialog == nil }),
    Step(
      title: "Compare",
      text: { map in
        "Press \(map.hint(of: ComparisonView.command)): this report beside the one before it. What is "
          + "not known on one side is never made into a rise or a fall."
      },
      isDone: { $0.request.view is ComparisonView }),
    Step(
      title: "Can it be trusted?",
      text: { map in
        "Press \(map.hint(of: .detail)) on any row, here too: its source, basis, coverage and "
          + "corrections, in that order. Esc closes. \(map.hint(of: NotesView.command)) has the caveats of all reports."
      },
      isDone: { $0.dialog is DetailDialog }),
    Step(
      title: "Take it away",
      text: { map in
        "Esc closes this. Press \(map.hint(of: ExportDialog.command)): the rows as they will be "
          + "written, in eleven formats. Enter writes them, Esc writes nothing."
      },
      isDone: { $0.dialog is ExportDialog }),
  ]

  private func words(_ keymap: Keymap) -> (title: String, text: String) {
    guard done < Self.steps.count else {
      return (
        "Tour: done",
        "\(keymap.hint(of: HelpDialog.command)) lists the keys of where you are, "
          + "\(keymap.hint(of: PaletteDialog.command)) finds a command by its name. "
          + "\(keymap.hint(of: CountView.frequency)) counts, \(keymap.hint(of: TrendView.command)) "
          + "goes through time, \(keymap.hint(of: MapView.command)) is the map."
      )
    }
    let step = Self.steps[done]
    return ("Tour \(done + 1) of \(Self.steps.count): \(step.title)", step.text(keymap))
  }

  /// The step in words.
  func sentences(_ keymap: Keymap) -> [String] {
    let (title, text) = words(keymap)
    return [Spoken.ended(title), Spoken.ended(text)]
  }

  /// Draws the step at the bottom of a room, over what is there.
  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let (title, text) = words(state.keymap)
    let lines = wrapped(text, to: max(8, room.width - 4))
    let height = min(room.height, lines.count + 2)
    let cursor = canvas.cursor
    let rect = Rect(x: room.x, y: room.maxY - height, width: room.width, height: height)
    let inner = Box.draw(title, rect, on: &canvas)
    for (index, line) in lines.prefix(max(0, inner.height)).enumerated() {
      canvas.put(line, x: inner.x + 1, y: inner.y + index, width: inner.width - 1, style: .strong)
    }
    Box.footer("? t ends the tour", rect, on: &canvas)
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
