import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// The columns of a release that have no canonical name: found, told apart and read again.
@Suite struct OriginalColumnsTests {
  private func others(_ data: Dataset, _ row: Int) -> [String] {
    data.table.otherValues(row).map { "\($0.name)=\($0.value)" }
  }

  @Test func otherColumnsKeepTheirOwnNamesAndSayNothingWhereTheyAreBlank() throws {
    let data = try opened([
      "a.csv": """
      Detainers
      Redacted

      ,Case Status,Detainer Prepare Date,Gender,gender,Final Order Yes No,State,Final Order Yes No,FELON
      1,ACTIVE,2024-10-01,Male,Female,NO,TEXAS,YES,"Both (drug, other)"

      2,NA,2024-10-02,Male,N/A,"(b)(6), (b)(7)(c)",TEXAS,  ,"a ""b""  c"
      3,"two
      lines",2024-10-03,Male
      4,8-Excluded/Removed,2024-10-04,Male,X,,TEXAS,YES,Drugs,beyond
      """
    ])
    #expect(data.table.rowCount == 4)
    #expect(
      data.table.originals.map { $0?.names } == [
        [
          "column 1", "Case Status", "gender", "Final Order Yes No", "Final Order Yes No (2)",
          "FELON",
        ]
      ])
    #expect(
      (0..<4).map { others(data, $0) } == [
        [
          "column 1=1", "Case Status=ACTIVE", "gender=Female", "Final Order Yes No=NO",
          "Final Order Yes No (2)=YES", "FELON=Both (drug, other)",
        ],
        ["column 1=2", "FELON=a \"b\" c"],
        ["column 1=3", "Case Status=two lines"],
        [
          "column 1=4", "Case Status=8-Excluded/Removed", "gender=X", "Final Order Yes No (2)=YES",
          "FELON=Drugs",
        ],
      ])
  }

  @Test func namesAreToldApartFromThoseThatAlreadyLookSo() throws {
    let header = "issued,state,X,X (2),X,X"
    let data = try opened(["a.csv": header + "\n2015-01-03,TX,1,2,3,4\n"])
    #expect(others(data, 0) == ["X=1", "X (2)=2", "X (3)=3", "X (4)=4"])
  }

  @Test func aFileOfCanonicalColumnsKeepsNothing() throws {
    let data = try opened(["a.csv": "issued,state\n2015-01-03,TX\n"])
    #expect(!data.table.hasOtherColumns && others(data, 0).isEmpty)
  }

  @Test(arguments: [0, 1 << 20])
  func everyRecordIsFoundAgainInAnyOrderInMemoryAndMapped(limit: Int) throws {
    var random = SeededGenerator(4)
    let cells = ["plain", "\"a, b\"", "\"two\nlines\"", "", "\"say \"\"so\"\"\"", "é", "x\"y"]
    var text = "\u{FEFF}issued;state;A;B\r\n"
    var expected: [[String]] = []
    for row in 0..<500 {
      let a = cells[Int(random.next() % 7)]
      text += "2015-01-03;TX;\(a);\(row)\r\n"
      if row % 9 == 0 { text += "\r\n" }
      let value = a == "x\"y" || !a.hasPrefix("\"") ? a : String(a.dropFirst().dropLast())
      expected.append([
        value.replacing("\"\"", with: "\"").replacing("\n", with: " "), "\(row)",
      ])
    }
    try withTemporaryDirectory { directory in
      let path = directory + "/a.csv"
      put(text.utf8, at: path)
      let bytes = try FileBytes(path: path, largestInMemory: limit)
      var builder = TableBuilder()
      let outcome = bytes.withBytes {
        DetainerImporter.read($0, named: "a", into: &builder, places: .empty)
      }
      let records = try #require(outcome?.originalRecords(in: bytes))
      #expect(records.names == ["A", "B"])
      for row in (0..<500).shuffled(using: &random) {
        #expect(records.values(line: builder.finished().line(row)) == expected[row])
      }
      // Lines at which no record begins are nobody's.
      #expect(records.values(line: 0) == ["", ""] && records.values(line: 1) == ["", ""])
      #expect(records.values(line: 1_000_000) == ["", ""])
    }
  }

  @Test func aFileThatIsGoneOrShorterByNowIsNoHarmWhenItWasSmall() throws {
    let data = try withTemporaryDirectory { directory in
      let path = directory + "/a.csv"
      put("issued,state,A\n2015-01-03,TX,1\n2015-01-04,TX,2\n".utf8, at: path)
      var loader = try Loader([path])
      try loader.finish()
      put("issued\n".utf8, at: path)
      #expect(others(loader.dataset, 1) == ["A=2"])
      return loader.dataset
    }
    #expect(others(data, 0) == ["A=1"])
  }

  @Test func listingsPutTheColumnsOfAllFilesSideBySide() throws {
    let data = try opened([
      "a.csv": "issued,state,B,Source,A\n2015-01-03,TX,b,d,a\n",
      "b.csv": "issued,state,C,A,row,release_row\n2015-02-07,OK,c2,a2,r,t\n",
      "c.csv": "issued,state,D\n2015-03-07,OK,d3\n",
    ])
    let selection = try Selection(Query(FilterParser.parse("-issued:2015-03")), in: data)
    let listing = selection.detainersListingWithOtherColumns(selection.detainers())
    let names = listing.columns.map(\.name)
    let canonical = selection.detainersListing([]).columns.count
    #expect(
      names.dropFirst(canonical) == [
        "B", "release_Source", "A", "C", "release_release_row", "release_row",
      ])
    #expect(
      (0..<2).map { row in
        listing.row(row).dropFirst(canonical).map { value in
          if case .text(let text) = value { text } else { "-" }
        }
      } == [["b", "d", "a", "-", "-", "-"], ["-", "-", "a2", "c2", "r", "t"]])
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
  }

  @Test func aHeaderFurtherDownGivesTheColumnsBelowIt() throws {
    let data = try opened([
      "a.csv": """
      issued,state,Felon,Visa
      2024-10-01,TX,Drugs,YES
      Prepare Date,State,Detainer Lift Reason,Visa,Duty Site
      2024-10-02,TX,Died,NO,ST. PAUL
      """
    ])
    #expect(data.table.rowCount == 2)
    #expect(others(data, 0) == ["Felon=Drugs", "Visa=YES"])
    #expect(others(data, 1) == ["Visa=NO", "Duty Site=ST. PAUL"])
  }

  @Test func aRecordIsReadAgainAsItStandsButForWhatNamesAPerson() throws {
    let data = try opened([
      "a.csv": """
      Prepare Date,Facility State,Subject_Name,Race,Race,Unique ID
      2024-10-01,TEXAS,Nobody,N/A,W,x1
      2024-10-02,TEXAS
      """
    ])
    let records = (0..<2).map { row in
      data.table.originalRecord(row).map { "\($0.name)=\($0.value)" }
    }
    #expect(
      records[0] == [
        "Prepare Date=2024-10-01", "Facility State=TEXAS", "Race=N/A", "Race (2)=W",
        "Unique ID=x1",
      ])
    #expect(records[1].suffix(3) == ["Race=", "Race (2)=", "Unique ID="])
  }

  @Test func aRecordOfParquetIsReadAgainToo() throws {
    let name = try #require(ParquetFixture.names(in: "rows").first)
    let data = try ParquetFixture.opened(ParquetFixture.bytes("rows/" + name))
    let record = data.table.originalRecord(0).map { "\($0.name)=\($0.value)" }
    #expect(record.count == 14 && record[0] == "detainer_prepare_date=2025-01-01", "\(record)")
  }

  @Test func whatNamesOrSinglesOutAPersonIsNeverKept() throws {
    let data = try opened([
      "a.csv": """
      Detainer_Prepare_Date,State,Subject_Name,Alien_File_Number,Birth_Date,Race
      2024-10-01,TX,Nobody,A000,1980-01-01,W
      """
    ])
    #expect(others(data, 0) == ["Race=W"])
    #expect(data.table.originals.map { $0?.names } == [["Race"]])
  }
}
