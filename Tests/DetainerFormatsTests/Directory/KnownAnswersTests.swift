import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// What is known of places and states in the three published reports, worked out by hand from the
/// tables of the sample data.
@Suite struct KnownAnswersOfReportsTests {
  static let weeks = ["2017-01-28", "2017-02-04", "2017-02-11"]

  /// `6`, `2+(21)`, `0–2` as intervals.
  static func known(_ text: String) throws -> Known {
    if let number = Int(text) { return Known(number) }
    let parts = text.split { "+()–".contains($0) }.compactMap { Int($0) }
    try #require(parts.count == 2)
    return Known(least: parts[0], most: parts[1])
  }

  static func select(_ filter: String, isAsCorrected: Bool = false) throws -> Selection {
    let terms = "source:/^ddor-/ " + filter
    return try Selection(
      Query(FilterParser.parse(terms), isAsCorrected: isAsCorrected), in: sample)
  }

  /// What is known of one value of a key in one week, named or not.
  static func known(
    _ key: GroupKey, _ value: KeyValue, _ week: String, isAsCorrected: Bool = false
  ) throws -> Known {
    let selection = try select("week:\(week)", isAsCorrected: isAsCorrected)
    return try selection.groups(by: [key]).first { $0.keys == [value] }?.known
      ?? selection.declinedOfMissing(by: [key])([value])
  }

  static func county(_ name: String) throws -> Jurisdiction {
    let parts = name.split(separator: " ")
    let state = String(try #require(parts.last))
    let county = parts.dropLast().joined(separator: " ")
    if county == "New York City" { return Jurisdiction(state: state, county: county, fips: "") }
    return try #require(
      sample.places.county(named: county, state: state)?.jurisdiction)
  }

  static let places = [
    "Travis TX": ["142", "0–2", "10"], "Williamson TX": ["4", "0–2", "0"],
    "Boulder CO": ["6", "0–4", "0–14"], "Los Angeles CA": ["5", "0–8", "0–11"],
    "San Francisco CA": ["0", "0–8", "0–11"], "Hennepin MN": ["2", "0–1", "0–14"],
    "King WA": ["2+(21)", "0–5", "0–14"], "Richmond NC": ["1+(20)", "0", "0–14"],
    "Philadelphia PA": ["2", "0", "0–14"], "New York City NY": ["4", "0–12", "0–14"],
    "Queens NY": ["0–23", "2+(12)", "0–14"], "Nassau NY": ["0–23", "0–10", "0–14"],
    "Clark NV": ["0–19", "0", "0–14"], "Franklin PA": ["0", "0", "0–14"],
    "Lea NM": ["0–19", "0–4", "1+(12)"], "Franklin NY": ["0–23", "0–10", "0–14"],
    "Franklin IA": ["0–19", "0", "0–14"], "Harris TX": ["0", "0–2", "0"],
    "District of Columbia DC": ["0–19", "3", "0–14"], "Guam GU": ["0–19", "0", "0–14"],
  ]

