import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What becomes of the files of data is told against how they were before they were read.
@Suite struct FileStatesTests {
  private func rows(_ count: Int) -> String {
    "issued,state,crime\n" + String(repeating: "2017-01-02,TX,Arson\n", count: count)
  }

  private func withRelease(_ body: (String) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      put(rows(3).utf8, at: "\(folder)/release.csv")
      try body("\(folder)/release.csv")
    }
  }

  @Test func aChangeRightAfterTheReadingIsOne() throws {
    try withRelease { path in
      let before = try Loader([path])
      put(rows(5).utf8, at: path)
      let changes = FileStates(of: try Loader([path])).changes(since: FileStates(of: before))
      #expect(changes.grown == [path])
    }
  }

  @Test func whatIsAsItWasHasNotChanged() throws {
    try withRelease { path in
      let before = try Loader([path])
      let changes = FileStates(of: try Loader([path])).changes(since: FileStates(of: before))
      #expect(changes.isEmpty)
    }
  }

  @Test func aReadingThatWasOvertakenByAChangeDoesNotHideIt() throws {
    try withRelease { path in
      let first = FileStates(of: try Loader([path]))
      let second = try Loader([path])
      put(rows(1).utf8, at: path)
      // The second read the file as the first did.
      let states = FileStates(of: second)
      #expect(states.changes(since: first).isEmpty)
      let changes = FileStates(of: try Loader([path])).changes(since: states)
      #expect(changes.shortened == [path])
    }
  }
}
