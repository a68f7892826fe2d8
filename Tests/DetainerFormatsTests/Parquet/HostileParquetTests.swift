import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Whatever happens to a Parquet file on its way, reading it ends with rows or with a sentence.
@Suite struct HostileParquetTests {
  private let sample = ParquetFixture.bytes("rows/pyarrow-groups")

  @Test func aFileThatWasCutShortSaysSo() {
    for count in [4, 11, 12, 100, sample.count - 1] {
      #expect(
        ParquetFixture.refusal(of: Array(sample.prefix(count)))
          == "release ends too early: the list of columns at the end of a Parquet file is missing; get the file again."
      )
    }
  }

  @Test func aDamagedPageIsNamedByColumnAndRowGroup() throws {
    #expect(
      ParquetFixture.refusal(of: try damaged("rows/pyarrow-groups", column: 1, group: 0))
        == "release is damaged: the column “detainer_lift_reason” of row group 1 has a page that does not fit its checksum; get the file again."
    )
  }

  @Test func rowsBeforeTheDamageAreKeptAndTheRestIsMissed() throws {
    let data = try ParquetFixture.opened(damaged("odd/long", column: 1, group: 1))
    #expect(data.table.rowCount == 4500)
    let finding = data.diagnostics.first { $0.code == .unreadableFile }
    #expect(
      finding?.message.hasSuffix(
        "/release is damaged: the column “facility_state” of row group 2 has a page that does not fit its checksum; the 4500 rows before it are kept, the rest is missing; get the file again."
      ) == true)
  }

  @Test func aColumnThatIsNotWantedIsReadOnlyWhenItIsAskedFor() throws {
    let data = try ParquetFixture.opened(damaged("rows/pyarrow-groups", column: 12, group: 0))
    #expect(data.table.rowCount == 48 && data.diagnostics.allSatisfy { $0.code != .unreadableFile })
    #expect(data.table.otherValues(19).first?.value == "(cannot be read)")
  }

  private typealias Writer = ParquetWriter

  /// What a file says whose column of states has these pages.
  private func outcome(
    _ pages: [[UInt8]], change: (inout ParquetWriter) -> Void = { _ in }
  ) -> String {
    var writer = ParquetWriter(Writer.Column(name: "facility_state", pages: pages))
    change(&writer)
    do {
      let table = try ParquetFixture.opened(writer.bytes).table
      return (0..<table.rowCount).map { table.jurisdiction($0).state }.joined(separator: " ")
    } catch {
      return String("\(error)".split(separator: "/").last?.dropFirst("release is ".count) ?? "")
    }
  }

  @Test func pagesAsTheyShouldBeAreRead() {
    let states = Writer.plain(["TEXAS", "OHIO"])
    #expect(outcome([Writer.page(states)]) == "TX OH")
    #expect(
      outcome([Writer.dictionary(["OHIO", "TEXAS"]), Writer.page([1, 4, 1], encoding: 8)])
        == "TX TX")
    #expect(
      outcome([Writer.dictionary(["OHIO", "TEXAS"]), Writer.page([1, 3, 0b01], encoding: 2)])
        == "TX OH")
    // Which values are there, in the older way: the first in the highest bit.
    #expect(
      outcome([Writer.page([0b0100_0000] + Writer.plain(["OHIO"]), levels: 4)]) {
        $0.columns[1].schema[3] = .int(1)
      } == " OH")
  }

  @Test func claimsThatDoNotFitTheBytesAreRefused() {
    let column = "the column “facility_state” of row group 1"
    let page = Writer.page(Writer.plain(["TEXAS", "OHIO"]))
    let long = Writer.plain(["TEXAS"]) + [255, 255, 255, 127]
    #expect(
      outcome([Writer.page(long)])
        == "damaged: \(column) has a page that ends before its values do; get the file again.")
    #expect(
      outcome([Writer.page(Writer.plain(["TEXAS", "OHIO"]), count: 3)])
        == "damaged: \(column) has not as many values as the row group has rows; get the file again."
    )
    #expect(
      outcome([Writer.dictionary(["OHIO"]), Writer.page([1, 4, 1], encoding: 8)])
        == "damaged: \(column) refers to an entry that its dictionary does not have; get the file again."
    )
    #expect(
      outcome([Writer.dictionary(["OHIO"], count: 1 << 30), Writer.page([1, 4, 0], encoding: 8)])
        == "damaged: \(column) has a page that ends before its values do; get the file again.")
    #expect(
      outcome([Writer.page([1, 4, 0], encoding: 8)])
        == "damaged: \(column) refers to an entry that its dictionary does not have; get the file again."
    )
    #expect(
      outcome([Writer.page(Writer.plain(["TEXAS", "OHIO"]), header: [2: .int(1 << 31 - 1)])])
        == "refused: \(column) has a page that claims to unpack to 2147483647 bytes; write it again in smaller pieces."
    )
    #expect(
      outcome([page]) { $0.columns[1].metadata[9] = .int(1 << 40) }
        == "damaged: \(column) lies outside the file; get the file again.")
    #expect(
      outcome([page]) { $0.columns[1].metadata[7] = .int(3) }
        == "damaged: \(column) has a page whose header cannot be read; get the file again.")
    #expect(
      outcome([page]) { $0.columns[1].codec = 6 }
        == "damaged: \(column) has a page that cannot be unpacked; get the file again.")
    #expect(
      outcome([Writer.page([0, 0], encoding: 1)]).hasPrefix(
        "refused: \(column) has a page in the encoding GROUP_VAR_INT, which ddor does not know"))
  }

  @Test func aFooterThatClaimsTooMuchIsRefused() {
    let page = Writer.page(Writer.plain(["TEXAS", "OHIO"]))
    let damaged =
      "damaged: the list of columns at the end of the Parquet file cannot be read; get the file again."
    #expect(outcome([page]) { $0.footer[3] = .int(3) } == damaged)
    #expect(outcome([page]) { $0.footer[3] = .int(-1) } == damaged)
    #expect(outcome([page]) { $0.columns[1].schema[5] = .int(1 << 40) } == damaged)
    #expect(outcome([page]) { $0.columns[1].schema[4] = .int(7) } == damaged)
    #expect(outcome([page]) { $0.footer[2] = .list([]) } == damaged)
    #expect(outcome([page]) { $0.footer[9] = .nested(100_000) } == damaged)
    #expect(
      outcome([page]) { $0.rows = 1_000_000_000 }
        == "refused: it claims to hold 1000000000 rows in 255 bytes; get the file again.")
  }

  /// A file of which the last byte of a column of a row group, and so of a page, is another one.
  private func damaged(_ name: String, column: Int, group: Int) throws -> [UInt8] {
    var bytes = ParquetFixture.bytes(name)
    let table = try bytes.withUnsafeBytes { bytes in try ParquetTable(bytes) }
    let chunk = table.groups[group].chunks[column]
    bytes[chunk.offset + chunk.size - 1] ^= 1
    return bytes
  }

  @Test(arguments: [
    "pyarrow-groups", "pyarrow-v2-gzip", "pyarrow-delta-v2", "duckdb-v2-plain", "polars-snappy",
    "fastparquet-int96", "pyarrow-split",
  ])
  func aFileWithFlippedLostOrDoubledBytesNeverCrashes(name: String) {
    let whole = ParquetFixture.bytes("rows/" + name)
    var random = SeededGenerator(UInt64(name.utf8.count))
    for _ in 0..<60 { #expect(endsInWords(mutated(whole, &random)) < 500) }
  }

  private func mutated(_ whole: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let start = Int.random(in: 0..<bytes.count - 12, using: &random)
      let end = min(bytes.count - 8, start + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(start..<end)
      default: bytes.insert(contentsOf: bytes[start..<end], at: start)
      }
    }
    return bytes
  }

  /// Reads bytes to their end and all other columns of some rows, and says how long the sentence is
  /// that came of it.
  private func endsInWords(_ bytes: [UInt8]) -> Int {
    let file = FileBytes(path: "a.parquet", bytes: bytes)
    do {
      let problem = try readWhole(file)?.sentence(keeping: 1)
      #expect(try readWhole(file, threads: 3)?.sentence(keeping: 1) == problem)
      return problem?.utf8.count ?? 0
    } catch {
      return "\(error)".utf8.count
    }
  }
}

/// Reads a Parquet file to its end, and other columns of it; gives what is the matter with it.
func readWhole(_ file: FileBytes, threads: Int = 1) throws -> ParquetProblem? {
  var texts = RecordTexts(file, kind: .parquet)
  guard let text = try texts.next(progress: { _, _ in true }) else { return nil }
  return file.withBytes { bytes in
    var builder = TableBuilder()
    var importer = DetainerImporter(
      bytes, layout: text.layout, source: { _, _ in Source(name: "a", file: "a") },
      into: &builder, places: .empty)
    importer?.source.readAhead(in: file, on: threads)
    while importer?.step(bytes, into: &builder) == true {}
    let originals = importer?.originalRecords(in: file)
    for line in [2, 30, 3, 49] { _ = originals?.values(line: line) }
    return importer?.problem
  }
}