  @Test(arguments: places)
  func placesByWeek(name: String, answers: [String]) throws {
    let place = try Self.county(name)
    for (week, answer) in zip(Self.weeks, answers) {
      #expect(
        try Self.known(.jurisdiction, .jurisdiction(place), week) == Self.known(answer),
        "\(name), \(week)")
      #expect(
        try Self.known(.county, .jurisdiction(place), week) == Self.known(answer),
        "\(name), \(week)")
    }
  }

  @Test(arguments: [
    ("count:>=3", ["PA", "TX", "WA"]), ("count:..3", ["PA"]), ("-count:>=3", []),
    ("-count:..3", ["TX"]), ("count:none", ["NC", "WA"]), ("-count:none", ["PA", "TX"]),
    ("count:0", []), ("count:3,149", ["PA", "TX"]),
  ])
  func whatMayBeMoreIsNoCountThatIsKnown(term: String, states: [String]) throws {
    let selection = try Self.select("week:2017-01-28 outcome:declined state:tx,wa,nc,pa " + term)
    let named = try selection.groups(by: [.state]).filter { !$0.keys[0].isRemainder }
    #expect(named.map { $0.keys[0].name }.sorted() == states)
  }

  static let states = [
    "TX": ["149", "2", "10"], "CA": ["11", "8", "11"], "NY": ["4+(23)", "12", "14"],
    "NM": ["0–19", "4", "12"], "WA": ["3+(22)", "5", "0–14"], "NC": ["1+(20)", "0", "0–14"],
    "PA": ["3", "0", "0–14"], "IL": ["0–19", "0", "0–14"], "DC": ["0–19", "3", "0–14"],
  ]

  @Test(arguments: states)
  func statesByWeek(code: String, answers: [String]) throws {
    for (week, answer) in zip(Self.weeks, answers) {
      for isAsCorrected in [false, true] {
        #expect(
          try Self.known(.state, .text(code), week, isAsCorrected: isAsCorrected)
            == Self.known(answer), "\(code), \(week)")
      }
      let filter = try Self.select("week:\(week) state:\(code)")
      let found = filter.weeks().first?.group.known ?? .zero
      #expect(try found == Self.known(answer), "state:\(code), \(week)")
    }
  }

  @Test(
    arguments: [
      ("", ["206", "47", "65"]), ("-county:travis", ["45+(64)", "45+(47)", "41+(55)"]),
      ("state:wa,nc", ["4+(23)", "5", "0–14"]), ("county:travis", ["142", "0–2", "10"]),
      ("county:queens state:ny", ["0–23", "2+(12)", "0–14"]),
      ("county:=\"new york city\"", ["4", "0–12", "0–14"]),
    ])
  func sumsTakeEachRemainderOnce(filter: String, answers: [String]) throws {
    for isAsCorrected in [false, true] {
      let rows = try Self.select(filter, isAsCorrected: isAsCorrected).weeks()
      for (week, answer) in zip(Self.weeks, answers) {
        #expect(
          try rows.first { $0.report.period.name == week }?.group.known == Self.known(answer),
          "\(filter), \(week), \(isAsCorrected)")
      }
    }
  }

  @Test(
    arguments: [
      "Williamson TX": "0", "Bastrop TX": "0", "Travis TX": "142", "Harris TX": "0–7",
      "Philadelphia PA": "2+(3)", "Chester PA": "0", "Franklin PA": "0–1",
      "Richmond NC": "0–19", "Wake NC": "0–20", "Nassau NY": "0–23", "King WA": "2+(21)",
    ])
  func asCorrected(name: String, answer: String) throws {
    let place = try Self.county(name)
    #expect(
      try Self.known(.jurisdiction, .jurisdiction(place), Self.weeks[0], isAsCorrected: true)
        == Self.known(answer))
  }

  @Test func aPlaceIsWhatItsReportsAndRecordsSay() throws {
    let travis = try Self.county("Travis TX")
    let published = try Self.select("").groups(by: [.jurisdiction])
    #expect(
      published.first { $0.keys == [.jurisdiction(travis)] }?.known == Known(least: 152, most: 154))
  }

  @Test func rowsThatAreListedAreAtLeast() throws {
    let crimes = try Self.select("week:2017-01-28").groups(by: [.crime])
    let assault = try #require(crimes.first { $0.keys == [.text("Assault")] })
    #expect(assault.known.least > 0 && assault.known.most == nil)
    #expect(crimes.first { $0.keys[0].isRemainder }?.known == Known(206 - 43))
    let chosen = try Self.select("week:2017-01-28 crime:assault").weeks()
    #expect(chosen.first?.group.known == Known(least: assault.known.least, most: nil))
    let citizens = try Self.select("week:2017-02-04").groups(by: [.citizenship])
    #expect(citizens.first { $0.keys == [.text("Mexico")] }?.known == Known(27))
  }

  // MARK: Comparison

  static let changes = [
    "Travis TX": ["down", "up"], "Williamson TX": ["down", "unknown"],
    "Boulder CO": ["down", "unknown"], "Los Angeles CA": ["unknown", "unknown"],
    "San Francisco CA": ["unknown", "unknown"], "Hennepin MN": ["down", "unknown"],
    "King WA": ["unknown", "unknown"], "Richmond NC": ["gone", "unknown"],
    "Philadelphia PA": ["gone", "unknown"], "New York City NY": ["unknown", "unknown"],
    "Queens NY": ["unknown", "unknown"], "Nassau NY": ["unknown", "unknown"],
    "Clark NV": ["unknown", "unknown"], "Franklin PA": ["same", "unknown"],
    "Lea NM": ["unknown", "unknown"],
  ]

  @Test(arguments: changes)
  func placesFromWeekToWeek(name: String, answers: [String]) throws {
    let place = try Self.county(name)
    let intervals = try #require(Self.places[name])
    for (number, answer) in answers.enumerated() {
      let before = try Self.select("week:\(Self.weeks[number])")
      let after = try Self.select("week:\(Self.weeks[number + 1])")
      let row = try before.compared(with: after, by: [.jurisdiction])
        .first { $0.keys == [.jurisdiction(place)] }
      let change =
        try row?.change
        ?? Change(
          from: try Self.known(intervals[number]), to: try Self.known(intervals[number + 1]))
      #expect(change.rawValue == answer, "\(name), \(number + 1)")
      if let row {
        #expect(try row.before == Self.known(intervals[number]))
        #expect(try row.after == Self.known(intervals[number + 1]))
      }
    }
  }

  @Test(
    arguments: [
      "TX": ["down", "up"], "CA": ["down", "up"], "NY": ["unknown", "up"],
      "NM": ["unknown", "up"], "WA": ["unknown", "unknown"], "NC": ["gone", "unknown"],
      "PA": ["gone", "unknown"],
    ])
  func statesFromWeekToWeek(code: String, answers: [String]) throws {
    for (number, answer) in answers.enumerated() {
      let before = try Self.select("week:\(Self.weeks[number])")
      let after = try Self.select("week:\(Self.weeks[number + 1])")
      let rows = try before.compared(with: after, by: [.state])
      let row = rows.first { $0.keys == [.text(code)] }
      let intervals = try #require(Self.states[code])
      let change =
        try row?.change
        ?? Change(
          from: try Self.known(intervals[number]), to: try Self.known(intervals[number + 1]))
      #expect(change.rawValue == answer, "\(code), \(number + 1)")
    }
  }

  @Test func totalsAreThoseOfTheReports() throws {
    let totals = try Self.weeks.map { try Self.select("week:\($0)").declinedTotal }
    #expect(totals == [Known(206), Known(47), Known(65)])
    #expect(Change(from: totals[0], to: totals[1]) == .down)
    #expect(Change(from: totals[1], to: totals[2]) == .up)
  }

  @Test func sectionOneIsAListOfRanks() throws {
    func row(_ name: String, _ first: Int, _ last: Int) throws -> ComparisonRow {
      let before = try Self.select("week:\(Self.weeks[first])")
      let after = try Self.select("week:\(Self.weeks[last]) outcome:declined")
      let place = try Self.county(name)
      return try #require(
        before.compared(with: after, by: [.jurisdiction], measure: .issued)
          .first { $0.keys == [.jurisdiction(place)] })
    }
    let clark = try row("Clark NV", 0, 1)
    #expect(clark.before == Known(51) && clark.after == .unknown)
    #expect(clark.gapBefore == nil && clark.gapAfter == .withoutCount)
    let cook = try row("Cook IL", 0, 1)
    #expect(cook.gapAfter == .notRanked && cook.change == .unknown && cook.difference == nil)
    let angeles = try row("Los Angeles CA", 1, 2)
    #expect(angeles.before == Known(162) && angeles.gapAfter == .notAtHand)
    #expect(angeles.change == .unknown)
  }
}

extension KnownAnswersOfReportsTests {
  /// Bare words that name no place are looked for in rows, and the rows of no report are all at hand.
  @Test(arguments: ["dui", "crime:dui", "zzzz", "travis dui"])
  func trendsOfRowsKnowNothingOfRowsThatNoOneLists(filter: String) throws {
    let points = try Self.select(filter).trend(by: .week)
    for point in points where Self.weeks.contains(point.label) {
      let known = try #require(point.group?.known)
      #expect(known.most == nil, "\(point.label) under “\(filter)”: \(known.text)")
    }
  }

  @Test func aWordThatNamesAPlaceKeepsWhatIsStatedInTrends() throws {
    let points = try Self.select("travis").trend(by: .week)
    #expect(
      points.filter { Self.weeks.contains($0.label) }.map { $0.group?.known.text }
        == ["142", "0–2", "10"])
  }
}
