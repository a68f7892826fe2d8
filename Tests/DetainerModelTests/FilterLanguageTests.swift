@testable import DetainerModel
import Testing

/// The filter language, sentence by sentence, on a few planted records.
struct FilterLanguageTests {
  /// The records, in order; a filter is held against their numbers.
  private static let dataset: Dataset = {
    let places = OracleTests.places
    let county = Dictionary(
      uniqueKeysWithValues: places.counties.map { ($0.jurisdiction.fips, $0.jurisdiction) })
    var builder = TableBuilder()
    var persons: [String] = []
    func add(
      _ fips: String, _ facility: String, _ city: String, _ aor: String, _ issued: String,
      _ lifted: String, _ texts: [DetainerField: String]
    ) {
      var row = TableBuilder.Row()
      row.line = persons.count + 2
      row.issued = ClosedRange<Day>(naming: issued)?.lowerBound ?? .none
      row.lifted = ClosedRange<Day>(naming: lifted)?.lowerBound ?? .none
      row.site = builder.site(
        Site(
          facility: facility, city: city,
          jurisdiction: builder.jurisdiction(
            county[fips] ?? Jurisdiction(state: fips, county: "", fips: "")),
          aor: aor, placement: .file))
      for (field, text) in texts {
        if let column = field.textIndex { row.texts[column] = builder.text(text, column: column) }
      }
      builder.append(row)
      persons.append(texts[.person] ?? "")
    }
    builder.begin(Source(name: "alpha", file: "alpha.csv"))
    add(
      "48001", "CLARK COUNTY JAIL", "AUSTIN", "SNA", "2017-01-05", "2017-01-20",
      [
        .crime: "Driving Under Influence Liquor", .citizenship: "MEXICO", .basis: "conviction",
        .liftReason: "Detainer Declined by LEA", .type: "I247A", .criminality: "1 Convicted",
        .threat: "1", .gender: "Male", .person: "abc123", .note: "seen twice",
      ])
    add(
      "48003", "City Jail", "Cañon", "SNA", "2017-02-10", "2017-04-11",
      [
        .crime: "Assault, Simple", .citizenship: "Côte d'Ivoire", .basis: "charge",
        .liftReason: "Detainer Declined by LEA", .type: "I247", .gender: "Female",
        .person: "def456",
      ])
    add(
      "06001", "State Prison", "", "LOS", "2017-03-31", "2017-04-01",
      [
        .crime: "DWI", .citizenship: "EL SALVADOR", .liftReason: "Booked into Detention",
        .type: "I247D", .threat: "2", .criminality: "2 Pending",
      ])
    builder.keep(Persons(ofLine: persons))
    persons = []
    builder.begin(Source(name: "beta", file: "beta.csv"))
    add(
      "35013", "DON\u{303}A ANA COUNTY JAIL", "Las Cruces", "ELP", "2016-12-31", "",
      [.crime: "Larceny", .citizenship: "MEXICO", .type: "I247A"])
    add("", "", "", "", "", "", [.crime: "say \"no\"/never", .note: "Clark"])
    add("CA", "Łódź HALL", "ＷＩＤＥ", "LOS", "2017-10-01", "", [.liftReason: "Lifted"])
    _ = builder.jurisdiction(Jurisdiction(state: "XX", county: "", fips: ""))
    return Dataset(places: places, table: builder.finished())
  }()

  private static func rows(_ filter: String) throws -> [Int] {
    try Selection(Query(FilterParser.parse(filter)), in: dataset).detainers().sorted()
  }

