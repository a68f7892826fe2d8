import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Parquet as five programs write it says what the same rows say as text.
@Suite struct ParquetTests {
  private static let rows = Result { try ParquetFixture.said(by: ParquetFixture.bytes("rows.csv")) }

  @Test(arguments: ParquetFixture.names(in: "rows"))
  func aFileIsReadAsTheSameRowsInText(name: String) throws {
    let said = try ParquetFixture.said(by: ParquetFixture.bytes("rows/" + name))
    let expected = try Self.rows.get()
    #expect(zip(said, expected).first { $0 != $1 } == nil)
    #expect(said.count == expected.count && said.count > 100)
  }

  @Test(arguments: ParquetFixture.names(in: "types"))
  func valuesOfAllTypesReadAsTheTextOfThem(name: String) throws {
    let said = try ParquetFixture.said(by: ParquetFixture.bytes("types/" + name))
    let expected = try ParquetFixture.said(by: ParquetFixture.bytes("types.csv"))
    #expect(zip(said, expected).first { $0 != $1 } == nil)
    #expect(said.count == expected.count && said.contains { $0.count > 45 })
  }

  @Test func aHeaderAmongTheRowsIsFoundWhereTheColumnsHaveNoNames() throws {
    let data = try ParquetFixture.opened(ParquetFixture.bytes("odd/preamble"))
    #expect(data.table.rowCount == 2 && data.table.line(0) == 4 && data.table.line(1) == 5)
    #expect(data.table.report(0).period.name == "2024-12-28")
    #expect(data.table.otherValues(0).map(\.name) == ["Case Status"])
    #expect(data.table.otherValues(0).map(\.value) == ["ACTIVE"])
  }

  @Test func aTableWithoutRowsIsOne() throws {
    let refusal = ParquetFixture.refusal(of: ParquetFixture.bytes("odd/empty"))
    #expect(refusal == "release has a header but no records below it.")
  }

  @Test func whatIsNestedOrEncryptedIsPassedOverByName() throws {
    let nested = try ParquetFixture.opened(ParquetFixture.bytes("odd/nested"))
    #expect(nested.table.rowCount == 3)
    #expect(
      nested.diagnostics.filter { $0.code == .skippedColumn }.map(\.column) == [
        "charges", "court", "notes",
      ])
    #expect(
      nested.diagnostics.first?.message
        == "the column “charges” is nested (a list, a map or a structure); it is passed over.")
    let encrypted = try ParquetFixture.opened(ParquetFixture.bytes("odd/encrypted-columns"))
    #expect(encrypted.table.rowCount == 3)
    #expect(
      encrypted.diagnostics.first { $0.code == .skippedColumn }?.column == "detention_facility")
  }

  @Test(arguments: [
    ("lz4", "packs its column “detainer_prepare_date” with LZ4, which ddor does not read; "),
    ("brotli", "packs its column “detainer_prepare_date” with brotli, which ddor does not read; "),
    ("encrypted", "is an encrypted Parquet file; have it written without encryption."),
  ])
  func whatIsNotReadIsSaidInOneSentence(name: String, sentence: String) {
    let refusal = ParquetFixture.refusal(of: ParquetFixture.bytes("odd/" + name))
    #expect(refusal.contains(sentence), "\(refusal)")
  }

  @Test func aParquetFileIsFoundInADirectoryAndInGzip() throws {
    let bytes = ParquetFixture.bytes("rows/duckdb-zstd")
    let package = """
      {"name": "d", "resources": [{"name": "newest", "path": "detainers/a.parquet"}]}
      """
    let data = try opened(
      [
        "datapackage.json": Array(package.utf8), "detainers/a.parquet": bytes,
        "b.parquet.gz": gzip(bytes),
      ])
    #expect(data.table.sources.map(\.name) == ["b", "newest"])
    #expect(data.table.rowCount == 96)
    #expect(data.table.otherValues(95).map(\.value) == data.table.otherValues(47).map(\.value))
  }

  @Test func theHeadIsShownBeforeTheRestIsRead() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/a.parquet"
      put(ParquetFixture.bytes("rows/pyarrow-groups"), at: path)
      var reached: [Int] = []
      var loader = try Loader([path])
      try loader.finish {
        reached.append($0.bytesDone)
        return true
      }
      #expect(reached == reached.sorted() && loader.dataset.table.rowCount == 48)
    }
  }

  @Test func severalThreadsReadWhatOneReads() throws {
    try withTemporaryDirectory { directory in
      for name in ["rows/pyarrow-groups", "rows/polars-zstd", "rows/pandas", "odd/late"] {
        let path = directory + "/release.parquet"
        put(ParquetFixture.bytes(name), at: path)
        let all = try [1, 2, 4].map { threads in
          var loader = try Loader([path], plan: ReadingPlan(threads: threads))
          try loader.finish()
          return try everything(of: loader.dataset)
        }
        #expect(all[1] == all[0] && all[2] == all[0], "\(name)")
      }
    }
  }

  /// A page names in its dictionary what only comes thousands of rows later.
  @Test(arguments: [1, 2])
  func aFindingIsToldWhereverItsFirstRowComes(threads: Int) throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/release.parquet"
      put(ParquetFixture.bytes("odd/late"), at: path)
      for texts: Set<DetainerField>? in [nil, [.liftReason], [.crime, .gender, .liftReason]] {
        var plan = ReadingPlan(threads: threads)
        plan.texts = texts
        var loader = try Loader([path], plan: plan)
        try loader.finish()
        let found = loader.dataset.diagnostics.filter { $0.severity != .note }
        #expect(
          found.map { "\($0.row ?? 0) \($0.column ?? "")" }.sorted() == [
            "4802 most_serious_conviction_charge", "4902 detainer_lift_reason", "5502 gender",
          ])
        #expect(loader.dataset.table.rowCount == 6_000)
      }
    }
  }

  @Test func aSnapshotGivesBackAllThatTheFileSays() throws {
    try SnapshotFolder.with { folder in
      for name in ["a.parquet", "b.parquet.gz"] {
        let bytes = ParquetFixture.bytes("rows/polars-zstd")
        let path = folder.path + "/" + name
        put(name.hasSuffix(".gz") ? gzip(bytes) : bytes, at: path)
        let (first, second) = (try folder.open([path]), try folder.open([path]))
        #expect(!first.usedSnapshot && second.usedSnapshot)
        #expect(try everything(of: first.data) == everything(of: second.data))
      }
    }
  }

  @Test func anImportWritesWhatTheFileSays() throws {
    try withTemporaryDirectory { directory in
      put(ParquetFixture.bytes("rows/pandas"), at: directory + "/new.parquet")
      let summaries = try ReleaseImport(
        files: [directory + "/new.parquet"], directory: directory + "/data"
      ).run()
      #expect(summaries.map(\.rows) == [48] && summaries.map(\.name) == ["new"])
      let data = try opened(directory + "/data")
      #expect(data.table.rowCount == 48 && data.table.otherValues(0).isEmpty)
    }
  }
}
