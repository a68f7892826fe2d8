import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What leaves the program and is opened again says the same.
@Suite struct ExportRoundTripTests {
  private static let release = """
    Prepare Date,Detainer Lift Reason,Detainer Facility,City,State,Most Serious Conviction,Citizenship,Person ID
    2015-01-03,Detainer Declined by LEA,"A ""B"", JAIL",AUSTIN,TX,=cmd(),MEXICO,007
    2015-01-04,,OTHER-OTHER FACILITY,,,"two
    lines",東京,
    2015-01-05,Booked into Detention,C|D JAIL,EL PASO,TX,<b>&amp;,_x0041_,008
    2015-01-12,Detainer Declined by LEA,X,Doña,NM,tab\there,e\u{301} 👩‍👧,008

    """

  private func detainers(_ dataset: Dataset) throws -> [[Value]] {
    let listing = try ListingName.detainers.listing(of: Selection(Query(), in: dataset))
    // The source, the file and the line are those of the copy.
    let kept = listing.columns.indices.filter {
      !["source", "file", "row"].contains(listing.columns[$0].name)
    }
    return (0..<listing.rowCount).map { row in
      let cells = listing.row(row)
      return kept.map { cells[$0] }
    }
  }

  @Test(arguments: ["x.csv", "x.csv.gz", "x.xlsx", "x.parquet", "x/"])
  func detainersAreReadAgainAsTheyWere(_ name: String) throws {
    let dataset = try opened(text: Self.release)
    let rows = try detainers(dataset)
    #expect(rows.count == 4)
    let again = try withTemporaryDirectory { directory in
      let form = try #require(ExportForm(path: name))
      let listing = try ListingName.detainers.listing(of: Selection(Query(), in: dataset))
        .traced(program: "ddor", command: "ddor")
      try Export(listing, as: form).write(to: directory + "/" + name, replacing: false)
      return try detainers(opened(directory + "/" + name))
    }
    #expect(again == rows)
  }

  @Test(arguments: [
    (ListingName.detainers, ["MIT"]), (.weeks, []),
  ])
  func aPackageNamesTheLicencesThatAreKnown(name: ListingName, licences: [String]) throws {
    let dataset = try opened(text: Self.release)
    try withTemporaryDirectory { directory in
      let listing = try name.listing(of: Selection(Query(), in: dataset))
        .traced(program: "ddor", command: "")
      try Export(listing, as: ExportForm(.package)).write(to: directory + "/p", replacing: false)
      let text = bytes(of: directory + "/p/datapackage.json")
      let entries = try #require(JSONNode(text))["licenses"]?.elements ?? []
      #expect(entries.compactMap { $0["name"]?.string } == licences)
      #expect(entries.allSatisfy { $0["path"]?.string?.hasPrefix("https://") == true })
    }
  }

  @Test func whatADataDirectoryStatesGoesWithItsRows() throws {
    try withTemporaryDirectory { directory in
      let listing = try ListingName.detainers.listing(
        of: Selection(Query(FilterParser.parse("week:2017-01-28")), in: sample))
      try Export(listing.traced(program: "ddor", command: ""), as: ExportForm(.package))
        .write(to: directory + "/p", replacing: false)
      let path = directory + "/p/datapackage.json"
      let entries = try #require(JSONNode(bytes(of: path))?["licenses"]?.elements)
      #expect(entries.compactMap { $0["name"]?.string } == ["other-pd", "MIT"])
      #expect(!String(decoding: bytes(of: path), as: UTF8.self).contains("Immigration and"))
      // And on from there.
      #expect(try opened(directory + "/p").licences == sample.licences)
    }
  }

  @Test func publishedRowsComeBackAsPublished() throws {
    try withTemporaryDirectory { directory in
      let all = try Selection(Query(), in: sample)
      let listing = try ListingName.detainers.listing(of: all)
      try Export(listing.traced(program: "ddor", command: ""), as: ExportForm(.package))
        .write(to: directory + "/p", replacing: false)
      let again = try opened(directory + "/p")
      func reports(_ kind: Report.Kind, _ dataset: Dataset) -> [Period] {
        let table = dataset.table
        let withRows = (0..<table.rowCount).map { table.report($0) }.filter { $0.kind == kind }
        return Set(withRows.map(\.period)).sorted()
      }
      #expect(reports(.published, again).map(\.name) == ["2017-01-28", "2017-02-04", "2017-02-11"])
      #expect(reports(.built, again) == reports(.built, sample))
      let weeks = try Selection(Query(), in: again).weeks().prefix(3).map(\.group)
      #expect(weeks.map(\.listed) == [1, 2, 43])
      #expect(weeks.allSatisfy { $0.issued == nil && $0.declined == $0.listed })
    }
  }

  @Test func aPackageIsNotWrittenOverAnother() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/p"
      let export = Export(column(["a"]), as: ExportForm(.package))
      try export.write(to: path, replacing: false)
      #expect(names(in: path) == ["README.md", "datapackage.json", "rows.csv"])
      #expect(throws: WriteError.fileExists(path: path)) {
        try export.write(to: path, replacing: false)
      }
      try Export(column(["b"]), as: ExportForm(.package)).write(to: path, replacing: true)
      #expect(bytes(of: path + "/rows.csv") == Array("a\nb\n".utf8))
    }
  }

  @Test func whatIsNotWantedAnyMoreLeavesNothing() throws {
    let many = Listing(columns: [.init("n", .integer)], rowCount: 100_000) { [.integer($0)] }
    for format in FileFormat.allCases {
      try withTemporaryDirectory { directory in
        #expect(throws: WriteError.cancelled, "\(format)") {
          try Export(many, as: ExportForm(format)) { $0 < 8192 }
            .write(to: directory + "/x", replacing: false)
        }
        #expect(names(in: directory) == [], "\(format)")
      }
    }
  }

  @Test func whereTheRowsComeFromStandsBesideATextIfAsked() throws {
    try withTemporaryDirectory { directory in
      var form = ExportForm(.csv)
      form.hasProvenanceBeside = true
      let listing = column(["a"]).traced(program: "ddor 1", command: "ddor 'x y'")
      try Export(listing, as: form).write(to: directory + "/x.csv", replacing: false)
      #expect(names(in: directory) == ["x.csv", "x.csv.about.md"])
      let about = String(decoding: bytes(of: directory + "/x.csv.about.md"), as: UTF8.self)
      #expect(about.contains("- **Command:** ddor 'x y'\n"))
    }
  }
}
