import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// Keys and fields that only the rows of a release can tell: cities, codes, ages, programs.
@Suite struct RowKeyTests {
  static let data = try? opened(
    text: """
      Detainer Prepared Date,Apprehension Date,Apprehension Method,Birth Country,Birth Year,TOD Final Program,MSC Charge Code,Detainer Lift Reason,Detention Facility,Detention Facility Code,City,State
      2025-01-06,2025-01-05,CAP Local Incarceration,MEXICO,1990,287G Program,5401,Detainer Declined by LEA,A JAIL,AJAIL,Austin,TEXAS
      2025-01-07,01/06/2025,CAP Local Incarceration,MEXICO,1985,ERO Criminal Alien Program,0999,Booked into Detention,A JAIL,AJAIL,Austin,TEXAS
      2025-01-08,2025-02-01 10:30:00,Located,HONDURAS,2005,287G Program,,Detainer Declined by LEA,B JAIL,BJAIL,AUSTIN,MINNESOTA
      2025-01-09,,,,,,,,,,,TEXAS
      2025-01-10,not yet,Other,GUATEMALA,1850,,5401,,A JAIL,AJAIL,Austin,TEXAS
      """)

  private func counts(_ key: GroupKey, _ filter: String = "") throws -> [String] {
    let selection = try Selection(
      Query(FilterParser.parse(filter)), in: #require(Self.data))
    return try selection.groups(by: [key]).ordered(by: .key(0), keys: [key]).map {
      "\(key.label(of: $0.keys[0])) \($0.issued ?? -1)/\($0.declined ?? -1)"
    }
  }

  @Test func eachKeyCountsItsValues() throws {
    #expect(
      try counts(.city) == ["AUSTIN, MN 1/1", "Austin, TX 3/1", "(not stated) 1/0"])
    #expect(try counts(.facilityCode) == ["AJAIL 3/1", "BJAIL 1/1", "(not stated) 1/0"])
    #expect(try counts(.crimeCode) == ["0999 1/0", "5401 2/1", "(not stated) 2/1"])
    #expect(
      try counts(.birthCountry) == [
        "GUATEMALA 1/0", "HONDURAS 1/1", "MEXICO 2/1", "(not stated) 1/0",
      ])
    #expect(try counts(.age) == ["20-29 1/1", "30-39 1/1", "40-49 1/0", "(not stated) 2/0"])
    #expect(
      try counts(.program) == [
        "287G Program 2/2", "ERO Criminal Alien Program 1/0", "(not stated) 2/0",
      ])
    #expect(
      try counts(.apprehensionMethod) == [
        "CAP Local Incarceration 2/1", "Located 1/1", "Other 1/0", "(not stated) 1/0",
      ])
  }

  @Test(arguments: [
    ("program:287g", 2), ("apprehension_method:located", 1), ("birth_country:mexico", 2),
    ("facility_code:ajail", 3), ("crime_code:=0999", 1), ("age:30..49", 2), ("age:<21", 1),
    ("age:none", 2), ("-age:none", 3), ("apprehended:2025-01", 2), ("apprehended:>2025-01-06", 1),
    ("apprehended:none", 2), ("city:austin", 4), ("-city:austin", 1), ("day:2025-01-07", 1),
  ])
  func eachFieldChoosesItsRows(filter: String, rows: Int) throws {
    let selection = try Selection(
      Query(FilterParser.parse(filter)), in: #require(Self.data))
    #expect(selection.detainers().count == rows)
  }

  /// Enter on a row of a count leads to the rows that were counted.
  @Test(arguments: GroupKey.countable)
  func theTermsOfAValueChooseItsRows(key: GroupKey) throws {
    let data = try #require(Self.data)
    for group in try Selection(Query(), in: data).groups(by: [key]) {
      let terms = try #require(key.terms(for: group.keys[0]))
      let chosen = try Selection(Query(Filter(terms: terms)), in: data)
      #expect(
        chosen.detainers().count == group.listed, "\(key) \(key.label(of: group.keys[0]))")
    }
  }

  @Test func theDateOfApprehensionIsADateInEveryForm() throws {
    let table = try #require(Self.data).table
    #expect(
      (0..<5).map { table.text(.apprehended, $0) } == [
        "2025-01-05", "2025-01-06", "2025-02-01", "", "not yet",
      ])
  }
}
