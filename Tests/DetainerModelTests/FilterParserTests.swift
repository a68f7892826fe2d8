import TestSupport
import Testing

@testable import DetainerModel

/// Reading and writing the filter language.
struct FilterParserTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? .none
  }

  private static func only(_ text: String) throws -> FilterTerm {
    let terms = try FilterParser.parse(text).terms
    return try #require(terms.count == 1 ? terms[0] : nil)
  }

  @Test func wordsAreANDAndQuotesKeepThemTogether() throws {
    #expect(try FilterParser.parse("  ").terms == [])
    let filter = try FilterParser.parse("travis \"two words\" -\"a \"\"b\"\"\"\t-x")
    #expect(
      filter.terms == [
        FilterTerm(nil, [.contains("travis")]), FilterTerm(nil, [.contains("two words")]),
        FilterTerm(nil, [.contains("a \"b\"")], isNegated: true),
        FilterTerm(nil, [.contains("x")], isNegated: true),
      ])
    #expect(filter.terms.map(\.column) == [1, 8, 20, 31])
  }

  @Test func valuesOfFields() throws {
    let cases: [(String, FilterTerm)] = [
      ("state:tx,ca", FilterTerm(.state, [.contains("tx"), .contains("ca")])),
      ("STATE:tx", FilterTerm(.state, [.contains("tx")])),
      ("-county:travis", FilterTerm(.county, [.contains("travis")], isNegated: true)),
      ("county:=Clark", FilterTerm(.county, [.equals("Clark")])),
      ("county:=Clark,Cook", FilterTerm(.county, [.equals("Clark"), .equals("Cook")])),
      ("crime:\"a, b\",c", FilterTerm(.crime, [.contains("a, b"), .contains("c")])),
      ("crime:none", FilterTerm(.crime, [.none])),
      ("crime:\"none\"", FilterTerm(.crime, [.contains("none")])),
      ("crime:=none", FilterTerm(.crime, [.equals("none")])),
      ("crime:/^a b/", FilterTerm(.crime, [.matches("^a b")])),
      ("crime:/a\\/b/,dui", FilterTerm(.crime, [.matches("a/b"), .contains("dui")])),
      ("crime:/a\\\\/", FilterTerm(.crime, [.matches("a\\\\")])),
      ("crime:/a b, c\\/d/", FilterTerm(.crime, [.matches("a b, c/d")])),
      ("-crime:/x/", FilterTerm(.crime, [.matches("x")], isNegated: true)),
      ("-county:=Clark", FilterTerm(.county, [.equals("Clark")], isNegated: true)),
      ("-note:none", FilterTerm(.note, [.none], isNegated: true)),
      ("-days:>30", FilterTerm(.days, [.numbers(31...Int.max, ">30")], isNegated: true)),
      ("county:=\"Doña Ana\"", FilterTerm(.county, [.equals("Doña Ana")])),
      ("crime:\"a \"\"b\"\", c\",none", FilterTerm(.crime, [.contains("a \"b\", c"), .none])),
      ("crime:a,=b,/c/", FilterTerm(.crime, [.contains("a"), .equals("b"), .equals("/c/")])),
      ("crime:/c/,a,=b", FilterTerm(.crime, [.matches("c"), .contains("a"), .equals("b")])),
      ("lift-reason:lifted", FilterTerm(.liftReason, [.contains("lifted")])),
      ("fiscal_year:none", FilterTerm(.fiscalYear, [.none])),
      ("days:<=30", FilterTerm(.days, [.numbers(Int.min...30, "<=30")])),
      ("days:<30", FilterTerm(.days, [.numbers(Int.min...29, "<30")])),
      ("days:>=30", FilterTerm(.days, [.numbers(30...Int.max, ">=30")])),
      ("days:..30", FilterTerm(.days, [.numbers(Int.min...30, "..30")])),
      ("days:30..", FilterTerm(.days, [.numbers(30...Int.max, "30..")])),
      ("days:-5..5", FilterTerm(.days, [.numbers(-5...5, "-5..5")])),
      (
        "count:1,10..20",
        FilterTerm(.count, [.numbers(1...1, "1"), .numbers(10...20, "10..20")])
      ),
      ("reason:lifted", FilterTerm(.liftReason, [.contains("lifted")])),
      ("days:>30", FilterTerm(.days, [.numbers(31...Int.max, ">30")])),
      ("days:10..30", FilterTerm(.days, [.numbers(10...30, "10..30")])),
      ("count:=10", FilterTerm(.count, [.numbers(10...10, "=10")])),
      ("days:none", FilterTerm(.days, [.none])),
    ]
    for (text, term) in cases {
      let read = try Self.only(text)
      #expect(read.field == term.field && read.isNegated == term.isNegated, "\(text)")
      #expect(read.values == term.values, "\(text)")
      #expect(try FilterParser.parse(read.text).terms == [read], "\(text) as \(read.text)")
    }
  }

  @Test func datesAndSpans() throws {
    let cases: [(String, Day, Day)] = [
      ("issued:2017", Self.day(2017, 1, 1), Self.day(2017, 12, 31)),
      ("issued:2016-02", Self.day(2016, 2, 1), Self.day(2016, 2, 29)),
      ("issued:2017-q1", Self.day(2017, 1, 1), Self.day(2017, 3, 31)),
      ("issued:FY2017", Self.day(2016, 10, 1), Self.day(2017, 9, 30)),
      ("issued:2017-01-28", Self.day(2017, 1, 28), Self.day(2017, 1, 28)),
      ("issued:2017-01..2017-03", Self.day(2017, 1, 1), Self.day(2017, 3, 31)),
      ("issued:2017-01..", Self.day(2017, 1, 1), .last),
      ("issued:..2017-01", .first, Self.day(2017, 1, 31)),
      ("issued:2017..2017-03", Self.day(2017, 1, 1), Self.day(2017, 3, 31)),
      ("issued:2016-12-30..2017", Self.day(2016, 12, 30), Self.day(2017, 12, 31)),
      ("issued:2017-Q2..FY2018", Self.day(2017, 4, 1), Self.day(2018, 9, 30)),
      ("issued:..2017", .first, Self.day(2017, 12, 31)),
      ("issued:2017..", Self.day(2017, 1, 1), .last),
      ("issued:=2017", Self.day(2017, 1, 1), Self.day(2017, 12, 31)),
      ("issued:>2017-01-31", Self.day(2017, 2, 1), .last),
      ("issued:<=2017", .first, Self.day(2017, 12, 31)),
      ("month:2017-01", Self.day(2017, 1, 1), Self.day(2017, 1, 31)),
      ("quarter:2017-Q4", Self.day(2017, 10, 1), Self.day(2017, 12, 31)),
      ("year:>=2017", Self.day(2017, 1, 1), .last),
      ("fy:2016..2017", Self.day(2015, 10, 1), Self.day(2017, 9, 30)),
      ("fiscal_year:<2017", .first, Self.day(2016, 9, 30)),
      ("week:2017-01-30..2017-02-05", Self.day(2017, 1, 28), Self.day(2017, 2, 4)),
      ("week:<=2017-01-30", .first, Self.day(2017, 1, 28)),
      ("declined:>=2017-02-01", Self.day(2017, 2, 1), .last),
      ("declined:>2017-02", Self.day(2017, 3, 1), .last),
      ("declined:<2017-02", .first, Self.day(2017, 1, 31)),
      ("declined:<=2017-02", .first, Self.day(2017, 2, 28)),
      ("fy:2017", Self.day(2016, 10, 1), Self.day(2017, 9, 30)),
      ("week:2017-02-03", Self.day(2017, 1, 28), Self.day(2017, 1, 28)),
      ("week:2017-02", Self.day(2017, 2, 1), Self.day(2017, 2, 28)),
      ("week:>2017-01-28", Self.day(2017, 1, 29), .last),
    ]
    for (text, first, last) in cases {
      #expect(try Self.only(text).spans == [first...last], "\(text)")
    }
  }

  @Test func errorsNameTheColumnTheTokenAndTheNearestName() {
    let cases: [(String, Int, String, String)] = [
      ("a sate:tx", 3, "sate:", "“state:”"),
      ("county:", 1, "county:", "missing"),
      ("x issued:soon", 10, "soon", "not a date"),
      ("issued:2017-13", 8, "2017-13", "not a date"),
      ("issued:2017-02..2017-01", 8, "2017-02..2017-01", "ends before it begins"),
      ("days:many", 6, "many", "not a number"),
      ("crime:/[/", 7, "/[/", "regular expression"),
      ("crime:/a", 7, "/a", "closing “/”"),
      ("crime://", 7, "//", "empty"),
      ("crime:\"a b", 7, "\"a", "closing quote"),
      ("a - b", 3, "-", "negates"),
      ("-", 1, "-", "negates"),
      ("x -sate:tx", 4, "sate:", "“state:”"),
      ("raeson:lifted", 1, "raeson:", "“lift_reason:”"),
      ("colour:red", 1, "colour:", "no field of that name"),
      ("http://a", 1, "http:", "Put quotes around it"),
      ("state:tx,", 1, "state:tx,", "missing"),
      ("state:tx,,ca", 1, "state:tx,,ca", "missing"),
      ("days: >30", 1, "days:", "missing"),
      ("days:>", 6, ">", "not a number"),
      ("days:5,x,7", 8, "x", "not a number"),
      ("days:7..5", 6, "7..5", "ends before it begins"),
      ("days:99999999999999999999", 6, "99999999999999999999", "at most 1,000,000,000,000"),
      ("days:>9223372036854775807", 6, ">9223372036854775807", "at most 1,000,000,000,000"),
      ("days:-9223372036854775808", 6, "-9223372036854775808", "at most 1,000,000,000,000"),
      ("count:5,-9223372036854775808..", 9, "-9223372036854775808..", "at most"),
      ("count:..9223372036854775807", 7, "..9223372036854775807", "at most"),
      ("days:--5", 6, "--5", "not a number"),
      ("days:10..x", 6, "10..x", "not a number"),
      ("issued:..", 8, "..", "not a date"),
      ("issued:2017,2017-02-30", 13, "2017-02-30", "not a date"),
      ("issued:\"so or so\"", 8, "\"so or so\"", "not a date"),
      ("week:2017-03..2017-01", 6, "2017-03..2017-01", "ends before it begins"),
      ("\"a b\"c", 1, "\"a", "space is missing"),
      ("\"a\",\"b\"", 1, "\"a\",\"b\"", "only after a field"),
      ("crime:\"a\"b", 7, "\"a\"b", "space is missing"),
      ("crime:/a/b", 7, "/a/b", "space is missing"),
    ]
    for (text, column, token, part) in cases {
      do throws(FilterError) {
        _ = try FilterParser.parse(text)
        Issue.record("\(text) was read")
      } catch {
        #expect(error.column == column, "\(text)")
        #expect(error.token == token, "\(text)")
        #expect(error.message.firstRange(of: part) != nil, "\(text): \(error)")
      }
    }
  }

  @Test func everyValueKnowsWhereItWasTyped() throws {
    let terms = try FilterParser.parse("x -state:tx,=ca  crime:\"a, b\",/c/").terms
    #expect(terms.map(\.column) == [1, 3, 18])
    #expect(terms[0].column(ofValue: 0) == 1)
    #expect((0...2).map { terms[1].column(ofValue: $0) } == [10, 14, 3])
    #expect((0...1).map { terms[2].column(ofValue: $0) } == [24, 31])
    #expect(FilterTerm(.state, [.contains("tx")], column: 5).column(ofValue: 0) == 5)
  }

  @Test func fieldsAreAllKeysOfCountingAndAFewMore() {
    let names = Set(FilterField.allCases.map(\.rawValue))
    let more = ["days", "issued", "declined", "apprehended", "count", "person", "note"]
    #expect(names == Set(GroupKey.countable.map(\.rawValue) + more))
    for name in names {
      #expect(FilterField(named: name.uppercased())?.rawValue == name)
    }
  }

  @Test func aWrongNameOfAFieldFindsTheOneThatIsMeant() {
    let cases: [(String, String?)] = [
      ("stat", "state"), ("contry", "county"), ("facilty", "facility"), ("lift", "lift_reason"),
      ("fiscal", "fiscal_year"), ("citizen", "citizenship"), ("FYY", "fiscal_year"),
      ("weak", "week"), ("othr", "other"),
      ("xyzzyx", nil),
    ]
    for (name, field) in cases { #expect(FilterField.nearest(to: name) == field, "\(name)") }
  }

  @Test func aFilterReadsAsItIsWritten() throws {
    var random = SeededGenerator(7)
    let pieces = [
      "a", "tx", "None", "none", "-", "=", "/", "\\", "\"", ",", " ", "\t", "\u{A0}", "\n", ":",
      "Doña", "東", "..", ">", "(",
    ]
    func text() -> String { (0..<random.below(4)).map { _ in random.pick(pieces) }.joined() }
    var fields = FilterField.allCases.filter { $0.kind == .text }
    fields += ["Case Status", "a=b", "\"", "x:y", "none", "東"].map {
      FilterField(otherColumn: $0)
    }
    for _ in 0..<3000 {
      let terms = (0...random.below(3)).map { _ -> FilterTerm in
        let isNegated = random.below(3) == 0
        guard random.below(3) > 0 else {
          return FilterTerm(nil, [.contains(text())], isNegated: isNegated)
        }
        var values = (0...random.below(2)).map { _ -> FilterTerm.Value in
          switch random.below(4) {
          case 0: .none
          case 1: .matches(random.pick(["^a/b$", "a\\\\", "a\\\\/b", "\\.", "a b,c", "\"x\""]))
          default: .contains(text())
          }
        }
        if random.below(2) == 0 { values = [] }
        values += (0...random.below(2)).map { _ in .equals(text()) }
        return FilterTerm(random.pick(fields), values, isNegated: isNegated)
      }
      let filter = Filter(terms: terms)
      #expect(try FilterParser.parse(filter.text) == filter, "\(filter.text)")
    }
  }

  @Test func readingNeverTraps() throws {
    var random = SeededGenerator(8)
    let pieces = [
      "week:", "issued:", "days:", "state:", "-", "=", "/", "\\", "\"", ",", " ", "..", ">=", "<",
      "2017", "2017-01", "1900-01-01", "2079-06-06", "FY1900", "99999999999999999999", "\u{301}",
      "é",
      "\r\n", "none",
    ]
    for _ in 0..<5000 {
      let text = (0..<random.below(9)).map { _ in random.pick(pieces) }.joined()
      // A mark without a letter joins the quote before it, so such a word cannot be quoted.
      let isMarked = text.unicodeScalars.contains("\u{301}")
      guard let filter = try? FilterParser.parse(text), !isMarked else { continue }
      #expect(try FilterParser.parse(filter.text) == filter, "\(text) as \(filter.text)")
    }
  }
}