  private static let choices: [(String, [Int])] = [
    // Words are AND; they match places, facility, crime, citizenship and lift reason.
    ("clark", [0, 1, 2]), ("clark jail", [0, 1]), ("\"el salvador\"", [2]),
    ("jail mexico", [0, 3]),
    ("austin", [0]), ("booked", [2]), ("texas", [0, 1]), ("ca", [1, 2, 5]),
    ("\"jail clark\"", []),
    // Person, links, notes and codes only by field.
    ("abc123", []), ("person:abc123", [0]), ("twice", []), ("note:twice", [0]), ("i247a", []),
    // Smart case: a capital letter counts in a bare word.
    ("dona", [3]), ("DONA", [3]), ("Dona", [3]), ("doÑa", []), ("Clark", [0, 1, 2]),
    ("cañon", [1]), ("can\u{303}on", [1]), ("canon", [1]), ("Canon", [1]), ("CANON", []),
    // Accents fold in all of Latin, on both sides.
    ("lodz", [5]), ("łódź", [5]), ("wide", [5]), ("cote", [1]), ("CÔTE", []),
    ("citizenship:CÔTE", [1]), ("facility:doña", [3]), ("facility:don\u{303}a", [3]),
    // A comma is OR, a minus negates.
    ("state:tx,ca", [0, 1, 2, 5]), ("state:texas,california", [0, 1, 2, 5]),
    ("-state:tx", [2, 3, 4, 5]), ("-clark", [3, 4, 5]), ("-\"city jail\" state:tx", [0]),
    ("crime:\"assault, simple\"", [1]), ("crime:\"say \"\"no\"\"/never\"", [4]),
    ("-state:none", [0, 1, 2, 3, 5]), ("-crime:/liquor|dwi/", [1, 3, 4, 5]),
    // Whole names first.
    ("county:clark", [0, 2]), ("county:clar", [0, 1, 2]), ("county:\"Clark County\"", [0, 2]),
    ("county:48003", [1]), ("county:none", [4, 5]), ("-county:clark", [1, 3, 4, 5]),
    ("county:dona", [3]), ("state:te", [0, 1]), ("state:=tx", [0, 1]), ("state:=Texas", [0, 1]),
    ("outcome:d", [0, 1]), ("outcome:=declined", [0, 1]),
    // A state that only the data knows.
    ("state:xx", []), ("-state:=XX", [0, 1, 2, 3, 4, 5]),
    // Every field.
    ("aor:sna", [0, 1]), ("aor:\"los angeles\"", [2, 5]), ("aor:none", [4]),
    ("city:las", [3]), ("city:none", [2, 4]), ("facility:=\"city jail\"", [1]),
    ("facility:=jail", []), ("basis:conviction", [0]), ("basis:none", [2, 3, 4, 5]),
    ("type:i247", [1]), ("type:I247A", [0, 3]), ("type:i24", [0, 1, 2, 3]),
    ("type:none", [4, 5]),
    ("criminality:convicted", [0]), ("threat:1", [0]), ("threat:none", [1, 3, 4, 5]),
    ("gender:male", [0]), ("gender:female", [1]), ("source:alpha", [0, 1, 2]),
    ("-source:alpha", [3, 4, 5]), ("person:none", [2, 3, 4, 5]), ("note:none", [1, 2, 3, 5]),
    ("outcome:declined", [0, 1]), ("outcome:pending", [3, 4]), ("outcome:none", []),
    ("-outcome:declined", [2, 3, 4, 5]), ("lift_reason:booked", [2]), ("reason:none", [3, 4]),
    // Synonyms of offences.
    ("crime:dui", [0, 2]), ("crime:theft", [3]), ("crime:=dui", []),
    // Patterns, with spaces, slashes and commas.
    ("crime:/^assault, s/", [1]), ("crime:/under influence/", [0]), ("crime:/\"\\/nev/", [4]),
    ("crime:/dwi/,larceny", [2, 3]), ("crime:/DWI$/", [2]),
    // Dates and how far they reach.
    ("issued:2017-01..2017-03", [0, 1, 2]), ("issued:2017", [0, 1, 2, 5]),
    ("issued:..2017-01", [0, 3]), ("issued:2017-02..", [1, 2, 5]), ("issued:none", [4]),
    ("issued:>=2017-02-10", [1, 2, 5]), ("issued:>2017-02-10", [2, 5]),
    ("issued:<2017-01-05", [3]), ("issued:<=2017-01-05", [0, 3]), ("issued:=2017-01-05", [0]),
    ("-issued:2017", [3, 4]), ("issued:2016,2017-03", [2, 3]), ("issued:FY2018", [5]),
    ("issued:2017-Q1", [0, 1, 2]), ("declined:2017-01", [0]), ("declined:>=2017-02-01", [1]),
    ("declined:none", [2, 3, 4, 5]), ("-declined:none", [0, 1]),
    // Days from issue to decline.
    ("days:>30", [1]), ("days:15", [0]), ("days:<=15", [0]), ("days:10..60", [0, 1]),
    ("days:none", [2, 3, 4, 5]), ("days:15,60", [0, 1]), ("-days:15", [1, 2, 3, 4, 5]),
    // Spans of the report; a date names the week that contains it.
    ("source:beta issued:2017", [5]), ("source:beta week:2016-12-31", [3]),
    ("source:beta week:2017-01-03", [3]), ("source:beta year:2016", [3]),
    ("source:beta month:2017-10", [5]), ("source:beta quarter:2017-Q4", [5]),
    ("source:beta fy:2017", [3]), ("source:beta fiscal_year:2018", [5]),
    ("source:beta week:none", [4]), ("source:beta -year:2016", [4, 5]),
    ("", [0, 1, 2, 3, 4, 5]),
  ]

