import DetainerFormats
import Glibc
import Synchronization
import Text

/// The progress of work that takes long, on one line of a terminal that is written again and again.
///
/// Nothing is shown of what is done within a second, and nothing where there is no terminal.
final class ProgressLine: Sendable {
  private static let width = 72
  private static let patience = Duration.seconds(1)

  private struct Shown {
    var text = ""
    var work = ""
    var percent = -1
  }

  private let isShown = complainsToTerminal
  private let start = ContinuousClock.now
  private let shown = Mutex(Shown())

  /// Shows how far something has come.
  /// - Parameters:
  ///   - work: what is done, such as “Reading x.csv”.
  ///   - part: how much of it is done, from 0 to 1.
  ///   - rows: the rows done, where they are known.
  func show(_ work: String, part: Double, rows: Int = 0) {
    let percent = Int(part * 100)
    let rows = rows > 0 ? ", \(grouped(rows)) rows" : ""
    show(work, percent) { "\(work): \(percent) %\(rows)" }
  }

  /// Shows how many bytes have come of something that may have no end.
  func show(_ work: String, bytes: Int) {
    let megabytes = bytes >> 20
    show(work, megabytes) { "\(work): \(grouped(megabytes)) MB" }
  }

  private func show(_ work: String, _ step: Int, _ text: () -> String) {
    guard isShown else { return }
    shown.withLock { shown in
      // Once for each step is as much as anyone can read.
      guard shown.work != work || shown.percent != step,
        ContinuousClock.now - start > Self.patience
      else { return }
      (shown.work, shown.percent) = (work, step)
      put(text(), &shown)
    }
  }

  /// Leaves the line empty for what is said next.
  func clear() {
    guard isShown else { return }
    shown.withLock { shown in
      guard !shown.text.isEmpty else { return }
      put("", &shown)
      put("\r")
    }
  }

  private func put(_ text: String, _ shown: inout Shown) {
    guard text != shown.text else { return }
    shown.text = text
    let text = harmless(text).prefix(Self.width)
    put("\r" + text + String(repeating: " ", count: Self.width - text.count))
  }

  private func put(_ text: String) {
    var stream = FileSink(descriptor: STDERR_FILENO, target: .file("standard error"))
    // A terminal that is gone needs no progress.
    try? stream.write(text)
    try? stream.flush()
  }
}

extension ProgressLine {
  /// Shows how far the reading of data has come.
  func show(_ progress: Loader.Progress) {
    let part = Double(progress.bytesDone) / Double(max(1, progress.bytesTotal))
    show("Reading \(progress.file.suffix(40))", part: part, rows: progress.rows)
  }

  /// Shows how far an import has come.
  func show(_ progress: ImportProgress) {
    let verb = progress.step == .reading ? "Reading" : "Writing"
    show("\(verb) \(progress.name.suffix(40))", part: progress.part, rows: progress.rows)
  }
}

extension Loader {
  /// Opens paths; what comes through a pipe is shown while it comes.
  static func showingProgress(
    _ paths: [String], snapshots: SnapshotDirectory?, plan: ReadingPlan = ReadingPlan(),
    on line: ProgressLine = ProgressLine()
  ) throws(LoadError) -> Loader {
    defer { line.clear() }
    return try Loader(paths, snapshots: snapshots, plan: plan) {
      line.show("Reading what is piped", bytes: $0)
    }
  }
}
