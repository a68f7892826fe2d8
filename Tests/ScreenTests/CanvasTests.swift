import TestSupport
import Testing
import Text

@testable import Screen

@Suite struct CanvasTests {
  @Test func putsTextAndStyle() {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    #expect(canvas.put("Doña", x: 1, y: 0, style: .title) == 4)
    #expect(canvas.put("12", x: 0, y: 1, width: 8, style: .marked, align: .trailing) == 2)
    #expect(canvas.put("ab", x: 0, y: 1, width: 5, style: .dim, align: .center) == 2)
    #expect(canvas.lines == [" Doña   ", " ab   12"])
    #expect(canvas.styleLines == [".tttt...", ".dd...MM"])
  }

  @Test func wideClustersTakeTwoCells() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    #expect(canvas.put("界a🇺🇸", x: 0, y: 0) == 5)
    #expect(canvas.lines == ["界a🇺🇸"])
    #expect(canvas[1, 0].isContinuation && canvas[4, 0].isContinuation)
  }

  @Test func aWideClusterThatDoesNotFitBecomesASpace() {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.fill(Rect(canvas.size), style: .normal, with: ".")
    #expect(canvas.put("a界", x: 1, y: 0) == 2)
    #expect(canvas.lines == [".a "])
    #expect(canvas.put("界", x: -1, y: 0) == 2)
    #expect(canvas.lines == [" a "])
    #expect(canvas.put("界", x: 0, y: 0, width: 1) == 1)
    #expect(canvas.lines == [" a "])
  }

  @Test func overwritingHalfOfAWideClusterBlanksTheOther() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.put("界界", x: 0, y: 0)
    canvas.put("x", x: 0, y: 0)
    #expect(canvas.lines == ["x 界"])
    canvas.put("y", x: 3, y: 0)
    #expect(canvas.lines == ["x  y"])
    canvas.put("界界", x: 0, y: 0)
    canvas.put("한", x: 1, y: 0)
    #expect(canvas.lines == [" 한 "])
    canvas.put("界", x: 0, y: 0)
    canvas.fill(Rect(x: 1, y: 0, width: 1, height: 1), style: .normal, with: "-")
    #expect(canvas.lines == [" -  "])
  }

  @Test func outOfRangeIsHarmless() {
    var canvas = Canvas(size: Size(columns: 2, rows: 1))
    for x in [Int.min, -3, 2, Int.max] {
      for y in [Int.min, -1, 1, Int.max] {
        canvas.put("abc", x: x, y: y, width: Int.max, align: .center)
        canvas.put("abc", x: x, y: 0, width: Int.max, align: .trailing)
        canvas.put("abc", x: 0, y: y, width: Int.min)
        canvas.restyle(Rect(x: x, y: y, width: Int.max, height: Int.max), style: .dim)
        #expect(canvas[x, y] == Cell())
      }
    }
    #expect(Canvas(size: Size(columns: -1, rows: 3)).lines == ["", "", ""])
    canvas.fill(Rect(x: -1, y: -1, width: 2, height: 2), style: .bar, with: "界")
    #expect(canvas.styleLines.first?.first == "b")
  }

  @Test func nothingHarmfulIsKept() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.put("a\u{1B}]0;\u{7}\n\u{202E}", x: 0, y: 0)
    #expect(canvas.lines == ["a␛]0;␇ ·"])
    canvas.fill(Rect(canvas.size), style: .normal, with: "\u{1B}")
    #expect(canvas.lines == ["        "])
  }

  @Test func clustersAreNeverCut() {
    for seed in 0..<300 {
      var random = SeededGenerator(UInt64(seed))
      let text = random.text(upTo: 12)
      let clusters = Set(harmless(text)).union([" "])
      for width in 0...20 {
        var canvas = Canvas(size: Size(columns: 20, rows: 1))
        let x = Int.random(in: -4...20, using: &random)
        let used = canvas.put(text, x: x, y: 0, width: width)
        #expect(used <= width && (x < 0 || used <= TextWidth.of(text)), "seed \(seed)")
        if x >= 0, x + width <= 20 {
          #expect(used == min(width, TextWidth.of(text)), "seed \(seed)")
        }
        canvas.put(text, x: 20 - x, y: 0)
        assertWhole(canvas, "seed \(seed)")
        for column in 0..<20 {
          #expect(clusters.contains(canvas[column, 0].text), "seed \(seed)")
        }
        let plain = canvas.ascii().lines
        #expect(plain.allSatisfy { $0.utf8.count == 20 && $0.isPrintableASCII }, "seed \(seed)")
      }
    }
  }

  /// Continuations follow wide clusters and nothing else does.
  private func assertWhole(_ canvas: Canvas, _ what: Comment) {
    for column in 0..<canvas.size.columns where !canvas[column, 0].isContinuation {
      let isWide = TextWidth.measure(canvas[column, 0].text) == 2
      #expect(canvas[column + 1, 0].isContinuation == isWide, what)
    }
    #expect(!canvas[0, 0].isContinuation, what)
  }
}
