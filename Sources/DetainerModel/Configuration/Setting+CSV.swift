/// What the export dialog has switched on at first in CSV; commands write the same for everyone.
extension Setting {
  static let ofCSV = [
    option(
      "excel", "In exports of the browser: CSV as Excel opens it, which is the next three.",
      \.suitsExcel),
    option("byte-order-mark", "Whether CSV begins with a byte order mark.", \.hasByteOrderMark),
    option("crlf", "Whether lines of CSV end with CRLF.", \.endsLinesWithReturn),
    option(
      "quote-formulas", "Whether an apostrophe stands before what a spreadsheet would run.",
      \.quotesFormulas),
    option(
      "decimal-comma", "Whether numbers have a decimal comma, and a semicolon ends a field.",
      \.hasDecimalComma),
    option("header", "Whether the names of the columns come first.", \.hasHeader),
  ]

  private static func option(
    _ name: String, _ meaning: String, _ path: any WritableKeyPath<ExportForm, Bool> & Sendable
  ) -> Setting {
    Setting(section: "formats.csv", name: name, meaning: meaning) { configuration in
      [(quoted(name), "\(configuration.csv[keyPath: path])")]
    } take: { configuration, entry throws(NameError) in
      let isOn = try entry.flag()
      // What is not for Excel as a whole may have a part of it.
      if isOn || name != "excel" { configuration.csv[keyPath: path] = isOn }
    }
  }
}
