import DetainerModel
import Screen

/// Everything that can happen to the browser.
public enum Action: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The terminal has another size.
  case resize(Size)
  /// More of the data, or all of it, has been read.
  case loaded(Dataset)
  /// How far reading has come.
  case progress(LoadProgress)
  /// Reading failed.
  case failed(String)
  /// The health of the data has been examined.
  case examined(Health)
  /// An export has ended, well or not.
  case exported(ExportResult)
  /// The paths that begin as the one in the export dialog does.
  case completions(of: String, [String])
}

/// How far the reading of records has come.
public struct LoadProgress: Hashable, Sendable {
  /// The file being read.
  public let file: String
  /// The part of all bytes that is read, from 0 to 1.
  public let part: Double
  /// The rows read so far.
  public let rows: Int

  /// Reports progress.
  public init(file: String, part: Double, rows: Int) {
    self.file = file
    self.part = part
    self.rows = rows
  }
}

/// How an export ended.
public enum ExportResult: Hashable, Sendable {
  /// The file was written; the sentence says what is in it.
  case written(String)
  /// A file of that name is there already.
  case exists(String)
  /// It could not be written, and why.
  case failed(String)
}
