import TestSupport
import Testing

/// Numbers near the end of what a computer counts, wherever a file or a user can write one: a
/// finding or a sentence, never a crash, and never a sum that went round.
@Suite struct AbsurdNumbersTests {
  private static let values = [
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "-5", "1e300",
    "1000000001",
  ]

  /// A published report, a tally and a release, with a value in each column that holds numbers.
  private static func write(
    _ value: String, only column: String? = nil, into directory: String
  ) throws {
    func number(_ name: String, _ usual: String) -> String {
      column == nil || column == name ? "\"\(value)\"" : usual
    }
    let week = "2017-02-04,report"
    let files = [
      "reports.csv": """
      week,source,kind,pages,issued,declined
      \(week),published,\(number("pages", "25")),\(number("issued", "90")),\(number("declined", "47"))
      2017-02-11,report,published,,80,12

      """,
      "issued.csv": """
      week,source,rank,county,state,county_fips,issued
      \(week),1,Clark County,NV,32003,\(number("ranked", "3"))
      \(week),2,Washoe County,NV,32031,\(number("ranked", "4"))
      \(week),\(number("rank", "3")),Travis County,TX,48453,5

      """,
      "figures.csv": """
      week,week_end,source,section,measure,key_kind,key,value,value_number
      2017-02-04,2017-02-10,report,II,declined,state,NM,4,\(number("value_number", "4"))
      2017-02-04,2017-02-10,report,II,declined,state,DC,3,\(number("value_number", "3"))
      2017-02-04,2017-02-10,report,II,declined,jurisdiction,"Travis, TX",3,\(number("value_number", "3"))
      2017-02-04,2017-02-10,report,II,declined,facility,"Lea County Jail, NM",3,\(number("value_number", "3"))
      2017-02-04,2017-02-10,report,II,declined,citizenship,Mexico,3,\(number("value_number", "3"))

      """,
      "corrections.csv": """
      id,kind,weeks,section,scope,jurisdiction,state,county_fips,ranks,voids,affected_count
      E01,corrected,2017-02-04,I,place,Clark,NV,32003,2017-02-04:\(number("ranks", "1")),yes,\(number("affected_count", "3"))
      E02,corrected,2017-02-04,I,place,Washoe,NV,32031,2017-02-04:2,yes,\(number("affected_count", "4"))

      """,
      "report.csv": """
      week,state,county,county_fips,crime,citizenship,count
      2017-02-04,NM,Lea County,35025,DUI,Mexico,\(number("listed", "1"))
      2017-02-04,TX,Travis County,48453,DUI,Mexico,1

      """,
      "tally.csv": """
      week,state,county,lift_reason,birth_year,count
      2015-02-07,TX,Travis County,Detainer Declined by LEA,\(number("birth_year", "1980")),\(number("count", "3"))
      2015-02-07,TX,Travis County,Detainer Declined by LEA,1980,2

      """,
    ]
    for (name, text) in files { try put(text.utf8, at: "\(directory)/\(name)") }
  }

  private static let columns = [
    "pages", "issued", "declined", "ranked", "rank", "value_number", "ranks", "affected_count",
    "listed", "birth_year", "count",
  ]

  private static let commands = [
    "list weeks", "list jurisdictions --week 2017-02-04", "list jurisdictions --as-corrected",
    "list detainers --sort -count", "list corrections", "count --by state", "count --by county",
    "count --by week,jurisdiction --source report", "count --by facility --as-corrected",
    "count --by citizenship --source report", "count --by crime --filter count:0..",
    "count --by state,outcome --measure issued --source report",
    "count --by age --measure share-issued --source tally", "count --by outcome --source report",
    "compare 2017-02-04 2017-02-11", "compare 2015-02-07 2017-02-04 --by state",
    "compare 2017-02-11 2017-02-04 --measure issued", "place travis", "place clark", "validate",
    "validate --format json", "frame", "frame --keys 'f%gm%g=%gv%gl'",
    "frame --size 200x60 --keys 'CgcjgnghGgp'", "frame --size 120x40 --keys 'Dhhhgt<Tab>a='",
  ]

