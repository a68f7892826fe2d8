/// A file that is to be read: where it is, what it is called, and what it may hold.
struct FoundFile: Hashable, Sendable {
  /// The path to open.
  let path: String
  /// The path as it is shown: relative to the data directory where there is one.
  let shown: String
  /// The name of its resource, else of the file without endings.
  let source: String
  /// Its size in bytes.
  let size: Int
  /// The data directory it was found in; empty for a file that was given on its own.
  var directory = ""
  /// Whether a package names its source.
  var isNamed = false
  /// The columns that an import added from the reference tables.
  var added: [String] = []

  /// How the names of files end that may hold records.
  static let endings = [".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".gz", ".zip"]

  /// How its text is written, as its package says.
  var form = TextForm()
  /// The archive that holds it, and its name in there; empty for a file on its own.
  var archive = ""
  var member = ""
  /// Where its bytes are kept if they came through a pipe; empty for a file that has its path.
  var spooled = ""
  /// The file on the disk.
  var disk: String { spooled.isEmpty ? named : spooled }
  /// The file on the disk as it is called in messages.
  var named: String { archive.isEmpty ? path : archive }
  /// The file's name without folders.
  var name: String { String(shown.split(separator: "/").last ?? "") }
}

/// The name of a source that no package names: the file's name without endings.
func sourceName(ofFile path: String) -> String {
  var name = path.split(separator: "/").last.map(String.init) ?? path
  while let ending = FoundFile.endings.first(where: { name.lowercased().hasSuffix($0) }),
    name.count > ending.count
  {
    name.removeLast(ending.count)
  }
  return name
}
