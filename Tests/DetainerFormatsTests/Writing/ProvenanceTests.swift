import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What is said beside rows of where they come from.
@Suite struct ProvenanceTests {
  private func entries(_ listing: Listing) throws -> [Provenance.Entry] {
    try #require(
      listing.traced(program: "ddor", command: "") { _ in "sha256:1" }.provenance
    ).entries
  }

  private func texts(_ label: String, _ listing: Listing) throws -> [String] {
    try entries(listing).filter { $0.label == label }.map(\.text)
  }

  private let all = Result { try Selection(Query(), in: sample) }

  @Test(arguments: [ListingName.policies, .corrections])
  func rowsOfATableNameItAndNothingElse(name: ListingName) throws {
    let listing = try name.listing(of: all.get())
    let files = try texts("Source", listing)
    #expect(files.first == "\(name.rawValue); \(name.rawValue).csv (sha256:1)")
    #expect(files.allSatisfy { !$0.contains("covers") && !$0.contains("detainers") })
    #expect(try texts("Coverage", listing).isEmpty)
    // Corrections are not quoted beside themselves.
    #expect(
      try entries(listing).contains { $0.label.hasPrefix("Correction ") } == (name == .policies))
  }

  @Test func theFileOfQuotedCorrectionsIsNamed() throws {
    let listing = try ListingName.jurisdictions.listing(
      of: Selection(Query(FilterParser.parse("week:2017-01-28")), in: sample))
    #expect(try texts("Source", listing).last == "corrections; corrections.csv (sha256:1)")
  }

  @Test func whatIsCountedAndByWhatIsSaid() throws {
    let selection = try all.get()
    #expect(
      try texts("Counted", selection.countListing(by: [.crime, .year], measure: .persons)).first
        == "persons by crime, year, source")
    #expect(
      try texts("Counted", selection.countListing(by: [.outcome, .source], measure: .issued))
        == ["issued by outcome, source"])
    #expect(
      try texts("Counted", selection.trendListing(by: .month, withPersons: false, sortedBy: nil))
        == ["declined by month"])
    #expect(try texts("Counted", ListingName.weeks.listing(of: selection)).isEmpty)
  }
}
