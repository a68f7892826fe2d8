/// The sheets of a workbook as comma-separated text, one after the other, each made ahead where
/// there are threads for it.
struct WorkbookTexts {
  private typealias Sheets = Ahead<Void, Result<RecordText, FileError>>

  private let file: FileBytes
  private let threads: Int
  private var workbook: OpenWorkbook?
  private var sheets: Sheets?
  /// How many sheets were taken, and the packed bytes of the large parts up to there.
  private var taken = 0
  private var done = 0

  init(_ file: FileBytes, threads: Int) {
    self.file = file
    self.threads = threads
  }

  /// How much of the workbook was taken, from 0 to 1.
  var part: Double { Double(done) / Double(workbook?.total ?? 1) }

  /// The text of the next sheet; nil when there are no more.
  mutating func next(progress: FileBytes.Progress) throws(FileError) -> RecordText? {
    let (workbook, sheets) = try open(progress)
    guard taken < workbook.sheets.count else { return nil }
    let made = sheets.next { [taken, done] _, _ in
      progress(done + workbook.used(of: taken), workbook.total)
    }
    done += workbook.sheets[taken].part.packedSize
    taken += 1
    guard progress(done, workbook.total), let made else { throw .cancelled(path: file.path) }
    return try made.get()
  }

  private mutating func open(
    _ progress: FileBytes.Progress
  ) throws(FileError) -> (OpenWorkbook, Sheets) {
    if let workbook, let sheets { return (workbook, sheets) }
    let workbook = try OpenWorkbook(file, threads: threads, progress: progress)
    let most = workbook.together
    let sheets = Sheets(workbook.sheets.count, threads: most, room: most) { number, isWanted in
      Result { () throws(FileError) in
        try workbook.text(of: number) { isWanted(0, 1) }
      }
    }
    (self.workbook, self.sheets) = (workbook, sheets)
    done = workbook.sharedSize
    return (workbook, sheets)
  }
}
