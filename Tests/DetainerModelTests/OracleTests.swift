import TestSupport
import Testing
import Text

@testable import DetainerModel

/// The engine against a naive one that looks at a row at a time, on random tables of built reports.
@Suite struct OracleTests {
  /// A record as plain values.
  struct Plain {
    var period = Period.none
    var date = Day.none
    var issued = Day.none
    var lifted = Day.none
    var source = ""
    var isTally = false
    var count = 1
    var place = Jurisdiction.none
    var facility = ""
    var city = ""
    var aor = ""
    var crime = ""
    var citizenship = ""
    var liftReason = ""
    var gender = ""
    var isDuplicate = false
    /// Whether its release has no lift reasons.
    var isSilent = false

    /// What became of it, where its release says so.
    var outcome: Outcome? { isSilent ? nil : Outcome(liftReason: liftReason) }

    /// The row under the week and day on which the detainer ended.
    var byEnd: Plain {
      guard let outcome, outcome != .pending else { return self }
      var row = self
      row.date = lifted
      row.period = Period(.week, containing: lifted)
      return row
    }
  }

  static let places = Places(
    states: [
      .init(code: "TX", name: "Texas", releaseName: "TEXAS", kind: "state"),
      .init(code: "CA", name: "California", releaseName: "CALIFORNIA", kind: "state"),
      .init(code: "NM", name: "New Mexico", releaseName: "NEW MEXICO", kind: "state"),
    ],
    counties: [
      county("TX", "Clark", "48001", "SNA"), county("TX", "Clarke", "48003", "SNA"),
      county("CA", "Clark", "06001", "LOS"), county("NM", "Doña Ana", "35013", "ELP"),
    ],
    aors: [
      .init(code: "SNA", office: "San Antonio"), .init(code: "LOS", office: "Los Angeles"),
      .init(code: "ELP", office: "El Paso"),
    ])

  static func county(_ state: String, _ name: String, _ fips: String, _ aor: String)
    -> Places.County
  {
    Places.County(
      jurisdiction: Jurisdiction(state: state, county: name + " County", fips: fips), name: name,
      kind: "County", aor: aor)
  }

  // MARK: Random data

  static func rows(_ random: inout SeededGenerator) -> [Plain] {
    let jurisdictions =
      places.counties.map(\.jurisdiction) + [
        .none, Jurisdiction(state: "TX", county: "", fips: ""),
        Jurisdiction(state: "CA", county: "Harbour City", fips: ""),
      ]
    return (0..<random.below(300)).map { index in
      var row = Plain()
      row.isTally = index % 3 == 0
      row.source = row.isTally ? "tally" : index % 3 == 1 ? "alpha" : "beta"
      row.issued = Day(packed: UInt16(42_000 + random.below(120)))
      if random.below(12) == 0 { row.issued = .none }
      if row.isTally {
        row.period = Period(.week, containing: Day(packed: UInt16(42_000 + random.below(120))))
        row.issued = .none
        row.count = random.below(5)
        row.date = row.period.end
      } else {
        row.period = Period(.week, containing: row.issued)
        row.date = row.issued
      }
      row.place = random.pick(jurisdictions)
      row.facility = random.pick(["", "CLARK COUNTY JAIL", "City Jail", "State Prison"])
      row.city = random.pick(["", "AUSTIN"])
      row.aor = random.pick(["", "SNA", places.aor(of: row.place)])
      row.crime = random.pick(["", "DUI", "Driving Under Influence Liquor", "Assault", "assault"])
      row.citizenship = random.pick(["", "MEXICO", "EL SALVADOR", "Côte d'Ivoire"])
      row.liftReason = random.pick([
        "", "", "Detainer Declined by LEA", "Booked into Detention", "Died", "Lifted", "News",
      ])
      row.gender = random.pick(["", "Male", "Female"])
      row.isDuplicate = random.below(9) == 0
      return row
    }
  }

  /// Gives the rows of one source lift dates; most tables miss few of them, some too many.
  static func addLiftDates(_ rows: inout [Plain], _ random: inout SeededGenerator) {
    let missing = random.pick([0, 40, 2])
    for index in rows.indices
    where rows[index].source == "alpha" && rows[index].outcome != .pending {
      if missing > 0, random.below(missing) == 0 { continue }
      rows[index].lifted = Day(packed: UInt16(42_000 + random.below(160)))
    }
  }

