import TestSupport
import Testing

/// Data that comes through a pipe is read like a file.
@Suite struct PipedDataTests {
  private static let file = sampleDirectory + "/detainers/ddor-2017-01-28.csv"
  private static let columns = "--columns week,source,issued,listed"
  private static let rows = """
    week,source,issued,listed
    2017-01-28,standard input,43,43

    """

  @Test(arguments: [
    "cat \(file) | $0 list weeks - \(columns)", "$0 list weeks - \(columns) <\(file)",
    "gzip -c \(file) | $0 list weeks - \(columns)",
    "cat \(file) | $0 list weeks /dev/stdin \(columns)",
    "cat \(file) | $0 list weeks - - \(columns)",
  ])
  func standardInputIsAFile(script: String) async throws {
    let run = try await shell(script)
    #expect(run.output == Self.rows)
    #expect(run.code == 0)
  }

  @Test func detainersNameStandardInput() async throws {
    let run = try await shell("$0 list detainers - --limit 1 --columns file,row <\(Self.file)")
    #expect(run.output == "file,row\nstandard input,2\n")
  }

  @Test func aNamedPipeIsReadOnceAndWaitedFor() async throws {
    try await withTemporaryDirectory { directory in
      let run = try await shell(
        """
        mkfifo \(directory)/pipe.csv
        (sleep 0.2; cat \(Self.file) >\(directory)/pipe.csv) &
        $0 list weeks \(directory)/pipe.csv \(Self.columns)
        """)
      #expect(run.output == Self.rows.replacing("standard input", with: "pipe"))
    }
  }

  @Test func twoSubstitutionsAreTwoReleases() async throws {
    let run = try await shell(
      "bash -c '\"$0\" diff <(cat \(Self.file)) <(head -n 20 \(Self.file))' \"$0\"")
    #expect(run.code == 0)
    #expect(run.errors.contains("3 and 0 detainers are of other days"))
  }

  /// What came through a pipe comes never again, so that a snapshot of it would only lie there.
  @Test func nothingIsKeptOfAPipe() async throws {
    try await withTemporaryDirectory { directory in
      let rows = "(head -n 1 \(Self.file); for i in $(seq 400); do tail -n +2 \(Self.file); done)"
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory) TMPDIR=\(directory)
        \(rows) | $0 list weeks - --columns issued; ls -A \(directory)
        """)
      #expect(run.output == "issued\n17200\n")
    }
  }

  @Test(arguments: [
    ("</dev/null", "standard input is empty; get the file again."),
    ("</", "standard input is a directory, not a file; name a file inside it."),
    ("</dev/zero", "standard input is not text; check that it is the file you meant."),
    ("</dev/urandom", "standard input is not text; check that it is the file you meant."),
  ])
  func whatCannotBeReadIsNamed(redirection: String, sentence: String) async throws {
    // What never ends may not take the disk with it.
    let run = try await shell("ulimit -f 100000; $0 list weeks - \(redirection)")
    #expect(run.errors == "ddor: \(sentence)\n")
    #expect(run.code == 1)
  }
}

extension TerminalTable {
  @Suite struct PipedDataTests {
    @Test func keysComeFromTheTerminal() throws {
      let session = try TmuxSession("80x24")
      session.start("cat \(quoted(Ddor.file)) | \(quoted(Ddor.path)) -")
      try #require(session.comes { session.screen.contains { $0.contains("Declined Detainer") } })
      session.type("?")
      try #require(session.comes { session.screen.contains { $0.contains("Help") } })
      session.type("Q")
      #expect(try session.status() == 0)
    }

    @Test func aKeyboardIsNotAFile() throws {
      let session = try TmuxSession("80x24")
      session.start("\(quoted(Ddor.path)) list weeks -")
      #expect(try session.status() == 1)
      #expect(session.screen.contains { $0.contains("Standard input is a terminal") })
    }
  }
}
