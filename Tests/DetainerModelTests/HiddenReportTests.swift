import DetainerModel
import TestSupport
import Testing

/// Complete reports of which rows are hidden while their totals stay: whatever is said of them must
/// hold for the full report.
@Suite struct HiddenReportTests {
  /// A declined detainer of the full report.
  private struct Row {
    var place: Jurisdiction
    var crime: String
    var isListed: Bool
    /// Whether a row of a county lies in the city, or one of the city in the first county.
    var isShared: Bool
  }

  /// What a report would say if nothing were hidden, and what it states.
  private struct Full {
    var period: Period
    var rows: [Row] = []
    var total: Int?
    var states: [String: Int] = [:]
    var places: [Jurisdiction: Int] = [:]
  }

  private static let places = Places(
    states: ["TX", "CA", "NM", "DC"].map {
      .init(code: $0, name: $0, releaseName: $0, kind: "state")
    },
    counties: [
      county("TX", "Clark", "48001", "SNA"), county("TX", "Clarke", "48003", "ELP"),
      county("CA", "Clark", "06001", "LOS"), county("CA", "Orange", "06003", "LOS"),
      county("NM", "Lea", "35001", "ELP"), county("NM", "Luna", "35003", "ELP"),
      county("NM", "Taos", "35005", "ELP"), county("DC", "District", "11001", "WAS"),
    ],
    aors: ["SNA", "ELP", "LOS", "WAS"].map { .init(code: $0, office: $0) })

  private static func county(
    _ state: String, _ name: String, _ fips: String, _ aor: String
  ) -> Places.County {
    OracleTests.county(state, name, fips, aor)
  }

  private static let city = Jurisdiction(state: "CA", county: "Harbour City", fips: "")
  private static let all =
    places.counties.map(\.jurisdiction) + [
      city, Jurisdiction(state: "TX", county: "", fips: ""), .none,
    ]
  private static let weeks = ["2017-01-28", "2017-02-04"].compactMap { Period(naming: $0) }

  // MARK: Random reports

  private static func full(_ week: Period, _ random: inout SeededGenerator) -> Full {
    var full = Full(period: week)
    let (listed, named) = (random.below(5), 1 + random.below(all.count))
    full.rows = (0..<random.below(25)).map { _ in
      Row(
        place: all[random.below(named)], crime: random.pick(["", "DUI", "Assault"]),
        isListed: random.below(4) < listed, isShared: random.below(2) == 0)
    }
    if random.below(5) > 0 { full.total = full.rows.count }
    for state in ["TX", "CA", "NM", "DC"] where random.below(2) == 0 {
      full.states[state] = full.rows.count { $0.place.state == state }
    }
    for place in all where place.isNamed && random.below(4) == 0 {
      full.places[place] = full.rows.count { $0.place == place }
    }
    return full
  }

  private static func dataset(_ reports: [Full]) -> Dataset {
    var builder = TableBuilder(
      published: reports.map { full in
        var statement = Report.Statement()
        statement.declined = full.total
        return Report(
          period: full.period, source: full.period.name, kind: .published, statement: statement)
      })
    // A figure over several weeks names the city and enters no week's count.
    var figures = reports.map { full in
      Figure(
        period: full.period, source: full.period.name,
        measure: "declined", key: .jurisdiction(city), value: "", number: nil)
    }
    for full in reports {
      builder.begin(Source(name: full.period.name, file: full.period.name + ".csv"))
      for row in full.rows where row.isListed {
        var line = TableBuilder.Row()
        line.period = full.period
        line.site = builder.site(
          Site(
            facility: "", city: "", jurisdiction: builder.jurisdiction(row.place),
            aor: places.aor(of: row.place), placement: .file))
        if let column = DetainerField.crime.textIndex {
          line.texts[column] = builder.text(row.crime, column: column)
        }
        builder.append(line)
      }
      let stated =
        full.states.map { (Figure.Key.state($0.key), $0.value) }
        + full.places.map { (.jurisdiction($0.key), $0.value) }
      figures += stated.map { key, number in
        Figure(
          period: full.period, source: full.period.name, measure: "declined",
          key: key, value: "\(number)", number: number)
      }
    }
    return Dataset(places: places, table: builder.finished(), figures: figures)
  }

  // MARK: Questions

  private typealias Test = @Sendable (Jurisdiction) -> Bool

