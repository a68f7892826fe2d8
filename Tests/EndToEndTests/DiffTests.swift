import Foundation
import TestSupport
import Testing

/// `ddor diff`: two releases held against each other, and what cannot be.
@Suite struct DiffTests {
  private static let header =
    "Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Detainer Lift Reason"

  private static func row(
    _ day: Int, _ reason: String = "", facility: String = "TRAVIS COUNTY JAIL"
  ) -> String {
    "2015-01-\(day),I247 - Immigration Detainer,\(facility),TEXAS,AUSTIN,\(reason)"
  }

  private static let before =
    [row(10), row(10), row(11), row(12, "Lifted"), row(20), row(20, facility: "HAYS COUNTY JAIL")]
  private static let after =
    [row(20), row(10), row(10), row(11, "Detainer Declined by LEA"), row(13), row(20)]

  /// Two files of a folder, one with the rows before and one with those after.
  private func withReleases<Result>(
    _ before: [String] = before, _ after: [String] = after,
    _ body: (_ folder: String, _ before: String, _ after: String) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryDirectory { folder in
      let files = (folder + "/may.csv", folder + "/june.csv")
      put(([Self.header] + before).joined(separator: "\n").utf8, at: files.0)
      put(([Self.header] + after).joined(separator: "\n").utf8, at: files.1)
      return try await body(folder, files.0, files.1)
    }
  }

  @Test func rowsThatDiffer() async throws {
    try await withReleases { folder, before, after in
      let run = try await ddor("diff", before, after)
      #expect(run.code == 0)
      let cells = run.lines.map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(
        cells.first == [
          "status", "columns", "before", "after", "matched", "count", "file_before", "row_before",
          "file_after", "row_after", "outcome", "issued", "lifted", "lift_reason", "facility",
          "facility_code", "city", "state", "county", "county_fips", "aor", "type", "criminality",
          "threat", "crime", "crime_code", "basis", "citizenship", "birth_country", "gender",
          "birth_year", "program", "apprehension_method", "apprehended", "person", "duplicate",
          "source_url", "confidence", "note",
        ])
      #expect(
        cells.dropFirst().map { Array($0[0...5]) + [$0[7], $0[9], $0[11]] } == [
          [
            "changed", "lift_reason", "", "Detainer Declined by LEA", "columns", "1", "4", "5",
            "2015-01-11",
          ],
          ["new", "", "", "", "", "1", "", "6", "2015-01-13"],
          ["new", "", "", "", "", "1", "", "7", "2015-01-20"],
          ["gone", "", "", "", "", "1", "5", "", "2015-01-12"],
          ["gone", "", "", "", "", "1", "7", "", "2015-01-20"],
        ])
      #expect(
        run.errors == """
          ddor: 3 alike, 1 changed, 2 new, 2 gone. Changed: lift_reason 1.
          ddor: Changed: alike in all columns but one.
          ddor: Both cover 2015-01-10 to 2015-01-20.
          ddor: Compared: issued, lift_reason, facility, city, state, type.

          """)
      // The same by the names of two sources of one directory.
      let named = try await ddor("diff", "may", "june", folder, "--format", "csv")
      #expect(named.lines.count == run.lines.count && named.errors == run.errors)
    }
  }

  @Test func countsByKeys() async throws {
    try await withReleases { _, before, after in
      let run = try await ddor("diff", before, after, "--by", "lift_reason")
      #expect(
        run.output == """
          lift_reason,before,after,alike,new,gone,changed,moved_in,moved_out
          ,5,5,3,2,1,0,0,1
          Detainer Declined by LEA,0,1,0,0,0,0,1,0
          Lifted,1,0,0,0,1,0,0,0

          """)
      let declined = try await ddor(
        "diff", before, after, "--by", "state,county", "--filter", "outcome:declined")
      #expect(
        declined.lines.dropFirst() == ["TX,Travis County,0,1,0,0,0,0,1,0"],
        "a change moves a row into what a filter chooses")
    }
  }

  @Test func theSameTwiceIsASentence() async throws {
    try await withReleases { _, before, _ in
      let run = try await ddor("diff", before, before)
      #expect(run.code == 0 && run.lines.count == 1)
      #expect(run.errors.contains("Both say the same: 6 detainers are alike."))
    }
  }

  @Test func noDayInCommonIsASentence() async throws {
    try await withReleases([Self.row(10)], [Self.row(20)]) { _, before, after in
      let run = try await ddor("diff", before, after)
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(
        run.errors
          == "ddor: No day is covered by both: the first is of 2015-01-10, the second of 2015-01-20.\n"
      )
    }
  }

  @Test(arguments: [
    (["may", "june"], "there is no such file, and no release of this name"),
    (["MAY", "JUN"], "did you mean “june”?"),
    (["MAY", "JUNE", "DIR"], "both are files; leave this one out"),
    (["DIR", "MAY"], "has several releases of the same days, june and may"),
    (["SampleData/reports.csv", "MAY"], "SampleData/reports.csv"),
    (["MAY", "JUNE", "--by", "source"], "the releases are what is compared"),
    (["MAY", "JUNE", "--source", "may"], "not chosen by a term on source"),
    (["MAY", "JUNE", "--by", "stat"], "did you mean “state”?"),
    (["MAY", "JUNE", "--sort", "statu"], "did you mean “status”?"),
  ])
  func whatCannotBeComparedIsSaid(arguments: [String], sentence: String) async throws {
    try await withReleases { folder, before, after in
      let names = ["MAY": before, "JUNE": after, "DIR": folder, "JUN": "jun"]
      var words = arguments.map { word in
        word.hasPrefix("SampleData") ? checkout + "/" + word : names[word] ?? word
      }
      if arguments == ["MAY", "JUN"] { words.append(folder) }
      let run = try await ddor(["diff"] + words)
      #expect(run.code != 0 && run.output.isEmpty)
      #expect(run.errors.contains(sentence), "\(run.errors)")
    }
  }
}
