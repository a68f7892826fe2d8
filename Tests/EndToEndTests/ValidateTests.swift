import Foundation
import TestSupport
import Testing

/// `ddor validate`: the report to read, the findings as rows, and what the shell gets.
@Suite struct ValidateTests {
  @Test func sampleDataIsClean() async throws {
    let report = try await ddor("validate")
    #expect(report.code == 0 && report.errors == "")
    #expect(report.lines.first?.hasSuffix("SampleData: no errors, no warnings") == true)
    let rows = try await ddor("validate", "--format", "csv")
    #expect(rows.code == 0)
    #expect(rows.lines.first == "severity,code,file,row,column,message")
    #expect(rows.lines.dropFirst().allSatisfy { $0.hasPrefix("note,") })
  }

  @Test func brokenDirectoryIsTold() async throws {
    try await withTemporaryDirectory { directory in
      let files = [
        "reports.csv": "week,source,kind,declined\n2017-01-28,p,published,1\n",
        "figures.csv": "week,source,measure,key_kind,key,value_number\n"
          + "2017-02-04,p,declined,state,TX,1\n",
        "p.csv": "week,state,county\n2017-01-28,TX,Travis\n2017-01-28,TX,Travis\n",
        "r.csv":
          "issued,lifted,gender,state,county,lift_reason\n"
          + "2015-01-03,2015-01-01,X,TX,Travis,\nsoon,,,TX,Travis,\n",
        "fruit.csv": "apple,pear\n1,2\n",
      ]
      for (name, text) in files { put(text.utf8, at: "\(directory)/\(name)") }
      let run = try await ddor("validate", directory, "--format", "json")
      #expect(run.code == 1 && run.errors == "")
      let none = "\"row\":null,\"column\":null"
      #expect(
        run.output == """
          [
          {"severity":"error","code":"no-known-columns","file":"fruit.csv","row":1,"column":null,\
          "message":"\(directory)/fruit.csv: no row of it is a header with a known date \
          column (Prepare Date, Detainer Prepare Date, issued, week …) and others."},
          {"severity":"error","code":"stated-total-exceeded","file":"p.csv",\(none),\
          "message":"p, the week 2017-01-28: the whole report has 2 listed, but 1 stated."},
          {"severity":"warning","code":"unreadable-date","file":"r.csv","row":3,"column":"issued",\
          "message":"“soon” is not a date between 1900 and 2079; it is read as not known."},
          {"severity":"warning","code":"undated-row","file":"r.csv","row":3,"column":null,\
          "message":"the row has no readable issue date; it is counted under no week."},
          {"severity":"warning","code":"unknown-gender","file":"r.csv","row":2,"column":"gender",\
          "message":"“X” is not known: 1 detainer, first in this row."},
          {"severity":"warning","code":"lifted-before-issued","file":"r.csv","row":2,\
          "column":"lifted","message":"the detainer was issued on 2015-01-03 and ended before \
          that, on 2015-01-01."},
          {"severity":"warning","code":"no-such-report","file":"figures.csv","row":2,\
          "column":"week","message":"there is no report of p for the week 2017-02-04."},
          {"severity":"note","code":"equal-rows","file":"p.csv",\(none),\
          "message":"2 of 2 rows equal another row in every column that is read; they are \
          different people and all count."}
          ]

          """)
      let report = try await ddor("validate", directory)
      #expect(report.code == 1)
      #expect(report.lines.first == "Data health of \(directory): 2 errors, 5 warnings")
    }
  }

  @Test func aSingleFileIsReported() async throws {
    try await withTemporaryDirectory { directory in
      put(
        "issued,state,county,lift_reason\n2015-01-03,TX,Travis,Died\n2015-01-20,TX,,\n".utf8,
        at: "\(directory)/a.csv")
      let run = try await shell("cd \(directory) && \"$0\" validate a.csv")
      #expect(run.code == 0)
      #expect(
        run.output == """
          Data health of a.csv: no errors, 1 warning

          Errors and warnings
          warning missing-weeks: 1
            Weeks without any row between the source's first and last week.
            - a.csv: a has no row in the week 2015-01-10.

          Files
          file   kind   columns    rows  detainers  weeks  from        to
          a.csv  built  canonical     2          2      2  2015-01-03  2015-01-20

          Weeks
          a: 2 weeks from 2015-01-03 to 2015-01-17, 1 week missing; 1 detainer a week.

          Counties
          Located: 1 of 2 detainers.
          county             rows  detainers   share
          named in the file     1          1  50.0 %  ██████████████████
          unlocated             1          1  50.0 %  ██████████████████

          Facilities without a county
          In no county: 1 of 1 facility, told apart by name, city and state.
          facility                 rows  detainers
          (no facility named), TX     1          1

          Empty cells by column, after placing
          a.csv
          column       empty   share
          lift_reason      1  50.0 %  ████████████████████
          county           1  50.0 %  ████████████████████
          county_fips      1  50.0 %  ████████████████████
          aor              1  50.0 %  ████████████████████
          Always filled: issued, state, week.
          Never filled: lifted, facility, facility_code, city, type, criminality, threat,
          crime, crime_code, basis, citizenship, birth_country, gender, birth_year,
          program, apprehension_method, apprehended, person, source_url, confidence, note.

          """)
    }
  }

  @Test func whatCannotBeReadIsAFindingToo() async throws {
    try await withTemporaryDirectory { directory in
      let empty = try await ddor("validate", directory, "--format", "ndjson")
      #expect(empty.code == 1 && empty.lines.count == 1)
      #expect(empty.output.hasPrefix("{\"severity\":\"error\",\"code\":\"unreadable-path\","))
      let nowhere = try await ddor("validate", "\(directory)/nowhere", "--format", "json")
      #expect(nowhere.code == 1 && nowhere.errors == "")
      let rows = try #require(
        JSONSerialization.jsonObject(with: Data(nowhere.output.utf8)) as? [[String: Any]])
      #expect(rows.count == 1 && rows[0]["file"] as? String == "\(directory)/nowhere")
      put("issued,state\n2015-01-03,TX\n".utf8, at: "\(directory)/a.csv")
      let both = try await ddor("validate", "\(directory)/a.csv", "\(directory)/nowhere")
      #expect(both.code == 1)
      #expect(both.output.contains("nowhere does not exist") && both.output.contains("built"))
    }
  }

  @Test func findingsGoWhereTheyAreAskedFor() async throws {
    try await withTemporaryDirectory { directory in
      let path = "\(directory)/findings.csv"
      let run = try await ddor("validate", "-o", path)
      #expect(run.code == 0 && run.output == "")
      #expect(contents(of: path).hasPrefix("severity,code,file,row,column,message\n"))
      try await #expect(ddor("validate", "-o", path).code == 2, "a file is not replaced unasked")
      try await #expect(ddor("validate", "--format", "xml").code == 2)
    }
  }

  @Test func helpListsEveryCode() async throws {
    let help = try await ddor("validate", "--help")
    #expect(help.code == 0)
    #expect(
      help.output.contains(
        "  warning missing-weeks\n    Weeks without any row between the source's first and last week.\n"
      ))
    #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
