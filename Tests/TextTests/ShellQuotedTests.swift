import Testing
import Text

/// Words as a shell reads them again.
@Suite struct ShellQuotedTests {
  @Test(arguments: [
    ("ddor", "ddor"), ("--filter", "--filter"), ("2017-01-28", "2017-01-28"),
    ("a/b.csv", "a/b.csv"),
    ("", "''"), ("two words", "'two words'"), ("it's", "'it'\\''s'"), ("''", "''\\'''\\'''"),
    ("$(reboot)", "'$(reboot)'"), ("`x`", "'`x`'"), ("~", "'~'"), ("*", "'*'"), ("a;b", "'a;b'"),
    ("Doña Ana", "'Doña Ana'"), ("!x", "'!x'"), ("=ls", "'=ls'"), ("#", "'#'"), ("\\", "'\\'"),
  ])
  func aWordIsQuotedOnlyWhereItHasTo(word: String, quoted: String) {
    #expect(shellQuoted(word) == quoted)
  }

  @Test func aLineIsItsWords() {
    #expect(shellLine(["ddor", "list", "a b", "it's"]) == "ddor list 'a b' 'it'\\''s'")
    #expect(shellLine(["ddor", "\u{7}"]) == nil)
  }

  /// A line that is pasted is read by the terminal before the shell.
  @Test(arguments: ["a\nb", "\u{1B}[201~", "\u{7}", "\u{202E}abc", "\u{9B}m", "a\0b", "tab\t"])
  func whatNoTerminalIsGivenIsNotQuoted(word: String) {
    #expect(shellQuoted(word) == nil)
  }
}
