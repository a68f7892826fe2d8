import Browser
import DetainerFormats
import DetainerModel
import FoundationEssentials
import Glibc
import Text

/// Does what the reducer asks of the world outside, and brings the answer back as an action.
struct EffectRunner: Sendable {
  let home: String?
  /// What is opened as data.
  let loader: Loader

  /// By what means texts are copied.
  private let clipboard: Clipboard

  init(opened loader: Loader, copyingBy means: ClipboardMeans = .all) {
    self.loader = loader
    clipboard = Clipboard(by: means)
    home = getenv("HOME").map { String(cString: $0) }
  }

  /// Runs an effect that takes time; nil for those that concern the terminal or the loop.
  func run(_ effect: Effect) -> Action? {
    switch effect {
    case .open(let opening): open(opening)
    case .copy(let copying): .copied(copying, clipboard.copy(copying.content))
    case .preview(let preview):
      .previewed(
        number: preview.number,
        Export(preview.listing, as: preview.form).firstLines(ExportPreview.lines))
    case .completePath(let path):
      .completions(of: path, PathCompletion.candidates(for: path, home: home))
    case .none, .quit, .suspend, .redraw, .cancelLoading, .reload, .ask, .setClipboard, .pipe,
      .stopCommand, .export, .cancelExport, .printAtEnd:
      nil
    }
  }

  /// Gives a link to a command, and tells only what goes wrong.
  private func open(_ opening: LinkOpening) -> Action? {
    let name = opening.words.first ?? ""
    guard let child = ChildProcess(opening.words, gathersOutput: false) else {
      return .noticed("“\(name)” could not be started; browser.link names the command")
    }
    // What shows the link may go on for as long as it is read.
    return switch child.run(feed: { _ in }, isCancelled: { false }) {
    case .exited(0), .cancelled: nil
    case .exited(let status): .noticed("“\(name)” ended with \(status)")
    case .signalled(let number): .noticed("“\(name)” was ended by signal \(number)")
    }
  }

  /// Writes a file, completely or not at all.
  func export(_ request: ExportRequest, isWanted: @escaping ExportWatch) -> ExportResult {
    var path = PathCompletion.expanded(request.path, home: home)
    do throws(WriteError) {
      try Export(traced(request), as: request.form, isWanted: isWanted)
        .write(to: path, replacing: request.replacing, besideData: loader.directories)
      if !path.hasPrefix("/") { path = FileManager.default.currentDirectoryPath + "/" + path }
      return .written(
        "\(counted(request.listing.rowCount, "row")) written to \(path)", path: request.path)
    } catch {
      return switch error {
      case .fileExists: .exists(request.path)
      case .insideData(_, let directory): .insideData(directory)
      default: .failed(error.description)
      }
    }
  }

  /// Prints rows on standard output, which is a terminal.
  func print(_ request: ExportRequest) throws(WriteError) {
    var sink = FileSink.standardOutput
    try Export(traced(request).harmlessTexts, as: request.form)
      .write(to: &sink, target: .standardOutput)
    try sink.flush()
  }

  /// The rows, with where they come from if that goes with them.
  private func traced(_ request: ExportRequest) -> Listing {
    guard request.form.format.holdsProvenance || request.form.hasProvenanceBeside else {
      return request.listing
    }
    return request.listing.traced(
      program: Ddor.nameAndVersion, command: request.command, hash: loader.hash)
  }
}
