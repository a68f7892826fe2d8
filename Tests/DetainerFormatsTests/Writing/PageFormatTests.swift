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
