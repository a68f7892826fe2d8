import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Identifiers of persons, which are read again from the file.
struct PersonTests {
  private func table(_ text: String) throws -> DetainerTable {
    try withTemporaryDirectory { directory in
      put(text.utf8, at: directory + "/a.csv")
      var loader = try Loader([directory + "/a.csv"])
      try loader.finish()
      return loader.dataset.table
    }
  }

  @Test func theyAreThoseOfTheRowsInWhateverOrderTheyAreAskedFor() throws {
    let rows = (0..<100).map { "2015-01-03,TX,p\($0 * 7 % 50)" }
    let table = try table("issued,state,person\n" + rows.joined(separator: "\n") + "\n")
    var random = SeededGenerator(9)
    for row in Array(0..<100) + (0..<100).shuffled(using: &random) {
      #expect(table.text(.person, row) == "p\(row * 7 % 50)")
    }
    #expect(table.says(.person))
  }

  @Test func aColumnWithoutAnySaysNothingAndBlanksAndRedactionsAreNone() throws {
    let table = try table("issued,state,person\n2015-01-03,TX,\n2015-01-04,TX,\"(b)(6)\"\n")
    #expect(table.text(.person, 0) == "" && table.text(.person, 1) == "")
    #expect(!table.says(.person))
  }
}
