import Foundation
import TestSupport
import Testing

/// Formats, order and number of the rows, in pipes and on a terminal.
@Suite struct OutputTests {
  @Test func aDatabaseWithoutAPlaceForItsFileSaysWhereAndWhatToDo() async throws {
    let run = try await shell("TMPDIR=/missing/place $0 list weeks --format sqlite")
    #expect(
      run.errors == "ddor: A temporary file in “/missing/place” could not be written: No such file "
        + "or directory; set TMPDIR to a directory with room in which you may write.\n")
    #expect(run.output == "" && run.code == 2)
  }

  private static let data = """
    issued,lift_reason,state,county,facility
    2015-01-03,Detainer Declined by LEA,TX,Travis County,"A ""B"" \u{1B}[31mJail"
    2015-01-04,Detainer Declined by LEA,TX,Travis County,
    2015-01-04,,TX,Bexar County,
    2015-01-12,Detainer Declined by LEA,NV,Clark County,
    2015-01-12,,,,

    """

  @Test func startReportIsATable() async throws {
    let run = try await shell("\"$0\" | cat")
    #expect(run.code == 0)
    #expect(run.errors == "ddor: This is the report published for the week 2017-01-28.\n")
    #expect(
      run.output.hasPrefix(
        """
        state  county                  county_fips  issued  resolved  declined  declined_most  listed  corrections
        -----  ----------------------  -----------  ------  --------  --------  -------------  ------  -----------
        TX     Travis County           48453                               142            142       2            2

        """))
  }

  @Test func aFrameWritesNoFile() async throws {
    try await withData { path in
      let file = path + ".jsonl"
      let run = try await ddor("frame", "--size", "80x24", "--keys", "e<C-u>\(file)<Enter>", path)
      #expect(run.code == 0 && run.output.contains("frame writes no file"))
      #expect(contents(of: file) == "")
      let export = try await ddor("list", "weeks", path, "-o", file)
      #expect(export.code == 0 && contents(of: file).hasPrefix("{\"week\":"))
    }
  }

  @Test func anExportIntoTheDataThatIsOpenNeedsForce() async throws {
    try await withTemporaryDirectory { directory in
      put(Self.data.utf8, at: "\(directory)/a.csv")
      let file = "\(directory)/copy.csv"
      let commands = [
        ["list", "detainers", directory], ["export", directory],
        ["count", "--by", "state", directory],
        ["compare", "2015-01-03", "2015-01-10", directory], ["validate", directory],
        ["place", "travis", directory],
      ]
      for command in commands {
        let run = try await ddor(command + ["-o", file])
        #expect(run.code == 2 && run.errors.contains("which is opened as data"), "\(command)")
        #expect(names(in: directory) == ["a.csv"])
      }
      let run = try await ddor("list", "detainers", directory, "-o", file, "--force")
      #expect(run.code == 0 && names(in: directory) == ["a.csv", "copy.csv"])
      // It is a copy of what lies beside it, and counts nobody twice.
      let again = try await ddor("count", "--by", "state", directory)
      #expect(again.errors.contains("copy.csv lists detainers of a, which is opened too"))
      let alone = try await ddor("list", "weeks", "\(directory)/a.csv", "-o", "\(directory)/w.csv")
      #expect(alone.code == 0, "a file is no directory of data")
    }
  }

  @Test func startReportIsTheNewestWholeWeekWhereNoneIsNamed() async throws {
    try await withData { path in
      let run = try await ddor(path)
      #expect(run.lines.dropFirst(2).map { $0.prefix(2) } == ["TX", "TX"])
      #expect(
        run.errors
          == "ddor: This is the report of the week 2015-01-03 built from a, by issue date.\n")
      let chosen = try await ddor(path, "--week", "2015-01-10")
      #expect(chosen.lines.dropFirst(2).map { $0.prefix(2) } == ["NV", "  "])
    }
  }

  @Test func formatsAreWhatTheyAreCalled() async throws {
    try await withData { path in
      let json = try await ddor("list", "detainers", path, "--format", "json")
      let rows = try #require(
        JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
      #expect(rows.count == 5)
      #expect(rows.first?["facility"] as? String == "A \"B\" \u{1B}[31mJail")
      #expect(rows.first?["row"] as? Int == 2)
      #expect(rows.first?["count"] is NSNull)
      let lines = try await ddor("list", "weeks", path, "--format", "ndjson").lines
      #expect(lines.count == 2)
      for line in lines {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["kind"] as? String == "built")
      }
      let tabs = try await ddor("count", "--by", "state", path, "--format", "tsv")
      #expect(
        tabs.lines.first
          == "state\tissued\tresolved\tdeclined\tdeclined_most\tshare_of_issued\tshare_of_resolved")
      let markdown = try await ddor("count", "--by", "state", path, "--format", "markdown")
      #expect(markdown.lines.first?.hasPrefix("| state |") == true)
    }
  }

  @Test func sortingKeepsWhatIsNotLocatedLast() async throws {
    try await withData { path in
      func states(_ key: String) async throws -> [String] {
        let run = try await ddor("list", "jurisdictions", path, "--sort", key)
        #expect(run.errors == "")
        return run.lines.dropFirst().map { line in
          line.split(separator: ",", omittingEmptySubsequences: false).prefix(2)
            .joined(separator: " ")
        }
      }
      let (bexar, clark, travis) = ("TX Bexar County", "NV Clark County", "TX Travis County")
      try await #expect(states("declined") == [travis, clark, bexar, " "])
      try await #expect(states("-declined") == [bexar, clark, travis, " "])
      try await #expect(states("county") == [bexar, clark, travis, " "])
      try await #expect(states("county_fips") == [clark, bexar, travis, " "])
      try await #expect(states("-county_fips") == [travis, bexar, clark, " "])
    }
  }

  @Test func limitComesAfterTheOrder() async throws {
    try await withData { path in
      let run = try await ddor("list", "weeks", path, "--sort", "-week", "--limit", "1")
      #expect(run.lines.dropFirst() == ["2015-01-03,2015-01-09,7,a,built,3,2,2,2,3,1"])
      try await #expect(ddor("list", "weeks", path, "--limit", "0").lines.count == 1)
    }
  }

  @Test func sharesOfSmallGroupsComeAfterTheOthers() async throws {
    try await withData { path in
      let run = try await ddor(
        "count", "--by", "county", path, "--measure", "share-issued", "--minimum", "2")
      #expect(
        run.output == """
          county,issued,resolved,declined,declined_most,share_of_issued,share_of_resolved
          "Travis County, TX",2,2,2,2,1.0000,1.0000
          "Clark County, NV",1,1,1,1,1.0000,1.0000
          "Bexar County, TX",1,0,0,0,0.0000,
          ,1,0,0,0,0.0000,

          """)
    }
  }

  @Test func terminalGetsATableAndNoControlCharacters() async throws {
    try await withData { path in
      let table = try await ddor("list", "weeks", path, onTerminal: true)
      #expect(table.output.hasPrefix("week        week_end"))
      for format in ["csv", "tsv", "table", "json", "ndjson", "markdown"] {
        let run = try await ddor("list", "detainers", path, "--format", format, onTerminal: true)
        #expect(!run.output.contains("\u{1B}"))
        #expect(run.output.contains("Jail"))
      }
      let raw = try await ddor("list", "detainers", path, "--format", "csv")
      #expect(raw.output.contains("\u{1B}"))
    }
  }

  @Test func readerThatHasSeenEnoughIsNoError() async throws {
    let run = try await shell("{ \"$0\" list detainers; echo code $? >&2; } | head -n 1")
    #expect(run.errors == "code 0\n")
    #expect(run.lines.count == 1)
  }

  @Test func fullDiskIsAnError() async throws {
    let run = try await shell("\"$0\" list weeks > /dev/full")
    #expect(run.errors.contains("no room left to write standard output"))
    #expect(run.code == 2)
  }

  @Test func aScreenThatCannotBeWrittenIsAnError() async throws {
    for form in ["", "--linear", "--styles"] {
      let run = try await shell("\"$0\" frame \(form) > /dev/full")
      #expect(run.code == 2 && run.errors.contains("standard output"), "\(run)")
    }
  }

  @Test func likelyDuplicatesAreLeftOutWhenAskedFor() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put(
        "issued,state,county,duplicate\n2015-01-03,TX,Travis,\n2015-01-03,TX,Travis,true\n".utf8,
        at: path)
      let all = try await ddor("list", "weeks", path)
      #expect(all.lines.last == "2015-01-03,2015-01-09,1,a,built,2,,,,2,")
      let fewer = try await ddor("list", "weeks", path, "--drop-duplicates")
      #expect(fewer.lines.last == "2015-01-03,2015-01-09,1,a,built,1,,,,1,")
    }
  }

  @Test func helpAndVersionGoToStandardOutput() async throws {
    let version = try await ddor("--version")
    #expect(version.output.hasPrefix("ddor 0.1.0 (commit "))
    #expect(version.code == 0)
    for command in [[], ["list"], ["count"], ["export"], ["browse"]] {
      let help = try await ddor(command + ["--help"])
      #expect(help.output.contains("EXAMPLES:"))
      #expect(help.errors == "")
      #expect(help.code == 0)
    }
  }

  private func withData(_ body: (String) async throws -> Void) async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/a.csv"
      put(Self.data.utf8, at: path)
      try await body(path)
    }
  }
}
