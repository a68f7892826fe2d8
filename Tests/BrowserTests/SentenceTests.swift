import DetainerModel
import Screen
import TestSupport
import Testing
import Text

@testable import Browser

/// The screen as sentences, for those who cannot see it.
@Suite struct SentenceTests {
  private func sentences(_ keys: String, size: String = "80x24") throws -> [String] {
    try Session(size, keys: keys).state.sentences
  }

  @Test func rowsAreReadWithTheNamesOfTheirColumns() throws {
    let start = try sentences("")
    #expect(start.contains("Jurisdictions, with the focus: row 1 of 25 is selected."))
    #expect(
      start.contains(
        "Selected: state TX, county Travis County, county fips 48453, declined 142, listed 2, corrections 2, corrected or disputed."
      ))
    #expect(start.contains { $0.contains("week 2017-01-28, week end 2017-02-03") })
    #expect(
      start.contains {
        $0.hasPrefix("Week 2015-07-18, ") && $0.hasSuffix(", part of the period.")
      })
    #expect(
      start.contains { $0.contains("King County") && $0.contains("at least 2 and at most 21") })
    #expect(start.contains("Declined: 142 stated, 2 listed."))
    #expect(try sentences("<Space>").contains { $0.hasPrefix("Marked: state TX, county Travis") })
  }

  @Test func signsAreWords() {
    let cells = [
      "2+": "at least 2", "0–19": "between 0 and 19", "?": "not known", "–": "not stated",
      "7◖": "7, part of the period", "≥ 1.9 %": "at least 1.9 %", "▲ up": "up", "TX": "TX",
      "1,234": "1,234", "◖ 2 of 7 days": "2 of 7 days, part of the period", "": "",
      "2014–2015 season": "2014–2015 season", "██▊": "",
    ]
    for (cell, words) in cells { #expect(Spoken.cell(cell) == words) }
    #expect(Spoken.count(Known(least: 2, most: 5)) == "at least 2 and at most 5")
  }

  @Test func whatIsTypedAndDialogsComeFirst() throws {
    #expect(try sentences("/tra").first == "Typing: Filter: outcome:declined tra.")
    let states = try sentences("sca")
    #expect(states.first == "Dialog:")
    #expect(states.contains("Typing: ca."))
    #expect(states.contains { $0.hasPrefix("Selected: CA California") })
    #expect(try sentences("P").contains("Typing: nothing yet."))
    let help = try sentences("?")
    // A small letter is another key than its capital.
    let drops = "leave out what the release marks as likely duplicates, or count it."
    #expect(help.contains("d: duplicates: " + drops))
    #expect(help.contains { $0.hasPrefix("?") } && help.count > 100, "all of it, scrolled or not")
  }

  @Test func whatLiesOverTheScreenIsRead() throws {
    #expect(try sentences("?t").first == "Tour 1 of 6: Find a county.")
    let highlighted = try sentences("/assault<Enter>&")
    #expect(highlighted.contains { $0.hasPrefix("Highlighted") && $0.hasSuffix(" assault.") })
    #expect(highlighted.contains { $0.hasPrefix("Highlighted: state WA, county King County") })
    #expect(!highlighted.contains { $0.hasPrefix("Highlighted: state TX") })
  }

  @Test func chartsAreReadByTheirNumbers() throws {
    let charts = try sentences("a")
    for sentence in [
      "Declined by week:", "2017-02-04: 47.", "2015-07-18: 7, part of the period.",
      "No report from 2015-07-25 on.",
      "Min 47 in 2017-02-04, max 278 in 2014-10-11, last 65 in 2017-02-11.",
      "TX Travis County: 142.", "WA King County: at least 2 and at most 21.", "Texas: 149.",
      "Not itemised: 19.",
    ] {
      #expect(charts.contains(sentence), "\(sentence)")
    }
    #expect(try sentences("", size: "120x40").contains("Texas: 149."))
  }

  /// However narrow the screen is, a sentence is whole, and so is a link.
  @Test(arguments: ["20x5", "40x12", "80x24"])
  func nothingIsCutWhereThePictureIs(size: String) throws {
    let detail = try sentences("i", size: size)
    #expect(
      detail.contains { $0.hasSuffix("(128 county + 14 state); county total unchanged at 142.") })
    let policy = try sentences("gp<Enter>", size: size)
    #expect(policy.contains("Found at: https://nationalpoliceassociation.com/enforcement.php."))
    for keys in ["gn", "gp", "gc", "P", ":", "e"] {
      #expect(try !sentences(keys, size: size).contains { $0.contains("…") }, "\(keys)")
    }
  }

  @Test func codesAreWords() throws {
    let row = try #require(try sentences("l").first { $0.hasPrefix("Selected: week") })
    #expect(row.contains("AOR San Antonio") && row.hasSuffix("well supported."))
  }

  @Test func anEmptyScreenSaysWhy() throws {
    #expect(
      try sentences("/zzzz<Enter>").contains {
        $0.contains("No week passes the filter – Esc clears it")
      })
  }

  /// Whatever can be drawn can be read, without the picture.
  @Test func everyScreenIsRead() throws {
    var wrong: [String] = []
    try EveryScreen.draw("80x24") { keys, state in
      let sentences = state.sentences
      let letters = sentences.joined(separator: " ")
      if sentences.count < 3 { wrong.append("\(keys): only \(sentences)") }
      if letters.contains(where: Spoken.isDrawing) { wrong.append("\(keys): a picture") }
      guard let table = state.shown.openView?.table else { return }
      if let cursor = state.shown.openView?.position.cursor,
        let number = table.numberTold(inRow: cursor)
      {
        for text in table.told[number]
        where !letters.contains(Spoken.sentence(Spoken.plain(text)).dropFirst()) {
          wrong.append("\(keys): “\(text)” of the selected row is not read")
        }
        return
      }
      for (column, cell) in zip(table.columns, state.shown.openView?.selected?.cells ?? [])
      where column.kind != .bar && !cell.isEmpty && !letters.contains(Spoken.cell(cell)) {
        wrong.append("\(keys): “\(cell)” of the selected row is not read")
      }
    }
    #expect(wrong == [])
  }
}
