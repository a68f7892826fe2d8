/// Files of records that threads open, unpack and decode ahead of the one that reads them.
typealias FilesAhead = Ahead<Void, Result<FileBytes, FileError>>

extension Loader {
  /// Begins to open the files behind the one that is being read, where there are threads for it.
  mutating func openAhead() {
    let files = Array(files.dropFirst(reading == nil ? 0 : 1))
    guard plan.threads > 1, files.count > 1 else { return }
    let most = min(plan.threads, files.count, Spool.mostAtOnce)
    ahead = FilesAhead(files.count, threads: most, room: most) { number, progress in
      Result { () throws(FileError) in
        try FileBytes.contents(of: files[number], progress: progress)
      }
    }
  }

  /// The contents of the file that is read next.
  func contents(
    ofNext file: FoundFile, progress: FileBytes.Progress
  ) throws(FileError) -> FileBytes {
    guard let ahead else { return try FileBytes.contents(of: file, progress: progress) }
    guard let made = ahead.next(progress: progress) else { throw .cancelled(path: file.path) }
    return try made.get()
  }
}

extension FileBytes {
  /// What a file that was found holds once it is out of its archive, unpacked and decoded.
  static func contents(
    of file: FoundFile, progress: Progress = { _, _ in true }
  ) throws(FileError) -> FileBytes {
    guard !file.archive.isEmpty else {
      return try FileBytes(file).unwrapped(file.form.encoding, progress: progress)
    }
    return try FileBytes(file, largestInMemory: 0)
      .unpacked(file.member, as: file.path, progress: progress)
      .unwrapped(file.form.encoding, progress: progress)
  }
}
