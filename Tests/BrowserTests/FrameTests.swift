import Browser
import Foundation
import Screen
import Testing

/// Whole screens, text and styles, held against files; `UPDATE_GOLDEN=1` writes them anew.
@Suite struct FrameTests {
  static let sizes = ["20x5", "40x12", "80x24", "120x40", "200x60"]
  static let stories: [(name: String, keys: String)] = [
    ("start", ""),
    ("weeks", "h"),
    ("crimes", "l"),
    ("detail", "l<Enter>"),
    ("next-week", "]"),
    ("built-week", "[ljj"),
    ("filter", "/state:tx"),
    ("filter-error", "/stat:tx"),
    ("row-filter", "/jamaica<Enter>"),
    ("empty", "/zzzz<Enter>"),
    ("all-outcomes", "D"),
    ("states", "s"),
    ("counties-narrowed", "ctra"),
    ("sort", "o"),
    ("by-county", "ojjjjj<Enter>"),
    ("marks", "<Space><Space>j<Space>"),
    ("export", "e"),
    ("help", "?"),
    ("health", "gh"),
    ("health-end", "ghG"),
    ("messages", "gz!"),
    ("zoom", "+"),
    ("remainder", "G"),
    ("unknown-key", "gz"),
    ("frequency", "f"),
    ("frequency-of-all", "hf"),
    ("frequency-share", "hf%"),
    ("frequency-of-place", "lf"),
    ("count-by", "ff"),
    ("trend", "hgt"),
    ("trend-by-month", "/source:fy2015-tally<Enter>hgt<Tab>"),
    ("trend-share", "/source:fy2015-tally<Enter>hgt%"),
    ("trend-of-place", "gg[[gt"),
    ("charts", "a"),
    ("charts-built", "gg[[[[a"),
    ("charts-beside", "gg[[[[l"),
    ("map", "gm"),
    ("map-of-all", "hgm"),
    ("map-share", "hgm%"),
    ("map-not-itemised", "gmjjh"),
    ("pivot", "gv"),
    ("pivot-of-all", "hgv%}}"),
    ("pivot-swapped", "hgvgv"),
    ("place", "p"),
    ("place-void", "/county:36033<Enter>Dp"),
    ("as-corrected", "CGkkk"),
    ("as-corrected-rows", "CGkkkl"),
    ("as-corrected-place", "/county:36033<Enter>DCp"),
    ("as-corrected-compare", "]C=%"),
    ("policies", "gp"),
    ("corrections", "gc"),
    ("notes", "gn"),
    ("corrections-of-row", "gx"),
    ("compare", "]="),
    ("compare-section-one", "]=%"),
    ("compare-built", "gg[[=="),
  ]

  @Test(arguments: sizes)
  func screens(size: String) throws {
    // The stories begin alike, so what they begin with is made once.
    let start = try Session(size)
    for story in Self.stories {
      var session = start
      try session.press(story.keys)
      let canvas = session.state.draw()
      let picture = session.screen + "--- styles\n" + Session.text(canvas.styleLines)
      try compare(picture, "\(story.name)-\(size)")
    }
  }

  @Test(arguments: ["40x12", "80x24", "120x40"])
  func asciiScreens(size: String) throws {
    let names = [
      "start", "charts", "as-corrected", "detail", "states", "help", "health", "frequency-of-all",
      "compare", "trend", "map",
      "pivot",
      "place",
    ]
    let start = try Session(size)
    for story in Self.stories where names.contains(story.name) {
      var session = start
      try session.press(story.keys)
      let canvas = session.state.draw().ascii()
      let picture = Session.text(canvas.lines)
      #expect(picture.utf8.allSatisfy { $0 < 0x80 })
      try compare(picture, "\(story.name)-\(size)-ascii")
    }
  }

  @Test(arguments: sizes)
  func healthOfBrokenData(size: String) throws {
    for (name, keys) in [("broken-health", "gh"), ("broken-health-more", "gh<PageDown>")] {
      let session = try Session(size, keys: keys, data: broken)
      let canvas = session.state.draw()
      let picture = session.screen + "--- styles\n" + Session.text(canvas.styleLines)
      try compare(picture, "\(name)-\(size)")
    }
  }

  private func compare(_ picture: String, _ name: String) throws {
    let file = URL(fileURLWithPath: checkout + "/Tests/BrowserTests/Frames/\(name).txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try picture.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(picture == expected, "the screen \(name) differs from Frames/\(name).txt")
  }
}

/// The screens in the documents are real: each is what the command above it prints.
@Test(arguments: ["README.md", "docs/screens.md"])
func documentsShowRealScreens(document: String) throws {
  let text = try String(contentsOfFile: checkout + "/" + document, encoding: .utf8)
  let pieces = text.components(separatedBy: "<!-- ddor frame --size ").dropFirst()
  #expect(pieces.count >= 3)
  for piece in pieces {
    let command = try #require(piece.components(separatedBy: "\n").first)
    let size = try #require(command.components(separatedBy: " ").first)
    let keys = try #require(command.components(separatedBy: "'").dropFirst().first)
    let screen = try #require(piece.components(separatedBy: "```").dropFirst().first)
    #expect(try Session(size, keys: keys).screen == screen.dropFirst("text\n".count))
  }
}
