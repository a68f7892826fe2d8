import Testing

@testable import DetainerFormats

@Suite struct DelimiterSnifferTests {
  @Test(arguments: [
    ("", ","),
    ("one column\nonly\n", ","),
    ("a,b\n1,2\n", ","),
    ("a\tb\n1\t2\n", "\t"),
    ("a;b\n1;2\n", ";"),
    ("a|b\n1|2\n", "|"),
    ("h;i;j\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ";"),
    ("date\tplace\n2015\tAustin, TX\n2016\tReno, NV\n", "\t"),
    ("\"a;b;c\",d\n\"e;f;g\",h\n", ","),
    ("\"a\tb\nc\td\"\t1\ne\t2\n", "\t"),
    ("Detainers, all years\n\nNote: x; y; z\n\nid\tday\tplace\n1\t2\t3\n4\t5\t6\n", "\t"),
    ("\u{FEFF}a\tb\tc\nTravis, TX\t\t\n", "\t"),
  ])
  func finds(_ text: String, _ delimiter: String) {
    let found = Array(text.utf8).withUnsafeBytes { sniffDelimiter($0) }
    #expect(String(Unicode.Scalar(found)) == delimiter)
  }

  @Test func aLongFileIsJudgedByItsStart() {
    let text = String(repeating: "2015-01-02\tHARRIS CO JAIL, HOUSTON\tTEXAS\n", count: 5_000)
    let found = Array(text.utf8).withUnsafeBytes { sniffDelimiter($0) }
    #expect(found == UInt8(ascii: "\t"))
  }
}
