import Synchronization
import Text

/// A workbook of which several threads may read sheets.
///
/// The archive is opened anew for each sheet, which costs little, so that nothing points into the
/// file between two of them.
final class OpenWorkbook: Sendable {
  /// Packed bytes of the large parts, and of the shared texts among them.
  let total: Int
  let sharedSize: Int
  let sheets: [Workbook.Sheet]
  /// How many sheets may be read at once.
  let together: Int
  private let file: FileBytes
  private let workbook: Workbook
  private let texts: SharedTexts
  /// Whether there are threads left that may unpack for those which read sheets.
  private let isUnpackedAhead: Bool
  /// The packed bytes that were used of each sheet.
  private let used: Mutex<[Int]>

  /// Reads all but the sheets.
  init(
    _ file: FileBytes, threads: Int, progress: FileBytes.Progress
  ) throws(FileError) {
    let (workbook, texts, total) = try file.withBytes { bytes throws(FileError) in
      let archive = try ZipArchive(bytes, path: file.path)
      let workbook = try Workbook(archive, progress: { progress(0, 1) })
      let shared = workbook.sharedTexts?.packedSize ?? 0
      let total = max(1, workbook.sheets.reduce(shared) { $0 + $1.part.packedSize })
      let texts = try SharedTexts(
        workbook.sharedTexts, in: archive, of: file, threads: threads
      ) { progress($0, total) }
      return (workbook, texts, total)
    }
    self.file = file
    self.workbook = workbook
    self.texts = texts
    self.total = total
    sharedSize = workbook.sharedTexts?.packedSize ?? 0
    sheets = workbook.sheets
    together = min(threads, workbook.sheets.count, Spool.mostAtOnce)
    isUnpackedAhead = threads > together
    used = Mutex(Array(repeating: 0, count: workbook.sheets.count))
  }

  /// The packed bytes that were used of a sheet so far.
  func used(of number: Int) -> Int { used.withLock { $0[number] } }

  /// The text of a sheet.
  func text(
    of number: Int, isWanted: () -> Bool
  ) throws(FileError) -> RecordText {
    let sheet = sheets[number]
    // What is to be told of the file is told with its first sheet.
    var remarks = number == 0 ? file.remarks : []
    if sheet.isHidden {
      remarks.append(
        FileRemark(
          code: .hiddenSheet,
          text: "has a hidden sheet, “\(excerpt(sheet.name))”, which is read like the others."))
    }
    let (text, merged): (FileBytes, [MergedCells])
    do throws(FileError) {
      (text, merged) = try read(number, isWanted: isWanted)
    } catch {
      guard case .workbook(_, let problem) = error, case .disorder(_, let row) = problem else {
        throw error
      }
      remarks.append(FileRemark(code: .outOfOrder, row: row, text: problem.sentence))
      (text, merged) = try read(number, sorted: true, isWanted: isWanted)
    }
    // A workbook of one sheet is as good as a file of text, and its rows are named alike.
    return RecordText(
      sheet: sheets.count == 1 ? "" : sheet.name, bytes: text,
      layout: TextLayout(
        delimiter: Byte.comma, leavesOutEmptyCells: true,
        countsFrom1904: workbook.countsFrom1904, merged: merged),
      remarks: remarks, original: sheet.original)
  }

  private func read(
    _ number: Int, sorted: Bool = false, isWanted: () -> Bool
  ) throws(FileError) -> (FileBytes, [MergedCells]) {
    let sheet = sheets[number]
    return try file.withBytes { bytes throws(FileError) in
      let archive = try ZipArchive(bytes, path: file.path)
      return try texts.withTexts { list throws(FileError) in
        var reader = SheetReader(
          SheetReader.Settings(
            name: sheet.name, path: file.path, texts: list, areDates: workbook.styles.areDates,
            countsFrom1904: workbook.countsFrom1904,
            limit: ReadingLimits.standard.largest(unpackedFrom: file.size),
            sortsCells: sorted,
            headRows: HeaderSearch.limit,
            isWanted: { HeaderSearch($0, delimiter: Byte.comma) != nil }))
        try archive.read(sheet.part, with: &reader, aheadIn: isUnpackedAhead ? file : nil) {
          self.note($0, of: number)
          return isWanted()
        }
        note(sheet.part.packedSize, of: number)
        file.forget(upTo: file.size)
        let merged = reader.merged
        return (try reader.finish(for: file), merged)
      }
    }
  }

  private func note(_ bytes: Int, of number: Int) {
    let before = used.withLock { used in
      used[number] = bytes
      return used[..<number].reduce(sharedSize, +)
    }
    // Where a part lies does not matter here: what is read again comes back.
    if together == 1 { file.forget(upTo: before + bytes) }
  }
}
