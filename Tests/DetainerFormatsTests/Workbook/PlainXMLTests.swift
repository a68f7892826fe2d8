import TestSupport
import Testing

@testable import DetainerFormats

/// What is read without the XML parser against what the parser makes of it: the same text, or the
/// same sentence.
@Suite struct PlainXMLTests {
  private static let shared = ["<t>a</t>", "<t>b, \"c\"</t>", "<t xml:space=\"preserve\"> d</t>"]

  /// The text of the sheet, or why it cannot be read.
  private func read(
    sheet: String, shared: String, takesPlain: Bool, sortsCells: Bool = false
  ) -> String {
    let bytes = archive(sheet: sheet, shared: shared)
    let file = FileBytes(path: "x.xlsx", bytes: bytes)
    do throws(FileError) {
      return try file.withBytes { bytes throws(FileError) in
        let archive = try ZipArchive(bytes, path: file.path)
        guard let part = archive["sheet.xml"], let texts = archive["shared.xml"] else { return "" }
        var reader = SharedTextReader(file.path)
        try archive.read(texts, with: &reader, takesPlain: takesPlain) { _ in true }
        let made = try reader.finish(for: file)
        let list = SharedTexts(texts: made.texts, ends: made.ends)
        return try list.withTexts { list throws(FileError) in
          var sheet = SheetReader(
            SheetReader.Settings(
              name: "S", path: file.path, texts: list, areDates: [false, true],
              countsFrom1904: false, limit: 1 << 20, sortsCells: sortsCells, headRows: 20,
              isWanted: { !$0.contains(UInt8(ascii: "?")) }))
          try archive.read(part, with: &sheet, takesPlain: takesPlain) { _ in true }
          return String(decoding: try sheet.finish(for: file).array, as: UTF8.self)
        }
      }
    } catch {
      return "\(error)"
    }
  }

