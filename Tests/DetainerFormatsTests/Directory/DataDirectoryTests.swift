import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// Opening data as another program does.
@Suite struct DataDirectoryTests {
  @Test func whatIsOpenedIsWhole() throws {
    let data = try DataDirectory.open(sampleDirectory)
    #expect(!data.isLoading && !data.isPartial)
    #expect(data.table.rowCount == 46 + 31_610 && data.table.reports.count == 47)
    let selection = try Selection(
      Query(FilterParser.parse("source:fy2015-tally")), in: data)
    let states = try selection.groups(by: [.state])
    #expect(states.reduce(0) { $0 + ($1.declined ?? 0) } == 5501)
  }

  @Test func nothingIsAnError() {
    #expect(throws: LoadError.self) { try DataDirectory.open("/nowhere") }
    #expect(throws: LoadError.self) { try DataDirectory.open([]) }
  }

  @Test func aDirectoryOfPoliciesAloneOpens() throws {
    let data = try opened([
      "policies.csv": """
      jurisdiction,state,level,county_fips,policy
      Boulder County,CO,county,08013,A policy
      """
    ])
    #expect(data.policies.count == 1 && data.table.reports.isEmpty)
    #expect(try Selection(Query(), in: data).weeks().isEmpty)
    #expect(throws: LoadError.self) {
      try opened(["policies.csv": "jurisdiction,state,level,county_fips,policy\n"])
    }
  }
}