  /// Runs commands on a directory, and gives back how each ended and what was said.
  private func endings(
    of commands: [String], in directory: String
  ) async throws -> [(String, Substring)] {
    let lines = commands.map { "$0 \($0) '\(directory)' >/dev/null; echo $?" }
    let run = try await shell(lines.joined(separator: "\n"))
    return Array(zip(commands, run.output.split(separator: "\n")))
  }

  @Test(arguments: values.map { ($0, nil as String?) } + columns.map { (values[0], $0) })
  func everyCommandEnds(value: String, column: String?) async throws {
    try await withTemporaryDirectory { directory in
      try Self.write(value, only: column, into: directory)
      // All commands with all columns; of one column alone every third, as each takes its time.
      let commands = Self.commands.enumerated().filter { column == nil || $0.offset % 3 == 0 }
        .map(\.element)
      let endings = try await endings(of: commands, in: directory)
      #expect(endings.count == commands.count)
      for (command, code) in endings {
        #expect(["0", "1", "2"].contains(code), "\(command), \(value) in \(column ?? "all")")
      }
    }
  }

  @Test func whatIsOutOfRangeIsAFindingAndCountsAsNotStated() async throws {
    try await withTemporaryDirectory { directory in
      try Self.write(Self.values[0], into: directory)
      let found = try await ddor("validate", "--format", "csv", directory)
      #expect(found.code == 1)
      let places = found.lines.filter { $0.contains("count-out-of-range") }
        .map { $0.split(separator: ",")[2...4].joined(separator: ",") }
      #expect(
        places.sorted() == [
          "corrections.csv,2,affected_count", "corrections.csv,3,affected_count",
          "figures.csv,2,value_number", "figures.csv,3,value_number",
          "figures.csv,4,value_number", "figures.csv,5,value_number",
          "figures.csv,6,value_number", "issued.csv,2,issued", "issued.csv,3,issued",
          "issued.csv,4,rank", "reports.csv,2,declined", "reports.csv,2,issued",
          "reports.csv,2,pages",
        ])
      #expect(found.output.contains("tally.csv,2,count"))
      #expect(
        found.output.contains(
          "“9223372036854775807” is not a count from 0 to 1,000,000,000; it is read as not stated."
        ))
      let weeks = try await ddor("list", "weeks", "--source", "report", directory)
      #expect(weeks.lines[2].hasPrefix("2017-02-04,2017-02-10,7,report,published,,,"))
    }
  }

  @Test func theLargestCountsAddUp() async throws {
    try await withTemporaryDirectory { directory in
      try Self.write("1000000000", into: directory)
      let run = try await ddor("count", "--by", "source", directory)
      #expect(run.lines.contains { $0.hasPrefix("tally,1000000002,1000000002,1000000002,") })
      let places = try await ddor(
        "list", "jurisdictions", "--source", "report", "--week", "2017-02-04", directory)
      #expect(places.lines.contains { $0.hasPrefix("NV,Clark County,32003,1000000000,") })
    }
  }

  @Test(arguments: [
    ["list", "weeks", "--filter", "days:>9223372036854775807"],
    ["list", "weeks", "--filter", "count:-9223372036854775808.."],
    ["count", "--by", "state", "--filter", "count:9223372036854775807"],
    ["list", "weeks", "--limit", "9223372036854775808"],
    ["count", "--by", "state", "--minimum", "9223372036854775808"],
    ["frame", "--size", "9223372036854775807x9223372036854775807"],
    ["frame", "--size", "99999999999999999999x1"],
  ])
  func anAbsurdOptionIsASentence(arguments: [String]) async throws {
    let run = try await ddor(arguments)
    #expect(run.code == 2 && run.lines.isEmpty)
    #expect(run.errors.hasPrefix("ddor: ") && run.errors.hasSuffix(".\n"), "\(run.errors)")
  }

  @Test(arguments: [
    ["list", "weeks", "--limit", "9223372036854775807"],
    ["count", "--by", "source", "--minimum", "9223372036854775807", "--measure", "share-issued"],
    ["frame", "--keys", "99999999999999999999%99999999999j99999999999<C-d>99999999999G"],
    ["frame", "--keys", "/days:-9223372036854775808"], ["frame", "--keys", "f99999999999%gt"],
  ])
  func aLargeNumberIsAsGoodAsAnyWhereItFits(arguments: [String]) async throws {
    #expect(try await ddor(arguments).code == 0)
  }
}