  private static let filters: [(text: String, test: Test)] = [
    ("", { _ in true }), ("outcome:declined", { _ in true }), ("state:tx", { $0.state == "TX" }),
    ("-state:tx", { $0.state != "TX" }), ("county:clark", { $0.county == "Clark County" }),
    ("-county:clark", { $0.county != "Clark County" }),
    ("county:clark,luna", { ["Clark County", "Luna County"].contains($0.county) }),
    ("state:ca -county:clark", { $0.state == "CA" && $0.county != "Clark County" }),
    ("state:dc,nm", { ["DC", "NM"].contains($0.state) }),
    ("aor:elp", { places.aor(of: $0) == "ELP" }), ("county:harbour", { $0 == city }),
    ("-county:harbour", { $0 != city }), ("state:none", { $0.state.isEmpty }),
  ]

  private static let keys: [(key: GroupKey, value: @Sendable (Row) -> KeyValue)] = [
    (.state, { .text($0.place.state) }), (.jurisdiction, { .jurisdiction($0.place) }),
    (.county, { $0.place.isUnlocated ? .text("") : .jurisdiction($0.place) }),
    (.aor, { .text(places.aor(of: $0.place)) }), (.crime, { .text($0.crime) }),
    (.outcome, { _ in .text("declined") }),
  ]

  /// The count of a value in the full report, and all that it can be where a city overlaps.
  private static func truths(
    _ value: KeyValue, of full: Full, _ chosen: [Row], _ key: (Row) -> KeyValue, _ test: Test
  ) -> [Int] {
    let count = chosen.count { key($0) == value }
    guard case .jurisdiction(let place) = value, test(place), full.places[place] == nil,
      place.state == "CA"
    else { return [count] }
    // What the report writes under the other name may lie in this place as well.
    let shared = full.rows.count {
      $0.isShared && $0.place.state == "CA" && ($0.place == city) != (place == city)
    }
    return [count, count + shared]
  }

  @Test(arguments: 0..<1200 as Range<UInt64>)
  func whatIsSaidHoldsForTheFullReport(seed: UInt64) throws {
    var random = SeededGenerator(seed &* 7919)
    let reports = Self.weeks.map { Self.full($0, &random) }
    let dataset = Self.dataset(reports)
    for _ in 0..<4 {
      let filter = random.pick(Self.filters)
      let key = random.pick(Self.keys)
      let values = Set(
        reports.flatMap(\.rows).map(key.value)
          + Self.all.map {
            key.value(Row(place: $0, crime: "", isListed: false, isShared: false))
          })
      let sides = try reports.map { full in
        try Selection(
          Query(FilterParser.parse("week:\(full.period.name) " + filter.text)), in: dataset)
      }
      func said(_ value: KeyValue, _ side: Int) throws -> Known {
        try sides[side].groups(by: [key.key]).first { $0.keys == [value] }?.known
          ?? sides[side].declinedOfMissing(by: [key.key])([value])
      }
      let chosen = reports.map { $0.rows.filter { filter.test($0.place) } }
      for (number, full) in reports.enumerated() {
        #expect(
          sides[number].declinedTotal.contains(chosen[number].count),
          "under “\(filter.text)” in \(full)")
        for value in values {
          if case .jurisdiction(let place) = value, !filter.test(place) { continue }
          let known = try said(value, number)
          for truth in Self.truths(value, of: full, chosen[number], key.value, filter.test) {
            #expect(
              known.contains(truth),
              "\(truth) of \(value.name) is not \(known) under “\(filter.text)” in \(full)")
          }
        }
      }
      let both = try Selection(Query(FilterParser.parse(filter.text)), in: dataset)
      #expect(both.declinedTotal.contains(chosen[0].count + chosen[1].count))
      for group in try both.groups(by: [key.key]) where !group.keys[0].isRemainder {
        let truth = chosen.joined().count { key.value($0) == group.keys[0] }
        #expect(group.known.contains(truth), "\(truth) of \(group) under “\(filter.text)”")
      }
      for row in try sides[0].compared(with: sides[1], by: [key.key]) where !row.isRemainder {
        let counts = (0..<2).map { side in chosen[side].count { key.value($0) == row.keys[0] } }
        #expect(row.before.contains(counts[0]) && row.after.contains(counts[1]))
        #expect((row.after - row.before).contains(counts[1] - counts[0]))
        if let difference = row.difference { #expect(difference == counts[1] - counts[0]) }
        let isRight =
          switch row.change {
          case .new: counts[0] == 0 && counts[1] > 0
          case .gone: counts[0] > 0 && counts[1] == 0
          case .up: counts[0] < counts[1]
          case .down: counts[0] > counts[1]
          case .same: counts[0] == counts[1]
          case .unknown, nil: true
          }
        #expect(isRight, "\(row) is \(counts)")
      }
    }
  }
}
