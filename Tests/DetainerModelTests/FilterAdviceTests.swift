import DetainerModel
import Testing

/// What people type by habit is answered with the form that works.
struct FilterAdviceTests {
  @Test(arguments: [
    ("state:tx or state:ca", 10, "or", "state:tx,ca"),
    ("travis OR bexar", 8, "OR", "state:tx,ca"),
    ("(state:tx)", 1, "(state:tx)", "no brackets"),
    ("a -(b c)", 3, "-(b", "state:tx,ca"),
    ("Clark County, NV", 7, "County,", "county:clark state:nv"),
  ])
  func `Grammar of other languages is an error with advice`(
    text: String, column: Int, token: String, advice: String
  ) {
    do throws(FilterError) {
      _ = try FilterParser.parse(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.column == column && error.token == token, "\(error)")
      #expect(error.message.contains(advice), "\(error)")
    }
  }

  @Test(arguments: [
    "or", "OR", "travis or", "or travis", "a \"or\" b", "\"(a\"", "\"a,\" b", "orange",
  ])
  func `As text they are still found`(text: String) throws {
    let filter = try FilterParser.parse(text)
    #expect(try FilterParser.parse(filter.text) == filter)
  }
}
