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
  /// Find an answer beside the loop.
  case ask(Question)
  /// Make the text that is to be copied, and hand it to the programs that keep a clipboard.
  case copy(Copying)
  /// Give the terminal a text for its clipboard, in base64.
  case setClipboard(String)
  /// Give rows to a command.
  case pipe(PipeRequest)
  /// Stop the command that runs.
  case stopCommand
  /// Write a file.
  case export(ExportRequest)
  /// Find the paths that begin like this.
  case completePath(String)
}

/// A file to be written.
package struct ExportRequest: Equatable, Sendable {
  /// The rows.
  package let listing: Listing
  /// The format of the file.
  package let format: FileFormat
  /// The path as typed; `~` is the home directory.
  package let path: String
  /// Whether a file of that name may be replaced.
  package let replacing: Bool

  /// Two requests are the same when they write as many rows of the same columns to the same place.
  package static func == (a: ExportRequest, b: ExportRequest) -> Bool {
    a.format == b.format && a.path == b.path && a.replacing == b.replacing
      && a.listing.columns == b.listing.columns && a.listing.rowCount == b.listing.rowCount
  }
}
