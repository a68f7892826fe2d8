/// A file that is whole on the disk and waits for its name; it is removed when it goes away first.
///
/// Several files are made ready before the first of them gets its name, so that a full disk or a
/// change of mind leaves none of them.
final class StagedFile {
  /// The file as it will be called.
  let target: AtomicFile
  /// Open as long as it waits, and so is what locks it.
  let file: OpenFile
  private let directory: OpenFile
  /// Its name meanwhile, where the file system has no files without one.
  private let temporary: String?
  private var isCommitted = false

  init(_ target: AtomicFile, in directory: OpenFile) throws(SystemError) {
    self.target = target
    self.directory = directory
    directory.removeAbandoned(at: target.directory)
    if let file = directory.createUnnamed() {
      // It has a name that is not its own for a moment when it takes the place of another.
      _ = try file.locking()
      (self.file, temporary) = (file, nil)
    } else {
      (temporary, file) = try directory.createTemporary()
    }
  }

  deinit { if !isCommitted, let temporary { directory.remove(temporary) } }

  /// Where the file can be opened until it has its name.
  var temporaryPath: String {
    temporary.map { target.directory + "/" + $0 } ?? file.pathOfDescriptor
  }

  /// Gives the file its name; without `replacing` never one that another file has.
  func commit() throws(WriteError) {
    try target.reporting { () throws(SystemError) in
      guard let temporary else {
        try directory.link(file, as: target.name, replacing: target.replacing)
        return
      }
      if target.replacing {
        try directory.rename(temporary, to: target.name)
      } else {
        try directory.renameWithoutReplacing(temporary, to: target.name)
      }
    }
    isCommitted = true
    // The name is a part of the directory and must reach the disk like the contents.
    try target.reporting { () throws(SystemError) in try directory.synchronise() }
  }
}
