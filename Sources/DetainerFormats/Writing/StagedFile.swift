/// A file that is whole on the disk and waits for its name; it is removed when it goes away first.
///
/// Several files are made ready before the first of them gets its name, so that a full disk or a
/// change of mind leaves none of them.
final class StagedFile {
  /// The file as it will be called.
  let target: AtomicFile
  private let directory: OpenFile
  private let temporary: String
  /// Open as long as it is nameless, and so is what locks it.
  private let file: OpenFile
  private var isCommitted = false

  init(_ target: AtomicFile, _ file: OpenFile, in directory: OpenFile, temporary: String) {
    self.target = target
    self.directory = directory
    self.temporary = temporary
    self.file = file
  }

  deinit { if !isCommitted { directory.remove(temporary) } }

  /// Where the file is until it has its name.
  var temporaryPath: String { target.directory + "/" + temporary }

  /// Gives the file its name; without `replacing` never one that another file has.
  func commit() throws(WriteError) {
    try target.reporting { () throws(SystemError) in
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
