import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct WorkbookFormatTests {
  /// The rows of each sheet, as they are read again.
  private func sheets(_ listing: Listing) throws -> [[[String]]] {
    var sink = MemorySink()
    try sink.write(listing, as: .xlsx)
    return try sheetTexts(sink.bytes).map { records($0) }
  }

  @Test func whatXMLCannotHoldIsEscaped() throws {
    var sheet = SheetWriter(columns: hostile.columns, widths: [1, 2, 3, 4])
    var sink = MemorySink()
    try sheet.write(hostile, 1..<6, to: &sink)
    let rows = sink.text.split(separator: "<row ").dropFirst(2).map {
      $0.replacing("\u{9}", with: "⇥")
    }
    func text(_ cell: String, _ text: String) -> String {
      "<c r=\"\(cell)\" t=\"inlineStr\" s=\"4\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
    }
    #expect(
      rows[0] == "r=\"2\">" + text("A2", "Doña Ana") + text("B2", "a,b⇥&quot;c&quot;")
        + "<c r=\"C2\"><v>-3</v></c><c r=\"D2\" s=\"3\"><v>1.0000</v></c></row>")
    #expect(
      rows[1] == "r=\"3\">" + text("A3", "=1+1") + text("B3", "two_x000D_\nlines\nthree") + "</row>"
    )
    #expect(rows[2].contains("|`*_&lt;b&gt;[x]\\&amp;~"))
    #expect(rows[3].contains("_x001B_[2J\u{202E}evil") && rows[3].contains("_x0007_\u{7F}\u{9B}"))
    #expect(rows[4].hasPrefix("r=\"6\">" + text("B6", "e\u{301} 👩‍👧") + "</row>"))
  }

  @Test func aTextIsReadAgainAsItWas() throws {
    let rows = try sheets(hostile).first?.dropFirst().map(\.self) ?? []
    #expect(rows[0] == ["Travis", "plain", "142", "0.0696"])
    #expect(rows[2].first == "=1+1")
    #expect(rows[3].prefix(2) == ["東京", "|`*_<b>[x]\\&~"])
  }

  @Test func codesStayTextsAndDatesAreDates() throws {
    let listing = Listing(
      columns: [.init("fips"), .init("issued", .date), .init("n", .integer)],
      rows: [
        [.text("06075"), .text("2017-01-28"), .integer(7)],
        [.text("_x0041_"), .text("1900-02-28"), .missing],
        [.text("\u{FFFF}"), .text("1900-03-01"), .integer(-1)],
      ])
    let rows = try sheets(listing).first?.dropFirst().map(\.self) ?? []
    #expect(rows[0] == ["06075", "2017-01-28", "7"])
    #expect(rows[1] == ["_x0041_", "1900-02-28"])
    #expect(rows[2] == ["\u{FFFF}", "1900-03-01", "-1"])
  }

  @Test func aTextThatIsTooLongIsCutAndToldOf() throws {
    let long = String(repeating: "é", count: 40_000)
    var listing = column([long, "short"])
    listing = listing.traced(program: "ddor", command: "")
    let sheets = try sheets(listing)
    let cell = try #require(sheets.first?[1].first)
    #expect(cell.count == 32_767 && cell.hasSuffix("é…"))
    #expect(sheets.last?.last?.first == "Cut")
  }

  @Test func whatIsTooMuchForASheetGoesOnInAnother() throws {
    let listing = Listing(columns: [.init("n", .integer)], rowCount: 1_048_576) { [.integer($0)] }
    var sink = MemorySink()
    try sink.write(listing, as: .xlsx)
    let texts = try sheetTexts(sink.bytes)
    #expect(texts.count == 2)
    #expect(texts.last == "n\n1048575\n")
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsHaveLetters(index: Int, name: String) {
    #expect(SheetWriter.name(ofColumn: index) == name)
  }

  @Test func theSameRowsAreTheSameBytes() throws {
    var (first, second) = (MemorySink(), MemorySink())
    try first.write(hostile, as: .xlsx)
    try second.write(hostile, as: .xlsx)
    #expect(first.bytes == second.bytes)
  }
}
