import DetainerModel

/// The writers of the formats: one for each `FileFormat`.
public enum ExportFormats {
  /// The writer of a format, with its usual options.
  public static func writer(of format: FileFormat) -> any ExportFormat {
    switch format {
    case .table: .table
    case .csv: .csv
    case .tsv: .tsv
    case .json: .json
    case .ndjson: .ndjson
    case .markdown: .markdown
    }
  }

  /// The format of a name, such as "csv".
  public static func format(named name: String) throws(WriteError) -> FileFormat {
    guard let format = FileFormat(name: name) else { throw .unknownFormat(name: name) }
    return format
  }

  /// The format that the ending of a file name means, such as that of "week.csv".
  public static func format(forFile path: String) throws(WriteError) -> FileFormat {
    guard let format = FileFormat(path: path) else { throw .unknownEnding(path: path) }
    return format
  }
}
