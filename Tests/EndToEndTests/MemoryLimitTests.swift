import Testing

/// Where there is no memory to be had the program says so; it never aborts.
@Suite struct MemoryLimitTests {
  /// What a command says and ends with under one limit of memory after the other, a line for each.
  private func runs(_ command: String) async throws -> [String] {
    let run = try await shell(
      """
      directory=$(mktemp -d) && cd "$directory" || exit 1
      awk 'BEGIN {
        print "issued,lift_reason,facility,city,state"
        for (i = 0; i < 20000; i++)
          printf "2017-%02d-%02d,Declined,JAIL %d,AUSTIN,TX\\n", i % 12 + 1, i % 28 + 1, i
      }' >release.csv
      for limit in 50 56 60 64 70 76 84 100; do
        (ulimit -v ${limit}000; "$0" \(command) 2>said >/dev/null; echo "$? $(head -n 1 said)")
      done
      rm -rf "$directory"
      """)
    return run.lines
  }

  @Test(
    arguments: [
      "list detainers release.csv --no-cache", "frame release.csv",
      "export -o out.xlsx --force --no-cache release.csv",
    ])
  func isASentenceAndNeverAnAbort(command: String) async throws {
    let runs = try await runs(command)
    #expect(runs.count == 8)
    #expect(runs.contains { $0.hasPrefix("1 ddor: There is not enough memory") }, "\(runs)")
    // Below what the libraries alone take, the loader of the system says so.
    let other = runs.filter { !$0.hasPrefix("0 ") && !$0.hasPrefix("1 ddor: ") }
    #expect(other.allSatisfy { $0.hasPrefix("127 ") }, "\(other)")
  }
}
