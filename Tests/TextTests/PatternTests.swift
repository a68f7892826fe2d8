import Testing
import Text

struct PatternTests {
  private static func matches(_ pattern: String, _ text: String) throws -> Bool? {
    try Pattern(pattern).matches(text)
  }

  @Test func `A pattern matches somewhere in a text, in either case`() throws {
    let cases: [(String, String, Bool)] = [
      ("dui", "DUI Alcohol", true), ("^dui", "a dui", false), ("cohol$", "DUI Alcohol", true),
      ("", "x", true), ("a*", "", true), (".", "", false), ("a.c", "a\nc", false),
      ("straße|DOÑA", "doña ana", true), ("[^a-z]", "ABC", false),
      (#"\bassault\b"#, "assaults", false),
      (#"\d{3}\s\w"#, "404 x", true), (#"\D\S\W"#, "aa-", true), (#"\pL"#, "é", true),
      (#"\p{Greek}"#, "aβ", true), ("(ab)+c?", "xababy", true), ("a{2,5}$", "a", false),
      (#"a\.b\/\("#, "A.B/(", true), ("(?:a|b)c", "bc", true), ("[[:digit:]]", "7", true),
      ("👩‍👧", "x👩‍👧", true),
    ]
    for (pattern, text, expected) in cases {
      #expect(try Self.matches(pattern, text) == expected, "\(pattern) \(text)")
    }
  }

  @Test func `Every form of the syntax can be read`() throws {
    for (form, meaning) in Pattern.syntax {
      #expect(!meaning.isEmpty)
      for part in form.split(separator: " ") { _ = try Pattern(String(part)) }
    }
  }

  @Test func `Bytes need not be UTF-8`() throws {
    let pattern = try Pattern("b+$")
    for bytes: [UInt8] in [[0xFF, 0x62], [0xC3, 0x62, 0x62], [0, 0x42]] {
      #expect(bytes.withUnsafeBytes { pattern.matches($0) } == true)
    }
    #expect(pattern.matches(UnsafeRawBufferPointer(start: nil, count: 0)) == false)
  }

  @Test func `What cannot be read says why and where`() {
    let cases: [(String, Int?, String)] = [
      ("[", nil, "the closing “]” of “[” is missing"), ("ab[cd", 3, "“[cd”"), ("(ab", nil, "“)”"),
      ("ab)", nil, "closes nothing"), ("a\\", nil, "last backslash"), ("x*?y**", 5, "“**”"),
      ("a|*", 3, "“*”"), ("ñx{1001}", 3, "1,000"), ("[z-a]", 2, "“z-a” ends before"),
      (#"a\q"#, 2, #"“\q”"#), (#"(a)\1"#, 4, #"“\1”"#), ("é(?=b)", 2, "“(?=”"),
      ("(?P<n", nil, "name a group"), ("[[:alfa:]]", 2, "“[:alfa:]”"),
      (#"(((a{100}){10}){10}){10}"#, nil, "1,000"), ("a{2,1}", 2, "“{2,1}” ends before"),
      (#"(\pL{100}){10}"#, nil, "too large"),
    ]
    for (pattern, column, part) in cases {
      do throws(PatternError) {
        _ = try Pattern(pattern)
        Issue.record("\(pattern) was read")
      } catch {
        #expect(error.column == column, "\(pattern): \(error)")
        #expect(error.description.contains(part), "\(pattern): \(error)")
        #expect(error.description.hasSuffix("."), "\(pattern): \(error)")
      }
    }
  }

  // The patterns at which searches that go back never end.
  @Test(.timeLimit(.minutes(1)))
  func `Nested repetitions answer at once and right`() throws {
    let long = String(repeating: "a", count: 200_000)
    let cases: [(String, String, Bool)] = [
      ("(a+)+b", long, false), ("(a+)+b", long + "b", true), ("(?:.|.)*x", long, false),
      ("(?:.|.)*x", long + "x", true), ("(a*)*$", long, true), ("(a|aa)+$", long + "c", false),
      ("((a+)*b*)*c", long, false), ("x(?:a*b)*y", "x" + long + "by", true),
      ("(a{2,})+$", long, true), ("^(.*a){20}b", long, false),
    ]
    for (pattern, text, expected) in cases {
      #expect(try Self.matches(pattern, text) == expected, "\(pattern)")
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `Nesting does not use up the stack`() {
    for (open, close) in [("[", ""), ("(", ""), ("(", ")"), ("(?:", ")*"), ("(a|", ")")] {
      for count in [2000, 200_000] {
        let text =
          String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
        if let pattern = try? Pattern(text) { #expect(pattern.matches("xay") != nil) }
      }
    }
  }
}
