import DetainerModel
import Testing
import Text

@testable import DetainerFormats

@Suite struct TableFormatTests {
  @Test func columnsAreAlignedAndNothingHarmfulIsLeft() throws {
    #expect(
      try written(hostile, as: .table) == #"""
        county     lift_reason      declined  share_of_issued
        ---------  ---------------  --------  ---------------
        Travis     plain                 142           0.0696
        Doña Ana   a,b "c"                -3           1.0000
        =1+1       two lines three
        東京       |`*_<b>[x]\&~           0           0.0001
        ␛[2J·evil  ··␇␡�                   1
                   e\#u{301} 👩‍👧

        """#)
  }

  @Test func noLineEndsInASpace() throws {
    let text = try written(hostile, as: .table)
    #expect(!text.utf8.split(separator: 10).contains { $0.last == 32 })
  }

  @Test func noRowsIsAHeaderAndARule() throws {
    #expect(try written(column([]), as: .table) == "a\n-\n")
  }

  @Test(arguments: ["\u{3164}", "a\u{AD}", "\u{E000}", "a\u{200B}b", "\u{301}", "a\tb", "👩‍👧"])
  func whatIsHarmfulIsShownAsOnTheScreen(_ text: String) throws {
    #expect(try written(column([text]), as: .table).hasSuffix("-\n" + harmless(text) + "\n"))
    #expect(
      try written(column([text]), as: .markdown).hasSuffix("--- |\n| " + harmless(text) + " |\n"))
  }

  @Test func oneLongCellDoesNotWidenAllRows() throws {
    let long = String(repeating: "x", count: 5000)
    let listing = Listing(
      columns: [.init("a"), .init("b")],
      rows: [[.text(long), .text("y")], [.text("z"), .text("y")]])
    let rule = String(repeating: "-", count: 1000)
    let space = String(repeating: " ", count: 999)
    #expect(
      try written(listing, as: .table)
        == "a\(space)  b\n\(rule)  -\n\(long)  y\nz\(space)  y\n")
  }
}
