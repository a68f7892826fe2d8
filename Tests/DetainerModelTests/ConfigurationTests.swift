import Testing

@testable import DetainerModel

/// What a user may set, and what is said of an entry that is wrong.
@Suite struct ConfigurationTests {
  private typealias Value = ConfigurationEntry.Value

  private func configuration(
    _ entries: (String, String, Value)...
  ) -> (Configuration, [String]) {
    var problems: [ConfigurationProblem] = []
    let numbered = entries.enumerated().map { line, entry in
      ConfigurationEntry(
        section: entry.0, name: entry.1, value: entry.2, line: line + 1)
    }
    let configuration = Configuration(
      numbered,
      keyProblem: { command, keys in
        keys == ["?"] ? NameError("?", "it is not for \(command).") : nil
      }, problems: &problems)
    return (configuration, problems.map { "\($0.line) \($0)" })
  }

  @Test func everySettingIsTaken() {
    let (configuration, problems) = configuration(
      ("defaults", "filter", .text("state:tx")), ("defaults", "measure", .text("issued")),
      ("defaults", "minimum", .number(7)), ("defaults", "format", .text("markdown")),
      ("defaults", "clipboard", .text("off")),
      ("filters", "texas", .text("state:tx")), ("columns", "weeks", .texts(["week", "declined"])),
      ("browser", "theme", .text("high-contrast")), ("browser", "mouse", .flag(true)),
      ("browser", "link", .text("open {}")),
      ("keys", "down", .text("J <Down>")))
    #expect(problems == [])
    #expect(configuration.theme == .highContrast && configuration.mouse)
    #expect(configuration.link == "open {}")
    #expect(configuration.filter == "state:tx")
    #expect(configuration.usual.measure == .issued)
    #expect(configuration.usual.minimum == 7)
    #expect(configuration.format == .markdown)
    #expect(configuration.clipboard == .off)
    #expect(configuration.filters.map(\.name) == ["texas"])
    #expect(configuration.columns == [.weeks: ["week", "declined"]])
    #expect(configuration.keys == ["down": ["J", "<Down>"]])
  }

  @Test func whatIsWrongIsNamedAndTheOthersAreTaken() {
    let (configuration, problems) = configuration(
      ("defaults", "mesure", .text("issued")), ("defaults", "measure", .text("isued")),
      ("defaults", "minimum", .text("7")), ("defaults", "filter", .text("stte:tx")),
      ("filters", "texas", .number(1)), ("columns", "weeks", .texts(["weak"])),
      ("columns", "weeks", .texts([])), ("keys", "down", .text("?")), ("shades", "a", .other),
      ("defaults", "", .other), ("browser", "theme", .text("drak")),
      ("defaults", "format", .text("csv")))
    #expect(configuration.format == .csv)
    #expect(configuration.keys.isEmpty && configuration.columns.isEmpty)
    #expect(
      problems == [
        "1 defaults.mesure: “mesure”: there is no setting of this name; did you mean “measure”? It may be one of filter, measure, minimum, format, clipboard.",
        "2 defaults.measure: “isued”: there is no measure of this name; did you mean “issued”? It may be one of declined, issued, resolved, share-issued, share-resolved, persons.",
        "3 defaults.minimum: “minimum”: write a number of detainers, such as 100.",
        "4 defaults.filter: “stte:tx”: Filter, column 1, “stte:”: there is no field of that name; did you mean “state:”?",
        "5 filters.texas: “texas”: write a text in quotes.",
        "6 columns.weeks: “weak”: there is no column of this name; did you mean “week”? It may be one of week, week_end, days, source, kind, issued, resolved, declined, declined_most, listed, jurisdictions.",
        "7 columns.weeks: “weeks”: write a list of texts, such as [\"week\", \"declined\"].",
        "8 keys.down: “?”: it is not for down.",
        "9 shades.a: “shades”: there is no section of this name; choose one of defaults, filters, columns, formats.csv, browser, keys.",
        "10 defaults: “defaults”: write names and values between { and }.",
        "11 browser.theme: “drak”: there is no theme of this name; did you mean “dark”? It may be one of auto, dark, light, mono, high-contrast, colour-blind.",
      ])
  }

  @Test func formatsHaveOptions() {
    let (configuration, problems) = configuration(
      ("formats.csv", "crlf", .flag(true)), ("formats.csv", "excel", .flag(false)),
      ("formats.csv", "header", .flag(false)), ("formats.csv", "decimal-comma", .text("yes")),
      ("formats.csv", "bom", .flag(true)), ("formats.tsv", "crlf", .flag(true)))
    #expect(configuration.csv.endsLinesWithReturn && !configuration.csv.hasByteOrderMark)
    #expect(!configuration.csv.hasHeader && !configuration.csv.hasDecimalComma)
    #expect(
      problems.map { $0.split(separator: ";")[0] } == [
        "4 formats.csv.decimal-comma: “decimal-comma”: write true or false.",
        "5 formats.csv.bom: “bom”: there is no setting of this name",
        "6 formats.tsv.crlf: “formats.tsv”: there is no section of this name",
      ])
    #expect(configuration.dump(keys: []).contains("  formats: { csv: {\n    // In exports"))
    #expect(configuration.dump(keys: []).contains("    \"header\": false,\n  } },\n"))
  }

  @Test func whatIsInForceIsWrittenWithItsMeaning() {
    let (configuration, _) = configuration(
      ("filters", "a \"b\"", .text("\\x")), ("columns", "weeks", .texts(["week"])))
    let dump = configuration.dump(keys: [("down", ["j"], "Move down.")])
    #expect(dump.contains("    // What counting commands measure on a terminal, and views"))
    #expect(dump.contains("    measure: \"declined\",\n"))
    #expect(dump.contains("    \"a \\\"b\\\"\": \"\\\\x\",\n"))
    #expect(dump.contains("    weeks: [\"week\"],\n"))
    #expect(dump.hasSuffix("    // Move down.\n    \"down\": \"j\",\n  },\n}"))
  }
}