  private func archive(sheet: String, shared: String) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("sheet.xml", sheet)
    zip.add("shared.xml", shared)
    return zip.archive
  }

  private func sheet(_ rows: String) -> String {
    "<?xml version=\"1.0\"?>\r\n<worksheet xmlns=\"m\"><cols/>"
      + "<sheetData>\(rows)</sheetData></worksheet>"
  }

  private func texts(_ texts: [String]) -> String {
    "<sst>" + texts.map { "<si>\($0)</si>" }.joined() + "</sst>"
  }

  private static let cells = [
    "<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>1</v></c>", "<c t=\"s\"><v> 2 </v></c>",
    "<c s=\"1\"><v>42763</v></c>", "<c s=\"1\" t=\"n\"><v>42763.5</v></c>", "<c><v>1.50E1</v></c>",
    "<c t=\"b\"><v>1</v></c>", "<c t=\"e\"><v>#N/A</v></c>", "<c t=\"str\"><v>a_x000D_b</v></c>",
    "<c/>", "<c s=\"1\"/>", "<c></c>", "<c><v></v></c>", "<c><v/></c>", "<c ><v>1</v></c>",
    "<c t=\"inlineStr\"><is><t>in, line</t></is></c>", "<c t=\"inlineStr\"><v>7</v></c>",
    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> in </t></is></c>",
    "<c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c>", "<c t='s'><v>0</v></c>",
    "<c t=\"str\"><f>1+1</f><v>2</v></c>", "<c t=\"str\"><v>Caf\u{E9}</v></c>",
    "<c t=\"str\"><v>a &amp; b</v></c>", "<c t=\"str\"><v><![CDATA[<row>]]></v></c>",
    "<c t=\"str\"><v>x\r\ny</v></c>", "<c t=\"str\"><v>a > b</v></c>",
    "<c t=\"str\"><v>]]></v></c>",
    "<c cm=\"1\"><v>3</v></c>", "<!-- <row><c/></row> --><c/>",
    "<c t=\"d\"><v>2017-01-28</v></c>",
    "<c t=\"s\"><v>9</v></c>", "<c t=\"q\"><v>5</v></c>", "<x:c><x:v>5</x:v></x:c>",
    "<row r=\"9\"><c><v>1</v></c></row>",
  ]

  private static let between = [
    "", "", "", "", "\n", " ", "<!-- <row/> -->", "<x/>", "<?row <row></row>?>", "\r",
    "<extLst><row><c><v>8</v></c></row></extLst>", "</sheetData><sheetData>",
  ]

  private func randomRows(_ random: inout SeededGenerator, oddness: UInt64) -> String {
    var rows = ""
    var number = 0
    for _ in 0..<Int(random.next() % 40) {
      number += 1 + Int(random.next() % 7 / 6)
      var column = 0
      var row = ""
      for _ in 0..<(random.next() % 7) {
        column += 1 + Int(random.next() % 9 / 8)
        let count = random.next() % 100 < oddness ? Self.cells.count : 11
        let cell = Self.cells[Int(random.next() % UInt64(count))]
        let place = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars.map { "\($0)" }[column]
        row +=
          random.next() % 4 == 0
          ? cell : cell.replacing("<c", with: "<c r=\"\(place)\(number)\"", maxReplacements: 1)
      }
      let attributes = [
        "", " r=\"\(number)\"", " r=\"\(number)\"", " r=\"\(number)\" spans=\"1:9\" ht=\"15\"",
        " spans=\"1:9\" x14ac:dyDescent=\"0.2\" r=\"\(number)\"", " ht='1'", " q=\"1\"",
      ]
      let isOdd = random.next() % 100 < oddness
      let form = attributes[Int(random.next() % (isOdd ? 7 : 5))]
      rows += row.isEmpty ? "<row\(form)/>" : "<row\(form)>\(row)</row>"
      if random.next() % 100 < oddness { rows += Self.between.randomElement(using: &random) ?? "" }
    }
    return rows
  }

  @Test(arguments: 0..<15 as Range<UInt64>)
  func theParserMakesTheSameOfIt(seed: UInt64) {
    var random = SeededGenerator(seed)
    var texts = Self.shared
    if seed % 3 == 0 { texts += ["<r><t>e</t></r>", "<t>&lt;</t>", "<t/>", "<t>x\ny</t>", ""] }
    for round in 0..<20 {
      let rows = randomRows(&random, oddness: [0, 2, 10, 50][round % 4])
      for sorts in [false, true] {
        let (sheet, shared) = (sheet(rows), self.texts(texts.shuffled(using: &random)))
        let plain = read(sheet: sheet, shared: shared, takesPlain: true, sortsCells: sorts)
        let parsed = read(sheet: sheet, shared: shared, takesPlain: false, sortsCells: sorts)
        #expect(plain == parsed, "\(sheet)")
      }
    }
  }

  @Test(arguments: 0..<15 as Range<UInt64>)
  func theSameIsWrongWithIt(seed: UInt64) {
    var random = SeededGenerator(seed)
    let signs = Array("<>/\"'=&;#x09ABrcsvti: \n\r\t\u{0}\u{7F}]-!?".utf8)
    func spoiled(_ text: String) -> String {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, index + Int.random(in: 1...30, using: &random))
        switch random.next() % 4 {
        case 0: bytes[index] = signs.randomElement(using: &random) ?? 0
        case 1: bytes.insert(signs.randomElement(using: &random) ?? 0, at: index)
        case 2: bytes.removeSubrange(index..<end)
        default: bytes.insert(contentsOf: bytes[index..<end], at: index)
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    for _ in 0..<60 {
      var (sheet, shared) = (sheet(randomRows(&random, oddness: 2)), texts(Self.shared))
      if random.next() % 4 == 0 { shared = spoiled(shared) } else { sheet = spoiled(sheet) }
      let plain = read(sheet: sheet, shared: shared, takesPlain: true)
      let parsed = read(sheet: sheet, shared: shared, takesPlain: false)
      #expect(plain == parsed, "\(sheet) \(shared)")
    }
  }

  /// Rows that are cut anywhere by the pieces in which a part is unpacked, and rows longer than one.
  @Test(arguments: [3, 40, 9_000, 40_000])
  func piecesCutRowsAnywhere(cells: Int) {
    var rows = ""
    var number = 0
    while rows.utf8.count < 1_200_000 {
      number += 1
      let cell = ["<c t='s'><v>0</v></c>", "<c s=\"1\"><v>4\(number % 7)763</v></c>"][
        number % 9 == 0 ? 0 : 1]
      let row = String(repeating: cell, count: min(16_000, 1 + number * 7 % cells))
      rows += "<row r=\"\(number)\">\(row)</row>" + (number % 50 == 0 ? "\n" : "")
    }
    let shared = texts((0..<40_000).map { $0 % 9 == 0 ? "<t>&amp;</t>" : "<t>text \($0)</t>" })
    let plain = read(sheet: sheet(rows), shared: shared, takesPlain: true)
    #expect(plain == read(sheet: sheet(rows), shared: shared, takesPlain: false))
    #expect(plain.utf8.count > 1000)
  }

  /// Most rows are read without the parser, or they would not be fast.
  @Test(arguments: [
    "<row r=\"1\" spans=\"1:2\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c></row>",
    "<row r=\"1\" ht=\"15\" x14ac:dyDescent=\"0.25\"><c r=\"XFD1\"><v>4.5</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>",
    "<row r=\"1\"/>", "<row><c/><c s=\"1\"/><c t=\"str\"><v>a</v></c></row>",
  ])
  func rowsOfUsualProgramsArePlain(row: String) {
    var plain = PlainRow()
    let text = Array(row.utf8)
    #expect((text + [0]).withUnsafeBytes { plain.read($0, from: 0) } == text.count)
  }

  /// Whatever a row is cut to, it is not taken for a whole one.
  @Test func aRowThatIsCutIsNotPlain() {
    let row = Array(
      ("<row r=\"1\" ht=\"2\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"
        + "<c t=\"inlineStr\"><is><t>a</t></is></c></row>").utf8)
    var plain = PlainRow()
    for count in 1..<row.count {
      let found = (row[..<count] + [0]).withUnsafeBytes { plain.read($0, from: 0) }
      #expect(found == nil, "\(count)")
    }
  }
}
