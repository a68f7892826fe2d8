import TestSupport
import Testing

/// What shells offer: paths, options, and values that the data knows.
@Suite struct CompletionTests {
  /// Words that are typed, the last of them not to its end, and what is offered for it.
  private static let offers: [Offer] = [
    ("li", ["list"]),
    ("cor", ["corrections.csv"]),
    ("--sta", ["--state"]),
    ("corrections.csv --dr", ["--drop-duplicates"]),
    ("--state tx,o", ["tx,oh", "tx,ok", "tx,or"]),
    ("list weeks cor", ["corrections.csv"]),
    ("list pol", ["policies"]),
    ("list jurisdictions --county trav", ["traverse county", "travis county"]),
    ("list weeks --week 2017-02", ["2017-02-04", "2017-02-11"]),
    ("list weeks --source fy", ["fy2015-tally"]),
    ("count --by state,cit", ["state,citizenship", "state,city"]),
    ("count --measure share-i", ["share-issued"]),
    ("list detainers detainers/ddor-2017-01-28.csv --state m", ["md", "mn"]),
    ("list detainers --sort da", ["days"]), ("list weeks --sort da", ["days"]),
    ("list weeks --sort li", ["listed"]), ("export -o x.csv corrections --sort d", ["date"]),
    ("list detainers --columns week,lift_", ["week,lift_reason"]),
    ("count --by state,crime --sort cr", ["crime"]),
    ("count --by month --trend --sort day", ["days", "days_covered"]),
    ("compare 2017-01-28 2017-02-04 --sort be", ["before", "before_days", "before_most"]),
    ("diff a b --sort ma", ["matched"]),
    ("diff a b --by state --sort mo", ["moved_in", "moved_out"]),
    ("compare 2017-02", ["2017-02-04", "2017-02-11"]),
    ("compare 2017-01-28 2017-02-1", ["2017-02-11"]),
    ("place trav", ["traverse county", "travis county"]),
    ("help fi", ["filter"]), ("help co", ["compare", "config", "count"]),
    ("place travis --sort ran", ["rank"]), ("validate --sort se", ["severity"]),
  ]
  private typealias Offer = (words: String, offered: [String])

  /// Runs a script of a shell in the sample data, where `$0` is the program.
  private func offered(_ script: String) async throws -> [String] {
    let run = try await shell(
      "cd \(sampleDirectory); export DDOR_DATA=\(sampleDirectory); \(script)")
    #expect(run.errors == "")
    return Set(run.lines.map { $0.split(separator: "\t").first.map(String.init) ?? "" }).sorted()
  }

  @Test(arguments: offers.indices)
  func bash(number: Int) async throws {
    let offer = Self.offers[number]
    let script = """
      source <("$0" --generate-completion-script bash)
      COMP_WORDS=("$0" \(offer.words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _ddor "$0" "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"; printf '%s\\n' "${COMPREPLY[@]}"
      """
    try await #expect(offered("exec bash -c \(quoted(script)) $0") == offer.offered)
  }

  static func has(_ shell: String) -> Bool {
    ["/bin", "/usr/bin"].contains { !contents(of: "\($0)/\(shell)").isEmpty }
  }
}

extension TerminalTable {
  /// What Tab makes of a line in the shells whose completion needs a terminal.
  @Suite struct CompletionTests {
    private static let lines: [(typed: String, completed: String)] = [
      ("ddor cor", "ddor corrections.csv"), ("ddor --drop", "ddor --drop-duplicates"),
      ("ddor datapackage.json --as-c", "ddor datapackage.json --as-corrected"),
      ("ddor li", "ddor list"),
      ("ddor list weeks --source fy", "ddor list weeks --source fy2015-tally"),
      ("ddor count --measure share-i", "ddor count --measure share-issued"),
      ("ddor help filt", "ddor help filter"), ("ddor compare 2017-01", "ddor compare 2017-01-28"),
      ("ddor list weeks dat", "ddor list weeks datapackage.json"),
    ]
    private static let shells = ["zsh", "fish"].filter(EndToEndTests.CompletionTests.has)

    @Test(arguments: shells)
    func tabCompletes(shell: String) throws {
      let session = try TmuxSession("100x20")
      session.put("#!/bin/sh\nexec \(quoted(Ddor.path)) \"$@\"\n", in: "ddor")
      let start =
        shell == "zsh"
        ? "fpath=(\(session.directory) $fpath); autoload compinit; compinit -u -D"
        : "function fish_prompt; echo '> '; end; source \(session.directory)/_ddor"
      session.start(
        """
        chmod +x ddor; ./ddor --generate-completion-script \(shell) >_ddor
        export HOME=$PWD PATH=$PWD:$PATH PS1='> ' DDOR_DATA=\(quoted(sampleDirectory))
        cd $DDOR_DATA; clear; \(shell) \(shell == "zsh" ? "-f" : "--no-config") -i
        """)
      // fish has a prompt of its own until it is told otherwise.
      try #require(session.comes { [">", "#", "$"].contains(session.screen.last?.last) })
      session.type("\(start); clear\n")
      try #require(session.comes { session.screen == [">"] })
      for (typed, completed) in Self.lines {
        session.type(typed)
        session.press("Tab")
        #expect(session.comes { session.screen.first == "> \(completed)" }, "\(session.screen)")
        session.press("C-c")
        session.type("\u{15}clear\n")
        try #require(session.comes { session.screen == [">"] })
      }
    }
  }
}
