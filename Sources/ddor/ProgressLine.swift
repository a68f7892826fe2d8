import DetainerFormats
import Glibc
import Text

/// The progress of an import, on one line of a terminal that is written again and again.
struct ProgressLine {
  private static let width = 72

  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = ""
  private var shown: (step: ImportProgress.Step, name: String, percent: Int)?

  /// Shows how far the import has come.
  mutating func show(_ progress: ImportProgress) {
    guard isShown else { return }
    let percent = Int(progress.part * 100)
    // Once for each percent is as much as anyone can read.
    if let shown, shown == (progress.step, progress.name, percent) { return }
    shown = (progress.step, progress.name, percent)
    let verb = progress.step == .reading ? "Reading" : "Writing"
    let rows = progress.rows > 0 ? ", \(progress.rows) rows" : ""
    write("\(verb) \(harmless(progress.name).suffix(40)): \(percent) %\(rows)")
  }

  /// Leaves the line empty for what is said next.
  mutating func clear() {
    guard isShown, !last.isEmpty else { return }
    write("")
    put("\r")
  }

  private mutating func write(_ text: String) {
    guard text != last else { return }
    last = text
    let text = text.prefix(Self.width)
    put("\r" + text + String(repeating: " ", count: Self.width - text.count))
  }

  private func put(_ text: String) {
    var stream = FileSink(descriptor: STDERR_FILENO, target: .file("standard error"))
    // A terminal that is gone needs no progress.
    try? stream.write(text)
    try? stream.flush()
  }
}
