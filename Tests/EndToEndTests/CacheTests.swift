import Glibc
import Testing

/// What is kept of files that were read, seen from outside.
@Suite struct CacheTests {
  /// Runs a script in an empty directory with a release of 60,000 rows, and a cache beside it.
  private func inFolder(_ script: String) async throws -> Run {
    try await shell(
      """
      set -e
      folder=$(mktemp -d)
      trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
      cd "$folder"
      export XDG_CACHE_HOME="$folder/cache"
      awk 'BEGIN {
        print "issued,lift_reason,facility,city,state,crime,Case Status"
        for (i = 0; i < 60000; i++)
          printf "2017-%02d-%02d,%s,TRAVIS COUNTY JAIL,AUSTIN,TX,\\"Assault, %d\\",the case %d is open\\n",
            i % 12 + 1, i % 28 + 1, i % 3 ? "Detainer Declined by LEA" : "", i % 50, i
      }' >release.csv
      touch -d '1 hour ago' release.csv
      \(script)
      """)
  }

  private let count = "\"$0\" count release.csv --by month"

  @Test func aSecondRunAnswersFromTheCache() async throws {
    let run = try await inFolder(
      """
      \(count) >first
      "$0" cache 2>said | sed "s|$PWD|.|" | cut -d, -f1
      sed "s|$PWD|.|; s/[0-9][0-9,]* bytes/N bytes/" said
      \(count) >second
      cmp first second
      "$0" list detainers release.csv --other-columns --limit 3 --no-cache >plain
      "$0" list detainers release.csv --other-columns --limit 3 | cmp - plain
      "$0" cache --clear 2>&1 | sed "s|$PWD|.|; s/[0-9][0-9,]* bytes/N bytes/"
      ls cache/ddor | wc -l
      \(count) --no-cache | cmp - first
      ls cache/ddor | wc -l
      "$0" validate --no-cache release.csv >plain; ls cache/ddor | wc -l
      "$0" validate release.csv | cmp - plain; ls cache/ddor | wc -l
      "$0" validate release.csv | cmp - plain
      """)
    #expect(run.errors == "")
    #expect(
      run.output == """
        paths
        ./release.csv
        ddor: 1 snapshot, N bytes, in ./cache/ddor.
        ddor: Removed 1 snapshot of N bytes from ./cache/ddor.
        0
        0
        0
        1

        """)
  }

  @Test func twoProcessesMayKeepTheSameAtOnce() async throws {
    let run = try await inFolder(
      """
      \(count) --no-cache >plain
      for round in 1 2 3 4 5 6; do
        \(count) >a & \(count) >b & \(count) >c
        wait
        cmp a plain; cmp b plain; cmp c plain
        [ $((round % 2)) = 0 ] || rm -rf cache
      done
      ls -A cache/ddor | wc -l
      """)
    #expect(run.errors == "" && run.output == "1\n")
  }

  @Test func aCacheThatCannotBeWrittenIsDoneWithout() async throws {
    let run = try await inFolder(
      """
      \(count) --no-cache >plain
      mkdir -p cache/ddor; chmod 500 cache/ddor
      \(count) | cmp - plain
      # Root may write everywhere.
      chmod 700 cache/ddor; rm -f cache/ddor/*
      # A disk that is full: no file may grow beyond a few blocks.
      (ulimit -f 8; \(count) | cat >&3) 3>full
      cmp full plain
      ls -A cache/ddor | wc -l
      XDG_CACHE_HOME=/dev/null \(count) | cmp - plain
      HOME= XDG_CACHE_HOME= \(count) | cmp - plain
      XDG_CACHE_HOME=relative HOME= "$0" cache
      """)
    #expect(
      run.errors
        == "ddor: There is no place for a cache; set HOME or XDG_CACHE_HOME to an absolute path.\n")
    #expect(run.code == 2)
    #expect(run.output == "0\n", "nothing half-written is left")
  }

  @Test func aKilledWriterLeavesNothingThatIsRead() async throws {
    let run = try await inFolder(
      """
      \(count) --no-cache >plain
      # From the first sign of the writer on, a little later each time.
      for pause in 0 0.001 0.002 0.004 0.008 0.016 0.03 0.06 0.12; do
        rm -rf cache
        \(count) >/dev/null & process=$!
        until [ -d cache/ddor ] && [ -n "$(ls -A cache/ddor)" ]; do :; done
        sleep $pause
        kill -9 $process 2>/dev/null || true
        wait $process 2>/dev/null || true
        \(count) | cmp - plain
        \(count) | cmp - plain
        ls -A cache/ddor | sed 's/^[0-9a-f]*//'
      done
      """)
    #expect(run.lines == Array(repeating: ".snapshot", count: 9), "\(run)")
  }

  @Test func anAnswerThatHasLostItsReaderIsKeptAllTheSame() async throws {
    let run = try await inFolder(
      """
      "$0" list detainers release.csv --format csv | head -n 1 | cut -c1-4
      ls cache/ddor | sed 's/^[0-9a-f]*//'
      stat -c %a cache/ddor/*
      """)
    #expect(run.errors == "" && run.output == "week\n.snapshot\n600\n")
  }

  @Test func frameKeepsAndUsesNothing() async throws {
    let run = try await inFolder(
      """
      "$0" frame --size 80x24 release.csv | head -1
      ls -A
      """)
    #expect(run.output.hasSuffix("\nrelease.csv\n"), "\(run.output)")
  }
}

extension TerminalTable {
  @Suite struct Cache {
    @Test func theBrowserKeepsWhatItHasReadAndThenShowsItAtOnce() throws {
      let terminal = try TmuxSession()
      let data = "\(terminal.directory)/a.csv"
      terminal.start(
        "{ echo issued,state,lift_reason,note; yes \"2015-01-03,TX,Detainer Declined by LEA,"
          + "\(String(repeating: "n", count: 900))\" | head -n 5000; } >a.csv;"
          + " touch -d '1 hour ago' a.csv")
      try #expect(terminal.status() == 0)
      let frame = try Ddor.frame("80x24", of: data)
      let cache = "XDG_CACHE_HOME=\(quoted(terminal.directory))"
      terminal.startDdor(quoted(data), environment: cache)
      terminal.expectScreen(frame)
      let isKept = terminal.comes { !terminal.kept.isEmpty }
      try #require(isKept, "nothing is kept")
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      #expect(terminal.raw.contains("READING"))

      let before = terminal.raw.utf8.count
      terminal.startDdor(quoted(data), environment: cache)
      terminal.expectScreen(frame)
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      #expect(terminal.kept.count == 1)
      let painted = String(decoding: terminal.raw.utf8.dropFirst(before), as: UTF8.self)
      #expect(painted.contains("is a place listed?") && !painted.contains("READING"))
    }
  }
}

extension TmuxSession {
  /// The snapshots in the directory.
  fileprivate var kept: [String] {
    var names: [String] = []
    guard let stream = opendir("\(directory)/ddor") else { return [] }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".snapshot") { names.append(name) }
    }
    return names
  }
}
