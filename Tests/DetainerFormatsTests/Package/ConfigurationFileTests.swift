import DetainerModel
import Testing

@testable import DetainerFormats

/// A configuration is read as people write it, each entry with its line.
@Suite struct ConfigurationFileTests {
  private func entries(_ text: String) -> [String] {
    let file = ConfigurationFile(Array(text.utf8))
    return file.entries.map { "\($0.line) \($0.section).\($0.name) \($0.value)" }
      + (file.brokenLine.map { ["broken \($0)"] } ?? [])
  }

  @Test func commentsBareNamesAndApostrophes() {
    #expect(
      entries(
        """
        // mine
        {
          defaults: { /* two
            lines */ filter: 'it\\'s "x"', minimum: 12, "format": "csv", },
          columns: { weeks: ['a', "b",], odd: [1], none: [] }, // end
          keys2: 3, deep: { a: { b: 1 }, t: true },
        }
        """) == [
          "4 defaults.filter text(\"it\\'s \\\"x\\\"\")", "4 defaults.minimum number(12)",
          "4 defaults.format text(\"csv\")", "5 columns.weeks texts([\"a\", \"b\"])",
          "5 columns.odd other", "5 columns.none texts([])", "6 keys2. other",
          "6 deep.a.b number(1)",
          "6 deep.t flag(true)",
        ])
  }

  @Test(arguments: [
    ("", []), (" \n", []), ("{}", []), ("{ // x", ["broken 1"]), ("{\n a: {\n b c }", ["broken 3"]),
    ("[]", ["broken 1"]), ("{ a: 'x }\n", ["broken 1"]), ("{ a: { b: 1 } /* x", ["broken 1"]),
    ("{ a: { b: 1 // no comma\n c: 2 } }", ["broken 2"]), ("{ a: { b: /x } }", ["broken 1"]),
  ])
  func whatCannotBeReadNamesItsLine(text: String, expected: [String]) {
    #expect(entries(text) == expected)
  }

  /// Packages are JSON, in which none of this may stand.
  @Test(arguments: ["{a: 1}", "{\"a\": 'b'}", "{\"a\": 1 /* c */}", "// c\n{}"])
  func packagesAreNotWrittenByHand(text: String) {
    #expect(JSONNode(text.utf8, allowsLastComma: true) == nil)
  }
}
