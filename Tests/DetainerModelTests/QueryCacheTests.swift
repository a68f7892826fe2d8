import Testing

@testable import DetainerModel

struct QueryCacheTests {
  /// Data of which errata void nothing is the same as corrected, and must not keep itself for ever.
  @Test func whatIsRememberedGoesWithItsData() {
    weak var cache: QueryCache?
    do {
      let dataset = Dataset()
      cache = dataset.cache
      _ = dataset.asCorrected
      #expect(cache != nil)
    }
    #expect(cache == nil)
  }
}
