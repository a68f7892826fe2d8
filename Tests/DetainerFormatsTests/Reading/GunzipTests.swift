import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct GunzipTests {
  @Test func unpacksOneOrMoreMembers() throws {
    let file = FileBytes(path: "x.gz", bytes: gzip("county,") + gzip("") + gzip("declined\n"))
    #expect(file.isGzip)
    #expect(try file.gunzipped().array == Array("county,declined\n".utf8))
    #expect(try FileBytes(path: "x", bytes: gzip("")).gunzipped().array == [])
  }

  @Test func goesByContentAndNotByName() throws {
    let plain = FileBytes(path: "x.csv.gz", bytes: Array("a,b\n".utf8))
    #expect(!plain.isGzip)
    #expect(try plain.unwrapped() === plain)
    #expect(try FileBytes(path: "x", bytes: gzip("a\n")).unwrapped().array == Array("a\n".utf8))
  }

  @Test func zerosBehindTheEndAreFilling() throws {
    let bytes = gzip("a,b\n") + [UInt8](repeating: 0, count: 512)
    #expect(try FileBytes(path: "x.gz", bytes: bytes).gunzipped().array == Array("a,b\n".utf8))
  }

  @Test func otherBytesBehindTheEndAreLeftOutAndTold() throws {
    let bytes = gzip("a,b\n") + Array("no member".utf8)
    let file = try FileBytes(path: "x.gz", bytes: bytes).gunzipped()
    #expect(file.array == Array("a,b\n".utf8))
    #expect(
      file.remarks == [
        FileRemark(
          code: .trailingBytes, text: "has 9 bytes behind its end; they are left out.")
      ])
  }

  @Test func largeContentsGoToATemporaryFileThatHasNoName() throws {
    let text = noise(700_000)
    let original = FileBytes(path: "big.gz", bytes: gzip(text))
    for limit in [0, 1_000, 262_144, 699_999, 700_000, 1 << 20] {
      let file = try original.gunzipped(largestInMemory: limit) { _, _ in true }
      #expect(file.array == text)
      #expect(file.path == "big.gz" && file.identity == original.identity)
    }
  }

  @Test func everyTruncationIsToldFromTheWhole() throws {
    let whole = gzip(noise(300))
    for count in 2..<whole.count {
      let error = try #require(failure(Array(whole[..<count])))
      guard case .truncated("x.csv.gz", let readable) = error else {
        Issue.record("\(count): \(error)")
        continue
      }
      #expect(readable <= 300)
    }
    #expect(
      failure(Array(whole.dropLast(4)))?.description
        == """
        x.csv.gz ends too early: only the first 300 bytes of its contents are readable; \
        get the file again.
        """)
  }

  @Test func damageIsFound() {
    var bytes = gzip(noise(50_000))
    bytes[bytes.count - 6] ^= 1  // the checksum
    #expect(failure(bytes) == .damaged(path: "x.csv.gz", readable: 50_000))
    bytes = gzip("a") + [0x1F, 0x8B] + Array("rubbish".utf8)
    #expect(failure(bytes) == .damaged(path: "x.csv.gz", readable: 1))
    #expect(failure([0x1F, 0x8B, 9, 9, 9, 9]) == .damaged(path: "x.csv.gz", readable: 0))
  }

  @Test func anyFlippedByteThrowsOrUnpacksButNeverTraps() {
    let whole = gzip(noise(500))
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x55
      _ = failure(bytes)
    }
  }

  @Test func reportsProgressAndCanBeCancelled() throws {
    let file = FileBytes(path: "x.csv.gz", bytes: gzip(noise(2_000_000)))
    var calls: [Int] = []
    _ = try file.gunzipped { done, total in
      #expect(total == file.size)
      calls.append(done)
      return true
    }
    #expect(calls.count > 3 && calls == calls.sorted())
    #expect(throws: FileError.cancelled(path: "x.csv.gz")) {
      _ = try file.gunzipped { done, _ in done < 500_000 }
    }
  }

  private func failure(_ bytes: [UInt8]) -> FileError? {
    do {
      _ = try FileBytes(path: "x.csv.gz", bytes: bytes).gunzipped()
      return nil
    } catch {
      return error
    }
  }

  /// Bytes that do not compress, so that a piece of input is a piece of output.
  private func noise(_ count: Int) -> [UInt8] {
    var random = SeededGenerator(UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }
}
