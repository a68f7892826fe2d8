import DetainerModel
import Foundation
import TestSupport
import Testing

@testable import DetainerFormats

/// A directory gives what the release gives, whatever the release looks like.
@Suite struct ReleaseImportTests {
  private static let type = "I247 - Immigration Detainer - Notice of Action (as of March 2013)"

  static let releases: [(name: String, text: String)] = [
    (
      "n6.csv",
      """
      Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Detainer Lift Reason
      2014-09-30,\(type),TRAVIS COUNTY JAIL,TEXAS,AUSTIN,Detainer Declined by LEA
      2014-10-01,\(type),OTHER-OTHER FACILITY,,,
      2014-10-01,\(type),OTHER-OTHER FACILITY,,,
      2014-10-02,,"NO SUCH  PLACE, THE ""OLD"" ONE",TEXAS,AUSTIN,"No longer in State, Local, or Federal Custody"
      2014-10-03,I247D - Immigration Detainer - Request for Action,NOWHERE,MARS,X,A reason that is new
      06/14/0002,,TRAVIS COUNTY JAIL,TEXAS,AUSTIN,Died
      NA,NA,N/A,,,

      """
    ),
    (
      "person.tsv",
      """
      Detainers
      (b)(6)

      Detainer Prepare Date\tFacility State\tFacility AOR\tDetention Facility\tDetention Facility Code\tFacility City\tDetainer Prep Threat Level\tGender\tCitizenship Country\tBirth Year\tMSC Charge\tMSC Charge Code\tUnique Identifier\tduplicate_likely\tDetainer Lift Reason
      2024-10-01 10:00:00\tMINNESOTA\tSt. Paul Area of Responsibility\tMINN.C.F.,ST.CLOUD\tMNCFSTC\tST. CLOUD\t1.0\tMale\tMEXICO\t1979\tHomicide\t0999\tabc\tTRUE\tDetainer Declined by LEA
      2024-10-02\tTEXAS\tHQ Area of Responsibility\tTRAVIS COUNTY JAIL\t\tAUSTIN\t\tFemale\tCHINA, PEOPLES REPUBLIC OF\t\t\t\t\tFALSE\t
      2024-10-02\tTEXAS\t\tTRAVIS COUNTY JAIL\t\tAUSTIN\t\tFemale\tBOSNIA-HERZEGOVINA\t3000\t\t\t\t\t

      """
    ),
    (
      "lifted.csv",
      """
      Detainer_Prepare_Date,Detainer_Lift_Date,Detainer_Lift_Reason,Detainer_AOR,Detainer_Detention_Facility,Facility_State
      2017-06-18,2017-07-20,Detainer Declined by LEA,San Antonio Area of Responsibility,X,TX
      2017-06-19,,,,,
      ,2017-07-20,Booked into Detention,,,CA

      """
    ),
    (
      "county.csv",
      """
      prepare_date,state_name,state,county_name,detainer_detention_facility,city,detainer_lift_reason
      12MAR08,Texas,TX,Bexar County,TRAVIS COUNTY JAIL,AUSTIN,Died
      13MAR08,Texas,TX,,TRAVIS COUNTY JAIL,AUSTIN,
      14MAR08,New Mexico,NM,Doña Ana,,,
      15MAR08,Texas,TX,No County at All,,,

      """
    ),
    (
      "tally.csv",
      """
      week,facility,city,state,lift_reason,count
      2014-09-27,TRAVIS COUNTY JAIL,AUSTIN,TX,Detainer Declined by LEA,12
      2014-10-04,,,CA,,3
      2014-10-04,,,,,1

      """
    ),
    (
      "named-week.csv",
      """
      issued,week,state,county,crime,basis
      2016-12-30,2017-01-28,TX,Travis,Assault,charge
      2017-01-31,2017-01-28,TX,Travis,Assault,charge
      2017-02-03,2017-01-28,TX,Travis,Assault,charge
      2017-02-01,,TX,Travis,Assault,charge
      ,2017-01-28,TX,Travis,Assault,charge

      """
    ),
    ("months.csv", "week,state,lift_reason\n2015-01-31,TX,Died\n"),
  ]

