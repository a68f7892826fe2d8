import Glibc
import Testing

/// What the commands keep for the next time, and what becomes of it in bad hands and bad times.
///
/// Only these runs have a cache: the others are started without HOME and XDG_CACHE_HOME.
@Suite struct CacheTests {
  /// Puts records into a file that is old and large enough to be kept.
  private func records(in directory: String, name: String = "a.csv", rows: Int = 4500) throws
    -> String
  {
    let path = "\(directory)/\(name)"
    var text = "issued,state,lift_reason,note,Block\n"
    let reasons = ["Detainer Declined by LEA", "Booked into Detention", ""]
    for row in 0..<rows {
      let note = String(repeating: "n\(row % 40) ", count: 240)
      text += "2015-0\(1 + row % 9)-0\(1 + row % 7),\(row % 5 == 0 ? "CA" : "TX"),"
      text += "\(reasons[row % 3]),\(note),b\(row)\n"
    }
    try put(text.utf8, at: path)
    let time = timespec(tv_sec: time(nil) - 3600, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
    return path
  }

  private static let count = "count --by state,outcome,week --format csv"

  @Test func `The second answer is the first one, from the snapshot`() async throws {
    try await withTemporaryDirectory { directory in
      let data = try records(in: directory)
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory)/cache; cd \(directory)
        "$0" \(Self.count) --no-cache \(data) >1; ls cache 2>&1
        "$0" \(Self.count) \(data) >2
        "$0" list detainers --other-columns --format csv --no-cache \(data) >3
        "$0" \(Self.count) \(data) >4
        "$0" list detainers --other-columns --format csv \(data) >5
        "$0" validate \(data) >6; "$0" validate --no-cache \(data) >7
        cmp 1 2 && cmp 1 4 && cmp 3 5 && cmp 6 7 && echo same
        "$0" cache --format csv 2>&1
        "$0" cache --clear; ls -A cache/ddor; rm -rf cache
        """)
      let snapshot = run.lines.first { $0.hasSuffix(".snapshot") } ?? ""
      let parts = snapshot.split(separator: ",").map(String.init)
      try #require(parts.count == 4, "\(run)")
      #expect(parts[0].hasSuffix("/a.csv") && parts[2] == "current")
      let bytes = try #require(Int(parts[1]))
      #expect(bytes > 10_000 && bytes < 4500 * 70)
      #expect(run.lines.first?.contains("No such file") == true, "--no-cache keeps nothing")
      #expect(run.lines.dropFirst().first == "same")
      #expect(run.lines.dropFirst(2).first == "data,bytes,state,file")
      #expect(run.output.contains("ddor: 1 snapshot with "))
      #expect(
        run.lines.last?.hasPrefix("Removed 1 file with ") == true
          && run.lines.last?.hasSuffix(" bytes from \(directory)/cache/ddor.") == true)
      unlinkAll(directory)
    }
  }

  @Test func `A changed file is read anew, and the snapshot with it`() async throws {
    try await withTemporaryDirectory { directory in
      let data = try records(in: directory)
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory)/cache; cd \(directory)
        "$0" count --by state --format csv \(data) >/dev/null
        printf '2015-01-03,OK,,note,b\\n' >>a.csv; touch -d '2 hours ago' a.csv
        "$0" cache --format csv 2>/dev/null | cut -d, -f3
        "$0" count --by state --format csv \(data) | grep OK
        "$0" cache --format csv 2>/dev/null | cut -d, -f3
        rm -rf cache
        """)
      #expect(
        run.lines == ["state", "out of date", "OK,1,0,0,0.0000,", "state", "current"], "\(run)")
      unlinkAll(directory)
    }
  }

  @Test func `Two processes at once`() async throws {
    try await withTemporaryDirectory { directory in
      let data = try records(in: directory)
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory)/cache; cd \(directory)
        "$0" \(Self.count) --no-cache \(data) >0
        for n in 1 2 3; do "$0" \(Self.count) \(data) >$n & done; wait
        "$0" \(Self.count) \(data) >4
        for n in 1 2 3 4; do cmp 0 $n && echo same; done
        ls -A cache/ddor | wc -l
        rm -rf cache
        """)
      #expect(run.lines == ["same", "same", "same", "same", "1"], "\(run)")
      unlinkAll(directory)
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `Killed at any moment, a writer leaves nothing that is taken for a snapshot`()
    async throws
  {
    try await withTemporaryDirectory { directory in
      let data = try records(in: directory)
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory)/cache; cd \(directory)
        "$0" \(Self.count) --no-cache \(data) >0
        # From the first sign of a writer on, a little later each time.
        for pause in 0 0.001 0.002 0.004 0.008 0.016 0.03 0.06; do
          rm -rf cache
          "$0" \(Self.count) \(data) >1 & writer=$!
          until [ -d cache/ddor ] && [ -n "$(ls -A cache/ddor)" ]; do :; done
          sleep $pause; kill -9 $writer; wait $writer
          "$0" \(Self.count) \(data) >2; "$0" \(Self.count) \(data) >3
          cmp 0 2 && cmp 0 3 && ls -A cache/ddor | sed 's/^[0-9a-f]*//'
        done 2>/dev/null
        rm -rf cache
        """)
      #expect(run.lines == Array(repeating: ".snapshot", count: 8), "\(run)")
      unlinkAll(directory)
    }
  }

  @Test func `No room for the snapshot, or no place: the answer is the same`() async throws {
    try await withTemporaryDirectory { directory in
      let data = try records(in: directory)
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory)/cache; cd \(directory)
        "$0" \(Self.count) --no-cache \(data) >0
        (ulimit -f 100; "$0" \(Self.count) \(data) >1; echo $?); ls -A cache/ddor
        XDG_CACHE_HOME=/dev/null "$0" \(Self.count) \(data) >2; echo $?
        XDG_CACHE_HOME=relative "$0" \(Self.count) \(data) >3; echo $?; ls relative 2>/dev/null
        cmp 0 1 && cmp 0 2 && cmp 0 3 && echo same
        rm -rf cache
        """)
      #expect(run.lines == ["0", "0", "0", "same"] && run.errors == "", "\(run)")
      unlinkAll(directory)
    }
  }

  @Test func `An answer whose reader has gone is kept all the same`() async throws {
    try await withTemporaryDirectory { directory in
      let data = try records(in: directory)
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory)/cache
        "$0" list detainers --format csv \(data) | head -n 1 | cut -c1-4
        "$0" cache --format csv 2>/dev/null | cut -d, -f3
        rm -rf $XDG_CACHE_HOME
        """)
      #expect(run.lines == ["week", "state", "current"] && run.errors == "", "\(run)")
    }
  }

  @Test func `Frames and small data keep nothing`() async throws {
    try await withTemporaryDirectory { directory in
      let (large, small) = (
        try records(in: directory), try records(in: directory, name: "b.csv", rows: 9)
      )
      let run = try await shell(
        """
        export XDG_CACHE_HOME=\(directory)/cache HOME=\(directory)
        "$0" frame \(large) >/dev/null; "$0" count --by state \(small) >/dev/null
        ls -A \(directory); "$0" cache 2>&1
        """)
      #expect(
        run.lines == [
          "a.csv", "b.csv", "data,bytes,state,file",
          "ddor: 0 snapshots with 0 bytes in \(directory)/cache/ddor.",
        ],
        "\(run)")
    }
  }

  @Test func `Without a home there is no cache, and that is said only when it is asked for`()
    async throws
  {
    let run = try await ddor("cache")
    #expect(run.code == 2 && run.output == "")
    #expect(
      run.errors
        == "ddor: Neither XDG_CACHE_HOME nor HOME says where a cache would be, so nothing is kept; set one of them.\n"
    )
  }

  /// Removes what scripts have left, so that the directory can go.
  private func unlinkAll(_ directory: String) {
    for number in 0..<8 { unlink("\(directory)/\(number)") }
  }
}

