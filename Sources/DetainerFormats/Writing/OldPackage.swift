/// The directory over which a package is written: an export of before, or what is not to be touched.
struct OldPackage {
  private let root: String
  private let names: [String]
  /// The file of its rows; nil where it is not an export as it was written.
  private let rows: String?

  /// Looks at a directory, from which it takes what a killed program left; nil where there is none.
  init?(_ root: String) {
    guard let directory = try? OpenFile(directory: root) else { return nil }
    directory.removeAbandoned(at: root)
    guard let names = try? directoryEntries(root) else { return nil }
    self.root = root
    self.names = names
    rows = Self.rows(of: root)
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { names.isEmpty }

  /// A file by which the directory is seen to be someone else's; nil where an export may replace it.
  /// - Parameter new: the files of the export, the one of its rows first.
  func foreignFile(besides new: [String]) -> String? {
    if rows != nil || names.isEmpty { return nil }
    if names.contains(DataPackage.fileName) { return DataPackage.fileName }
    // An export that was killed between its files has no description yet.
    return names.first { !new.contains($0) || !names.contains(new[0]) }
  }

  /// Removes the rows that it describes, unless they have been replaced.
  func removeRows(except new: String) {
    guard let rows, rows != new else { return }
    OpenFile.remove(path: root + "/" + rows)
  }

  /// The one file that the description of an export names: with another one in it, it has become a
  /// data directory of its owner.
  private static func rows(of root: String) -> String? {
    guard let bytes = try? FileBytes(description: root + "/" + DataPackage.fileName),
      let package = bytes.withBytes({ JSONNode($0) }), package[DataPackage.exportMark] != nil,
      let resources = package["resources"]?.elements, resources.count == 1,
      let path = resources[0]["path"]?.string, !path.contains("/"),
      DataPackage.refusal(of: path) == nil
    else { return nil }
    return path
  }
}
