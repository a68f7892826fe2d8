/// Paths as people type them.
package enum PathCompletion {
  /// A path in which a leading `~` is the home directory.
  package static func expanded(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The paths that begin as the given one does, folders with a slash at their end.
  ///
  /// The `~` of the given path is kept, so that the answers can stand in its place.
  package static func candidates(for path: String, home: String?) -> [String] {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let beginning = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let real = expanded(folder.isEmpty ? "." : folder, home: home)
    guard let names = try? directoryEntries(real) else { return [] }
    return names.filter { name in
      name.hasPrefix(beginning) && (!name.hasPrefix(".") || beginning.hasPrefix("."))
    }.map { name in
      let isFolder = FileStatus(path: real + "/" + name)?.kind == .directory
      return folder + name + (isFolder ? "/" : "")
    }
  }
}
