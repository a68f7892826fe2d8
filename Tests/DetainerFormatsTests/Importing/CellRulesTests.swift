import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct CellRulesTests {
  @Test(arguments: [
    "", "  ", "\u{A0}", "NA", "na", "N/A", "NULL", "null", "UNK", "Unknown", "NaN", "NaT", "None",
    "(null)", "\\N", "\u{FEFF}NA", "b(6), b(7)c", "b(6), b(7)C", "(b)(6), (b)(7)(c)",
    "(b)(6)(b)(7)(c)", "(b)(6), (b)(7)(c) (b)(7)(e)", "b(7)(e)", "(B)(7)(E)", "(b) (6)",
    "name: (b)(6)", "xb(1)",
  ])
  func blanksAndRedactionsSayNothing(cell: String) {
    #expect(CellRules.value(of: cell) == "")
  }

  @Test(arguments: [
    ("NAVAJO", "NAVAJO"), (" ST.  PAUL\u{A0}", "ST. PAUL"),
    ("Illegal Entry (a)(43)(O)", "Illegal Entry (a)(43)(O)"),
    ("JAIL B (2)", "JAIL B (2)"), ("b()", "b()"), ("=\"0999\"", "0999"),
    ("=\"", "=\""), ("b(", "b("), ("Unknown City", "Unknown City"),
  ])
  func otherCellsKeepTheirText(cell: String, value: String) {
    #expect(CellRules.value(of: cell) == value)
  }

  @Test(
    arguments: [
      ("1", 1), ("1.0", 1), ("12.", 12), ("1,234", 1234), ("1,234,567.00", 1_234_567), ("-3", -3),
      ("1.5", nil), ("1,23", nil), ("1234,567", nil), (",123", nil), ("", nil), ("x", nil),
      ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func numbersMayHaveAFractionOrGroups(cell: String, number: Int?) {
    #expect(CellRules.number(cell) == number)
  }

  @Test(arguments: [
    (DetainerField.threat, "1.0", "1"), (.threat, "x", "x"), (.crimeCode, "999.0", "0999"),
    (.crimeCode, "301", "0301"), (.crimeCode, "13AB", "13AB"), (.crimeCode, "1199", "1199"),
    (.crimeCode, "NA", ""), (.gender, "Unknown", "Unknown"), (.gender, "UNKNOWN", ""),
    (.person, "123.0", "123.0"), (.person, "00012", "00012"),
  ])
  func fieldsHaveTheirOwnRules(field: DetainerField, cell: String, value: String) {
    #expect(CellRules.value(of: cell, in: field) == value)
  }

  @Test(arguments: [
    ("Died.", "Died"), ("Detainer Declined by LEA .", "Detainer Declined by LEA"),
    ("\u{201C}Detainer Declined by LEA\u{201D}", "Detainer Declined by LEA"),
    (" \u{2018}Died\u{2019} ", "Died"), ("\u{201E}Died\u{201C}", "Died"),
    ("Bond posted.", "Bond posted."), ("REDACTED", ""), ("[Redacted]", ""), ("XXXXX", ""),
    ("b6 b7c", ""), ("b6, b7(C)", ""), ("(b6)", ""), ("B", "B"), ("x", "x"), ("B2B", "B2B"),
    ("\u{2588}\u{2588}\u{2588}", ""), ("Booked into Detention", "Booked into Detention"),
  ])
  func liftReasonsComeDressedOrWithheld(cell: String, reason: String) {
    #expect(CellRules.value(of: cell, in: .liftReason) == reason)
  }

  @Test(arguments: [("REDACTED", ""), ("b6 b7c", ""), ("A.", "Code A."), ("a", declined)])
  func codesOfLiftReasonsMayBeWithheldToo(cell: String, reason: String) {
    #expect(CellRules.liftReason(ofCode: cell) == reason)
  }

  private static let declined = "Detainer Declined by LEA"

  @Test func aQuoteWithinAPlaceStays() {
    let name = "O\u{2019}BRIEN \u{201C}A\u{201D}"
    #expect(CellRules.value(of: name) == name)
  }

  @Test(arguments: [
    ("TRUE", true), ("T", true), ("1", true), ("1.0", true), ("yes", true), ("FALSE", false),
    ("F", false), ("0", false), ("0.0", false), ("no", false), ("", false), ("2", false),
  ])
  func marksOfDuplicatesComeInManyWords(cell: String, isTrue: Bool) {
    #expect(CellRules.isTrue(cell) == isTrue)
  }
}
