/// One table of a file: delimited text in UTF-8, which is the file itself or made of a sheet of a
/// workbook, or a Parquet file.
struct RecordText: Sendable {
  /// The name of the sheet; empty for a file that is one table, as is a workbook of one sheet.
  let sheet: String
  /// The text; its lines are the rows of the sheet.
  let bytes: FileBytes
  /// What need not be guessed from the text.
  var layout = TextLayout()
  /// What is to be told of how it was made.
  var remarks: [FileRemark] = []
  /// The name of an earlier sheet of the workbook with the same cells.
  var original: String?
}

/// What is known of a table beforehand.
struct TextLayout: Sendable {
  /// The byte between two cells; nil if the text must tell.
  var delimiter: UInt8?
  /// Whether empty cells at the end of a row are left out, so that a short row is no finding.
  var leavesOutEmptyCells = false
  /// Whether day 0 of dates that are plain numbers is 1904-01-01.
  var countsFrom1904 = false
  /// The cells of a sheet that are shown as one.
  var merged: [MergedCells] = []
  /// What the footer of a Parquet file says; nil for text.
  var table: ParquetTable?
  /// The number of the first line: 0 where that is a header which the file does not have.
  var firstLine = 1
}

/// The tables of a file, made one after the other, so that only one of them need be held.
struct RecordTexts {
  private enum Contents {
    case text(FileBytes, TextForm)
    case parquet(FileBytes)
    case workbook(WorkbookTexts)
    case nothing
  }

  private var contents: Contents
  /// How much of the work on each table is making it, from 0 to 1.
  let shareOfMaking: Double

  /// Opens what a file holds once it is unwrapped; the kind must be one that is readable.
  /// - Parameter threads: how many may make tables at once.
  init(
    _ file: FileBytes, kind: ContentKind = .delimitedText, _ form: TextForm = TextForm(),
    threads: Int = 1
  ) {
    if kind == .xlsx {
      contents = .workbook(WorkbookTexts(file, threads: threads))
      shareOfMaking = 0.75
    } else {
      contents = kind == .parquet ? .parquet(file) : .text(file, form)
      shareOfMaking = 0
    }
  }

  /// How much of the file the tables so far make up, from 0 to 1.
  var part: Double {
    switch contents {
    case .text, .parquet: 0
    case .workbook(let texts): texts.part
    case .nothing: 1
    }
  }

  /// The next table; nil when there are no more. Of a sheet without a known header only the first
  /// rows are made.
  /// - Parameter progress: is called with the bytes of the file that were used, and all there are.
  /// - Throws: `FileError.cancelled`, or why the table cannot be read.
  mutating func next(progress: FileBytes.Progress) throws(FileError) -> RecordText? {
    switch contents {
    case .text(let file, let form):
      contents = .nothing
      return RecordText(
        sheet: "", bytes: try file.rewritten(by: form, progress: progress), layout: form.layout,
        remarks: file.remarks)
    case .parquet(let file):
      contents = .nothing
      do throws(ParquetProblem) {
        let table = try file.withBytes { bytes throws(ParquetProblem) in try ParquetTable(bytes) }
        return RecordText(sheet: "", bytes: file, layout: TextLayout(table: table))
      } catch {
        throw .parquet(path: file.path, error)
      }
    case .workbook(var texts):
      contents = .nothing
      let text = try texts.next(progress: progress)
      contents = .workbook(texts)
      return text
    case .nothing:
      return nil
    }
  }
}

extension RecordText {
  /// The record with which the search for a header ended, because it has more than is read.
  var excess: RecordExcess? {
    guard layout.table == nil else { return nil }
    return bytes.withBytes { bytes in
      var reader = DelimitedReader(bytes, delimiter: layout.delimiter, line: layout.firstLine)
      var record = DelimitedReader.Record()
      for _ in 0..<HeaderSearch.limit where reader.next(into: &record) {}
      return reader.excess
    }
  }

  /// What the table looks like by its first row with several cells, where no header of detainers
  /// is found; nil if it looks like nothing in particular.
  var likeness: String? {
    if let table = layout.table { return Recognition.likeness(of: table.columns.map(\.name)) }
    return bytes.withBytes { bytes in
      var reader = DelimitedReader(bytes, delimiter: layout.delimiter)
      var record = DelimitedReader.Record()
      for _ in 0..<20 where reader.next(into: &record) {
        let names = reader.texts(of: record)
        guard names.count > 1, !names.contains(where: { CellRules.number($0) != nil }) else {
          continue
        }
        if let likeness = Recognition.likeness(of: names) { return likeness }
      }
      return nil
    }
  }
}
