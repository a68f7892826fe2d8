import DetainerModel

/// The filter being typed, and what was shown when typing began.
///
/// Every answer to what is typed is found from there, so that it depends on the text alone: the same
/// text leads to the same row however fast it was typed, and whatever was typed before.
struct Prompt: Sendable {
  var editor: LineEditor
  /// What was shown, with the cursors where they were.
  let start: Shown
  /// The panes in which the user had moved.
  let moved: Set<Pane>

  /// The filter to go back to.
  var before: Filter { start.query.filter }

  /// Begins with the filter that is shown, and room for more.
  init(from start: Shown, moved: Set<Pane>) {
    self.start = start
    self.moved = moved
    let text = start.query.filter.text
    editor = LineEditor(text.isEmpty ? "" : text + " ")
  }

  /// The prompt with the cursor on what cannot be read or asked.
  func at(_ error: FilterError) -> Prompt {
    var prompt = self
    prompt.editor.move(to: error.column - 1)
    return prompt
  }
}

extension BrowserState {
  /// The line that is typed in the place of the filter, with its name; nil where none is.
  var typedLine: (name: String, editor: LineEditor)? {
    prompt.map { ("Filter", $0.editor) } ?? dialog?.typedLine
  }
}
