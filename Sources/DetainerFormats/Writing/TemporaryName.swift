/// The names of files that are written and do not have their own name yet, where the file system
/// has no files without a name, or for the moment in which one gives way to another.
///
/// Such a file is locked as long as its writer lives: one that is not was left by a program that was
/// killed, and the next that writes in its directory takes it away.
enum TemporaryName {
  private static let (beginning, end) = (".ddor-", ".tmp")

  /// A name that nothing has.
  static func random() -> String {
    beginning + String(UInt64.random(in: 0...UInt64.max), radix: 16) + end
  }

  /// Whether a name is one of these: the note of an import, for one, has another.
  static func isOne(_ name: String) -> Bool {
    name.hasPrefix(beginning) && name.hasSuffix(end)
      && UInt64(name.dropFirst(beginning.count).dropLast(end.count), radix: 16) != nil
  }
}

extension OpenFile {
  /// Makes a file that did not exist before under a name that is ours, and locks it; `self` is its
  /// directory.
  func createTemporary() throws(SystemError) -> (name: String, file: OpenFile) {
    while true {
      let name = TemporaryName.random()
      let file = try create(name)
      // Another program may have taken it for abandoned before it was locked.
      if try file.locking() != .theirs, has(name) { return (name, file) }
    }
  }

  /// Removes what writers left that were killed; `self` is the directory at the path.
  func removeAbandoned(at path: String) {
    for name in (try? directoryEntries(path)) ?? [] where TemporaryName.isOne(name) {
      guard !OpenFile.isLink(path + "/" + name),
        let file = try? OpenFile(reading: path + "/" + name),
        let status = try? file.status(), status.kind == .file, status.isOwn,
        (try? file.locking()) == .ours
      else { continue }
      remove(name)
    }
  }
}
