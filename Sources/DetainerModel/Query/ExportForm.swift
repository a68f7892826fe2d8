/// How rows are written: the format, and what can be chosen in it.
public struct ExportForm: Hashable, Sendable {
  /// The format.
  public var format: FileFormat
  /// Whether a text is packed with gzip.
  public var isPacked = false
  /// Whether the names of the columns come first, where the format can do without.
  public var hasHeader = true
  /// Whether the names of the columns of a table stand out on a terminal.
  public var isColoured = false
  /// Whether texts of CSV and TSV that a spreadsheet would run as a formula get an apostrophe in
  /// front.
  ///
  /// Those start with `=`, `+`, `-`, `@`, a tab or a carriage return, as listed by OWASP under
  /// "CSV injection". The apostrophe changes the value, hence an option.
  public var quotesFormulas = false
  /// Whether a byte order mark says that CSV is UTF-8.
  public var hasByteOrderMark = false
  /// Whether lines of CSV end with CRLF.
  public var endsLinesWithReturn = false
  /// Whether numbers of CSV have a decimal comma, and fields end with a semicolon, as spreadsheets
  /// write them where that is the custom.
  public var hasDecimalComma = false
  /// Whether a file beside it says where the rows come from, for formats that have no room for that.
  public var hasProvenanceBeside = false

  /// A format with its usual options.
  public init(_ format: FileFormat) { self.format = format }

  /// What the name of a file says; nil where it says nothing.
  public init?(path: String) {
    guard let format = FileFormat(path: path) else { return nil }
    self.init(format)
    isPacked = path.lowercased().hasSuffix(".gz")
  }

  /// CSV as Excel opens it without harm, and without asking.
  public static var csvForExcel: ExportForm {
    var form = ExportForm(.csv)
    form.suitsExcel = true
    return form
  }

  /// Whether CSV is one that Excel opens without harm; what is switched off with it is switched off
  /// as a whole.
  public var suitsExcel: Bool {
    get { quotesFormulas && hasByteOrderMark && endsLinesWithReturn }
    set { (quotesFormulas, hasByteOrderMark, endsLinesWithReturn) = (newValue, newValue, newValue) }
  }
}
