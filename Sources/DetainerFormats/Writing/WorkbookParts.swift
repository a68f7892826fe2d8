/// The parts of a workbook beside its sheets: what it holds, and how cells look.
struct WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let schemas = "http://schemas.openxmlformats.org/"
  static let main = schemas + "spreadsheetml/2006/main"
  private static let relations = schemas + "officeDocument/2006/relationships"
  private static let packageRelations = schemas + "package/2006/relationships"
  private static let spreadsheet =
    "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// How a cell looks, by its place in the list of styles.
  enum Style: Int {
    case plain, head, date, share, text, wrapped
  }

  private let sheets: [String]

  /// The names of the sheets, in their order.
  init(sheets: [String]) { self.sheets = sheets }

  /// Each part with its path.
  var files: [(path: String, text: String)] {
    [
      ("xl/workbook.xml", workbook), ("xl/styles.xml", styles),
      ("xl/_rels/workbook.xml.rels", relations), ("_rels/.rels", root),
      ("[Content_Types].xml", types),
    ]
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, name in
      "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    return Self.declaration
      + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\"><sheets>\(list.joined())</sheets></workbook>"
  }

  private var relations: String {
    let list = sheets.indices.map { index in
      relation(index + 1, "worksheet", "worksheets/sheet\(index + 1).xml")
    }
    return relations(list + [relation(sheets.count + 1, "styles", "styles.xml")])
  }

  private var root: String { relations([relation(1, "officeDocument", "xl/workbook.xml")]) }

  private func relation(_ number: Int, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"rId\(number)\" Type=\"\(Self.relations)/\(type)\" Target=\"\(target)\"/>"
  }

  private func relations(_ list: [String]) -> String {
    Self.declaration
      + "<Relationships xmlns=\"\(Self.packageRelations)\">\(list.joined())</Relationships>"
  }

  private var types: String {
    let parts =
      [("workbook", "sheet.main"), ("styles", "styles")]
      + sheets.indices.map { ("worksheets/sheet\($0 + 1)", "worksheet") }
    let list = parts.map { path, type in
      "<Override PartName=\"/xl/\(path).xml\" ContentType=\"\(Self.spreadsheet)\(type)+xml\"/>"
    }
    return Self.declaration
      + "<Types xmlns=\"\(Self.schemas)package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>\(list.joined())</Types>"
  }

  private var styles: String {
    let formats =
      "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
    let fonts =
      "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    let fills =
      "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    let borders = "<borders count=\"1\"><border/></borders>"
    func style(_ number: Int, font: Int = 0, _ more: String = "") -> String {
      let head =
        "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\""
      return more.isEmpty ? head + "/>" : head + " applyAlignment=\"1\">\(more)</xf>"
    }
    // In the order of `Style`; 10 is a share with two decimals, 49 a text.
    let cells = [
      style(0), style(49, font: 1), style(164), style(10), style(49),
      style(49, "<alignment vertical=\"top\" wrapText=\"1\"/>"),
    ]
    return Self.declaration
      + "<styleSheet xmlns=\"\(Self.main)\">\(formats)\(fonts)\(fills)\(borders)<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"\(cells.count)\">\(cells.joined())</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
  }
}
