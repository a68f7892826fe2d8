import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct JSONFormatTests {
  private let lines = [
    #"{"county":"Travis","lift_reason":"plain","declined":142,"share_of_issued":0.0696}"#,
    #"{"county":"Doña Ana","lift_reason":"a,b\t\"c\"","declined":-3,"share_of_issued":1.0000}"#,
    #"{"county":"=1+1","lift_reason":"two\r\nlines\nthree","declined":null,"#
      + #""share_of_issued":null}"#,
    #"{"county":"東京","lift_reason":"|`*_<b>[x]\\&~","declined":0,"share_of_issued":0.0001}"#,
    #"{"county":"\u001b[2J\u202eevil","lift_reason":"\u2028\u2029\u0007\u007f\u009b","#
      + #""declined":1,"share_of_issued":null}"#,
    "{\"county\":null,\"lift_reason\":\"e\u{301} 👩‍👧\",\"declined\":null,"
      + "\"share_of_issued\":null}",
  ]

  @Test func anArrayHasOneObjectOnALine() throws {
    #expect(
      try written(hostile, as: .json) == "[\n" + lines.joined(separator: ",\n") + "\n]\n")
  }

  @Test func ndjsonIsTheObjectsAlone() throws {
    #expect(try written(hostile, as: .ndjson) == lines.map { $0 + "\n" }.joined())
  }

  @Test func noRowsIsAnEmptyArray() throws {
    #expect(try written(column([]), as: .json) == "[]\n")
    #expect(try written(column([]), as: .ndjson) == "")
  }

  @Test func everyControlCharacterIsEscaped() throws {
    for value in 0..<0x20 as Range<UInt32> {
      let scalar = try #require(Unicode.Scalar(value))
      let text = try written(column([String(scalar)]), as: .ndjson)
      #expect(text.unicodeScalars.dropLast().allSatisfy { $0.value >= 0x20 })
      #expect(text.hasPrefix(#"{"a":"\"#))
    }
  }

  @Test(arguments: [
    ("\u{3164}a\u{AD}", #"\u3164a\u00ad"#), ("\u{E000}\u{200B}", #"\ue000\u200b"#),
    ("a\u{E0041}", #"a\udb40\udc41"#), ("👩\u{200D}", #"👩\u200d"#), ("👩‍👧", "👩‍👧"),
    ("\u{301}", "\u{301}"), ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
  ])
  func whatTheScreenDoesNotShowIsEscaped(_ text: String, _ literal: String) throws {
    #expect(try written(column([text]), as: .ndjson) == "{\"a\":\"\(literal)\"}\n")
  }

  @Test func keysAreEscapedToo() throws {
    let listing = Listing(columns: [.init("a\"b\n")], rows: [[.integer(1)]])
    #expect(try written(listing, as: .ndjson) == "{\"a\\\"b\\n\":1}\n")
  }
}