  @Test func aFilterChoosesItsRows() throws {
    for (filter, expected) in Self.choices {
      #expect(try Self.rows(filter) == expected, "\(filter)")
    }
  }

  @Test func countsChooseGroups() throws {
    func groups(_ filter: String) throws -> [Int] {
      try Selection(Query(FilterParser.parse(filter)), in: Self.dataset)
        .uncheckedGroups(by: [.state])
        .map { $0.declined ?? 0 }.sorted()
    }
    #expect(try groups("") == [0, 0, 0, 2])
    #expect(try groups("count:>1") == [2])
    #expect(try groups("count:>=2") == [2])
    #expect(try groups("count:..1") == [0, 0, 0])
    #expect(try groups("-count:2") == [0, 0, 0])
  }

  @Test(arguments: [
    ("state:texass", "texass", "TX, Texas"), ("state:zz", "zz", "no state"),
    ("outcome:declnied", "declnied", "declined"), ("-outcome:gone", "gone", "booked"),
    ("state:=te", "te", "TX, Texas"), ("outcome:=d", "d", "declined"),
  ])
  func aValueThatNamesNothingIsAnError(filter: String, token: String, part: String) {
    do throws(FilterError) {
      _ = try Selection(Query(FilterParser.parse(filter)), in: Self.dataset)
      Issue.record("\(filter) chose something")
    } catch {
      #expect(error.token == token)
      #expect(error.message.firstRange(of: part) != nil, "\(error)")
    }
  }

  @Test(arguments: [
    ("state:tx,zz", 10), ("clark state:ca,=nowhere", 17), ("outcome:declined,gone", 18),
  ])
  func anErrorStandsUnderItsValue(filter: String, column: Int) {
    let error = #expect(throws: FilterError.self) {
      try Selection(Query(FilterParser.parse(filter)), in: Self.dataset)
    }
    #expect(error?.column == column)
  }

  // Each was once refused or read, for fear of a search without end.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("(a+)+", true), ("x(?:a*b)*y", true), ("(a{2,})+", true), ("((a+)b){1,}", true),
      ("((a+))*", true), ("(a+)?", true), ("(a+){2}", true), ("(ab)+", true), ("a+b*", true),
      ("[(a+)]+", true), (#"\(a+\)+"#, true), ("[])+]*(a)", true), ("(a|b)+c", true),
      ("a{2,3}", true), ("(", false), (")+", false), ("[", false), ("\\", false), ("{", true),
    ])
  func aRepetitionOfARepetitionAnswersAtOnce(pattern: String, isRead: Bool) throws {
    let filter = try? FilterParser.parse("crime:/\(pattern)/")
    #expect((filter != nil) == isRead)
    guard filter != nil else { return }
    let long = String(repeating: "a", count: 50_000)
    let match = TextMatch([.matches(pattern)])
    let seen = ["xaabby", "(a)", "ab", "aab", "cc", "{"].map { match($0) }
    let expected: [String: [Bool]] = [
      "(a+)+": [true, true, true, true, false, false],
      "x(?:a*b)*y": [true, false, false, false, false, false],
      "(a{2,})+": [true, false, false, true, false, false],
      "((a+)b){1,}": [true, false, true, true, false, false],
      "(a+){2}": [true, false, false, true, false, false],
      "(ab)+": [true, false, true, true, false, false],
      "[(a+)]+": [true, true, true, true, false, false],
      #"\(a+\)+"#: [false, true, false, false, false, false],
      "[])+]*(a)": [true, true, true, true, false, false],
      "(a|b)+c": [false, false, false, false, false, false],
      "a{2,3}": [true, false, false, true, false, false],
      "a+b*": [true, true, true, true, false, false],
      "{": [false, false, false, false, false, true],
    ]
    #expect(seen == expected[pattern] ?? Array(repeating: true, count: 6))
    #expect(match(long + "b") == !["x(?:a*b)*y", #"\(a+\)+"#, "(a|b)+c", "{"].contains(pattern))
  }
}
