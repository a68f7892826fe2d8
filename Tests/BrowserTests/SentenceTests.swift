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
    #expect(states.contains("Typing: > ca."))
    #expect(states.contains { $0.hasPrefix("Selected: CA California") })
    let help = try sentences("?")
    // A small letter is another key than its capital.
    let drops = "leave out what the release marks as likely duplicates, or count it."
    #expect(help.contains("d duplicates: " + drops))
    #expect(help.contains { $0.hasPrefix("?") } && help.count > 100, "all of it, scrolled or not")
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
      for (column, cell) in zip(table.columns, state.shown.openView?.selected?.cells ?? [])
      where column.kind != .bar && !cell.isEmpty && !letters.contains(Spoken.cell(cell)) {
        wrong.append("\(keys): “\(cell)” of the selected row is not read")
      }
    }
    #expect(wrong == [])
  }
}
