import TestSupport
import Testing

/// What is wrong with a command line is said in one sentence, and the shell gets a 2.
@Suite struct UsageErrorTests {
  @Test(arguments: [
    (
      ["list", "weeks", "--filter", "stte:tx"],
      "Filter, column 1, “stte:”: there is no field of that name; did you mean “state:”?"
    ),
    (["list", "weeks", "--state", "zz"], "--state, “zz”: no state has this code or name."),
    (
      ["count", "--by", "stat"],
      "--by, “stat”: nothing can be counted by this; did you mean “state”? "
        + "See 'ddor count --help' for more information."
    ),
    (
      ["list", "weeks", "--sort", "declned"],
      "--sort, “declned”: there is no column of this name; did you mean “declined”? It may be one "
        + "of week, week_end, days, source, kind, issued, resolved, declined, declined_most, listed, jurisdictions."
    ),
    (
      ["list", "weeks", "--format", "xml"],
      "“xml” is not a format; choose one of table, csv, tsv, json, ndjson, markdown, html, xlsx, sqlite, parquet, package."
    ),
    (
      ["list", "policies", "--filter", "crime:dui"],
      "Filter, column 1, “crime:dui”: the list of policies can only be filtered by state:, county: "
        + "and week:; leave this term out."
    ),
    (
      ["export", "weeks"],
      "No file is named; say where to write with -o FILE. "
        + "See 'ddor export --help' for more information."
    ),
    (
      ["list", "weeks", "--limit", "-1"],
      "Missing value for '--limit <n>'. See 'ddor list --help' for more information."
    ),
    (
      ["coutn", "--by", "state"],
      "There is no file or subcommand “coutn”; did you mean “count”?"
    ),
    (
      ["help", "filtre"],
      "There is no help of “filtre”; did you mean “ddor help filter”?"
    ),
    (
      ["help", "xyzzy"],
      "There is no help of “xyzzy”; “ddor --help” lists the subcommands and topics."
    ),
    (
      ["exprot", "-o", "x.csv"],
      "There is no file or subcommand “exprot”; did you mean “export”?"
    ),
    (
      ["list", "juristictions"],
      "“juristictions”: there is no value of this name; did you mean “jurisdictions”? It may be one "
        + "of weeks, jurisdictions, detainers, policies, corrections. "
        + "See 'ddor list --help' for more information."
    ),
    (
      ["count", "--by", "state", "--measure", "isued"],
      "--measure, “isued”: there is no value of this name; did you mean “issued”? It may be one of "
        + "declined, issued, resolved, share-issued, share-resolved, persons. "
        + "See 'ddor count --help' for more information."
    ),
    (
      ["--frobnicate"],
      "Unknown option '--frobnicate'. See 'ddor browse --help' for more information."
    ),
  ])
  func sentence(arguments: [String], sentence: String) async throws {
    let run = try await ddor(arguments)
    #expect(run.errors == "ddor: \(sentence)\n")
    #expect(run.output == "")
    #expect(run.code == 2)
  }

  @Test func sourceThatIsNotThere() async throws {
    let run = try await ddor("list", "weeks", "--source", "fy2016-tally")
    #expect(run.errors.contains("did you mean “fy2015-tally”?"))
    #expect(run.code == 2)
  }

  @Test func anOptionWithNothingBehindItsSignDoesNotTakeThePath() async throws {
    try await withTemporaryDirectory { directory in
      let data = "\(directory)/a.csv"
      put("week,state,county,count\n2015-01-03,TX,Travis,2\n".utf8, at: data)
      let asked = try await ddor("list", "jurisdictions", "--filter=", data)
      let plain = try await ddor("list", "jurisdictions", data)
      #expect(asked.code == 0)
      #expect(asked.output == plain.output)
      // Behind “--” every word is a path.
      let path = try await ddor("list", "jurisdictions", "--", "--filter=")
      #expect(path.errors == "ddor: --filter= does not exist; check the path.\n")
    }
  }

  @Test func existingFileIsReplacedOnlyByForce() async throws {
    try await withTemporaryDirectory { directory in
      let data = "\(directory)/a.csv"
      let file = "\(directory)/weeks.csv"
      put("week,state,county,count\n2015-01-03,TX,Travis,2\n".utf8, at: data)
      put("mine".utf8, at: file)
      let refused = try await ddor("list", "weeks", "-o", file, data)
      #expect(
        refused.errors
          == "ddor: “\(file)” exists already; use --force to replace it, or choose another name.\n")
      #expect(refused.code == 2)
      try await #expect(ddor("export", "-o", file, "weeks", data).code == 2)
      #expect(contents(of: file) == "mine")
      let forced = try await ddor("export", "-o", file, "weeks", data, "--force")
      #expect(forced.code == 0)
      #expect(
        contents(of: file) == """
          week,week_end,days,source,kind,issued,resolved,declined,declined_most,listed,jurisdictions
          2015-01-03,2015-01-09,7,a,built,2,,,,2,

          """)
    }
  }

  @Test func ofManySourcesAFewAreNamed() async throws {
    try await withTemporaryDirectory { directory in
      for number in 100..<400 {
        put(
          "week,state,county,count\n2015-01-03,TX,Travis,2\n".utf8,
          at: "\(directory)/r\(number).csv")
      }
      let run = try await ddor("count", "--by", "state", directory)
      #expect(
        run.errors == """
          ddor: More than one source covers the week 2015-01-03 (r100, r101, r102 and 297 more), and \
          their counts must not be added up; choose one with --source, or see all with “ddor count \
          --by source”.

          """)
      let mistyped = try await ddor("list", "weeks", "--source", "s100", directory)
      #expect(mistyped.errors.count < 600)
      let health = try await ddor("validate", directory)
      #expect(health.output.contains("r100, r101, r102 and 297 more cover the same 1 week"))
      #expect(health.lines.allSatisfy { $0.count <= 200 })
    }
  }

  @Test func weeksOfTwoSourcesAreNotAddedUp() async throws {
    try await withTemporaryDirectory { directory in
      for name in ["a", "b"] {
        put(
          "week,state,county,count\n2015-01-03,TX,Travis,2\n".utf8, at: "\(directory)/\(name).csv")
      }
      for arguments in [["list", "jurisdictions"], ["count", "--by", "state"], []] {
        let run = try await ddor(arguments + [directory])
        #expect(
          run.errors == """
            ddor: More than one source covers the week 2015-01-03 (a, b), and their counts must \
            not be added up; choose one with --source, or see all with “ddor count --by source”.

            """)
        #expect(run.output == "")
        #expect(run.code == 2)
      }
      try await #expect(ddor("count", "--by", "source", directory).lines.count == 3)
      try await #expect(ddor("list", "jurisdictions", "--source", "b", directory).code == 0)
    }
  }
}
