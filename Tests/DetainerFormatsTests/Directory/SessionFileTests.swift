import DetainerModel
import Foundation
import TestSupport
import Testing

@testable import DetainerFormats

/// What is kept between sessions.
@Suite struct SessionFileTests {
  private func session() -> Session {
    var session = Session()
    (session.filter, session.week, session.source) = ("\"a \\ \u{1B}]0;x\" é", "2017-01-28", "s")
    (session.state, session.county, session.fips) = ("TX", "Doña “Ana”", "48453")
    (session.focus, session.view, session.isAsCorrected) = ("weeks", "trend", true)
    (session.orders, session.reversed) = (["weeks": "oldest first"], ["jurisdictions"])
    session.dropsDuplicates = true
    return session
  }

  @Test func whatIsKeptIsReadAgain() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/state/ddor/sessions.json"
      #expect(try SessionFile.read(path) == Sessions())
      var sessions = Sessions()
      sessions.use(["state:tx", "\"\n\""])
      sessions.keep(session(), of: ["/a b", "/c"])
      sessions.keep(Session(), of: ["/d"])
      try SessionFile.write(sessions, to: path)
      #expect(try SessionFile.read(path) == sessions)
      #expect(names(in: directory + "/state/ddor") == ["sessions.json"])
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(rights == 0o600, "for the user alone")
      sessions.keep(nil, of: ["/a b", "/c"])
      try SessionFile.write(sessions, to: path)
      #expect(try SessionFile.read(path).session(of: ["/a b", "/c"]) == nil)
    }
  }

  @Test(arguments: [
    "", "{", "[]", "{\"version\": 2, \"sessions\": [], \"filters\": []}", "\u{0}\u{1}",
  ])
  func aDamagedFileIsTold(text: String) throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/sessions.json"
      put(text.utf8, at: path)
      #expect(throws: LoadError.self) { try SessionFile.read(path) }
    }
  }

  @Test func eachIsKeptOnceAndTheOldestGo() {
    var sessions = Sessions()
    sessions.use(["a", "b"])
    sessions.use(["c", "a"])
    #expect(sessions.filters == ["b", "c", "a"])
    sessions.use((0..<70).map { "f\($0)" })
    #expect(sessions.filters.count == Sessions.mostFilters && sessions.filters.last == "f69")
    for number in 0..<120 { sessions.keep(Session(), of: ["/\(number)"]) }
    sessions.keep(session(), of: ["/119"])
    #expect(sessions.all.count == Sessions.mostSessions)
    #expect(sessions.session(of: ["/119"])?.week == "2017-01-28")
    #expect(sessions.session(of: ["/0"]) == nil)
  }
}
