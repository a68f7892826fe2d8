/// The note that an import leaves while its files get their names, one path a line.
///
/// Only the exchange of `datapackage.json` makes an import count. Until then the files listed here
/// are no part of the data unless the package names them, and nobody reads them; a killed import
/// therefore changes nothing, and the next one removes what it left.
enum ImportJournal {
  /// Hidden, so that no reader takes it for data.
  static let name = ".ddor-import.tmp"

  /// The paths that an unfinished import of a data directory speaks of.
  static func paths(in root: String) -> [String] {
    let path = root + "/" + name
    guard FileStatus(path: path)?.kind == .file, let file = try? FileBytes(path: path) else {
      return []
    }
    return file.withBytes { String(decoding: $0, as: UTF8.self) }
      .split(separator: "\n").map(String.init).filter(isOurs)
  }

  /// Writes the note; it is on the disk when this returns.
  static func write(_ paths: [String], in root: String) throws(WriteError) {
    try AtomicFile(path: root + "/" + name, replacing: true).write { sink throws(WriteError) in
      try sink.write(paths.filter(isOurs).map { $0 + "\n" }.joined())
    }
  }

  static func remove(in root: String) { OpenFile.remove(path: root + "/" + name) }

  /// Whether an import may have made the file: never one above or beside the directory.
  static func isOurs(_ path: String) -> Bool {
    path.hasPrefix("detainers/") && DataPackage.refusal(of: path) == nil
      && !path.contains(where: \.isNewline) && !path.hasSuffix("/")
  }
}