  /// Takes the lift reasons from the rows of one source.
  static func silence(_ rows: inout [Plain], of source: String) {
    for index in rows.indices where rows[index].source == source {
      rows[index].liftReason = ""
      rows[index].isSilent = true
    }
  }

  /// The rows as they count by their ends: of a source half of whose ends are dated, under the
  /// lift date, else under the issue date.
  static func byEnd(_ rows: [Plain]) -> [Plain] {
    let ends = rows.filter { $0.source == "alpha" && $0.outcome != .pending }
    let dated = ends.filter(\.lifted.isKnown).count
    guard dated > 0, dated >= ends.count - dated else { return rows }
    return rows.map { $0.source == "alpha" ? $0.byEnd : $0 }
  }

  static func dataset(_ rows: [Plain]) -> Dataset {
    var builder = TableBuilder()
    for name in ["tally", "alpha", "beta"] {
      builder.begin(Source(name: name, file: name + ".csv"))
      if name == "tally" { builder.markTally() }
      for (index, plain) in rows.enumerated() where plain.source == name {
        var row = TableBuilder.Row()
        row.line = index
        row.issued = plain.issued
        row.lifted = plain.lifted
        if plain.isTally { row.period = plain.period }
        row.count = plain.count
        row.isDuplicate = plain.isDuplicate
        row.hasLiftReason = !plain.isSilent
        row.site = builder.site(
          Site(
            facility: plain.facility, city: plain.city,
            jurisdiction: builder.jurisdiction(plain.place), aor: plain.aor, placement: .file))
        for (field, text) in [
          (DetainerField.crime, plain.crime), (.citizenship, plain.citizenship),
          (.liftReason, plain.liftReason), (.gender, plain.gender),
        ] {
          if let column = field.textIndex { row.texts[column] = builder.text(text, column: column) }
        }
        builder.append(row)
      }
    }
    return Dataset(places: places, table: builder.finished())
  }

  // MARK: Random filters, each with its meaning in plain words

  /// Whether a row passes; nil where it is not known.
  typealias Test = @Sendable (Plain) -> Bool?

  static func lower(_ text: String) -> String { folded(text) }

  static let terms: [(text: String, isOutcome: Bool, test: Test)] = [
    ("state:tx", false, { $0.place.state == "TX" }),
    ("state:texas,ca", false, { ["TX", "CA"].contains($0.place.state) }),
    ("state:none", false, { $0.place.state.isEmpty }),
    ("county:clark", false, { $0.place.county == "Clark County" }),
    ("county:clar", false, { lower($0.place.county).contains("clar") }),
    ("county:dona", false, { lower($0.place.county).contains("dona") }),
    ("county:06001", false, { $0.place.fips == "06001" }),
    ("county:none", false, { $0.place.county.isEmpty }),
    ("aor:sna", false, { $0.aor == "SNA" }),
    ("aor:\"los angeles\",elp", false, { ["LOS", "ELP"].contains($0.aor) }),
    ("facility:jail", false, { lower($0.facility).contains("jail") }),
    ("facility:=\"city jail\"", false, { lower($0.facility) == "city jail" }),
    ("facility:none", false, { $0.facility.isEmpty }),
    ("city:/^aus/", false, { lower($0.city).hasPrefix("aus") }),
    (
      "crime:dui", false,
      { lower($0.crime).contains("dui") || lower($0.crime).contains("driving under influence") }
    ),
    ("crime:=Assault", false, { lower($0.crime) == "assault" }),
    ("citizenship:cote", false, { lower($0.citizenship).contains("cote") }),
    ("citizenship:none,mexico", false, { $0.citizenship.isEmpty || $0.citizenship == "MEXICO" }),
    ("gender:male", false, { $0.gender == "Male" }),
    ("source:alpha", false, { $0.source == "alpha" }),
    ("clark", false, { bare($0, "clark") }),
    ("\"el salvador\"", false, { bare($0, "el salvador") }),
    ("Assault", false, { $0.crime.contains("Assault") }),
    ("week:2015-01-14", false, { $0.period == Period(naming: "2015-01-14") }),
    (
      "week:2015-01-03..2015-01-31", false,
      { $0.period.isKnown && $0.period.name >= "2015-01-03" && $0.period.name <= "2015-01-31" }
    ),
    ("month:2015-01", false, { $0.date.iso.hasPrefix("2015-01") }),
    ("month:none", false, { !$0.date.isKnown }),
    ("issued:2015-01", false, { issued($0, from: "2015-01-01", to: "2015-01-31") }),
    ("issued:>=2015-02-01", false, { issued($0, from: "2015-02-01", to: "9") }),
    ("outcome:declined", true, { $0.outcome.map { $0 == .declined } }),
    ("outcome:booked,pending", true, { $0.outcome.map { [.booked, .pending].contains($0) } }),
    ("outcome:none", true, { $0.outcome == nil }),
    ("lift_reason:died", true, { $0.isSilent ? nil : $0.liftReason == "Died" }),
    ("lift_reason:none", true, { $0.liftReason.isEmpty }),
  ]

