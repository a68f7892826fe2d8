import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// ZIP archives are read where they lie, their files as those of a folder are.
@Suite struct ArchiveTests {
  private static let header = "Prepare Date,State,City,Detainer Lift Reason\n"

  private func rows(_ days: String...) -> String {
    Self.header + days.map { "\($0),TX,AUSTIN,Lifted\n" }.joined()
  }

  private func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var zip = ZipWriter()
    zip.entries = files.map { ZipWriter.Entry(name: $0.name, bytes: $0.bytes) }
    return zip.archive
  }

  private func archive(_ files: KeyValuePairs<String, String>) -> [UInt8] {
    archive(files.map { ($0.key, Array($0.value.utf8)) })
  }

  private func told(_ data: Dataset) -> [String] {
    data.diagnostics.map { "\($0.severity) \($0.code) \($0.message)" }
  }

  @Test func membersOfEveryKindAreOneRelease() throws {
    let sheet = WorkbookWriter(
      "<row>"
        + ["Prepare Date", "State", "City", "Detainer Lift Reason"].map {
          "<c t=\"str\"><v>\($0)</v></c>"
        }.joined() + "</row><row><c t=\"str\"><v>2015-01-04</v></c></row>")
    let bytes = archive([
      ("data/", []), ("data/one.csv", Array(rows("2015-01-01").utf8)),
      ("two.tsv", Array(rows("2015-01-02").replacing(",", with: "\t").utf8)),
      ("three.txt.gz", gzip(rows("2015-01-03"))), ("four.xlsx", sheet.archive),
      ("README.txt", Array("words".utf8)), ("__MACOSX/._one.csv", [0, 1]), (".DS_Store", [0]),
      ("codes.pdf", Array("%PDF-1.7".utf8)),
    ])
    for path in ["foia.zip", ""] {
      let data = try opened(["foia.zip": bytes], [path])
      #expect(data.table.rowCount == 4)
      #expect(Set(data.table.sources.map(\.name)) == ["foia"])
      #expect(
        data.table.sources.map { $0.file.split(separator: "foia.zip")[path.isEmpty ? 0 : 1] }
          .sorted() == ["/data/one.csv", "/four.xlsx", "/three.txt.gz", "/two.tsv"])
      #expect(data.diagnostics.count { $0.code == .unrecognisedFile } == 1)
      #expect(data.diagnostics.allSatisfy { $0.severity == .note })
    }
  }

  @Test func otherColumnsAreASourceOfTheirOwn() throws {
    let other = "Detainer Prepared Date,State,Detainer Lift Reason\n2015-01-02,TX,\n"
    let data = try opened(["a.zip": archive(["1.csv": rows("2015-01-01"), "2.csv": other])])
    #expect(data.table.sources.map(\.name) == ["a", "a/2"])
  }

  @Test func partsOfAReleaseMayBeArchives() throws {
    let data = try opened([
      "r_FY23.zip": archive(["x.csv": rows("2023-09-30")]),
      "r_FY24.zip": archive(["y.csv": rows("2023-10-01")]),
      "datapackage.json": Array(
        #"{"resources": [{"name": "named", "path": "n.zip"}]}"#.utf8),
      "n.zip": archive(["z.csv": rows("2020-10-01")]),
    ])
    #expect(data.table.sources.map(\.name).sorted() == ["named", "r_FY23-FY24", "r_FY23-FY24"])
  }

  @Test func namesThatLeaveTheArchiveAreRefused() throws {
    let good = rows("2015-01-01")
    let data = try opened([
      "a.zip": archive(["../up.csv": good, "/root.csv": good, "in.zip": good, "ok.csv": good])
    ])
    #expect(data.table.rowCount == 1)
    #expect(
      told(data).sorted() == [
        "error unreadable-file a.zip/in.zip is a ZIP archive; unpack it and open the files inside.",
        "warning refused-path a.zip: the name “../up.csv” in it: “..” leaves the directory and is refused.",
        "warning refused-path a.zip: the name “/root.csv” in it: an absolute path is refused.",
      ])
  }

  @Test func aCopyInTheArchiveCountsOnce() throws {
    let one = rows("2015-01-01")
    let data = try opened([
      "a.zip": archive(["1.csv": one, "old/1.csv": one, "2.csv": rows("2015-01-02"), "1.CSV": one])
    ])
    #expect(data.table.rowCount == 2)
    #expect(
      told(data) == [
        "warning copy-of-source a.zip/old/1.csv is the same as 1.csv, byte by byte; it is left out, so that nobody counts twice.",
        "warning repeated-member a.zip/1.CSV is in the archive twice; the first one counts.",
      ])
  }

  @Test func whatCannotBeUnpackedIsNamedAndTheRestCounts() throws {
    var zip = ZipWriter()
    let good = Array(rows("2015-01-01").utf8)
    zip.entries = [
      ZipWriter.Entry(name: "a.csv", bytes: good),
      ZipWriter.Entry(name: "b.csv", bytes: good, flags: 1),
      ZipWriter.Entry(name: "c.csv", bytes: good, checksum: 1),
      ZipWriter.Entry(name: "d.csv", bytes: good, method: 12),
      ZipWriter.Entry(name: "e.csv", bytes: Array(rows("2015-01-02").utf8), isLarge: true),
    ]
    let data = try opened(["z.zip": zip.archive])
    #expect(data.table.rowCount == 2)
    let found = data.diagnostics.filter { $0.code == .unreadableFile }
    #expect(found.map(\.file) == ["z.zip/b.csv", "z.zip/c.csv", "z.zip/d.csv"])
    #expect(found[0].message.contains("is protected by a password"))
    #expect(found[1].message.contains("is damaged: it cannot be unpacked"))
    #expect(found[2].message.contains("is packed with bzip2, which ddor does not read"))
  }

  @Test func anArchiveWithoutItsListIsDamaged() throws {
    let whole = archive(["a.csv": rows("2015-01-01"), "b.csv": rows("2015-01-02")])
    for bytes in [whole.dropLast(10), whole.prefix(whole.count / 2)] {
      let error = #expect(throws: LoadError.self) { try opened(["z.zip": Array(bytes)], ["z.zip"]) }
      let sentence = error?.description ?? ""
      #expect(sentence.contains("z.zip is damaged, or ends too early"), "\(sentence)")
    }
  }

  @Test func bombsAreRefused() throws {
    let zeros = [UInt8](repeating: 0x20, count: 65 << 20)
    #expect(throws: LoadError.self) {
      do {
        _ = try opened(["z.zip": archive([("a.csv", zeros)])])
      } catch let error as LoadError {
        #expect(error.description.contains("unpacks to more than 200 times its size"))
        throw error
      }
    }
  }

  @Test func anArchiveIsImported() throws {
    try withTemporaryDirectory { folder in
      put(
        archive(["1.csv": rows("2015-01-01"), "2.csv": rows("2015-01-02")]), at: folder + "/f.zip")
      let summary = try ReleaseImport(
        files: [folder + "/f.zip"], directory: folder + "/data"
      ).run()
      #expect(summary.map(\.name) == ["f"])
      #expect(try opened(folder + "/data").table.rowCount == 2)
      #expect(contents(of: folder + "/data/datapackage.json").contains("\"rows\": 2"))
    }
  }
}
