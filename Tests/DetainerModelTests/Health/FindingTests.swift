import DetainerModel
import Testing

/// The table of codes, and the log that counts more than it keeps.
@Suite struct FindingTests {
  @Test func theFirstHundredOfAKindAreKeptAndAllAreCounted() {
    var log = FindingLog()
    for row in 1...250 {
      log.add(.unknownAOR, severity: .error, file: "a.csv", row: row, "row \(row)")
      if row <= 100 { log.add(.unknownAOR, file: "a.csv", row: row, "doubtful") }
    }
    log.add(.unknownAOR, severity: .error, file: "b.csv", "another file")
    let found = log.diagnostics
    #expect(found.count == 100 + 100 + 1 + 1)
    #expect(found.count(of: .error) == 251)
    #expect(found.count(of: .warning) == 100)
    #expect(
      found.last
        == Diagnostic(
          .unknownAOR, severity: .error, file: "a.csv", count: 150,
          "150 more of this kind are not listed one by one; there are 250 in all."))
  }

  @Test func aSentenceThatIsNotKeptIsNeverMade() {
    var log = FindingLog()
    var made = 0
    func sentence() -> String {
      made += 1
      return "x"
    }
    for _ in 0..<500 { log.add(.equalRows, file: "a.csv", sentence()) }
    #expect(made == FindingLog.kept)
  }

  @Test func everyCodeIsAPlainWordAndSaysWhatItMeansInALineOfHelp() {
    for code in FindingCode.allCases {
      #expect(code.rawValue.allSatisfy { $0 == "-" || $0.isLowercase })
      #expect(code.meaning.hasSuffix(".") && code.meaning.count <= 76)
    }
  }

  @Test func errorsComeFirstAndEachRowHasTheColumnsOfTheContract() {
    var dataset = data([TestFile("a", [Line(issued: "2015-01-03", lifted: "2015-01-01")])])
    dataset.diagnostics = [
      Diagnostic(.linkedFile, file: "b.csv", "b"),
      Diagnostic(.unreadableCount, file: "a.csv", row: 9, column: "count", "c"),
    ]
    let health = Health(of: dataset)
    #expect(health.hasErrors)
    let listing = health.listing
    #expect(
      listing.columns.map(\.name) == ["severity", "code", "file", "row", "column", "message"])
    #expect(
      listing.row(0) == [
        .text("error"), .text("unreadable-count"), .text("a.csv"), .integer(9), .text("count"),
        .text("c"),
      ])
    #expect(
      listing.row(1) == [
        .text("warning"), .text("lifted-before-issued"), .text("a.csv"), .integer(2),
        .text("lifted"),
        .text("the detainer was issued on 2015-01-03 and ended before that, on 2015-01-01."),
      ])
    #expect(
      listing.row(2).prefix(4) == [.text("note"), .text("linked-file"), .text("b.csv"), .missing])
  }
}
