import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct DelimitedFormatTests {
  @Test func csvQuotesOnlyWhereNeeded() throws {
    #expect(
      try written(hostile, as: .csv)
        == "county,lift_reason,declined,share_of_issued\n"
        + "Travis,plain,142,0.0696\n"
        + "Doña Ana,\"a,b\t\"\"c\"\"\",-3,1.0000\n"
        + "=1+1,\"two\r\nlines\nthree\",,\n"
        + "東京,|`*_<b>[x]\\&~,0,0.0001\n"
        + "\u{1B}[2J\u{202E}evil,\u{2028}\u{2029}\u{7}\u{7F}\u{9B},1,\n"
        + ",e\u{301} 👩‍👧,,\n")
  }

  @Test func csvQuotesFormulasIfAsked() throws {
    let rows: [[Value]] = [
      [.text("=1+1"), .integer(-1)], [.text("+1"), .fraction(-0.5)], [.text("-1"), .missing],
      [.text("@a"), .missing], [.text("\ta"), .missing], [.text("\ra"), .missing],
      [.text("\r\na"), .missing], [.text("a=1"), .missing], [.text(""), .missing],
    ]
    let listing = Listing(columns: [.init("a"), .init("n", .integer)], rows: rows)
    var form = ExportForm(.csv)
    form.quotesFormulas = true
    #expect(
      try written(listing, as: CSVFormat(form))
        == "a,n\n'=1+1,-1\n'+1,-0.5000\n'-1,\n'@a,\n'\ta,\n\"'\ra\",\n\"'\r\na\",\na=1,\n,\n")
  }

  @Test func csvForExcelSaysItsEncodingAndRunsNothing() throws {
    let listing = Listing(
      columns: [.init("a"), .init("fips")], rows: [[.text("=1+1"), .text("06075")]])
    #expect(
      try written(listing, as: CSVFormat(.csvForExcel)) == "\u{FEFF}a,fips\r\n'=1+1,06075\r\n")
  }

  @Test func aDecimalCommaComesWithSemicolons() throws {
    let listing = Listing(
      columns: [.init("a"), .init("share", .fraction)],
      rows: [[.text("x,y"), .fraction(0.0696)], [.text("x;y"), .missing]])
    var form = ExportForm(.csv)
    form.hasDecimalComma = true
    #expect(try written(listing, as: CSVFormat(form)) == "a;share\nx,y;0,0696\n\"x;y\";\n")
  }

  @Test(arguments: [FileFormat.csv, .tsv, .table])
  func theNamesOfTheColumnsCanBeLeftOut(_ format: FileFormat) throws {
    var form = ExportForm(format)
    form.hasHeader = false
    let listing = Listing(columns: [.init("a"), .init("b")], rows: [[.text("1"), .text("2")]])
    let text = try #require(ExportFormats.writer(of: form).map { try written(listing, as: $0) })
    #expect(text.filter { !" ,\t".contains($0) } == "12\n")
  }

  @Test func tsvHasOneLineForEachRow() throws {
    #expect(
      try written(hostile, as: .tsv)
        == "county\tlift_reason\tdeclined\tshare_of_issued\n"
        + "Travis\tplain\t142\t0.0696\n"
        + "Doña Ana\ta,b \"c\"\t-3\t1.0000\n"
        + "=1+1\ttwo lines three\t\t\n"
        + "東京\t|`*_<b>[x]\\&~\t0\t0.0001\n"
        + "\u{1B}[2J\u{202E}evil\t\u{2028}\u{2029}\u{7}\u{7F}\u{9B}\t1\t\n"
        + "\te\u{301} 👩‍👧\t\t\n")
    #expect(try written(column(["a\r\n\r\n\rb"]), as: .tsv) == "a\na   b\n")
  }

  @Test func tsvQuotesOnlyWhatBeginsWithAQuote() throws {
    #expect(
      try written(column(["\"", "\"a\tb\" c", "a \"b\"", "'"]), as: .tsv)
        == "a\n\"\"\"\"\n\"\"\"a b\"\" c\"\na \"b\"\n'\n")
  }

  @Test func aRowOfOneEmptyCellIsNoBlankLine() throws {
    #expect(try written(column(["", "x"]), as: .csv) == "a\n\"\"\nx\n")
  }

  @Test func rowsHaveAsManyCellsAsThereAreColumns() throws {
    let ragged = Listing(
      columns: [.init("a"), .init("b")],
      rows: [[.text("1")], [.text("1"), .text("2"), .text("3")]])
    #expect(try written(ragged, as: .csv) == "a,b\n1,\n1,2\n")
  }

  @Test func noRowsIsAHeader() throws {
    #expect(try written(column([]), as: .csv) == "a\n")
    #expect(try written(column([]), as: .tsv) == "a\n")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func theReaderReadsBackWhatCSVWrote(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let pieces = [
      "\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "\t", ";", "|", "\0", "'", "=", "é", "東",
      "\u{2028}", "\u{FEFF}", "\u{202E}", "👩‍👧", "a", "longer words without anything",
    ]
    for _ in 0..<400 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...6, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
      }
      let listing = Listing(
        columns: (0..<width).map { .init("column \($0)") },
        rows: rows.map { $0.map { .text($0) } })
      let text = try written(listing, as: .csv)
      let found = records(text).dropFirst()
      // Strings that differ in bytes may be equal, and CRLF is one character; compare the bytes.
      #expect(found.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }
}
