import Browser
import Foundation
import Screen
import TestSupport
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

  /// The stories that show a layout; they are drawn at every size, the others at 80x24.
  static let layouts: Set = [
    "start", "weeks", "detail", "filter", "frequency", "pivot", "trend", "map", "compare", "place",
    "export", "help",
  ]
  /// The stories that are drawn in ASCII too.
  static let plain: Set = layouts.union(["charts", "as-corrected", "states", "health"])
  /// The stories of data with findings.
  static let troubles = [("broken-health", "gh"), ("broken-health-more", "gh<PageDown>")]

  @Test(arguments: sizes)
  func screens(size: String) throws {
    // The stories begin alike, so what they begin with is made once.
    let start = try Session(size)
    for story in Self.stories where size == "80x24" || Self.layouts.contains(story.name) {
      var session = start
      try session.press(story.keys)
      try compare(session, "\(story.name)-\(size)")
    }
  }

  @Test func asciiScreens() throws {
    let start = try Session("80x24")
    for story in Self.stories where Self.plain.contains(story.name) {
      var session = start
      try session.press(story.keys)
      let picture = Session.text(session.state.draw().ascii().lines)
      try expectText(picture, in: Self.path(of: "\(story.name)-80x24-ascii"))
    }
  }

  @Test func healthOfBrokenData() throws {
    for (name, keys) in Self.troubles {
      try compare(try Session("80x24", keys: keys, data: broken), "\(name)-80x24")
    }
  }

  /// What the pictures cannot show one by one: at no size is anything cut or out of bounds.
  @Test(arguments: sizes)
  func everyStoryIsWholeAtEverySize(size: String) throws {
    let (start, trouble) = (try Session(size), try Session(size, data: broken))
    for (name, keys) in Self.stories + Self.troubles {
      var session = name.hasPrefix("broken") ? trouble : start
      try session.press(keys)
      try session.expectWhole(name)
      #expect(session.state.draw().styleLines.count == session.state.size.rows, "\(name)")
    }
  }

  @Test func everyPictureIsCompared() {
    var wanted = Self.troubles.map { "\($0.0)-80x24" } + Self.plain.map { "\($0)-80x24-ascii" }
    wanted += Self.stories.map { "\($0.name)-80x24" }
    for size in Self.sizes where size != "80x24" { wanted += Self.layouts.map { "\($0)-\(size)" } }
    #expect(names(in: Self.folder) == wanted.map { $0 + ".txt" }.sorted())
  }

  private func compare(_ session: Session, _ name: String) throws {
    let styles = session.state.draw().styleLines
    let picture = session.screen + "--- styles\n" + Session.text(styles)
    try expectText(picture, in: Self.path(of: name))
  }

  private static func path(of name: String) -> String {
    folder + "/\(name).txt"
  }

  private static let folder = checkout + "/Tests/BrowserTests/Frames"
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
    expectText(
      try Session(size, keys: keys).screen, String(screen.dropFirst("text\n".count)),
      of: "the screen of \(command)")
  }
}
