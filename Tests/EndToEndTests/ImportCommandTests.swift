import TestSupport
import Testing

/// `ddor import` as a user types it. The rows are invented.
@Suite struct ImportCommandTests {
  private static let release = """
    Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Detainer Lift Reason
    2014-09-30,I247 - Notice,TRAVIS COUNTY JAIL,TEXAS,AUSTIN,Detainer Declined by LEA
    2014-10-01,I247 - Notice,OTHER-OTHER FACILITY,,,
    soon,I247 - Notice,TRAVIS COUNTY JAIL,TEXAS,AUSTIN,Died

    """

  @Test func aReleaseIsAddedOnce() async throws {
    try await withFolder { folder in
      put(Self.release.utf8, at: "\(folder)/fy.csv")
      let run = try await ddor(
        "import", "\(folder)/fy.csv", "--into", "\(folder)/data", "--split", "fiscal-year")
      #expect(
        run.output == """
          Read \(folder)/fy.csv: 3 rows, 2014-09-30 to 2014-10-01; 2 resolved, 1 declined. \
          1 without a readable date are under no week.
          Placed 2 (66.7 %): 2 (66.7 %) by the county of its city.
          Unlocated 1 (33.3 %): 1 without a state, 0 in a known state.
          1 finding of the kind unreadable-date, the first at \(folder)/fy.csv:4: “soon” is not a \
          date between 1900 and 2079; it is read as not known.
          1 finding of the kind undated-row, the first at \(folder)/fy.csv:4: the row has no \
          readable issue date; it is counted under no week.
          Wrote \(folder)/data/detainers/fy-FY2014.csv, 1 row, 170 bytes.
          Wrote \(folder)/data/detainers/fy-FY2015.csv, 1 row, 119 bytes.
          Wrote \(folder)/data/detainers/fy-undated.csv, 1 row, 140 bytes.
          The source “fy” was added to \(folder)/data/datapackage.json.

          """)
      #expect(run.errors == "" && run.code == 0)
      for what in ["weeks", "jurisdictions"] {
        let release = try await ddor("list", what, "\(folder)/fy.csv")
        let data = try await ddor("list", what, "\(folder)/data")
        #expect(data.output == release.output && data.lines.count > 2)
      }
      let again = try await ddor("import", "\(folder)/fy.csv", "--into", "\(folder)/data")
      #expect(
        again.output
          == "\(folder)/fy.csv is in \(folder)/data already, as the source “fy”; nothing "
          + "was changed.\n")
      #expect(again.code == 0)
      put("issued,state\n2014-01-01,TX\n".utf8, at: "\(folder)/fy.tsv")
      let other = try await ddor("import", "\(folder)/fy.tsv", "--into", "\(folder)/data")
      #expect(other.errors.hasSuffix("choose another --name, or replace it with --force.\n"))
      #expect(other.output == "" && other.code == 2)
    }
  }

  @Test func whatComesThroughAPipeIsAddedUnderAName() async throws {
    try await withFolder { folder in
      put(Self.release.utf8, at: "\(folder)/fy.csv")
      let run = try await shell(
        """
        cd '\(folder)'
        "$0" import fy.csv --name fy --into data >/dev/null
        cat fy.csv | "$0" import - --into nameless; echo $?; ls -A
        cat fy.csv | "$0" import - --name fy --into piped | sed -n '1p; $p'
        cmp data/detainers/fy.csv piped/detainers/fy.csv
        grep -c '"name": "standard input"' piped/datapackage.json
        gzip -c fy.csv | "$0" import - --name packed --into piped | sed -n '$p'
        gzip -c fy.csv | "$0" import - --name packed --into packed >/dev/null
        cmp data/detainers/fy.csv packed/detainers/packed.csv
        (cat fy.csv; echo 2014-12-01,,,,TEXAS,) >more.csv
        bash -c '"$0" import <(cat fy.csv) <(cat more.csv) --name fy --into both' "$0" \
          | grep Wrote
        cp -r "${0%/.build/*}/SampleData" sample
        ("$0" import --template published; echo ',,,NM,Lea,,Assault,,,,a test,,') \
          | "$0" import --published 2017-02-11 - --into sample | head -n 1
        """)
      #expect(
        run.output == """
          2
          data
          fy.csv
          Read standard input: 3 rows, 2014-09-30 to 2014-10-01; 2 resolved, 1 declined. \
          1 without a readable date are under no week.
          The source “fy” was added to piped/datapackage.json.
          1
          The source “packed” was added to piped/datapackage.json.
          Wrote both/detainers/fy.csv, 7 rows, 547 bytes.
          Added 1 row to the report of the week 2017-02-11, “ddor-2017-02-11”, as \
          sample/detainers/ddor-2017-02-11-2.csv.

          """)
      #expect(
        run.errors
          == "ddor: What comes through a pipe has no name; give it one, as with --name fy2015.\n")
    }
  }

  @Test func aPipeThatIsCutOffByASignalLeavesNothing() async throws {
    try await withFolder { folder in
      put(Self.release.utf8, at: "\(folder)/fy.csv")
      for signal in ["HUP", "TERM", "KILL"] {
        let run = try await shell(
          """
          cd '\(folder)'
          mkdir -p tmp; mkfifo pipe
          (cat fy.csv; sleep 5) >pipe & writer=$!
          TMPDIR=$PWD/tmp "$0" import - --name fy --into data <pipe & reader=$!
          until [ "$(readlink /proc/$reader/fd/* | grep -c /tmp/)" -gt 0 ]; do sleep 0.01; done
          kill -\(signal) $reader; wait $reader
          kill $writer; rm pipe; ls -A . tmp
          """)
        #expect(run.output == ".:\nfy.csv\ntmp\n\ntmp:\n")
      }
    }
  }

  @Test func rowsOfAPublishedReportAreAdded() async throws {
    try await withFolder { folder in
      _ = try await shell("cp -r \"${0%/.build/*}/SampleData\" '\(folder)/data'")
      let template = try await ddor("import", "--template", "published")
      #expect(
        template.output == "issued,lifted,facility,state,county,county_fips,crime,basis,"
          + "citizenship,week,source_url,confidence,note\n")
      func rows(_ line: String, _ count: Int) -> String {
        template.output + String(repeating: line + "\n", count: count)
      }
      let file = "\(folder)/rows.csv"
      func add() async throws -> Run {
        try await ddor("import", "--published", "2017-02-12", file, "--into", "\(folder)/data")
      }
      put(rows(",,,NM,Lea,,Assault,,,,a test,,", 8).utf8, at: file)
      let run = try await add()
      #expect(
        run.output == """
          Added 8 rows to the report of the week 2017-02-11, “ddor-2017-02-11”, as \
          \(folder)/data/detainers/ddor-2017-02-11-2.csv.
          Of 65 declined that the report states, 1 row was listed before, and 9 now.
          8 of the rows equal another row of the report; equal rows are different people, and all \
          are kept.
          datapackage.json says of this source: “1 of the 65 rows of Section II, as far as \
          newspapers gave them. One line is one declined detainer.” Change that if it no longer \
          holds.

          """)
      #expect(run.errors == "" && run.code == 0)
      let listed = try await ddor(
        "list", "jurisdictions", "--week", "2017-02-11", "--state", "nm", "\(folder)/data")
      #expect(
        listed.lines.dropFirst() == [
          "NM,Lea County,35025,,,9,12,9,0", "NM,(not itemised),,,,3,3,0,0",
        ])

      put(rows(",,,NM,Lea,,Theft,,,,a test,,", 4).utf8, at: file)
      let tooMany = try await add()
      #expect(
        tooMany.errors == """
          ddor: With \(file): ddor-2017-02-11, the week 2017-02-11: NM has 13 listed, but 12 stated.
          ddor: Nothing was imported; take out the surplus rows, or add them with --force.

          """)
      #expect(tooMany.output == "" && tooMany.code == 1)

      put(rows(",,,NM,Lea,,,,,,,,", 1).utf8, at: file)
      let bad = try await add()
      #expect(
        bad.errors.hasPrefix(
          "ddor: \(file):2: source_url: every row needs its source; write where you read it.\n"))
      #expect(bad.code == 1)
    }
  }

  @Test func packageThatCannotBeReadIsLeftAlone() async throws {
    try await withFolder { folder in
      _ = try await shell("mkdir '\(folder)/data'; echo '{' > '\(folder)/data/datapackage.json'")
      put(Self.release.utf8, at: "\(folder)/fy.csv")
      let run = try await ddor("import", "\(folder)/fy.csv", "--into", "\(folder)/data")
      #expect(
        run.errors == "ddor: \(folder)/data/datapackage.json is not a data package that can be "
          + "read, and is never written over; fix it first.\n")
      #expect(run.code == 1)
      #expect(contents(of: "\(folder)/data/datapackage.json") == "{\n")
    }
  }

  @Test func interruptedImportLeavesNothing() async throws {
    try await withFolder { folder in
      let run = try await shell(
        """
        cd '\(folder)'
        { echo issued,state,person
          awk 'BEGIN { for (i = 0; i < 400000; i++) print "2014-09-30,TX," i }'; } > large.csv
        "$0" import large.csv --into data &
        until test -d data; do :; done
        kill -INT $!
        wait $!
        echo code $?
        ls
        """)
      #expect(run.output == "code 130\nlarge.csv\n")
      #expect(run.errors == "ddor: The import was cancelled; nothing was changed.\n")
    }
  }

  @Test(
    arguments: [
      (["import"], "No file is named; name what to import."),
      (["import", "a.csv"], "No data directory is named; say where to with --into DIR."),
      (
        ["import", "a.csv", "--into", "x", "--published", "soon"],
        "--published, “soon”: name a day of the week, as 2017-02-11, or a longer period, as 2025."
      ),
      (
        ["import", "a.csv", "b.csv", "--into", "x", "--published", "2017-02-11"],
        "--published takes one file of rows; import them one by one."
      ),
      (
        ["import", "a.csv", "--into", "x", "--published", "2017-02-11", "--gzip"],
        "--split and --gzip are for releases; leave them out with --published."
      ),
      (
        ["import", "a.csv", "--template", "published"],
        "--template prints a header and nothing else; leave the rest out."
      ),
    ] as [([String], Named<String>)])
  func usage(arguments: [String], sentence: Named<String>) async throws {
    let run = try await ddor(arguments)
    #expect(
      run.errors == "ddor: \(sentence.value) See 'ddor import --help' for more information.\n")
    #expect(run.output == "" && run.code == 2)
  }

  /// Lends a directory that may have others in it.
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    try await withTemporaryDirectory { folder in
      do {
        try await body(folder)
      } catch {
        _ = try await shell("rm -rf '\(folder)/data'")
        throw error
      }
      _ = try await shell("rm -rf '\(folder)/data'")
    }
  }
}
