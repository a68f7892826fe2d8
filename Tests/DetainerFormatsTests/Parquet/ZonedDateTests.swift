import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Times that are moments have the date of Greenwich, which may not be the one that was recorded.
@Suite struct ZonedDateTests {
  /// 2025-01-03, in milliseconds.
  private static let day = 1_735_862_400_000

  /// What is told of two detainers that were issued at these milliseconds of a day.
  private func told(_ times: [Int], isZoned: Bool) throws -> [Diagnostic] {
    let milliseconds = ThriftValue.structure([1: .structure([:])])
    let zone = ThriftValue.structure([1: .bool(isZoned), 2: milliseconds])
    let pages = times.flatMap { time in
      (0..<8).map { UInt8(truncatingIfNeeded: (Self.day + time) >> ($0 * 8)) }
    }
    var writer = ParquetWriter(
      ParquetWriter.Column(
        name: "facility_state",
        pages: [ParquetWriter.page(ParquetWriter.plain(["TEXAS", "OHIO"]))]))
    writer.columns[0] = ParquetWriter.Column(
      name: "detainer_prepare_date", pages: [ParquetWriter.page(pages)], type: 2,
      schema: [3: .int(0), 10: .structure([8: zone])])
    let data = try ParquetFixture.opened(writer.bytes)
    #expect(data.table.issued(0).iso == "2025-01-03")
    return data.diagnostics.filter { $0.code == .zonedDate }
  }

  @Test func aMomentOfADayIsToldOnceWithItsRowAndColumn() throws {
    let found = try told([0, 3_600_000], isZoned: true)
    #expect(found.map(\.row) == [3] && found.map(\.column) == ["detainer_prepare_date"])
    #expect(found.first?.message.hasPrefix("“2025-01-03 01:00:00” is a time in UTC") == true)
    #expect(try told([60_000, 3_600_000], isZoned: true).count == 1)
  }

  @Test func midnightsAreDatesAndTimesWithoutAZoneAreLocal() throws {
    #expect(try told([0, 0], isZoned: true).isEmpty)
    #expect(try told([0, 3_600_000], isZoned: false).isEmpty)
  }
}
