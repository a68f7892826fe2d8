import DetainerModel
import Screen
import TestSupport
import Testing
import Text

@testable import Browser

/// What the keys copy, and what is said of it.
@Suite struct CopyingTests {
  private func copied(_ keys: String, data: Dataset = sample) throws -> Copying {
    let session = try Session("80x24", keys: keys, data: data)
    guard case .copy(let copying) = try #require(session.effects.last) else {
      throw FilterError(column: 0, token: keys, message: "nothing is copied: \(session.screen)")
    }
    return copying
  }

  private func rows(_ keys: String, data: Dataset = sample) throws -> [[String]] {
    guard case .rows(let listing, let form) = try copied(keys, data: data).content else {
      return []
    }
    let rows = try #require(listing())
    #expect(form.format == .tsv)
    return (form.hasHeader ? [rows.columns.map(\.name)] : [])
      + (0..<rows.rowCount).map { rows.row($0).map(\.plainText) }
  }

  private func text(_ keys: String, data: Dataset = sample) throws -> String {
    guard case .text(let text) = try copied(keys, data: data).content else { return "" }
    return text
  }

  @Test func theRowUnderTheCursorIsCopiedAsItIsExported() throws {
    #expect(
      try rows("y") == [["TX", "Travis County", "48453", "", "", "142", "142", "2", "2"]])
    #expect(
      try rows("hy").map { $0.prefix(5) } == [
        ["2017-01-28", "2017-02-03", "7", "ddor-2017-01-28", "published"]
      ])
    #expect(try rows("gmy").count == 1)
  }

  @Test func theWholeViewIsCopiedBelowItsNames() throws {
    let rows = try rows("hfY")
    #expect(rows[0].prefix(2) == ["state", "issued"] && rows.count > 10)
    #expect(try copied("hfY").what == .named("\(rows.count - 1) rows"))
  }

  @Test func aRowOfTwoKeysIsAllItsGroups() throws {
    let lines = try rows("hgvy")
    #expect(lines.count > 1 && Set(lines.map { $0[0] }).count == 1)
  }

  @Test func spansWithoutAReportAreCopiedTogether() throws {
    let lines = try rows("hgtjy")
    #expect(lines.count > 20 && lines.allSatisfy { $0[1...6].allSatisfy(\.isEmpty) })
  }

  @Test func anEntryIsCopiedAsItsTextWithItsLinkWhole() throws {
    let entry = try text("gpy")
    #expect(entry.hasPrefix("NY Ithaca\t"))
    #expect(entry.contains("https://nationalpoliceassociation.com"))
    #expect(try text("gp<Enter>jy") == entry, "a second line is of the same entry")
  }

  @Test func noControlCharacterOfTheDataIsCopied() throws {
    let data = try opened(
      text: "Prepare Date,State,Lift Reason,Case \u{1B}[31m Status\n"
        + "2024-10-01,TEXAS,Detainer Declined by LEA,\"A\u{7}C\tT\nIVE\"\n")
    #expect(
      try text("lgy", data: data)
        == "Prepare Date\t2024-10-01\nState\tTEXAS\nLift Reason\tDetainer Declined by LEA\n"
        + "Case ␛[31m Status\tA␇C T IVE\n")
    #expect(try copied("lgy", data: data).what == .named("the record with 4 columns"))
  }

  @Test func theCommandLineSaysWhatItLeavesOut() throws {
    let copying = try copied("<Space>C<C-y>")
    #expect(
      copying.sentence(["OSC 52"])
        == "copied (OSC 52; it prints all rows, not the marked ones): ddor list jurisdictions "
        + "--filter 'outcome:declined week:2017-01-28 source:=ddor-2017-01-28' --as-corrected")
    #expect(try text("gh<C-y>") == "ddor validate")
  }

  @Test(arguments: [
    ("gn<C-y>", "no command prints"), ("gy", "a record is copied in the third pane"),
    ("/county:travis week:1999<Enter>y", "there is nothing here to copy"),
    ("/crime:\u{202E}x<Enter>h<C-y>", "there are no rows here that a command prints"),
  ])
  func whatCannotBeCopiedIsSaid(keys: String, sentence: String) throws {
    let session = try Session("80x24", keys: keys)
    #expect(session.contains(sentence), "\(session.screen)")
  }

  @Test func aFilterThatNoTerminalIsGivenIsInNoCommandLine() throws {
    let data = try opened(
      text: "Prepare Date,State,Lift Reason,MSC Charge\n"
        + "2024-10-01,TEXAS,Detainer Declined by LEA,A\u{202E}B\n")
    let session = try Session("120x40", keys: "/crime:\u{202E}<Enter>h<C-y>", data: data)
    #expect(session.contains("characters that no command line is given"), "\(session.screen)")
  }

  @Test func theQuestionInSQLIsCopiedWhereThereIsOne() throws {
    let question = try text("/week:2015-03-07<Enter>fgqy")
    #expect(question.hasPrefix("-- Detainers by state, asked of all rows"))
    #expect(question.contains("-- Filter: outcome:declined week:2015-03-07 source:=fy2015-tally\n"))
    #expect(
      question.components(separatedBy: "'2015-03-07'").count == 2, "the week stands there once")
    #expect(try copied("/week:2015-03<Enter>fgq<Tab>Y").what == .named("the question"))
    #expect(!(try text("/week:2015-03<Enter>fgqy")).contains("week:2015-03 "))
    // Nothing but published rows: that is said, and there is nothing to copy.
    var session = try Session("120x40", keys: "fgq")
    #expect(session.state.dialog == nil)
    #expect(session.state.message?.text.hasPrefix("Published reports state more") == true)
    try session.press("y")
    guard case .copy(let copying) = session.effects.last, case .rows = copying.content else {
      Issue.record("y is for the view behind")
      return
    }
  }

  @Test(arguments: ["?", "!", "i"])
  func dialogsOfTextCopyTheirLinesAsTheyAreWithoutADivision(key: String) throws {
    let (narrow, wide) = (try Session("60x20", keys: key), try Session("200x60", keys: key))
    func copied(_ session: Session, _ keys: String) throws -> String {
      var session = session
      try session.press(keys)
      guard case .copy(let copying) = session.effects.last, case .text(let text) = copying.content
      else { return "" }
      return text
    }
    let all = try copied(narrow, "Y")
    try #expect(copied(wide, "Y") == all)
    let lines = all.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // From line to line every one comes, whole and in its order.
    var seen: [String] = []
    var session = narrow
    for _ in 0..<lines.count * 6 {
      let line = try copied(session, "y")
      if line != seen.last { seen.append(line) }
      let before = session.screen
      try session.press("j")
      // At the end nothing moves any more.
      if session.screen == before { break }
    }
    #expect(seen.count > 1 || lines.count <= 3)
    var end = narrow
    try end.press("G")
    try #expect(copied(end, "y") == seen.last)
    var rest = lines[...]
    for line in seen {
      let found = rest.firstIndex(of: line)
      try #require(found != nil, "\(line)")
      rest = rest[(found ?? 0)...]
    }
  }

  @Test(arguments: [
    ("data", "/home/you/data"), ("./data", "/home/you/data"), (".", "/home/you"),
    ("-x.csv", "/home/you/-x.csv"), ("/a b/c.csv", "'/a b/c.csv'"), ("-", "-"),
    ("../c.csv", "/home/you/../c.csv"),
  ])
  func theLineWorksInAnotherDirectory(path: String, word: String) throws {
    let size = try #require(Size("80x24"))
    var state = BrowserState(dataset: sample, size: size, paths: [path], from: "/home/you")
    guard case .copy(let copying) = state.reduce(.key(.control("y"))),
      case .text(let text) = copying.content
    else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text.hasSuffix(" " + word))
    // The command that stands in an exported file names no directory of its user.
    #expect(state.commandLine(["list"])?.contains("/home") == false)
    state.message = (copying.sentence(["OSC 52"]), false)
    let shown = state.draw().lines.suffix(2).joined(separator: "\n")
    #expect(shown.contains("copied (OSC 52") && shown.contains(word.suffix(6)), "\(shown)")
  }

  @Test func whatCameOfItIsSaid() throws {
    var session = try Session("80x24", keys: "y")
    let copying = try copied("y")
    session.take(.copied(copying, .done(["OSC 52", "xclip"], toTerminal: "YQ==")))
    #expect(session.contains("1 row copied (OSC 52, xclip)"))
    #expect(session.effects.last == .setClipboard("YQ=="))
    session.take(.copied(copying, .failed("it is too long; e writes it to a file")))
    #expect(session.contains("1 row not copied: it is too long; e writes it"))
  }
}
