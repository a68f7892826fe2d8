import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct PageFormatTests {
  @Test func aPreviewShowsTheTableAndNotTheHead() {
    let lines = Export(column(["first row"]), as: ExportForm(.html)).firstLines(6)
    // Its caption would count the rows that are shown, not those that are written.
    #expect(lines.first?.hasPrefix("<thead>") == true)
    #expect(lines.contains("<tr><td>first row"))
  }

  @Test func everyColumnHasRoomOnASheet() throws {
    func page(_ count: Int, filled: Int) throws -> String {
      let row = (0..<count).map { $0 < filled ? Value.text("x") : .missing }
      return try written(
        Listing(columns: (0..<count).map { .init("c\($0)") }, rows: [row]), as: .html)
    }
    #expect(try !page(8, filled: 8).contains("landscape"))
    let wide = try page(34, filled: 18)
    #expect(wide.contains("size:landscape") && wide.contains("font-size:7pt"))
    // What is empty takes no room on paper, and stands on the screen.
    #expect(wide.contains("@media print{th:nth-child(19),td:nth-child(19){display:none}}"))
    #expect(!wide.contains("th:nth-child(18),td:nth-child(18){display:none}"))
    #expect(wide.contains("<button>c33</button>"))
    #expect(try page(34, filled: 34).contains("font-size:5pt"))
    #expect(try !written(Listing(columns: hostile.columns, rows: []), as: .html).contains("none}}"))
  }

  @Test func nothingInACellIsMarkup() throws {
    let page = try written(hostile, as: .html)
    #expect(
      page.contains(
        """
        <tbody>
        <tr><td>Travis<td>plain<td>142<td>0.0696
        <tr><td>Doña Ana<td>a,b &quot;c&quot;<td>-3<td>1.0000
        <tr><td>=1+1<td>two
        lines
        three<td><td>
        <tr><td>東京<td>|`*_&lt;b&gt;[x]\\&amp;~<td>0<td>0.0001
        <tr><td>␛[2J·evil<td>··␇␡�<td>1<td>
        <tr><td><td>e\u{301} 👩‍👧<td><td>
        </tbody>
        """))
  }

  @Test func theTableHasACaptionAndHeadsThatSayWhatTheyAreOf() throws {
    let page = try written(column(["a"]), as: .html)
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">"))
    #expect(page.contains("<caption id=\"caption\">rows: 1 row</caption>"))
    #expect(page.contains("<th scope=\"col\"><button>a</button>"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func numbersStandToTheRight() throws {
    let page = try written(hostile, as: .html)
    #expect(page.contains("td:nth-child(3){text-align:right}"))
    #expect(!page.contains("td:nth-child(2){text-align:right}"))
  }

  @Test func addressesAreLinksAndNothingElseIs() throws {
    let page = try written(
      column(["https://a.b/?x=1&y=\"", "javascript:alert(1)", "see https://a.b"]), as: .html)
    #expect(
      page.contains(
        "<a rel=\"noreferrer\" href=\"https://a.b/?x=1&amp;y=&quot;\">https://a.b/?x=1&amp;y=&quot;</a>"
      ))
    #expect(page.split(separator: "<a ").count == 2)
  }

  @Test func whereTheRowsComeFromStandsBelow() throws {
    let listing = column(["a"]).traced(program: "ddor <1>", command: "ddor 'x'")
    let page = try written(listing, as: .html)
    #expect(page.contains("<h2>About these rows</h2>"))
    #expect(page.contains("<dt>Program<dd>ddor &lt;1&gt;\n"))
  }
}
