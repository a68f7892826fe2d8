import DetainerFormats
import DetainerModel
import Foundation
import Testing

/// Policies and corrections as values, and as the rows that they were read from.
@Suite struct SideRowsTests {
  /// The cells of a file of the sample data, as it stands there.
  private func file(_ name: String) throws -> [String] {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let text = try String(contentsOfFile: root + "/SampleData/" + name, encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  private func text(_ listing: Listing) throws -> [String] {
    var sink = MemorySink()
    try sink.write(listing, as: .csv)
    return String(decoding: sink.bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func listingsAreTheFilesTheyWereReadFrom() throws {
    #expect(try text(Sample.select().policies().listing) == file("policies.csv"))
    #expect(try text(Sample.select().corrections().listing) == file("corrections.csv"))
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

  @Test func aPolicyHasTypedFields() throws {
    let policy = try #require(
      Sample.select("county:travis").policies().first { $0.fips == "48453" })
    #expect(policy.state == "TX" && policy.dateEnacted == "2017-01" && !policy.isOfState)
    #expect(policy.weeksSeen.known.map(\.iso) == ["2017-01-28"])
  }
}
