import Text

/// What a file is, by its first bytes and not by its name.
enum ContentKind: Hashable, Sendable {
  /// Comma-, tab- or otherwise delimited text.
  case delimitedText
  /// Text in UTF-16.
  case utf16Text
  /// Text in UTF-32.
  case utf32Text
  /// A gzip file. One is unpacked before it is asked what it holds, so that this one was in another.
  case gzip
  /// An Excel workbook of 2007 or later.
  case xlsx
  /// An Excel workbook in the binary form (`.xlsb`).
  case binaryWorkbook
  /// A spreadsheet of LibreOffice or another program with that format.
  case openDocument
  /// A document of Word or PowerPoint of 2007 or later.
  case officeDocument
  /// Any other ZIP archive.
  case zip
  /// An Excel workbook of 2003 or before, or another OLE document.
  case oldExcel
  /// A workbook that only opens with a password.
  case protectedWorkbook
  /// A Parquet file.
  case parquet
  /// What Git keeps in place of a large file.
  case gitPointer
  /// An Arrow or Feather file.
  case arrow
  /// An ORC file.
  case orc
  /// An Avro file.
  case avro
  /// A Stata data set.
  case stata
  /// A SAS data set.
  case sas
  /// A data set of R.
  case r
  /// An SPSS data set.
  case spss
  /// A PDF document.
  case pdf
  /// An SQLite database.
  case sqlite
  /// A DuckDB database.
  case duckDB
  /// A database of Microsoft Access.
  case access
  /// A table of dBase.
  case dBase
  /// A text of a word processor (RTF).
  case richText
  /// JSON text.
  case json
  /// A web page or other XML.
  case html
  /// A compressed file or archive other than gzip and ZIP.
  case otherArchive
  /// A program, which may be an archive that unpacks itself.
  case program
  /// Not text at all.
  case binary
  /// No bytes.
  case empty

  /// Whether a reader for it exists.
  var isReadable: Bool {
    switch self {
    case .delimitedText, .utf16Text, .xlsx, .parquet: true
    default: false
    }
  }

  /// For kinds no reader takes, one sentence: what the file is, and what to do about it.
  func advice(for path: String) -> String? {
    problem(path).map { harmless("\(path) \($0).") }
  }

  private func problem(_ path: String) -> String? {
    let convert = "convert it to CSV first"
    switch self {
    case .delimitedText, .utf16Text, .xlsx, .parquet: return nil
    case .gzip: return "was packed by gzip twice; unpack it once: gunzip"
    case .binaryWorkbook:
      return "is an Excel workbook in the binary form (.xlsb); save it as .xlsx and open that"
    case .openDocument: return "is an OpenDocument spreadsheet; save it as .xlsx and open that"
    case .officeDocument:
      return "is a document of Word or PowerPoint; copy its tables into a sheet and save that"
    case .zip: return "is a ZIP archive; unpack it and open the files inside"
    case .utf32Text: return "is text in UTF-32; save it as text or CSV in UTF-8"
    case .otherArchive: return "is a compressed archive; unpack it and open the files inside"
    case .oldExcel:
      return "is an Excel 97-2003 workbook, whatever its name; save it as .xlsx and open that"
    case .protectedWorkbook:
      return
        "is protected by a password; remove it in Excel (File > Info > Protect Workbook) and save it"
    case .gitPointer:
      return "is a pointer of Git LFS, not the file itself; get the file with: git lfs pull"
    case .arrow: return "is an Arrow or Feather file; \(convert), with pandas or R"
    case .orc: return "is an ORC file; \(convert), with DuckDB or pandas"
    case .avro: return "is an Avro file; \(convert), with DuckDB or pandas"
    case .sas: return "is a SAS data set; \(convert), in SAS: PROC EXPORT"
    case .r: return "is a data set of R; \(convert), in R: write.csv"
    case .stata: return "is a Stata data set; \(convert), in Stata: export delimited"
    case .spss: return "is an SPSS data set; \(convert), in SPSS: File > Export > CSV"
    case .pdf: return "is a PDF document; extract its tables to CSV first"
    case .sqlite: return "is an SQLite database; export the table: sqlite3 -csv -header"
    case .duckDB:
      return "is a DuckDB database; export the table: duckdb FILE -c \"COPY table TO 'x.csv'\""
    case .access: return "is a database of Microsoft Access; export the table as text or .xlsx"
    case .dBase: return "is a table of dBase (.dbf); open it in a spreadsheet and save it as .xlsx"
    case .richText:
      return "is a text of a word processor (RTF); copy its tables into a sheet and save that"
    case .json: return "is JSON; \(convert)"
    case .html: return "is a web page, not a table; download the file that the page links to"
    case .program:
      return
        "is a program; if it is an archive that unpacks itself, unpack it with unzip or 7z and open the files inside"
    case .binary: return "is not text; check that it is the file you meant"
    case .empty: return "is empty; get the file again"
    }
  }
}
