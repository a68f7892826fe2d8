import Browser
import DetainerFormats
import DetainerModel
import Glibc

/// Does what the reducer asks of the world outside, and brings the answer back as an action.
struct EffectRunner: Sendable {
  let home: String?
  /// The directories that are opened as data.
  let directories: [String]

  init(opened directories: [String]) {
    self.directories = directories
    home = getenv("HOME").map { String(cString: $0) }
  }

  /// Runs an effect that takes time; nil for those that concern the terminal or the loop.
  func run(_ effect: Effect) -> Action? {
    switch effect {
    case .export(let request): .exported(export(request))
    case .completePath(let path):
      .completions(of: path, PathCompletion.candidates(for: path, home: home))
    case .none, .quit, .suspend, .redraw, .cancelLoading, .ask: nil
    }
  }

  private func export(_ request: ExportRequest) -> ExportResult {
    let path = PathCompletion.expanded(request.path, home: home)
    do throws(WriteError) {
      let form = ExportForm(path: path).map { $0.format == request.format ? $0 : nil } ?? nil
      try Export(request.listing, as: form ?? ExportForm(request.format))
        .write(to: path, replacing: request.replacing, besideData: directories)
      let rows = request.listing.rowCount
      return .written("\(rows) \(rows == 1 ? "row" : "rows") written to \(request.path)")
    } catch {
      return switch error {
      case .fileExists: .exists(request.path)
      case .insideData(_, let directory): .insideData(directory)
      default: .failed(error.description)
      }
    }
  }
}
