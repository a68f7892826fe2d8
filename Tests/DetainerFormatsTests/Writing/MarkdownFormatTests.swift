import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct MarkdownFormatTests {
  @Test func cellsCannotAddMarkup() throws {
    #expect(
      try written(hostile, as: .markdown) == #"""
        | county | lift\_reason | declined | share\_of\_issued |
        | --- | --- | ---: | ---: |
        | Travis | plain | 142 | 0.0696 |
        | Doña Ana | a,b "c" | -3 | 1.0000 |
        | =1+1 | two<br>lines<br>three |  |  |
        | 東京 | \|\`\*\_\<b\>\[x\]\\\&\~ | 0 | 0.0001 |
        | ␛\[2J·evil | ··␇␡� | 1 |  |
        |  | e\#u{301} 👩‍👧 |  |  |

        """#)
  }

  @Test func everyLineEndIsABreak() throws {
    #expect(
      try written(column(["\r\n\n\r"]), as: .markdown) == "| a |\n| --- |\n| <br><br><br> |\n")
  }
}
