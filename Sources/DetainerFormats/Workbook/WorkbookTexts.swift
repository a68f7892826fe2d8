/// The sheets of a workbook as comma-separated text, one after the other.
///
/// The archive is opened anew for each sheet, which costs little, so that nothing points into the
/// file between two of them.
struct WorkbookTexts {
  private let file: FileBytes
  private var workbook: Workbook?
  private var texts: SharedTexts?
  private var index = 0
  /// Packed bytes of the large parts that were read, and of all.
  private var done = 0
  private var total = 1

  init(_ file: FileBytes) { self.file = file }

  /// How much of the workbook was read, from 0 to 1.
  var part: Double { Double(done) / Double(total) }

  /// The text of the next sheet; nil when there are no more.
  mutating func next(progress: FileBytes.Progress) throws(FileError) -> RecordText? {
    let file = file
    return try file.withBytes { bytes throws(FileError) in
      let archive = try ZipArchive(bytes, path: file.path)
      let (workbook, texts) = try open(archive, progress: progress)
      guard index < workbook.sheets.count else { return nil }
      let sheet = workbook.sheets[index]
      index += 1
      // What is to be told of the file is told with its first sheet.
      var remarks = index == 1 ? file.remarks : []
      let text = try texts.withTexts { list throws(FileError) in
        do throws(FileError) {
          return try read(sheet, of: workbook, in: archive, list, progress: progress)
        } catch {
          guard case .workbook(_, let problem) = error, case .disorder(_, let row) = problem else {
            throw error
          }
          remarks.append(FileRemark(code: .outOfOrder, row: row, text: problem.sentence))
          return try read(sheet, of: workbook, in: archive, list, sorted: true, progress: progress)
        }
      }
      // A workbook of one sheet is as good as a file of text, and its rows are named alike.
      return RecordText(
        sheet: workbook.sheets.count == 1 ? "" : sheet.name, bytes: text,
        layout: TextLayout(
          delimiter: Byte.comma, leavesOutEmptyCells: true,
          countsFrom1904: workbook.countsFrom1904), remarks: remarks)
    }
  }

  private mutating func open(
    _ archive: ZipArchive, progress: FileBytes.Progress
  ) throws(FileError) -> (Workbook, SharedTexts) {
    if let workbook, let texts { return (workbook, texts) }
    let workbook = try Workbook(archive, progress: { progress(0, 1) })
    let shared = workbook.sharedTexts?.packedSize ?? 0
    total = max(1, workbook.sheets.reduce(shared) { $0 + $1.part.packedSize })
    let texts = try SharedTexts(workbook.sharedTexts, in: archive, of: file) { [total] in
      progress($0, total)
    }
    done = shared
    self.workbook = workbook
    self.texts = texts
    return (workbook, texts)
  }

  private mutating func read(
    _ sheet: Workbook.Sheet, of workbook: Workbook, in archive: ZipArchive,
    _ list: SharedTextList, sorted: Bool = false, progress: FileBytes.Progress
  ) throws(FileError) -> FileBytes {
    var reader = SheetReader(
      SheetReader.Settings(
        name: sheet.name, path: file.path, texts: list, areDates: workbook.styles.areDates,
        countsFrom1904: workbook.countsFrom1904,
        limit: ReadingLimits.standard.largest(unpackedFrom: file.size),
        sortsCells: sorted,
        headRows: HeaderSearch.limit,
        isWanted: { HeaderSearch($0, delimiter: Byte.comma) != nil }))
    try archive.read(sheet.part, with: &reader) { [file, done, total] in
      // Where a part lies does not matter here: what is read again comes back.
      file.forget(upTo: done + $0)
      return progress(done + $0, total)
    }
    done += sheet.part.packedSize
    file.forget(upTo: file.size)
    return try reader.finish(for: file)
  }
}
