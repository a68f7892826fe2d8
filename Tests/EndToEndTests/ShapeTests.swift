import TestSupport
import Testing

/// Which columns are printed and how they look.
@Suite struct ShapeTests {
  @Test func columnsAreChosenAndOrdered() async throws {
    let run = try await ddor("list", "weeks", "--limit", "2", "--columns", "declined,week")
    #expect(run.output == "declined,week\n17864,2025-01-01\n65,2017-02-11\n")
    let place = try await ddor("place", "travis", "--columns", "section", "--limit", "1")
    #expect(place.lines.first == "section")
  }

  @Test func aColumnThatIsNotThereNamesTheNearest() async throws {
    let run = try await ddor("count", "--by", "state", "--columns", "state,isued")
    #expect(
      run.errors == """
        ddor: --columns, “isued”: there is no column of this name; did you mean “issued”? It may be \
        one of state, issued, resolved, declined, declined_most, share_of_issued, \
        share_of_resolved.

        """)
    #expect(run.code == 2)
  }

  @Test(arguments: [",", ",,", ""])
  func noColumnIsAnError(named: String) async throws {
    let run = try await ddor("list", "weeks", "--columns", named)
    #expect(run.errors == "ddor: --columns, “\(named)”: no column is named.\n")
    #expect(run.code == 2 && run.output.isEmpty)
  }

  @Test func aDashIsStandardOutput() async throws {
    let options = ["list", "weeks", "--limit", "1", "--columns", "week"]
    for more in [[], ["--format", "json"]] {
      let run = try await ddor(options + more + ["-o", "-"])
      #expect(run.code == 0 && !run.output.isEmpty)
      try await #expect(run.output == ddor(options + more).output)
    }
  }

  @Test func theNumberOfThreadsChangesNoAnswer() async throws {
    let options = ["count", "--by", "state"]
    let usual = try await ddor(options)
    for threads in ["1", "2", "99"] {
      try await #expect(ddor(options + ["--threads", threads]).output == usual.output)
    }
    let none = try await ddor(options + ["--threads", "0"])
    #expect(none.errors.hasPrefix("ddor: --threads, “0”: a number of threads is 1 or more."))
    #expect(none.code == 2)
  }

  @Test(arguments: [("csv", ","), ("tsv", "\t"), ("table", "  ")])
  func theHeaderIsLeftOut(format: String, separator: String) async throws {
    let run = try await ddor(
      "list", "weeks", "--week", "2017-02-11", "--columns", "week,declined", "--no-header",
      "--format", format)
    #expect(run.output == "2017-02-11\(separator)65\n")
  }

  @Test func whatHasNoHeaderRowKeepsItsNames() async throws {
    let run = try await ddor("list", "weeks", "--no-header", "--format", "json")
    #expect(run.errors.contains("--no-header is of table, csv and tsv"))
    #expect(run.code == 2)
  }

  @Test func theHeadOfATableStandsOutWhereItIsAskedFor() async throws {
    let run = try await ddor(
      "list", "weeks", "--week", "2017-02-11", "--columns", "week", "--format", "table",
      "--color", "always")
    #expect(run.output == "\u{1B}[1mweek\u{1B}[m\n\u{1B}[2m----------\u{1B}[m\n2017-02-11\n")
    for color in ["auto", "never"] {
      let run = try await ddor(
        "list", "weeks", "--week", "2017-02-11", "--columns", "week", "--format", "table",
        "--color", color)
      #expect(run.output == "week\n----------\n2017-02-11\n")
    }
  }

  @Test func textsAreHarmlessInAPipeWhereItIsAskedFor() async throws {
    try await withTemporaryDirectory { directory in
      put(
        "Prepare Date,Detainer Type,Facility,State,Lift Reason\n2015-01-05,I247,A\u{1B}[2JB,TX,\n"
          .utf8, at: "\(directory)/a.csv")
      let options = ["list", "detainers", "\(directory)/a.csv", "--columns", "facility"]
      try await #expect(ddor(options).output == "facility\nA\u{1B}[2JB\n")
      try await #expect(ddor(options + ["--escape"]).output == "facility\nA␛[2JB\n")
    }
  }

  @Test func aWordThatIsNeitherFileNorSubcommandNamesTheNearest() async throws {
    for (word, sentence) in [
      ("lst", "There is no file or subcommand “lst”; did you mean “list”?"),
      ("weeks", "There is no file or subcommand “weeks”; did you mean “list weeks”?"),
      (
        "xyzzyplugh",
        "There is no file or subcommand “xyzzyplugh”; “ddor --help” lists the subcommands."
      ),
    ] {
      let run = try await ddor(word)
      #expect(run.errors == "ddor: \(sentence)\n")
      #expect(run.code == 2)
    }
    try await #expect(ddor("list", "weeks", "--fliter", "x").errors.contains("'--filter'?"))
  }
}

extension TerminalTable {
  @Suite struct OutputOnTerminalTests {
    private static let release = "\(sampleDirectory)/detainers/ddor-2017-01-28.csv"

    @Test(arguments: [
      "count --by crime", "list detainers", "compare 2017-01-28 2017-02-04",
      "diff \(release) \(release)", "diff \(release) \(release) --by state",
    ])
    func anEmptyAnswerNamesTheNearest(command: String) throws {
      let session = try TmuxSession("120x24")
      session.start("clear; \(quoted(Ddor.path)) \(command) --filter crime:assalt >/dev/null")
      #expect(try session.status() == 0)
      let said = session.screen.joined()
      #expect(said.contains("No row passes the filter “crime:assalt”."))
      #expect(said.contains("did you mean “assault”?"))
    }

    @Test func whatIsAlikeHasNoRowToShow() throws {
      let session = try TmuxSession("120x24")
      session.start("clear; \(quoted(Ddor.path)) diff \(Self.release) \(Self.release) >/dev/null")
      #expect(try session.status() == 0)
      #expect(session.screen.joined().contains("There is no row to show."))
    }

    @Test func aWideTableGoesToThePager() throws {
      let session = try TmuxSession("60x20")
      let list = "\(quoted(Ddor.path)) list weeks --limit 3"
      for (pager, columns, isPaged) in [
        ("'sed s/^/#/'", "", true), ("'sed s/^/#/'", "--columns week", false), ("''", "", false),
        ("no-such-pager", "", false), ("'head -c 1'", "", true),
      ] {
        session.start("clear; PAGER=\(pager) \(list) \(columns) 2>/dev/null")
        #expect(try session.status() == 0)
        let rows = session.screen.filter { !$0.contains("$") }
        #expect((rows.first?.hasPrefix("#") ?? false) == (isPaged && pager.contains("sed")))
        if pager != "'head -c 1'" { #expect(rows.joined().contains("2025-01-01")) }
      }
    }
  }
}
