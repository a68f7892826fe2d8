import Browser
import DetainerFormats
import Glibc
import Screen
import Synchronization
import Text

/// What happens in the browser, line by line with times, in a file that the user names.
///
/// It has what the status line says and what was done, and neither keys nor values of the data.
final class Log: Sendable {
  private let sink: Mutex<FileSink>

  /// Opens a file to go on at its end; throws a sentence where it cannot be written.
  init(_ path: String) throws(CommandError) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw .noLog(path, reason: String(cString: strerror(errno)))
    }
    sink = Mutex(FileSink(descriptor: file, target: .file(path)))
  }

  /// Writes a line.
  func note(_ words: String) {
    sink.withLock { sink in
      // Nobody is to be kept from reading by a log that is full.
      try? sink.write("\(Self.now) \(harmless(words))\n")
      try? sink.flush()
    }
  }

  /// Notes what happened, what is done about it, and what the status says of it.
  func note(_ action: Action, _ effect: Effect, _ message: String?) {
    if let words = action.logWords { note(words) }
    if let words = effect.logWords { note(words) }
    if let message { note("status: \(message)") }
  }

  /// The time in UTC with milliseconds: `2026-11-29T12:34:56.789Z`.
  private static var now: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    gmtime_r(&time.tv_sec, &parts)
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let day = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
      .map { padded($0, 2) }.joined(separator: "-")
    let clock = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
      .map { padded($0, 2) }.joined(separator: ":")
    return "\(day)T\(clock).\(padded(time.tv_nsec / 1_000_000, 3))Z"
  }
}

extension Action {
  /// What happened, for the log; nil for what is too small or is said by the status.
  fileprivate var logWords: String? {
    switch self {
    case .key, .mouse, .paste, .progress, .failed, .noticed, .exporting, .previewed, .completions:
      nil
    case .resize(let size): "size \(size.columns)x\(size.rows)"
    case .answered: "found"
    case .loaded(let dataset):
      "read \(counted(dataset.table.rowCount, "row"))\(dataset.isLoading ? " so far" : "")"
    case .reloaded(let dataset, let changes):
      "read again, \(counted(dataset.table.rowCount, "row")): \(changes.words)"
    case .copied: "copied"
    case .piped: "a command has ended"
    case .exported: "an export has ended"
    }
  }
}

extension Effect {
  /// What is done, for the log; nil for what is too small.
  fileprivate var logWords: String? {
    switch self {
    case .none, .preview, .completePath, .setClipboard: nil
    case .quit: "quit"
    case .suspend: "suspended"
    case .redraw: "redrawn"
    case .reload: "reading again"
    case .cancelLoading: "reading is cancelled"
    case .ask(let question): "finding, question \(question.number)"
    case .copy: "copying"
    case .open: "opening a link"
    case .pipe: "a command is started"
    case .stopCommand: "the command is stopped"
    case .export: "an export is started"
    case .cancelExport: "the export is cancelled"
    case .printAtEnd: "rows are to be printed at the end"
    }
  }
}
