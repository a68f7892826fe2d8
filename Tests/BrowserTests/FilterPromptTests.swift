import Testing

@testable import Browser

/// What stays of a filter that cannot be read or asked.
@Suite struct FilterPromptTests {
  @Test func anErrorNeverLeavesHalfAFilter() throws {
    var session = try Session("80x24", keys: "/state:tx or state:ca<Enter>")
    #expect(session.contains("write state:tx,ca"))
    #expect(session.state.prompt != nil, "what cannot be read is still there to be corrected")
    try session.press("<Esc>")
    #expect(session.contains("Filter: outcome:declined  "))
    try session.press("/county:travisx<Enter>")
    #expect(
      session.contains("Filter: outcome:declined  "), "half of the name is not what was meant")
    #expect(session.contains("no place of this name is known"))
  }
}
