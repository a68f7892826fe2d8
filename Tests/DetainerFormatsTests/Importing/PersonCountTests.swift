import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// Different persons among the rows that are shown (rule 15 of the data).
@Suite struct PersonCountTests {
  static let header =
    "Detainer Prepared Date,Detainer Lift Reason,State,Anonymized Identifier,duplicate_drop_row"
  static let release = """
    \(header)
    2025-01-06,Detainer Declined by LEA,TEXAS,a1,
    2025-01-07,Booked into Detention,TEXAS,a1,
    2025-01-08,Detainer Declined by LEA,CALIFORNIA,a1,
    2025-01-09,Detainer Declined by LEA,TEXAS,b2,
    2025-01-09,Detainer Declined by LEA,TEXAS,c3,TRUE
    2025-01-10,Detainer Declined by LEA,TEXAS,,
    2025-01-11,,TEXAS,d4,
    """

  /// `key persons/without id`, most first.
  private func counts(
    _ data: Dataset, by keys: [GroupKey], _ filter: String = "", dropsDuplicates: Bool = false
  ) throws -> [String] {
    let query = try Query(FilterParser.parse(filter), dropsDuplicates: dropsDuplicates)
    let selection = try Selection(query, in: data)
    let listing = try selection.countListing(by: keys, measure: .persons)
    return (0..<listing.rowCount).map { index in
      let row = listing.row(index)
      let names = row.prefix(listing.columns.count - 8).map {
        if case .text(let text) = $0 { text } else { "-" }
      }
      let numbers = row.suffix(2).map {
        if case .integer(let number) = $0 { "\(number)" } else { "?" }
      }
      return names.joined(separator: ",") + " " + numbers.joined(separator: "/")
    }
  }

  @Test func eachGroupIsCountedAnew() throws {
    let data = try opened(text: Self.release)
    #expect(try counts(data, by: [.state]) == ["TX 4/1", "CA 1/0"])
    #expect(try counts(data, by: [.state], "outcome:declined") == ["TX 3/1", "CA 1/0"])
    #expect(
      try counts(data, by: [.state], "outcome:declined", dropsDuplicates: true)
        == ["TX 2/1", "CA 1/0"])
    #expect(try counts(data, by: [.year]) == ["2025 4/1"], "a1 is one person in two states")
    #expect(
      try counts(data, by: [.state, .outcome], "state:tx") == [
        "TX,declined 3/1", "TX,booked 1/0", "TX,pending 1/0",
      ])
  }

  @Test func eachReleaseHasLinesOfItsOwn() throws {
    let data = try opened([
      "a.csv": Self.release,
      "b.csv": "\(Self.header)\n2025-02-04,Detainer Declined by LEA,TEXAS,a1,",
      "c.csv": "week,state,lift_reason,count\n2025-03-01,TX,Detainer Declined by LEA,7",
    ])
    #expect(
      try counts(data, by: [.state]) == ["TX,a 4/1", "CA,a 1/0", "TX,b 1/0", "TX,c ?/7"])
    let one = try counts(data, by: [.state], "source:b")
    #expect(one == ["TX 1/0"])
    let each = try counts(data, by: [.source])
    #expect(each == ["a 4/1", "b 1/0", "c ?/7"])
  }

  @Test func publishedRowsHaveNone() throws {
    let found = try counts(sample, by: [.week], "week:2017-01-28")
    #expect(found == ["2017-01-28 ?/43"])
  }
}
