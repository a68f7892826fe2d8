import DetainerModel

/// A workbook of Office Open XML (ECMA-376): the rows with cells of their types, the head frozen, and
/// a second sheet that says where they come from.
///
/// Codes stay texts, so that no leading zero is lost. What has more rows than a sheet goes on in
/// another one, and a text that is longer than a cell is cut, which the second sheet says.
public struct XLSXFormat: ExportFormat {
  /// The rows of a sheet, with its head.
  private static let largestSheet = 1_048_576

  /// Chooses the format, which has no options.
  public init() {}

  /// Writes the workbook.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    var archive = ZipWriter(sink)
    let name = listing.name
    let perSheet = Self.largestSheet - 1
    let sheetCount = max(1, (listing.rowCount + perSheet - 1) / perSheet)
    var names = (1...sheetCount).map { $0 == 1 ? name : "\(name) \($0)" }
    var cutTexts = 0
    for index in 0..<sheetCount {
      try archive.add("xl/worksheets/sheet\(index + 1).xml") { sink throws(WriteError) in
        var sheet = SheetWriter(columns: listing.columns, widths: widths(of: listing))
        let rows = index * perSheet..<min(listing.rowCount, (index + 1) * perSheet)
        try sheet.write(listing, rows, to: &sink)
        cutTexts += sheet.cutTexts
      }
    }
    if let provenance = listing.provenance {
      names.append("about")
      let about = Listing(
        columns: [.init("about"), .init("text")],
        rows: (provenance.entries.map { ($0.label, $0.text) } + cutWords(cutTexts)).map {
          [.text($0), .text($1)]
        })
      try archive.add("xl/worksheets/sheet\(names.count).xml") { sink throws(WriteError) in
        var sheet = SheetWriter(columns: about.columns, widths: [24, 120], wrapsTexts: true)
        try sheet.write(about, 0..<about.rowCount, to: &sink)
      }
    }
    for (path, text) in WorkbookParts(sheets: names).files {
      try archive.add(path) { sink throws(WriteError) in try sink.write(text) }
    }
    try archive.finish()
    sink = archive.base
  }

  private func cutWords(_ count: Int) -> [(String, String)] {
    count == 0
      ? []
      : [
        ("Cut", "\(count) texts are longer than a cell can be and end with …; CSV has them whole.")
      ]
  }

  /// How wide columns are, in characters, by their names and first rows.
  private func widths(of listing: Listing) -> [Int] {
    var widths = listing.columns.map(\.name.count)
    var cells = RowBuffer()
    for index in 0..<min(200, listing.rowCount) {
      listing.fill(&cells, with: index)
      for column in 0..<cells.count {
        widths[column] = max(widths[column], cells.bytes(column).count)
      }
    }
    return widths.map { min($0, 60) + 2 }
  }
}

extension ExportFormat where Self == XLSXFormat {
  /// A workbook.
  public static var xlsx: XLSXFormat { XLSXFormat() }
}
