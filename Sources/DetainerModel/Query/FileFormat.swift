/// The formats in which rows leave the program: the one list behind `--format`, the endings of files,
/// help and the export dialog.
public enum FileFormat: String, CaseIterable, Hashable, Sendable {
  case table, csv, tsv, json, ndjson, markdown

  /// The name that `--format` takes.
  public var name: String { rawValue }

  /// The endings of file names that mean the format, without the dot, the usual one first; none
  /// where it is for the eye alone.
  public var endings: [String] {
    switch self {
    case .table: []
    case .csv: ["csv"]
    case .tsv: ["tsv"]
    case .json: ["json"]
    case .ndjson: ["ndjson", "jsonl"]
    case .markdown: ["md"]
    }
  }

  /// The formats that a file can have.
  public static let ofFiles = allCases.filter { !$0.endings.isEmpty }

  /// The formats that a command can read, the usual one first.
  public static let ofPipes = ofFiles

  /// Finds a format by its name; capitals do not matter.
  public init?(name: String) { self.init(rawValue: name.lowercased()) }

  /// Finds the format that the ending of a file name means, such as that of `week.csv`.
  public init?(path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last?.lowercased(),
      let format = Self.allCases.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = format
  }
}
