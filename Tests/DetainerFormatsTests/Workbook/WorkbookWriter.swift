@testable import DetainerFormats

/// Writes small workbooks whose sheets are given as the XML between `<sheetData>` and its end.
struct WorkbookWriter {
  var sheets: [(name: String, rows: String)] = []
  var shared: [String] = []
  /// Codes of number formats; cell style N + 1 has the Nth, and style 0 has none.
  var formats: [String] = []
  var countsFrom1904 = false
  var isStored = false
  /// Changes parts once they are made, by their names.
  var changes: [String: (String) -> String] = [:]
  var extra: [ZipWriter.Entry] = []

  init(_ rows: String = "", shared: [String] = [], formats: [String] = []) {
    if !rows.isEmpty { sheets = [("Sheet1", rows)] }
    self.shared = shared
    self.formats = formats
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var parts: [(name: String, text: String)] {
    let package = "http://schemas.openxmlformats.org/package/2006"
    let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\r\n"
    func relationships(_ targets: [(id: String, kind: String, target: String)]) -> String {
      head + #"<Relationships xmlns="\#(package)/relationships">"#
        + targets.map {
          #"<Relationship Id="\#($0.id)" Type="\#(Self.kinds)/\#($0.kind)" Target="\#($0.target)"/>"#
        }.joined() + "</Relationships>"
    }
    let numbered = sheets.enumerated().map { ($0.offset + 1, $0.element) }
    var parts = [
      ("[Content_Types].xml", head + #"<Types xmlns="\#(package)/content-types"/>"#),
      ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        head + #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.kinds)"><workbookPr"#
          + (countsFrom1904 ? #" date1904="1""# : "") + "/><sheets>"
          + numbered.map { #"<sheet name="\#($1.name)" sheetId="\#($0)" r:id="rId\#($0)"/>"# }
          .joined() + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(
          numbered.map { ("rId\($0.0)", "worksheet", "worksheets/sheet\($0.0).xml") } + [
            ("rId98", "styles", "styles.xml"), ("rId99", "sharedStrings", "sharedStrings.xml"),
          ])
      ),
      (
        "xl/styles.xml",
        head + #"<styleSheet xmlns="\#(Self.main)"><numFmts>"#
          + formats.enumerated().map {
            #"<numFmt numFmtId="\#($0 + 164)" formatCode="\#($1)"/>"#
          }.joined() + #"</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>"#
          + #"<xf numFmtId="0"/>"#
          + formats.indices.map { #"<xf numFmtId="\#($0 + 164)"/>"# }.joined()
          + "</cellXfs></styleSheet>"
      ),
      (
        "xl/sharedStrings.xml",
        head + #"<sst xmlns="\#(Self.main)">"# + shared.map { "<si>\($0)</si>" }.joined()
          + "</sst>"
      ),
    ]
    parts += numbered.map { number, sheet in
      (
        "xl/worksheets/sheet\(number).xml",
        head + #"<worksheet xmlns="\#(Self.main)"><sheetData>"# + sheet.rows
          + "</sheetData></worksheet>"
      )
    }
    return parts
  }

  var archive: [UInt8] {
    var zip = ZipWriter()
    for (name, text) in parts {
      zip.add(name, changes[name]?(text) ?? text, isStored: isStored)
    }
    zip.entries += extra
    return zip.archive
  }

  /// The sheets as the importer sees them.
  func texts() throws -> [String] { try sheetTexts(archive) }
}

/// The sheets of a workbook as the importer sees them.
func sheetTexts(
  _ bytes: [UInt8], progress: @escaping FileBytes.Progress = { _, _ in true }
) throws -> [String] {
  var texts = RecordTexts(FileBytes(path: "x.xlsx", bytes: bytes), kind: .xlsx)
  var result: [String] = []
  while let text = try texts.next(progress: progress) {
    result.append(String(decoding: text.bytes.array, as: UTF8.self))
  }
  return result
}

/// The sentence that says why a workbook cannot be read; empty if it can.
func refusal(of bytes: [UInt8]) -> String {
  do {
    _ = try sheetTexts(bytes)
    return ""
  } catch {
    return "\(error)"
  }
}

/// The rows of a sheet that says what a delimited text does.
func sheet(of text: String) -> String {
  records(text).enumerated().map { index, cells in
    let cells = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    return "<row r=\"\(index + 1)\">\(cells)</row>"
  }.joined()
}
