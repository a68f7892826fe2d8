import ArgumentParser
import Browser
import DetainerFormats
import DetainerModel
import Screen
import Text

/// Prints the browser's screen as text, without a terminal.
struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", _superCommandName: Ddor.name,
    abstract: "Print the screen of the browser as text, without a terminal.",
    discussion: """
      Reads no configuration and no environment, and waits after each key until
      nothing is loading. Keys are written j, gm, <Enter> <Esc> <Tab> <Space> <Up>
      <Down> <Left> <Right> <BS> <PageUp> <PageDown> <S-Tab> <Home> <End> <F1>
      <C-n>; << is a <.

      EXAMPLES:
        ddor frame --size 80x24 --keys 'j<Enter>/tra' SampleData
        ddor frame --linear --keys f SampleData
      """)

  @Option(help: "Columns and rows, from 1x1 up.")
  var size = "80x24"

  @Option(help: "The keys to press, in order.")
  var keys = ""

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "Print the grid of style letters below the text.")
  var styles = false

  @Flag(help: "Print the screen as sentences, for a screen reader.")
  var linear = false

  @OptionGroup var selection: SelectionOptions

  func validate() throws {
    if linear, styles || ascii {
      throw ValidationError("--linear has no glyphs, so --ascii and --styles mean nothing with it.")
    }
  }

  func run() throws {
    guard let size = Size(size) else {
      throw ValidationError(
        "The size “\(harmless(excerpt(self.size)))” is not columns x rows, as in 80x24.")
    }
    let keys = try Key.parse(keys)
    let filter = try selection.parsedFilter()
    let paths = try DefaultData.paths(orGiven: selection.paths, readsEnvironment: false)
    var loader = try Loader(paths)
    let runner = EffectRunner(opened: loader)
    var state = BrowserState(
      dataset: loader.dataset, size: size, query: selection.query(filter), paths: selection.paths)
    // As in the browser, where what is read at once is not told to have been read.
    if !loader.isComplete {
      try loader.finish()
      _ = state.reduce(.loaded(loader.dataset))
    }
    state.awaitAnswer()
    loop: for key in keys {
      switch state.reduce(.key(key)) {
      case .quit: break loop
      case .ask: state.awaitAnswer()
      case .export:
        // A screen that is printed must leave nothing behind.
        _ = state.reduce(
          .exported(.failed("frame writes no file; “ddor export” and “list … -o FILE” do")))
      case .pipe(let request):
        _ = state.reduce(
          .piped(request, PipeResult([], ending: .failed("frame runs no command"))))
      case .open:
        _ = state.reduce(.noticed("frame opens no link"))
      case .reload:
        _ = state.reduce(.noticed("frame reads the data once"))
      case .copy(let copying):
        _ = state.reduce(.copied(copying, .failed("frame leaves nothing behind")))
      case let effect:
        if let answer = runner.run(effect) { _ = state.reduce(answer) }
      }
      if let preview = state.takePreview(), let answer = runner.run(preview) {
        _ = state.reduce(answer)
      }
    }
    if linear {
      return try say(state.sentences.joined(separator: "\n"))
    }
    let canvas = ascii ? state.draw().ascii() : state.draw()
    let lines = canvas.lines.map(trimmed) + (styles ? canvas.styleLines : [])
    try say(lines.joined(separator: "\n"))
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
