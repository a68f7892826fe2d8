import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What threads are lent for.
@Suite struct ThreadsTests {
  /// As under a browser: the rows of what was read are looked at by several threads, while others ask
  /// too.
  @Test func theyCountAsOneDoes() async throws {
    let alone = try DataDirectory.open(sampleDirectory)
    let together = try {
      var data = try DataDirectory.open(sampleDirectory)
      data.table.workers = Threads.workers(3, fewestWords: 1)
      return data
    }()
    let filters = ["", "state:tx", "a", "-crime:dui", "harris", "outcome:declined state:ca,ny"]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for filter in filters {
        group.addTask {
          let query = Query(try FilterParser.parse(filter))
          let (one, several) = (
            try Selection(query, in: alone), try Selection(query, in: together)
          )
          #expect(several.counted == one.counted)
          #expect(several.weeks() == one.weeks())
          for key in [GroupKey.state, .facility, .crime] {
            let keys = [.source, key]
            #expect(try Set(several.groups(by: keys)) == Set(one.groups(by: keys)))
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
