import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct ExportFormatsTests {
  @Test func namesAndEndingsAreAContract() {
    let names = [
      "table", "csv", "tsv", "json", "ndjson", "markdown", "html", "xlsx", "sqlite", "parquet",
      "package",
    ]
    #expect(FileFormat.allCases.map(\.name) == names)
    let endings = [
      "txt", "csv", "tsv", "json", "ndjson", "jsonl", "md", "html", "htm", "xlsx", "sqlite",
      "sqlite3", "db", "parquet",
    ]
    #expect(FileFormat.allCases.flatMap(\.endings) == endings)
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
        == "“xls” is not a format; choose one of table, csv, tsv, json, ndjson, markdown, html, xlsx, sqlite, parquet, package."
    )
  }

  @Test(arguments: [
    ("a.csv", "csv"), ("a.b/A.CSV", "csv"), ("a.tsv", "tsv"), ("a.json", "json"),
    ("a.ndjson", "ndjson"), ("a.jsonl", "ndjson"), ("a.csv.md", "markdown"),
    ("a.csv.gz", "csv"), ("A.HTML.GZ", "html"), ("a.db", "sqlite"), ("a/", "package"),
    ("a.txt", "table"),
  ])
  func formatsAreFoundByTheEndingOfAFile(_ path: String, _ name: String) throws {
    #expect(try ExportFormats.form(forFile: path).format.name == name)
  }

  @Test(arguments: ["", "csv", "a.csv/b", "a.", "a.xls", "a.table", "a.gz", "a.xlsx.gz", "/"])
  func otherEndingsAreASentence(_ path: String) {
    #expect(throws: WriteError.unknownEnding(path: path)) {
      try ExportFormats.form(forFile: path)
    }
    #expect(
      WriteError.unknownEnding(path: "a\u{1B}").description
        == "The name “a␛” does not tell the format; end it in one of "
        + ".txt, .csv, .tsv, .json, .ndjson, .jsonl, .md, .html, .htm, .xlsx, .sqlite, .sqlite3, .db, "
        + ".parquet, or use --format.")
  }
}
