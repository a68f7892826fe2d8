import DetainerModel

/// The writers of the formats: one for each `FileFormat`.
public enum ExportFormats {
  /// The writer of a format; a package is more than one file, and nil.
  public static func writer(of form: ExportForm) -> (any ExportFormat)? {
    switch form.format {
    case .table: TableFormat(form)
    case .csv: CSVFormat(form)
    case .tsv: TSVFormat(form)
    case .json: .json
    case .ndjson: .ndjson
    case .markdown: .markdown
    case .html: .html
    case .xlsx: .xlsx
    case .sqlite: .sqlite
    case .parquet: .parquet
    case .package: nil
    }
  }

  /// The format of a name, such as "csv".
  public static func format(named name: String) throws(WriteError) -> FileFormat {
    guard let format = FileFormat(name: name) else { throw .unknownFormat(name: name) }
    return format
  }

  /// What the ending of a file name means, such as that of "week.csv" or "week.csv.gz".
  public static func form(forFile path: String) throws(WriteError) -> ExportForm {
    guard let form = ExportForm(path: path) else { throw .unknownEnding(path: path) }
    return form
  }
}