  static func bare(_ row: Plain, _ word: String) -> Bool {
    let state = places.state(row.place.state)?.name ?? ""
    return [
      row.place.county, row.place.state, state, row.facility, row.city, row.crime,
      row.citizenship, row.liftReason,
    ].contains { lower($0).contains(word) }
  }

  static func issued(_ row: Plain, from start: String, to end: String) -> Bool {
    if row.isTally { return row.period.start.iso >= start && row.period.end.iso <= end }
    return row.issued.isKnown && row.issued.iso >= start && row.issued.iso <= end
  }

  static let keys: [(GroupKey, @Sendable (Plain) -> String)] = [
    (.state, { $0.place.state }), (.aor, { $0.aor }), (.crime, { $0.crime }),
    (.citizenship, { $0.citizenship }), (.outcome, { $0.outcome?.name ?? "" }),
    (.liftReason, { $0.liftReason }), (.gender, { $0.gender }), (.source, { $0.source }),
    (.week, { $0.period.name }), (.month, { String($0.date.iso.prefix(7)) }),
    (.year, { String($0.date.iso.prefix(4)) }),
    (.county, { $0.place.county.isEmpty ? "" : "\($0.place.county), \($0.place.state)" }),
  ]

  // MARK: The comparison

  @Test(arguments: 0..<60 as Range<UInt64>)
  func sameCounts(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var rows = Self.rows(&random)
    if seed % 2 == 1 { Self.addLiftDates(&rows, &random) }
    if seed % 3 == 0 { Self.silence(&rows, of: random.pick(["tally", "beta"])) }
    let ended = Self.byEnd(rows)
    let dataset = Self.dataset(rows)
    for _ in 0..<6 {
      let chosen = (0..<random.below(4)).map { _ in
        (term: random.pick(Self.terms), isNegated: random.below(4) == 0)
      }
      func passes(_ row: Plain, where isAsked: (Bool) -> Bool) -> Bool {
        chosen.allSatisfy { term, isNegated in
          // What is not known passes neither a term nor its opposite.
          !isAsked(term.isOutcome) || term.test(row).map { $0 != isNegated } ?? false
        }
      }
      let text = chosen.map { ($0.isNegated ? "-" : "") + $0.term.text }.joined(separator: " ")
      let drops = random.below(3) == 0
      let query = Query(try FilterParser.parse(text), dropsDuplicates: drops)
      let selection = try Selection(query, in: dataset)
      let isCounted: (Plain) -> Bool = { row in
        !(drops && row.isDuplicate) && passes(row) { !$0 }
      }
      let counted = ended.filter(isCounted)
      let shown = counted.filter { passes($0) { $0 } }
      #expect(
        selection.detainers().map { dataset.table.count($0) }.reduce(0, +)
          == shown.map(\.count).reduce(0, +), "\(text)")
      #expect(selection.detainers().count == shown.count, "\(text)")

      let first = random.pick(Self.keys)
      let second = random.pick(Self.keys)
      let keys = random.below(2) == 0 || first.0 == second.0 ? [first] : [first, second]
      var expected: [[String]: [Int]] = [:]
      for row in rows.filter(isCounted) {
        expected[keys.map { $0.1(row) }, default: Self.none][0] += row.count
      }
      for row in counted {
        let key = keys.map { $0.1(row) }
        var sums = expected[key] ?? Self.none
        sums[1] += [nil, .pending].contains(row.outcome) ? 0 : row.count
        sums[2] += row.outcome == .declined ? row.count : 0
        sums[4] += row.isSilent ? row.count : 0
        expected[key] = sums
      }
      for row in shown { expected[keys.map { $0.1(row) }]?[3] += row.count }
      let hasOutcome = chosen.contains { $0.term.isOutcome }
      expected = expected.filter {
        // A group may have what is asked for, where it is not known what it has.
        $0.value != Self.none && (!hasOutcome || $0.value[3] > 0 || $0.value[4] > 0)
      }
      // Where that is not known of one, nothing limits the sum.
      expected = expected.mapValues { $0.dropLast() + [$0[4] > 0 ? 1 : 0] }
      // A source without a text where one is looked for may have any number of it.
      let silent = Self.silentSources(of: rows, chosen.filter { !$0.isNegated }.map(\.term.text))
      let reports = ended + rows
      for (key, sums) in expected {
        let isOpen = reports.contains { row in
          silent.contains(row.source) && Self.choosesReport(of: row, chosen)
            && zip(keys, key).allSatisfy { !$0.0.isOfReport || $0.0 == .outcome || $0.1(row) == $1 }
        }
        if isOpen { expected[key] = [-1, sums[1], sums[2], sums[3], 1] }
      }
      var found: [[String]: [Int]] = [:]
      let answer = Result { try selection.groups(by: keys.map(\.0)) }
      // What the engine counts must be right where sources overlap, too, which it then refuses to
      // tell.
      let groups = selection.uncheckedGroups(by: keys.map(\.0))
      if keys.contains(where: { $0.0 == .source }) || selection.overlappingWeeks.isEmpty {
        #expect(try Set(answer.get()) == Set(groups))
      } else {
        #expect(throws: SourceOverlap.self) { try answer.get() }
      }
      for group in groups {
        let key = group.keys.map { $0.text(withState: true) }
        #expect(found[key] == nil, "each group comes once")
        found[key] = [
          group.issued ?? -1, group.knownResolved?.least ?? -1, group.known.least, group.listed,
          group.known.most == nil ? 1 : 0,
        ]
        #expect(group.known.isExact == group.knownResolved?.isExact)
        #expect(group.known.isExact || group.shareBase == nil)
      }
      #expect(found == expected, "\(text) by \(keys.map(\.0))")
    }
  }

  /// The terms that look for a text that a row may lack, and the text.
  static let textsOfTerms: [String: @Sendable (Plain) -> String] = [
    "crime:dui": { $0.crime }, "crime:=Assault": { $0.crime },
    "citizenship:cote": { $0.citizenship }, "gender:male": { $0.gender },
  ]

  /// The sources no row of which has a text that terms look for.
  static func silentSources(of rows: [Plain], _ terms: [String]) -> Set<String> {
    var silent: Set<String> = []
    for text in terms.compactMap({ textsOfTerms[$0] }) {
      silent.formUnion(
        Set(rows.map(\.source)).subtracting(rows.filter { !text($0).isEmpty }.map(\.source)))
    }
    return silent
  }

  /// Whether the terms on reports choose that of a row.
  static func choosesReport(
    of row: Plain, _ terms: [(term: (text: String, isOutcome: Bool, test: Test), isNegated: Bool)]
  ) -> Bool {
    terms.allSatisfy { term, isNegated in
      let isOfReport = ["source:", "week:"].contains { term.text.hasPrefix($0) }
      return !isOfReport || term.test(row) == !isNegated
    }
  }

  /// Issued, resolved, declined, listed, and those of which it is not known what became of them.
  private static let none = [0, 0, 0, 0, 0]

  @Test(arguments: 0..<20 as Range<UInt64>)
  func ordersKeepAllRowsAndTheirOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 1000)
    let rows = Self.rows(&random)
    let dataset = Self.dataset(rows)
    let selection = try Selection(Query(), in: dataset)
    let table = dataset.table
    for field in [DetainerField.crime, .citizenship, .county, .facility, .issued, .count] {
      for isReversed in [false, true] {
        let ordered = selection.detainers(by: .field(field), isReversed: isReversed)
        #expect(ordered.sorted() == Array(0..<rows.count))
        for (a, b) in zip(ordered, ordered.dropFirst()) {
          let (x, y) = (text(field, a, table), text(field, b, table))
          if x == y { #expect(a < b, "rows that are alike keep the order of the files") }
          if field != .count, x.isEmpty { #expect(y.isEmpty, "what is not known comes last") }
        }
      }
    }
  }

  private func text(_ field: DetainerField, _ row: Int, _ table: DetainerTable) -> String {
    switch table.value(field, row) {
    case .text(let text): text
    case .integer(let number): "\(number)"
    default: field == .count ? "1" : ""
    }
  }
}
