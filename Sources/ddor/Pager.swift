import DetainerFormats
import Glibc
import Terminal

/// The program that the user reads long texts with, for tables that are wider than the terminal.
enum Pager {
  private static let command: String? = getenv("PAGER").map { String(cString: $0) }

  /// Whether a table goes to the pager if it is wide.
  static var isPossible: Bool {
    guard printsToTerminal, let command else { return false }
    return !command.isEmpty && command != "cat"
  }

  /// Whether a table of so many columns goes to the pager.
  static func isNeeded(columns: @autoclosure () -> Int) -> Bool {
    guard isPossible else { return false }
    return Terminal.columns.map { columns() > $0 } ?? false
  }

  /// Writes to the pager, and waits until the user has seen enough; without one to the terminal.
  static func show(_ write: (inout FileSink) throws(WriteError) -> Void) throws(WriteError) {
    // As git does: lines go on to the right, and what fits on the screen stays there.
    setenv("LESS", "FRSX", 0)
    // The pager must end by the signals that this program does not care for.
    signal(SIGPIPE, SIG_DFL)
    let pager = command.flatMap { popen($0, "w") }
    signal(SIGPIPE, SIG_IGN)
    guard let pager else { return try writeDirectly(write) }
    // C-c is for the pager while it is shown.
    signal(SIGINT, SIG_IGN)
    var sink = FileSink(descriptor: fileno(pager), target: .standardOutput)
    var failure: WriteError?
    do throws(WriteError) {
      try write(&sink)
      try sink.flush()
    } catch { failure = error }
    let status = pclose(pager)
    signal(SIGINT, SIG_DFL)
    // So the shell says that there is no such program.
    if status >> 8 & 0xFF == 127 { return try writeDirectly(write) }
    if let failure { throw failure }
  }

  private static func writeDirectly(
    _ write: (inout FileSink) throws(WriteError) -> Void
  ) throws(WriteError) {
    var sink = FileSink.standardOutput
    try write(&sink)
    try sink.flush()
  }
}
