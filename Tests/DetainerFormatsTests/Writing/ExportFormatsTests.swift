import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct ExportFormatsTests {
  @Test func namesAndEndingsAreAContract() {
    #expect(
      FileFormat.allCases.map(\.name) == ["table", "csv", "tsv", "json", "ndjson", "markdown"])
    #expect(
      FileFormat.allCases.flatMap(\.endings) == ["csv", "tsv", "json", "ndjson", "jsonl", "md"])
    #expect(FileFormat.ofFiles == [.csv, .tsv, .json, .ndjson, .markdown])
  }

  @Test func formatsAreFoundByName() throws {
    for format in FileFormat.allCases {
      #expect(try ExportFormats.format(named: format.name) == format)
      #expect(try ExportFormats.format(named: format.name.uppercased()) == format)
    }
    #expect(throws: WriteError.unknownFormat(name: "xls")) {
      try ExportFormats.format(named: "xls")
    }
    #expect(
      WriteError.unknownFormat(name: "xls").description
        == "“xls” is not a format; choose one of table, csv, tsv, json, ndjson, markdown.")
  }

  @Test(arguments: [
    ("a.csv", "csv"), ("a.b/A.CSV", "csv"), ("a.tsv", "tsv"), ("a.json", "json"),
    ("a.ndjson", "ndjson"), ("a.jsonl", "ndjson"), ("a.csv.md", "markdown"),
  ])
  func formatsAreFoundByTheEndingOfAFile(_ path: String, _ name: String) throws {
    #expect(try ExportFormats.format(forFile: path).name == name)
  }

  @Test(arguments: ["", "csv", "a.csv/b", "a.", "a.xls", "a.csv/", "a.table"])
  func otherEndingsAreASentence(_ path: String) {
    #expect(throws: WriteError.unknownEnding(path: path)) {
      try ExportFormats.format(forFile: path)
    }
    #expect(
      WriteError.unknownEnding(path: "a\u{1B}").description
        == "The name “a␛” does not tell the format; end it in one of "
        + ".csv, .tsv, .json, .ndjson, .jsonl, .md, or use --format.")
  }
}
