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
}
