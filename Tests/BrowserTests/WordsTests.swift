import Browser
import DetainerModel
import TestSupport
import Testing

/// Words of the screen that say no more than the data.
@Suite struct WordsTests {
  /// Weekly reports of a hundred detainers, with so many lift reasons in the last eight.
  private func release(late: Int) throws -> Dataset {
    let reason = try #require(DetainerField.texts.firstIndex(of: .liftReason))
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    let declined = builder.text("Detainer Declined by LEA", column: reason)
    let first = try #require(Day(year: 2015, month: 1, day: 3))
    for number in 0..<2000 {
      var row = TableBuilder.Row()
      row.issued = first.adding(number / 100 * 7)
      if number % 100 < (number < 1200 ? 40 : late) { row.texts[reason] = declined }
      builder.append(row)
    }
    return Dataset(table: builder.finished())
  }

  @Test(arguments: [(late: 5, isLate: true), (late: 39, isLate: false)])
  func lateLiftReasonsAreSaidOnlyWhereTheDataShowThem(late: Int, isLate: Bool) throws {
    let data = try release(late: late)
    let sentence = "From the week 2015-03-28 on"
    for keys in ["gn", "hi"] {
      #expect(try Session("120x40", keys: keys, data: data).contains(sentence) == isLate, "\(keys)")
    }
    #expect(try !Session("120x40", keys: "hGi", data: data).contains(sentence), "an old week")
    let trend = try Session("120x40", keys: "hgt", data: data)
    #expect(trend.contains("lift reasons arrive late from 2015-03-28 on") == isLate)
    for keys in ["gn", "hi", "hgt"] {
      #expect(try !Session("120x40", keys: keys).contains("arrive late"), "the sample data")
    }
  }

  @Test func aPublishedReportIsNotByIssueDate() throws {
    for keys in ["]D/county:\"santa fe\"<Enter>", "D/county:36033<Enter>", "", "/dui<Enter>"] {
      #expect(try !Session("80x24", keys: keys).contains("by issue date"), "\(keys)")
    }
  }

  @Test func theDateBesideARowSaysWhichItIs() throws {
    #expect(
      try Session("120x40").contains("─ sample crime ─────────────────────────── declined on ─"))
    #expect(try Session("80x24").contains("─ sample crime ───── declined on ─"))
    let header = "Detainer_Prepare_Date,Detainer_Lift_Date,Detainer_Lift_Reason,State\n"
    let ended = "2018-01-06,2018-01-09,Detainer Declined by LEA,TX\n"
    let dates = try ["", "2018-01-07,,,TX\n"].map { pending in
      let data = try opened(text: header + ended + pending)
      return try Session("120x40", keys: "D", data: data)
    }
    #expect(dates[0].contains(" lifted on ─") && dates[1].contains(" issued or lifted on ─"))
    let byIssueDate = try opened(text: header + "2018-01-06,,Detainer Declined by LEA,TX\n")
    #expect(try Session("120x40", data: byIssueDate).contains(" issued on ─"))
    // A line of a tally has a week and no date.
    #expect(try !Session("120x40", keys: "hjjjl").contains(" on ─"))
  }

  @Test(arguments: ["80x24", "40x12", "120x40", "20x5"])
  func theGlossaryIsWholeInTheHelp(size: String) throws {
    var session = try Session(size, keys: "?")
    let seen = try session.screens(pressing: "<PageDown>", times: 700)
    let letters = seen.filter { $0.isLetter || $0.isNumber }
    for (word, meaning) in Glossary.words {
      // Lines are broken at spaces, and what lies between two lines is the frame of the dialog.
      for part in [word] + meaning.split(separator: " ").map(String.init) {
        #expect(letters.contains(part.filter { $0.isLetter || $0.isNumber }), "\(word): \(part)")
      }
    }
    #expect(Set(Glossary.words.map(\.word)).isSuperset(of: Outcome.allCases.map(\.name)))
    if size == "80x24" {
      let found = try Session(size, keys: "?/25 field<Enter>")
      #expect(found.contains("of 25 field"), "\(found)")
    }
  }

  @Test func theTotalOfAMapIsNotTheSumOfSectionI() throws {
    #expect(
      try Session("80x24", keys: "gm").contains("206 declined, 3,083 issued (157 in Section I)"))
    let texas = try Session("80x24", keys: "/state:tx,ny<Enter>gm")
    #expect(texas.contains("Total 153+ declined, 47 in Section I"), "\(texas)")
    #expect(!texas.contains("47 issued"))
    #expect(try Session("80x24", keys: "hgm").contains(" issued, "), "of the release")
  }
}
