import CConfine
import Glibc
import TestSupport
import Testing

/// Commands that only print give up the right to do anything else, where the kernel can take it.
@Suite struct ConfinementTests {
  /// Whether a call failed for want of rights.
  private static func isRefused(_ result: Int32) -> Bool { result < 0 && errno == EACCES }

  @Test func nothingCanBeMadeOutsideOfWhatIsNamed() async {
    await #expect(processExitsWith: .success) {
      let directory = makeTemporaryDirectory()
      defer { removeTree(directory) }
      let (kept, other) = (directory + "/kept", directory + "/other")
      mkdir(kept, 0o700)
      mkdir(other, 0o700)
      put("here".utf8, at: other + "/file")
      let open = Glibc.open(other + "/open", O_WRONLY | O_CREAT, 0o600)
      let missing = directory + "/missing"
      let confined = kept.withCString { kept in
        missing.withCString { missing in
          [missing, kept].withUnsafeBufferPointer { confine_self($0.baseAddress!, 2) }
        }
      }
      if confined & UInt32(CONFINED_FILES) != 0 {
        #expect(Self.isRefused(Glibc.open(other + "/new", O_WRONLY | O_CREAT, 0o600)))
        #expect(Self.isRefused(Glibc.open(other + "/file", O_WRONLY)))
        #expect(Self.isRefused(truncate(other + "/file", 0)))
        #expect(Self.isRefused(unlink(other + "/file")))
        #expect(Self.isRefused(mkdir(other + "/directory", 0o700)))
        #expect(Self.isRefused(symlink("/", other + "/link")))
        #expect(Self.isRefused(mkfifo(other + "/pipe", 0o600)))
        #expect(Self.isRefused(rename(other + "/file", kept + "/file")))
        // Where it is not refused, the test ends with what this ends with.
        #expect(Self.isRefused(execv("/bin/false", [strdup("false"), nil])))
      }
      if confined & UInt32(CONFINED_SOCKETS) != 0 {
        for family in [AF_INET, AF_INET6, AF_UNIX] {
          #expect(Self.isRefused(socket(family, Int32(SOCK_STREAM.rawValue), 0)))
        }
      }
      // What is needed still goes: reading, what was open before, and the directory that was named.
      #expect(contents(of: other + "/file") == "here")
      #expect(write(open, "x", 1) == 1)
      #expect(Glibc.open(kept + "/new", O_WRONLY | O_CREAT, 0o600) >= 0)
      #expect(rename(kept + "/new", kept + "/newer") == 0)
      #expect(unlink(kept + "/newer") == 0)
    }
  }

  /// What the kernel says of a command while it waits for its data: whether it may gain rights.
  private func cannotGainRights(_ command: String) async throws -> Bool {
    let run = try await shell(
      """
      directory=$(mktemp -d) && cd "$directory" && mkfifo data || exit 1
      export XDG_CACHE_HOME="$directory/cache"
      PAGER=more "$0" \(command) >out 2>err & process=$!
      exec 3<>data
      # Until it has come to where it reads.
      for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        ls -l /proc/$process/fd 2>/dev/null | grep -q "$directory/data" && break
        sleep 0.1
      done
      said=$(grep NoNewPrivs: /proc/$process/status)
      printf 'Prepare Date,State,City,Detainer Lift Reason\\n2015-05-08,TX,AUSTIN,Lifted\\n' >&3
      exec 3>&-
      wait $process || cat err
      cd / && rm -rf "$directory"
      echo "$said"
      """)
    #expect(run.errors == "")
    let said = run.lines.last ?? ""
    try #require(said.hasPrefix("NoNewPrivs:"), "\(run.output)")
    return said.hasSuffix("1")
  }

  @Test(
    arguments: [
      "list weeks data", "count --by state data", "compare 2015-05 2015-06 data", "validate data",
      "data",
      "frame data", "sql --by state data", "place travis data", "list weeks --format json data",
    ])
  func commandsThatOnlyPrintAreConfined(command: String) async throws {
    #expect(try await cannotGainRights(command))
  }

  @Test(arguments: ["list weeks data -o rows.csv", "export -o rows.csv data"])
  func commandsThatWriteAFileAreNot(command: String) async throws {
    #expect(try await !cannotGainRights(command))
  }
}
