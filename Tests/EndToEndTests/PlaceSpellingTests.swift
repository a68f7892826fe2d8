import TestSupport
import Testing

/// Names of places are understood alike by the reader, the filter, the options and the search.
@Suite struct PlaceSpellingTests {
  /// Places as files spell them; the third is in two counties of that name elsewhere.
  private static let rows = """
    Detainer Prepare Date,County,State,Facility,City,Detainer Lift Reason
    2016-05-05,St Louis County,MO,A JAIL,,Detainer Declined by LEA
    2016-05-06,PRINCE GEORGES,MD,B JAIL,,Detainer Declined by LEA
    2016-05-06,LASALLE,TX,C JAIL,,Detainer Declined by LEA
    2016-05-06,"Travis County, TX",,D JAIL,,Detainer Declined by LEA

    """

  @Test(arguments: [
    ("st louis", "29189"), ("saint louis, mo", "29189"), ("ST. LOUIS COUNTY", "29189"),
    ("prince georges", "24033"), ("Prince George’s County, Maryland", "24033"),
    ("lasalle, tx", "48283"), ("LA SALLE", "48283"), ("la-salle tx", "48283"),
    ("Travis County, TX", "48453"), ("TX Travis County", "48453"), ("48453", "48453"),
  ])
  func everyWayToAskFindsIt(name: String, fips: String) async throws {
    try await withTemporaryDirectory { directory in
      let data = "\(directory)/release.csv"
      try put(Self.rows.utf8, at: data)
      let place = try await ddor("place", name, data)
      #expect(place.code == 0 && place.output.contains(",\(fips),released,"), "\(place.errors)")
      for filter in [["--county", name], ["--filter", "county:\"\(name)\""]] {
        let run = try await ddor(["list", "jurisdictions"] + filter + [data])
        #expect(run.code == 0 && run.lines.count == 2, "\(filter): \(run.output)\(run.errors)")
        #expect(run.output.contains(",\(fips),1,1,1,1,"), "\(filter): \(run.output)")
      }
    }
  }

  @Test func aListOfCountiesIsStillAList() async throws {
    try await withTemporaryDirectory { directory in
      let data = "\(directory)/release.csv"
      try put(Self.rows.utf8, at: data)
      for list in ["st louis,travis", "St Louis County, MO,Travis County, Texas", "29189,48453"] {
        let run = try await ddor("list", "jurisdictions", "--county", list, data)
        #expect(run.lines.count == 3, "\(list): \(run.output)\(run.errors)")
      }
    }
  }

  @Test(arguments: [
    ("traviss", "“traviss”: no place of this name is known; did you mean “Travis”?"),
    ("travis, ca", "“travis, ca”: no place of this name is known in California"),
    ("00001", "“00001”: no known county has this FIPS code."),
    ("travis, zz", "“zz”: no state has this code or name"),
  ])
  func aPlaceThatNothingKnowsIsAnError(name: String, sentence: String) async throws {
    for arguments in [
      ["place", name], ["list", "weeks", "--filter", "county:\"\(name)\""],
      ["list", "policies", "--filter", "county:\"\(name)\""],
    ] {
      let run = try await ddor(arguments)
      #expect(run.code == 2 && run.output == "", "\(arguments)")
      #expect(run.errors.contains(sentence), "\(arguments): \(run.errors)")
    }
    let run = try await ddor("list", "weeks", "--county", name)
    #expect(run.code == 2 && run.output == "" && run.errors.hasPrefix("ddor: --county, “"))
  }

  @Test func aPartOfANameStillFindsIt() async throws {
    let run = try await ddor("list", "jurisdictions", "--week", "2017-01-28", "--county", "trav")
    #expect(run.code == 0 && run.lines.count == 2 && run.output.contains("Travis County"))
  }
}
