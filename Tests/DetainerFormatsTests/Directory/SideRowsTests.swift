import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// Policies and corrections as values, and as the rows that they were read from.
@Suite struct SideRowsTests {
  /// The lines of a file of the sample data.
  private func lines(_ name: String) -> [String] {
    contents(of: sampleDirectory + "/" + name).split(separator: "\n").map(String.init)
  }

  private func lines(_ listing: Listing) throws -> [String] {
    try written(listing, as: .csv).split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func listingsAreTheFilesTheyWereReadFrom() throws {
    #expect(try lines(Sample.select().policies().listing) == lines("policies.csv"))
    #expect(try lines(Sample.select().corrections().listing) == lines("corrections.csv"))
  }

  @Test func aCorrectionHasTypedFields() throws {
    let first = try #require(Sample.select().corrections().first)
    #expect(first.id == "E01" && first.kind == .corrected && first.scope == .place)
    #expect(first.states == ["IA", "NY", "PA"] && first.fips.count == 4)
    #expect(first.ranks.map(\.rank) == [9, 6, 10, 4] && first.affectedCount == .integer(31))
    #expect(first.voids && first.voids(section: "I") && !first.voids(section: "II"))
    #expect(Correction.Kind("press-misreading") == .pressMisreading)
    #expect("\(Correction.Kind("recanted"))" == "recanted")
  }

  @Test func anEntryThatCannotBeReadLeavesItsRow() throws {
    let data = try opened([
      "corrections.csv": "id,weeks,ranks,what\nE01,2017-01-28,2017-01-28:9|10|2017-01-28:x,Void.",
      "release.csv": "Detainer Prepare Date,Facility State\n2017-01-28,TX\n",
    ])
    let row = try #require(data.corrections.first)
    #expect(row.id == "E01" && row.what == "Void." && row.ranks.map(\.rank) == [9])
    let findings = data.diagnostics.filter { $0.file.hasSuffix("corrections.csv") }
    #expect(findings.map(\.code) == [.unreadableRank, .unreadableRank])
    #expect(findings.allSatisfy { $0.row == 2 && $0.column == "ranks" })
    #expect(findings.map(\.message).first?.contains("“10”") == true)
  }

  @Test(arguments: [
    ("yes", true), ("Yes", true), ("TRUE", true), ("1", true), ("y", true), ("no", false),
    ("FALSE", false), ("0", false), ("", false),
  ])
  func whetherACorrectionVoidsComesInManyWords(cell: String, voids: Bool) throws {
    let data = try opened(["corrections.csv": "id,weeks,voids\nE01,2017-01-28,\(cell)\n"])
    #expect(data.corrections.map(\.voids) == [voids])
    #expect(!data.diagnostics.contains { $0.column == "voids" })
  }

  @Test func whatIsNeitherYesNorNoIsNamedAndSoIsAnIDTwice() throws {
    let data = try opened([
      "corrections.csv": "id,weeks,voids\nE01,,x\n,,yes\n,,yes\nE02,,yes\nE01,,yes\n"
    ])
    let findings = data.diagnostics.filter { ["voids", "id"].contains($0.column) }
    #expect(findings.map(\.code) == [.unreadableVoids, .repeatedID])
    #expect(findings.map(\.row) == [2, 6] && findings.map(\.column) == ["voids", "id"])
    #expect(data.corrections.map(\.voids) == [false, true, true, true, true])
  }

  @Test func aPolicyHasTypedFields() throws {
    let policy = try #require(
      Sample.select("county:travis").policies().first { $0.fips == "48453" })
    #expect(policy.state == "TX" && policy.dateEnacted == "2017-01" && !policy.isOfState)
    #expect(policy.weeksSeen.known.map(\.name) == ["2017-01-28"])
  }
}
