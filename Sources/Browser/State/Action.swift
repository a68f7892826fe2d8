import DetainerModel
import Screen

/// Everything that can happen to the browser.
package enum Action: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used.
  case mouse(Mouse)
  /// Text was pasted.
  case paste(String)
  /// The terminal has another size.
  case resize(Size)
  /// What was asked for has been found.
  case answered(Answer)
  /// More of the data, or all of it, has been read.
  case loaded(Dataset)
  /// The data has been read again, and what has become of its files.
  case reloaded(Dataset, FileChanges)
  /// How far reading has come.
  case progress(LoadProgress)
  /// Reading failed.
  case failed(String)
  /// Something happened that the user must know.
  case noticed(String)
  /// Copying has ended, well or not.
  case copied(Copying, CopyOutcome)
  /// A command has ended.
  case piped(PipeRequest, PipeResult)
  /// An export has ended, well or not.
  case exported(ExportResult)
  /// So many rows of an export are written.
  case exporting(rows: Int)
  /// The first rows of an export as they will be written.
  case previewed(number: Int, [String])
  /// The paths that begin as the one in the export dialog does.
  case completions(of: String, [String])
}

/// How far the reading of records has come.
package struct LoadProgress: Hashable, Sendable {
  /// The file being read.
  package let file: String
  /// The bytes read of all files.
  package let bytesDone: Int
  /// The bytes of all files.
  package let bytesTotal: Int
  /// The rows read so far.
  package let rows: Int
  /// How long the reading has taken so far.
  package let elapsed: Duration

  /// Reports progress.
  package init(file: String, bytesDone: Int, bytesTotal: Int, rows: Int, elapsed: Duration) {
    self.file = file
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.rows = rows
    self.elapsed = elapsed
  }

  /// The part of all bytes that is read, from 0 to 1.
  package var part: Double { Double(bytesDone) / Double(max(1, bytesTotal)) }

  /// The seconds that the rest will take at the pace so far; nil while the pace is not known well
  /// enough to say.
  package var secondsLeft: Double? {
    let seconds = elapsed / .seconds(1)
    guard seconds >= 1, part >= 0.02, part < 1 else { return nil }
    return seconds / part * (1 - part)
  }
}

/// How an export ended.
package enum ExportResult: Hashable, Sendable {
  /// The file was written: a sentence that says what is in it, and the path as it was typed.
  case written(String, path: String)
  /// A file of that name is there already.
  case exists(String)
  /// It would lie in this directory, which is opened as data.
  case insideData(String)
  /// It could not be written, and why.
  case failed(String)
}