  @Test(arguments: releases.indices, [(false, false), (true, false), (true, true)])
  func theDirectoryGivesWhatTheReleaseGives(
    index: Int, options: (split: Bool, pack: Bool)
  ) throws {
    let (name, text) = Self.releases[index]
    let folder = try ImportFolder()
    let file = try folder.put(text, name)
    let summary = try #require(
      try folder.add(name) {
        $0.splitsByFiscalYear = options.split
        $0.packs = options.pack
      }.first)
    let release = try opened(file)
    let data = try opened(folder.data)
    #expect(summary.rows == release.table.rowCount && summary.result == .added)
    #expect(try Printed.weeks(data) == Printed.weeks(release))
    #expect(try Printed.jurisdictions(data) == Printed.jurisdictions(release))
    #expect(try Printed.detainers(data) == Printed.detainers(release))
    #expect(Printed.details(data) == Printed.details(release))
    #expect(Set(data.table.reports.map(\.source)) == [sourceName(ofFile: name)])
  }

  @Test func aReleaseBecomesCanonicalFilesAndOneResource() throws {
    let folder = try ImportFolder()
    try folder.put(Self.releases[0].text, "N6 of FY.csv")
    let summary = try #require(
      try folder.add("N6 of FY.csv") { $0.splitsByFiscalYear = true }.first)
    #expect(
      try folder.contents().keys.sorted() == [
        "datapackage.json", "detainers", "detainers/n6-of-fy-FY2014.csv",
        "detainers/n6-of-fy-FY2015.csv", "detainers/n6-of-fy-undated.csv",
      ])
    #expect(
      folder.text("data/detainers/n6-of-fy-FY2014.csv") == """
        issued,lift_reason,facility,city,state,county,county_fips,aor,type
        2014-09-30,Detainer Declined by LEA,TRAVIS COUNTY JAIL,AUSTIN,TX,Travis County,48453,SNA,\
        \(Self.type)

        """)
    #expect(
      folder.text("data/detainers/n6-of-fy-undated.csv") == """
        issued,lift_reason,facility,city,state,county,county_fips,aor,type
        ,Died,TRAVIS COUNTY JAIL,AUSTIN,TX,Travis County,48453,SNA,

        """)
    let package = try #require(folder.package?.resources?.first)
    #expect(package.name == "n6-of-fy" && package.added == ["county", "county_fips", "aor"])
    #expect(package.releases.map(\.name) == ["N6 of FY.csv"])
    #expect(package.releases.first?.rows == 6, "a row that says nothing is no record")
    #expect(summary.placed == [.init(placement: .city, detainers: 3)])
    #expect(summary.undated == 1 && summary.unlocated == (inState: 1, withoutState: 2))
    #expect(
      summary.findings.map(\.first.code) == [.unreadableDate, .unknownState, .undatedRow])
    #expect(summary.findings.map(\.count) == [1, 1, 1])
  }

  @Test func severalFilesUnderOneNameAreOneSource() throws {
    let folder = try ImportFolder()
    try folder.put("issued,state\n2014-10-01,TX\n", "FY15.csv")
    try folder.put("issued,state\n2015-10-01,TX\n2015-10-02,CA\n", "FY16.csv")
    let summaries = try folder.add("FY15.csv", "FY16.csv", name: "foia")
    #expect(summaries.map(\.rows) == [3])
    let resource = try #require(folder.package?.resources?.first)
    #expect(resource.releases.map(\.rows) == [1, 2])
    #expect(try opened(folder.data).table.reports.map(\.source) == ["foia", "foia"])
  }

  @Test func theSameBytesAgainChangeNothing() throws {
    let folder = try ImportFolder()
    try folder.put("issued,state\n2014-10-01,TX\n", "a.csv")
    try folder.put("issued,state\n2014-10-01,TX\n", "b.csv")
    try folder.add("a.csv")
    let before = try folder.contents()
    for again in [
      try folder.add("a.csv"), try folder.add("b.csv"), try folder.add("a.csv", name: "other"),
    ] {
      #expect(again.map(\.result) == [.alreadyThere] && again.map(\.place) == ["a"])
    }
    #expect(try folder.contents() == before)
  }

  @Test func forceReplacesTheResourceAndItsFiles() throws {
    let folder = try ImportFolder()
    try folder.put("{\"title\": \"mine\", \"resources\": []}", "data/datapackage.json")
    try folder.put("issued,state\n2014-10-01,TX\n", "x/a.csv")
    try folder.add("x/a.csv")
    try folder.put("issued,state\n2014-09-30,TX\n2014-10-01,TX\n", "y/a.csv")
    #expect(
      try folder.refusal { try folder.add("y/a.csv") } == [
        "“a” is in data already, with different content; choose another --name, or replace it "
          + "with --force."
      ])
    let summary = try folder.add("y/a.csv") {
      $0.replaces = true
      $0.splitsByFiscalYear = true
      $0.packs = true
    }
    #expect(summary.map(\.result) == [.replaced])
    #expect(
      try folder.contents().keys.sorted() == [
        "datapackage.json", "detainers", "detainers/a-FY2014.csv.gz", "detainers/a-FY2015.csv.gz",
      ])
    #expect(
      folder.text("data/datapackage.json").hasPrefix("{\"title\": \"mine\", \"resources\": ["))
    #expect(try opened(folder.data).table.rowCount == 2)
    // The same bytes in another form.
    try folder.add("y/a.csv") { $0.replaces = true }
    #expect(
      try folder.contents().keys.sorted() == ["datapackage.json", "detainers", "detainers/a.csv"])
    // A file that was lost is written again without being asked twice.
    try FileManager.default.removeItem(atPath: folder.data + "/detainers/a.csv")
    #expect(try folder.add("y/a.csv").map(\.result) == [.replaced])
    #expect(try opened(folder.data).table.rowCount == 2)
  }

  @Test func whatCannotBeMeantIsRefusedAndNothingChanges() throws {
    let folder = try ImportFolder()
    try folder.put(
      "{\"resources\": [{\"name\": \"mine\", \"path\": \"detainers/mine.csv\"}]}",
      "data/datapackage.json")
    try folder.put("issued,state\n2014-10-01,TX\n", "data/detainers/mine.csv")
    try folder.put("issued,state\n2014-10-02,TX\n", "data/loose.csv")
    try folder.put(
      "week,source,kind,declined\n2017-01-28,report,published,3\n", "data/reports.csv")
    for (name, text) in [
      ("mine.csv", "issued,state\n2014-10-03,TX\n"), ("x/mine.csv", "issued,state\n2014-1-4,TX\n"),
      ("loose.csv", "issued,state\n2014-10-05,TX\n"), ("same.csv", "issued,state\n2014-10-02,TX\n"),
      ("report.csv", "issued,state\n2014-10-06,TX\n"), ("words.csv", "a,b\n1,2\n"),
      ("tally.csv", "week,count\n2014-10-04,2\n"), ("copy.csv", "issued,state\n2014-10-03,TX\n"),
    ] { try folder.put(text, name) }
    let before = try folder.contents()
    func refused(_ files: String..., name: String? = nil) throws -> String {
      try folder.refusal {
        var task = ReleaseImport(
          files: files.map { folder.path + "/" + $0 }, directory: folder.data, name: name)
        task.replaces = true
        _ = try task.run()
      }.joined(separator: " ")
    }
    #expect(
      try refused("data") == "data is a directory; name the release files in it, for example "
        + "data/*.csv.")
    #expect(
      try refused("data/loose.csv") == "data/loose.csv lies in data already, where ddor reads it "
        + "as it is; import a file from elsewhere.")
    #expect(try refused("gone.csv") == "gone.csv does not exist; check the path.")
    #expect(
      try refused("mine.csv") == "“mine” is a resource of data/datapackage.json that no import "
        + "made; choose another with --name.")
    #expect(
      try refused("loose.csv") == "“loose” is the name of data/loose.csv already; choose another "
        + "with --name.")
    #expect(
      try refused("same.csv")
        == "same.csv has the same content as data/loose.csv, which ddor reads "
        + "as it is; move one of them away.")
    #expect(
      try refused("report.csv") == "“report” is the source of a published report; choose another "
        + "--name, or add rows to the report with --published.")
    #expect(
      try refused("mine.csv", name: "A b") == "--name, “A b”: a name has only small letters, "
        + "digits, points, hyphens and underscores; try “a-b”.")
    #expect(
      try refused("mine.csv", "x/mine.csv").hasPrefix(
        "More than one of the files would be named “mine”;"))
    #expect(
      try refused("mine.csv", "tally.csv", name: "both").hasSuffix("import them under two names."))
    #expect(
      try refused("mine.csv", "copy.csv", name: "both")
        == "mine.csv and copy.csv have the same content; name only one of them.")
    #expect(try refused("words.csv").contains("no row of it is a header with a known date column"))
    #expect(try refused("tally.csv", "words.csv", name: "new").hasSuffix("Nothing was imported."))
    #expect(try folder.contents() == before, "all or nothing")
  }
}

extension ImportFolder {
  /// The package as readers see it.
  var package: DataPackage? {
    Data(text("data/datapackage.json").utf8).withUnsafeBytes { DataPackage.read($0).package }
  }
}
