import TestSupport
import Testing

/// `--other-columns`: what a release says beyond the columns that have a name here.
@Suite struct OtherColumnsTests {
  private static let release = #"""
    ,Case Status,Detainer Prepare Date,Facility State,Felon,Entry  Status,Entry Status,Unique Identifier,Lift Reason
    1,ACTIVE,2024-10-01,TEXAS,"Both (drug, other)",Not  Applicable,NA,a1,
    2,"8-Excluded, ""Removed""",2024-10-05,TEXAS,NA,"two
    lines",(b)(6),a2,
    3,,2024-10-02,OHIO,Drugs,,x,a3,

    """#

  @Test func allThatTheFileSaysIsWritten() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/r.csv"
      put(Self.release.utf8, at: path)
      let run = try await ddor("list", "detainers", path, "--other-columns")
      #expect(run.code == 0 && run.errors == "")
      let written = Self.records(run.output)
      let names = ["column 1", "Case Status", "Felon", "Entry Status", "Entry Status (2)"]
      #expect(written.first.map { Array($0.suffix(5)) } == names)
      // Whatever else reads CSV finds the same in the file, blanks, redactions and runs of spaces
      // aside.
      let original = Self.records(Self.release)
      let blank: Set = ["NA", "(b)(6)"]
      for (row, cells) in written.dropFirst().enumerated() {
        let expected = [0, 1, 4, 5, 6].map { column in
          let value = original[row + 1][column].split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
          return blank.contains(value) ? "" : value
        }
        #expect(Array(cells.suffix(5)) == expected)
        #expect(cells[28] == original[row + 1][7], "the canonical columns stay")
      }
      let without = Self.records(try await ddor("list", "detainers", path).output)
      #expect(without == written.map { Array($0.dropLast(5)) })
    }
  }

  @Test func filtersOrdersAndExportsGoWithThem() async throws {
    try await withTemporaryDirectory { directory in
      let (path, copy) = ("\(directory)/r.csv", "\(directory)/copy.csv")
      put(Self.release.utf8, at: path)
      let sorted = try await ddor(
        "list", "detainers", path, "--other-columns", "--sort", "-column 1", "--state", "tx")
      #expect(Self.records(sorted.output).map { $0[34] } == ["column 1", "2", "1"])
      let export = try await ddor("export", "-o", copy, path, "--other-columns")
      #expect(export.code == 0 && export.errors == "")
      let again = try await ddor("list", "detainers", copy, "--other-columns")
      let (first, second) = (Self.records(contents(of: copy)), Self.records(again.output))
      #expect(second.map { Array($0.suffix(5)) } == first.map { Array($0.suffix(5)) })
      #expect(
        second.first?.dropLast(5).suffix(3) == ["release_source", "release_file", "release_row"])
      let none = try await ddor("list", "detainers", path, "--other-columns", "--state", "nv")
      #expect(none.lines.count == 1)
    }
  }

  @Test func onlyDetainersHaveThem() async throws {
    for arguments in [["list", "weeks"], ["export", "-o", "x.csv", "jurisdictions"]] {
      let run = try await ddor(arguments + ["--other-columns"])
      #expect(run.code == 2 && run.output == "")
      #expect(run.errors.hasPrefix("ddor: --other-columns: only detainers have other columns, "))
    }
    let tally = try await ddor("list", "detainers", "--other-columns", "--limit", "1")
    let same = try await ddor("list", "detainers", "--limit", "1")
    #expect(tally.output == same.output)
  }

  /// Splits CSV by the letter of RFC 4180, so that the program is not its own judge.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      let cell = records[records.count - 1].count - 1
      switch character {
      case "\"":
        isQuoted.toggle()
        // The second of two quotes inside a field stands for one.
        if isQuoted, !records[records.count - 1][cell].isEmpty {
          records[records.count - 1][cell].append("\"")
        }
      case "," where !isQuoted: records[records.count - 1].append("")
      case "\n" where !isQuoted: records.append([""])
      default: records[records.count - 1][cell].append(character)
      }
    }
    return records.filter { $0 != [""] }
  }
}
