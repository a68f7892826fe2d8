import DetainerModel

/// What can be switched on and off in an export.
struct ExportOption: Sendable {
  let name: String
  let switchPath: any WritableKeyPath<ExportForm, Bool> & Sendable
  /// Whether a format has it, where its bytes go to a file or elsewhere.
  let isOf: @Sendable (_ format: FileFormat, _ toFile: Bool) -> Bool

  /// All of them, as they stand in the dialog.
  static let all: [ExportOption] = [
    ExportOption(name: "names of the columns first", switchPath: \.hasHeader) { format, _ in
      format.canLackHeader
    },
    ExportOption(name: "for Excel: the next three", switchPath: \.suitsExcel, isOf: isOfCSV),
    ExportOption(
      name: "an apostrophe before what a spreadsheet would run", switchPath: \.quotesFormulas
    ) { format, _ in format.canQuoteFormulas },
    ExportOption(name: "a byte order mark", switchPath: \.hasByteOrderMark, isOf: isOfCSV),
    ExportOption(name: "CRLF line ends", switchPath: \.endsLinesWithReturn, isOf: isOfCSV),
    ExportOption(
      name: "a decimal comma, and semicolons between fields", switchPath: \.hasDecimalComma,
      isOf: isOfCSV),
    ExportOption(name: "packed with gzip", switchPath: \.isPacked) { $1 && $0.isText },
    ExportOption(
      name: "where the rows come from, in a file beside it", switchPath: \.hasProvenanceBeside
    ) { $1 && !$0.holdsProvenance },
  ]

  private static let isOfCSV: @Sendable (FileFormat, Bool) -> Bool = { format, _ in format == .csv }
}
