import DetainerFormats
import DetainerModel

/// Counts the declined detainers of one week by state, and writes them as CSV.
///
///     swift run --package-path Examples DeclinedByState SampleData
@main
struct DeclinedByState {
  static func main() throws {
    // A data directory, or any files that ddor opens.
    let data = try DataDirectory.open(CommandLine.arguments.dropFirst().first ?? "SampleData")

    // The same words as in the prompt of the browser.
    let filter = try FilterParser.parse("week:2017-01-28 outcome:declined")
    let selection = try Selection(Query(filter), in: data)

    // The rules of counting are the library's: two sources of one week are never added.
    let listing = try selection.countListing(by: [.state])

    // A listing is rows under columns; every format can write one.
    var output = FileSink.standardOutput
    try output.write(listing, as: .csv)
    try output.flush()
  }
}
