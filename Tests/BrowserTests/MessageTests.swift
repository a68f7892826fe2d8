import Screen
import Testing

@testable import Browser

/// What to do is never the part of a message that is cut.
@Suite struct MessageTests {
  @Test(arguments: [
    ("80x24", "/stat:tx<Enter>", "there is no field of that name; did you mean “state:”?"),
    ("40x12", "/stat:tx<Enter>", "did you mean “state:”?"),
    (
      "80x24", "/tx or ca<Enter>",
      "in one field. Quotes around it find it as text; for either write state:tx,ca."
    ),
    ("40x12", "/tx or ca<Enter>", "for either write state:tx,ca."),
    ("56x14", "F", "“ddor config” says where to write one"),
    ("40x12", "F", "“ddor config” says where to write one"),
  ])
  func theEndStays(size: String, keys: String, end: String) throws {
    let session = try Session(size, keys: keys)
    #expect(session.contains(end), "\(session)")
  }

  @Test(arguments: [
    (
      "80x24", "F",
      ["no filter was used yet, and none is saved; “ddor config” says", "where to write one"]
    ),
    (
      "100x24", "fgq",
      ["Published reports state more than they list", "choose a release with --source."]
    ),
  ])
  func aLongOneTakesASecondLineAboveAndNotThatOfTheFilter(
    size: String, keys: String, texts: [String]
  ) throws {
    let session = try Session(size, keys: keys)
    let lines = session.state.draw().lines.suffix(3).map { $0 }
    #expect(lines[0].hasPrefix("Filter: outcome:declined"), "\(session)")
    #expect(lines[1].hasPrefix(texts[0]) && lines[2].contains(texts[1]), "\(session)")
    try session.expectWhole(keys)
    var next = session
    try next.press("j")
    #expect(next.state.draw().lines[22].hasPrefix("Filter: outcome:declined"))
  }
}
