import DetainerModel
import TestSupport
import Testing

/// Places, values and people.
@Suite struct HealthValueTests {
  @Test func everyStepOfPlacingIsCountedAndWhatIsUnlocatedComesLast() {
    let city = Jurisdiction(state: "NY", county: "New York City", fips: "")
    let health = Health(
      of: data([
        TestFile(
          "t", isTally: true,
          [
            Line(count: 5, place: travis, placement: .file),
            Line(count: 4, place: travis, facility: "TRAVIS COUNTY JAIL", placement: .facilityName),
            Line(count: 3, place: travis, facility: "A", placement: .register),
            Line(count: 2, place: travis, facility: "B", placement: .city),
            Line(count: 1, place: city, placement: .file),
            Line(count: 7, place: texas, facility: "NOWHERE", city: "ODESA"),
            Line(count: 9, facility: "OTHER-OTHER FACILITY"), Line(count: 1, place: texas),
            Line(count: 2, place: texas, facility: "NOWHERE", city: "ODESA", aor: "SNA"),
          ])
      ]))
    let places = health.places
    #expect(places.steps.map(\.placement) == [.file, .facilityName, .register, .city, .none])
    #expect(places.steps.map(\.detainers) == [6, 4, 3, 2, 19])
    #expect(places.steps.map(\.rows) == [2, 1, 1, 1, 4])
    #expect(places.located == 15 && places.withState == 25 && places.detainers == 34)
    #expect(places.unplaced.map(\.detainers) == [9, 9, 1])
    #expect(places.unplaced.map(\.rows) == [2, 1, 1])
    #expect(
      health.said(.unplacedFacility) == [
        "t.csv:7: NOWHERE, ODESA, TX is in no county: 9 detainers.",
        "t.csv:8: OTHER-OTHER FACILITY, no city or state named is in no county: 9 detainers.",
        "t.csv:9: (no facility named), TX is in no county: 1 detainer.",
      ])
  }

  static let fields: [(field: DetainerField, known: [String], code: FindingCode)] = [
    (.liftReason, ["detainer declined by LEA", "Died", ""], .unknownLiftReason),
    (.type, ["I247A - Immigration Detainer", "i247 - x", "I247G"], .unknownType),
    (.criminality, ["1 Convicted Criminal", "3 other immigration violator"], .unknownCriminality),
    (.threat, ["1", "2", "3"], .unknownThreat), (.gender, ["Male", "FEMALE"], .unknownGender),
  ]

  @Test(arguments: fields)
  func aValueThatNoTableKnowsIsCountedWithItsFirstRow(
    field: DetainerField, known: [String], code: FindingCode
  ) {
    let values = known + ["News", "Fog", "News", "news"]
    let lines = values.map { Line(week: "2015-01-03", count: 2, texts: [field: $0]) }
    let health = Health(of: data([TestFile("t", isTally: true, lines)]))
    let row = known.count + 2
    #expect(health.unknownValues.map(\.value) == ["News", "Fog", "news"])
    #expect(health.unknownValues.map(\.detainers) == [4, 2, 2])
    #expect(
      health.said(code) == [
        "t.csv:\(row): “News” is not known: 4 detainers, first in this row.",
        "t.csv:\(row + 1): “Fog” is not known: 2 detainers, first in this row.",
        "t.csv:\(row + 3): “news” is not known: 2 detainers, first in this row.",
      ])
    #expect(health.findings.first { $0.code == code }?.column == field.rawValue)
  }

  @Test func statesAndAORsThatAreNotKnownAreCountedOverAllTheirSites() {
    let mars = Jurisdiction(state: "MARS", county: "", fips: "")
    var dataset = data([
      TestFile(
        "a",
        [
          Line(place: travis, aor: "SNA"), Line(place: mars, facility: "B", aor: "Lunar"),
          Line(place: mars, facility: "A", aor: "Lunar"), Line(place: mars, facility: "B"),
        ])
    ])
    dataset.diagnostics = [
      Diagnostic(.unknownState, file: "a.csv", row: 3, "said by the reader")
    ]
    let health = Health(of: dataset)
    #expect(
      health.said(.unknownState) == [
        "a.csv:3: “MARS” is not known: 3 detainers, first in this row."
      ])
    #expect(
      health.said(.unknownAOR) == ["a.csv:3: “Lunar” is not known: 2 detainers, first in this row."]
    )
  }

  @Test func markedDuplicatesAndMissingPersonsAreCounted() {
    let lines = [
      Line(issued: "2015-01-03", isDuplicate: true, texts: [.person: "a"]),
      Line(issued: "2015-01-03", isDuplicate: true, texts: [.person: "b"]),
      Line(issued: "2015-01-03", texts: [:]),
    ]
    let health = Health(of: data([TestFile("a", lines), TestFile("b", [Line()])]))
    #expect(
      health.said(.likelyDuplicates) == [
        "a.csv: 2 rows of 3 are likely duplicates by the marks of the release."
      ])
    #expect(health.said(.noPersonID) == ["a.csv: 1 of 3 detainers come without a person id."])
  }

  @Test func rowsThatAreAlikeInEveryColumnAreCountedEveryOneOfThem() {
    let fog = Line(issued: "2015-01-03", place: travis, texts: [.crime: "DUI"])
    var other = fog
    other.texts[.note] = "x"
    var elsewhere = fog
    elsewhere.lifted = "2015-01-05"
    let lines = [fog, other, fog, elsewhere, fog, elsewhere]
    let health = Health(of: data([TestFile("a", lines), TestFile("b", [fog])]))
    #expect(
      health.said(.equalRows) == [
        "a.csv: 5 of 6 rows equal another row in every column that is read; they are different "
          + "people and all count."
      ])
    let counts = [3, 3, 4].map { Line(week: "2015-01-03", count: $0) }
    #expect(
      Health(of: data([TestFile("t", isTally: true, counts)])).said(.equalRows) == [
        "t.csv: 2 of 3 rows equal another row in every column that is read; check whether a count "
          + "is there twice."
      ])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func emptySharesWeeksAndEqualRowsAreThoseOfANaiveCount(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 77)
    let rows = OracleTests.rows(&random)
    let health = Health(of: OracleTests.dataset(rows))
    for file in health.files {
      let own = rows.filter { $0.source == file.source.name }
      #expect(file.rows == own.count)
      #expect(file.detainers == own.reduce(0) { $0 + $1.count })
      let tests: [(DetainerField, (OracleTests.Plain) -> Bool)] = [
        (.issued, { !$0.issued.isKnown }), (.week, { !$0.period.isKnown }),
        (.crime, { $0.crime.isEmpty }), (.citizenship, { $0.citizenship.isEmpty }),
        (.liftReason, { $0.liftReason.isEmpty }), (.gender, { $0.gender.isEmpty }),
        (.facility, { $0.facility.isEmpty }), (.city, { $0.city.isEmpty }),
        (.state, { $0.place.state.isEmpty }), (.county, { $0.place.county.isEmpty }),
        (.countyFIPS, { $0.place.fips.isEmpty }), (.aor, { $0.aor.isEmpty }),
        (.person, { _ in true }),
      ]
      for (field, isEmpty) in tests {
        let column = try #require(file.columns.first { $0.field == field })
        #expect(column.empty == own.filter(isEmpty).reduce(0) { $0 + $1.count }, "\(field)")
        #expect(column.total == file.detainers)
      }
      let alike = Dictionary(grouping: own) { "\($0)" }.values.map(\.count).filter { $0 > 1 }
      let equal = health.findings.first { $0.code == .equalRows && $0.file == file.source.file }
      #expect(
        equal?.message.hasPrefix("\(alike.reduce(0, +)) of ") ?? alike.isEmpty,
        "\(file.source.name)")
      let weeks = Set(own.map(\.period).filter(\.isKnown)).sorted()
      #expect(file.weeks == weeks.count)
      // Weeks of a tally whose lines all count 0 detainers have rows, which say so.
      let source = health.sources.first { $0.source == file.source.name }
      #expect(source?.weeks.map(\.period) ?? [] == weeks)
      var missing: [Period] = []
      if var week = weeks.first, let last = weeks.last {
        while week < last {
          if !weeks.contains(week) { missing.append(week) }
          week = week.adding(1)
        }
      }
      let found = (source?.gaps ?? []).flatMap { gap in (0..<gap.count).map { gap.first.adding($0) }
      }
      #expect(found == missing)
    }
  }
}
