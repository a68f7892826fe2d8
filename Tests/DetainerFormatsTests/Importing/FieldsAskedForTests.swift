import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Reading only the texts that a question looks at: the same answers and the same findings.
@Suite struct FieldsAskedForTests {
  private static let header =
    "issued,lifted,lift_reason,facility,city,state,crime,citizenship,gender,type,crime,note\n"

  private static func release(_ seed: UInt64) -> String {
    var random = SeededGenerator(seed)
    let oddities = [
      "#N/A", " #ref!", "=\"#N/A\"", "\"#VALUE!\"", "\u{FEFF}#NUM!", "# 3", "\"a \"\"#N/A\"\"\"",
      "",
    ]
    func cell(_ texts: [String]) -> String {
      random.next() % 9 == 0
        ? oddities.randomElement(using: &random) ?? "" : texts.randomElement(using: &random) ?? ""
    }
    return header
      + (0..<300).map { _ in
        let day = Day(packed: UInt16(42_000 + random.next() % 100)).iso
        return "\(day),,"
          + [
            cell(["Detainer Declined by LEA", "Booked into Detention", ""]),
            "TRAVIS COUNTY JAIL,AUSTIN,TX", cell(["DUI", "\"Assault, simple\""]),
            cell(["MEXICO", "CUBA"]), cell(["Male", "Female"]), cell(["I247", "I247A - Form"]),
            cell(["Larceny", ""]), cell(["a note", "another"]),
          ].joined(separator: ",") + "\n"
      }.joined()
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func whatIsNotAskedForChangesNothing(seed: UInt64) throws {
    try withTemporaryDirectory { folder in
      let path = folder + "/release.csv"
      put(Self.release(seed).utf8, at: path)
      let whole = try read(path, ReadingPlan(threads: 1, part: 4_000))
      for (filter, keys) in [
        ("", [GroupKey.state]), ("crime:dui", [.month]), ("dui", [.gender]),
        ("-citizenship:cuba", [.type, .outcome]), ("note:another", [.county]), ("", [.crime]),
      ] {
        let query = Query(try FilterParser.parse(filter))
        var plan = ReadingPlan(threads: seed.isMultiple(of: 2) ? 1 : 3, part: 4_000)
        plan.texts = query.texts(countingBy: keys)
        let less = try read(path, plan)
        func count(_ data: Dataset) throws -> [[Value]] {
          let listing = try Selection(query, in: data).countListing(by: keys)
          return (0..<listing.rowCount).map { listing.row($0) }
        }
        try #expect(count(less) == count(whole), "\(filter), \(keys)")
        #expect(less.diagnostics == whole.diagnostics)
        for field in DetainerField.texts {
          let isRead = query.texts(countingBy: keys).contains(field)
          let expected = isRead ? whole.table.texts(of: field) : []
          #expect(less.table.texts(of: field) == expected)
        }
      }
    }
  }

  /// Which of those that a release marks is the first is found out where they are dropped.
  @Test func theFirstOfLikelyDuplicatesIsCountedWhereTheOthersAreDropped() throws {
    try withTemporaryDirectory { folder in
      let path = folder + "/release.csv"
      let rows = ["2025-01-02,TX,a,TRUE", "2025-01-02,TX,a,TRUE", "2025-01-03,TX,b,FALSE"]
      let header = "detainer_prepare_date,facility_state,unique_identifier,duplicate_likely"
      put((header + "\n" + rows.joined(separator: "\n") + "\n").utf8, at: path)
      for (drops, count) in [(true, 2), (false, 3)] {
        let query = Query(Filter(terms: []), dropsDuplicates: drops)
        var plan = ReadingPlan(threads: 1)
        plan.texts = query.texts(countingBy: [.state])
        let groups = try Selection(query, in: read(path, plan)).groups(by: [.state])
        #expect(groups.map(\.issued) == [count])
      }
    }
  }

  /// What is kept for the next question is kept whole.
  @Test func aSnapshotHasAllFields() throws {
    try withTemporaryDirectory { folder in
      let path = folder + "/release.csv"
      put(Self.release(1).utf8, at: path)
      var plan = ReadingPlan.whole([.liftReason])
      plan.threads = 1
      let snapshots = SnapshotDirectory(path: folder + "/cache", smallestRecords: 0)
      var loader = try Loader([path], snapshots: snapshots, plan: plan)
      try loader.finish()
      #expect(
        loader.dataset.table.texts(of: .note).sorted() == [
          "# 3", "a \"#N/A\"", "a note", "another",
        ])
    }
  }

  private func read(_ path: String, _ plan: ReadingPlan) throws -> Dataset {
    var loader = try Loader([path], plan: plan)
    try loader.finish()
    return loader.dataset
  }
}
