import Screen
import Testing

@testable import Browser

/// The help says what holds where it is asked for.
@Suite struct HelpTests {
  /// The help of a place as one text, scrolled from its beginning to its end.
  private func help(_ keys: String) throws -> String {
    var session = try Session("120x60", keys: keys + "?")
    return try session.screens(pressing: "<PageDown>", times: 20)
  }

  @Test(arguments: ["f", "gv", "gt", "gm", "=", "p", "gp", "gc", "gn"])
  func everyViewTellsItsKeys(keys: String) throws {
    let help = try help(keys)
    #expect(help.contains("Keys of this view"))
    let view = try #require(try Session("80x24", keys: keys).state.request.view)
    for key in view.keys where !key.words.isEmpty {
      #expect(!key.help.isEmpty, "\(keys): \(key.command.name)")
    }
  }

  @Test(arguments: ["=", "gt", "p", "gp"])
  func whatDoesNotHoldInAViewIsLeftOut(keys: String) throws {
    let help = try help(keys)
    #expect(!help.contains("go to the weeks.") && !help.contains("next pane"))
    #expect(keys != "gt" || !help.contains("show the charts"))
  }

  @Test func keysThatMoveOnTheMapAreNotSaidToGoBack() throws {
    let help = try help("gm")
    #expect(help.contains("hjkl               Go from tile to tile"))
    #expect(help.contains("│ <BS>               back: "))
    #expect(help.contains("│ <Enter>            Filter by the state."))
  }

  @Test(arguments: [
    "trend", "frequency", "policies", "undo", "mouse", "pivot", "compare", "notes", "health",
  ])
  func namesAreFound(name: String) throws {
    let session = try Session("80x24", keys: "?/\(name)<Enter>")
    #expect(session.contains(name) && !session.contains("is not in this text"), "\(session)")
  }

  @Test func scopeIsFoundInACount() throws {
    #expect(try Session("80x24", keys: "f?/scope<Enter>").contains("Change the scope"))
  }

  /// Where lines end depends on the screen, which a reader does not look at.
  @Test func aPhraseIsFoundOverTheEndOfALine() {
    let lines = [
      Line("", "Words", .title), Line("week", "Saturday to"), Line("", "Friday, as published"),
      Line("month", "of the day"), Line("", ""), Line("", "Signs", .title),
    ]
    var search = TextSearch()
    search.text = "to friday"
    let found = search.found(in: lines)
    #expect(found.starts == [1] && found.lines == [1, 2])
    for text in ["published month", "published of", "day signs", "words week"] {
      search.text = text
      #expect(search.found(in: lines).lines.isEmpty, "\(text)")
    }
    search.text = "week sat"
    #expect(search.found(in: lines).lines == [1])
  }

  @Test func whatIsNotFoundIsSaid() throws {
    let session = try Session("80x24", keys: "?/zzzz<Enter>")
    #expect(session.contains("“zzzz” is not in this text"))
  }

  @Test func aCommandWithoutAKeyIsCalledByItsName() throws {
    #expect(try help("").contains(": tour             tour: show the way"))
  }
}
