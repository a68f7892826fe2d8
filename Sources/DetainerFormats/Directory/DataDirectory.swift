import DetainerModel

/// Data to open: a data directory, or files of records as they were released.
public enum DataDirectory {
  /// Reads all of a data directory, or of files of records.
  ///
  /// What could not be taken as it stands is told in the dataset's diagnostics.
  ///
  /// - Parameter paths: one data directory, or files (`.csv`, `.tsv`, `.txt`, `.xlsx`, each also
  ///   as `.gz` or in a `.zip`).
  /// - Throws: a ``LoadError`` where nothing can be read.
  public static func open(_ paths: [String]) throws(LoadError) -> Dataset {
    var loader = try Loader(paths)
    try loader.finish()
    return loader.dataset
  }

  /// Reads all of a data directory or of a file of records.
  ///
  /// - Throws: a ``LoadError`` where nothing can be read.
  public static func open(_ path: String) throws(LoadError) -> Dataset { try open([path]) }

  /// The tables beside the records, with what they hold.
  package static let tables: [(name: String, meaning: String)] = [
    ("reports.csv", "The reports: source, week or week_end, and what each states in all."),
    ("issued.csv", "Section I of published reports: places by rank, with detainers issued."),
    (
      "figures.csv", "Other counts that a report states, of a state, county, facility and the like."
    ),
    ("policies.csv", "Section III: policies that limit cooperation, by jurisdiction."),
    ("corrections.csv", "Corrections and disputes, which stand beside what was published."),
    ("places.csv", "Where records without a county belong."),
  ]

  /// How the names of files end that may hold records.
  package static var endings: [String] { FoundFile.endings }
}
