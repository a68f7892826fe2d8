import Screen
import Testing

@Suite struct GeometryTests {
  @Test func sizesReadAsColumnsByRows() {
    #expect(Size("80x24") == Size(columns: 80, rows: 24))
    for wrong in ["", "80", "80x", "x24", "0x1", "80x24x2", "+8x2", "80X24", "9999x1", "8 x2"] {
      #expect(Size(wrong) == nil)
    }
  }

  @Test func rectsShrinkToEmptyNeverNegative() {
    let rect = Rect(x: 2, y: 1, width: 4, height: 3)
    #expect(rect.maxX == 6 && rect.maxY == 4)
    #expect(rect.contains(Point(x: 5, y: 3)) && !rect.contains(Point(x: 6, y: 3)))
    #expect(rect.inset(by: 1) == Rect(x: 3, y: 2, width: 2, height: 1))
    #expect(rect.inset(by: 9).isEmpty && rect.inset(by: 9).width == 0)
    #expect(
      rect.intersection(Rect(x: 4, y: 0, width: 9, height: 2))
        == Rect(x: 4, y: 1, width: 2, height: 1))
  }

  @Test func everyStyleHasItsOwnLetter() {
    #expect(Set(Style.allCases.map(\.letter)).count == Style.allCases.count)
    #expect(Style.normal.letter == ".")
  }
}
