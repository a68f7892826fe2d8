import TestSupport
import Testing

/// A reader who knows only the screen answers rightly, from every view that shows the numbers.
@Suite struct ReaderStoryTests {
  /// The line that begins with a name, its columns one space apart.
  private func line(_ name: String, _ session: Session) throws -> String {
    let lines = session.screen.split(separator: "\n").map {
      $0.drop { $0 == "▶" || $0 == " " }.split(separator: " ").joined(separator: " ")
    }
    return try #require(lines.first { $0.hasPrefix(name) }, "no \(name) in \(session)")
  }

  @Test func didTravisDeclineLessInTheSecondWeek() throws {
    // It did: 142 were stated, then at most 2 are left for it.
    let compare = try Session("80x24", keys: "]=")
    #expect(try line("TX Travis", compare).hasPrefix("TX Travis County 142 0–2 ↓ down"))
    let narrow = try Session("40x12", keys: "]=")
    #expect(try line("TX Travis", narrow) == "TX Travis County 142 0–2 ↓")
    let trend = try Session("80x24", keys: "gt")
    #expect(try line("2017-01-28", trend).hasPrefix("2017-01-28 142 "))
    #expect(try line("2017-02-04", trend).hasPrefix("2017-02-04 0–2 "))
    let place = try Session("80x24", keys: "p")
    #expect(try line("Section II 2017-01-28", place).contains("142 declined"))
    #expect(try line("Section II 2017-02-04", place).contains("not named: 0–2 may be among"))
    let week = try Session("120x40", keys: "/travis<Enter>]")
    #expect(week.contains("0–2"), "\(week)")
  }

  @Test func didLosAngelesDeclineLessInTheSecondWeek() throws {
    // No one knows: 5 were named, and 8 of California are not itemised after.
    let compare = try Session("80x24", keys: "]=")
    #expect(try line("CA Los Angeles", compare) == "CA Los Angeles County 5 0–8 ? not known")
    var pivot = try Session(
      "80x24", keys: #"/county:"los angeles" week:2017<Enter>hgv"#)
    for _ in 0..<30 where !pivot.contains("by week") { try pivot.press("<Tab>") }
    #expect(try line("state total", pivot) == "state total 2017-02-11 2017-02-04 2017-01-28")
    #expect(try line("CA", pivot) == "CA 5+ 0–11 0–8 5")
  }

  @Test func wasLosAngelesInSectionIOfTheThirdWeek() throws {
    // The ranks of the third report are not at hand; in the first it is not among them.
    let place = try Session("80x24", keys: "/los angeles<Enter>p")
    #expect(try line("Section I 2017-02-11", place).hasSuffix("are not at hand"))
    #expect(try line("Section I 2017-02-04", place).hasSuffix("rank 1, 162 issued"))
    #expect(try line("Section I 2017-01-28", place).contains("not among the ranks"))
    let compare = try Session("80x24", keys: "]]=%")
    #expect(
      try line("CA Los Angeles", compare).contains("162 not at hand"), "\(compare)")
    #expect(!compare.contains("Total"))
  }

  @Test func howManyWereIssuedInTheFirstWeek() throws {
    // 3,083 in all, of which Section I ranks 157.
    let map = try Session("80x24", keys: "gm")
    #expect(map.contains("Total 206 declined, 3,083 issued (157 in Section I)"))
    let trend = try Session("80x24", keys: "hgt")
    #expect(try line("2017-01-28", trend).hasSuffix(" 3,083"))
    // By place only Section I is there, so that no total of issued stands below.
    let frequency = try Session("80x24", keys: "f")
    #expect(try !line("Total", frequency).contains("157"))
    #expect(try Session("80x24", keys: "h").contains("3,083"))
  }

  @Test func howManyWereDeclinedIn2025() throws {
    // 17,864 were, as was stated; no week of that year is at hand, and no other sum has them.
    let report = try Session("80x24", keys: "}}}")
    #expect(report.contains("Weeks › 2025 › (not itemised)") && report.contains("17,864"))
    let trend = try Session("120x40", keys: "hgt<Tab><Tab><Tab>")
    #expect(trend.contains("Trend › everything › by year"))
    #expect(try line("2025", trend).hasPrefix("2025 17,864"))
    #expect(try line("2017", trend).hasPrefix("2017 318"))
    #expect(try line("Total", trend).hasPrefix("Total 23,683") && !trend.contains("without 2025"))
    let states = try Session("120x40", keys: "hf")
    #expect(states.contains("46 reports › by state") && states.contains("without 2025"))
    #expect(try line("Total", states).hasPrefix("Total 5,819"))
    let place = try Session("80x24", keys: "p")
    #expect(try line("Declined 2025", place).contains("not named: 0–17,864 may be among"))
    var session = report
    try session.press("[")
    #expect(session.contains("this is the oldest year under the filter"))
    try session.press("{")
    #expect(session.contains("Weeks › 2017-02-11 › "))
    try session.press("[")
    #expect(session.contains("Weeks › 2017-02-04 › "))
  }
}
