import DetainerModel

/// What the reducer asks of the world outside; a value, so that tests can compare it.
package enum Effect: Equatable, Sendable {
  case none
  /// End the program.
  case quit
  /// Give the terminal back until the user returns.
  case suspend
  /// Redraw every cell.
  case redraw
  /// Stop reading and keep what was read.
  case cancelLoading
  /// Read the data again.
  case reload
  /// Find an answer beside the loop.
  case ask(Question)
  /// Make the text that is to be copied, and hand it to the programs that keep a clipboard.
  case copy(Copying)
  /// Give the terminal a text for its clipboard, in base64.
  case setClipboard(String)
  /// Open a link with a command.
  case open(LinkOpening)
  /// Give rows to a command.
  case pipe(PipeRequest)
  /// Stop the command that runs.
  case stopCommand
  /// Write a file.
  case export(ExportRequest)
  /// Stop writing, and leave nothing behind.
  case cancelExport
  /// Write the first rows, to be seen.
  case preview(ExportPreview)
  /// Print rows once the terminal is given back.
  case printAtEnd(ExportRequest)
  /// Find the paths that begin like this.
  case completePath(String)
}
