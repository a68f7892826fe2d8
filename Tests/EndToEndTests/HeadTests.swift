import TestSupport
import Testing

/// The columns that a shell offers are those that the command prints.
@Suite struct HeadTests {
  private static let release = "\(sampleDirectory)/detainers/ddor-2017-01-28.csv"

  @Test(arguments: [
    "list weeks", "list jurisdictions", "list detainers", "list policies", "list corrections",
    "list detainers \(release) --other-columns", "count --by state",
    "count --by crime,state --measure persons --source fy2015-tally", "count --by month --trend",
    "compare 2017-01-28 2017-02-04", "compare 2017-01-28 2017-02-04 --by state,crime",
    "diff \(release) \(release)", "diff \(release) \(release) --by state", "place travis",
    "validate --format csv",
  ])
  func theOfferedColumnsArePrinted(line: String) async throws {
    let words = line.split(separator: " ").map(String.init)
    let printed = try await ddor(words + ["--limit", "0"]).lines.first?.split(separator: ",")
    let script = """
      source <("$0" --generate-completion-script bash)
      COMP_WORDS=("$0" \(line) --columns ""); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _ddor "$0" "" --columns; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try await shell("exec bash -c \(quoted(script)) $0")
    #expect(Set(run.lines) == Set((printed ?? ["nothing"]).map(String.init)))
  }
}
