/// The formats there are: the one list behind `--format`, file endings, help and menus.
public enum ExportFormats {
  /// Every format with its usual options, in the order of the help text.
  public static let all: [any ExportFormat] = [
    .table, .csv, .tsv, .json, .ndjson, .markdown,
  ]

  /// The names that `--format` takes.
  public static var names: [String] { all.map { $0.name } }

  /// The endings of file names that mean a format, without the dot.
  public static var fileEndings: [String] { all.flatMap { $0.fileEndings } }

  /// The format of a name, such as "csv".
  public static func format(named name: String) throws(WriteError) -> any ExportFormat {
    guard let format = all.first(where: { $0.name == name.lowercased() }) else {
      throw .unknownFormat(name: name)
    }
    return format
  }

  /// The format that the ending of a file name means, such as that of "week.csv".
  public static func format(forFile path: String) throws(WriteError) -> any ExportFormat {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? parts.last?.lowercased() : nil
    guard let ending, let format = all.first(where: { $0.fileEndings.contains(ending) }) else {
      throw .unknownEnding(path: path)
    }
    return format
  }
}