extension TerminalTable {
  @Suite struct Cache {
    @Test func `The browser keeps what it has read, and then shows it at once`() throws {
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
      #expect(painted.contains("READY") && !painted.contains("READING"))
    }

    @Test func `What the disk loses of a snapshot is read from the files again`() throws {
      let terminal = try TmuxSession()
      let data = "\(terminal.directory)/a.csv"
      terminal.start(
        "{ echo issued,state,lift_reason,crime; for day in 3 4 5 6 7 8 9; do yes"
          + " \"2015-01-0$day,TX,Detainer Declined by LEA,\(String(repeating: "n", count: 90))\""
          + " | head -n 9000; done; } >a.csv; touch -d '1 hour ago' a.csv")
      try #expect(terminal.status() == 0)
      let cache = "XDG_CACHE_HOME=\(quoted(terminal.directory))"
      terminal.start("\(cache) \(quoted(Ddor.path)) count --by state \(quoted(data)) >/dev/null")
      try #expect(terminal.status() == 0)
      try #require(terminal.kept.count == 1)
      terminal.startDdor(quoted(data), environment: cache)
      terminal.expectScreen(try Ddor.frame("80x24", of: data))
      truncate("\(terminal.directory)/ddor/\(terminal.kept[0])", 4096)
      terminal.type("lG")
      #expect(terminal.comes { terminal.kept.isEmpty }, "the snapshot is still there")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "lG", of: data))
      terminal.type("Q")
      try #expect(terminal.status() == 0)
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
