/// One table of a file as delimited text in UTF-8: the file itself, or a sheet of a workbook.
struct RecordText {
  /// The name of the sheet; empty for a file that is one table.
  let sheet: String
  /// The text; its lines are the rows of the sheet.
  let bytes: FileBytes
}

/// The tables of a file, made one after the other, so that only one of them need be held.
struct RecordTexts {
  private let file: FileBytes
  private var isTaken = false

  /// Opens what a file holds once it is unwrapped; the kind must be one that is readable.
  init(_ file: FileBytes) { self.file = file }

  /// The next table; nil when there are no more.
  /// - Throws: `FileError.cancelled`, or why the table cannot be read.
  mutating func next(progress: FileBytes.Progress) throws(FileError) -> RecordText? {
    guard !isTaken else { return nil }
    isTaken = true
    return RecordText(sheet: "", bytes: file)
  }
}
