import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct GzipSinkTests {
  private func packed(_ pieces: [[UInt8]]) throws -> [UInt8] {
    var sink = GzipSink(MemorySink(), target: .file("x.gz"))
    for piece in pieces { try sink.write(piece) }
    try sink.finish()
    return sink.base.bytes
  }

  @Test(arguments: [0, 1, 1000, 65_535, 65_536, 1_000_000])
  func whatIsPackedIsUnpacked(count: Int) throws {
    var random = SeededGenerator(UInt64(count))
    // Noise cannot be packed, so that the output is larger than what was given.
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let file = try packed([bytes])
    #expect(try FileBytes(path: "x.gz", bytes: file).gunzipped().array == bytes)
    let pieces = stride(from: 0, to: count, by: 777).map { Array(bytes[$0..<min($0 + 777, count)]) }
    #expect(try FileBytes(path: "x.gz", bytes: packed(pieces)).gunzipped().array == bytes)
  }

  @Test func theSameContentsAreTheSameBytesWithoutNameAndTime() throws {
    let text = Array(String(repeating: "a,b\n", count: 10_000).utf8)
    let file = try packed([text])
    #expect(try packed([text]) == file && file.count < 1000)
    #expect(file.prefix(8) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
  }

  @Test func aSinkThatIsFullEndsThePacking() throws {
    struct Full: ByteSink {
      mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
        throw .full(.file("x.gz"))
      }
    }
    var sink = GzipSink(Full(), target: .file("x.gz"))
    #expect(throws: WriteError.full(.file("x.gz"))) {
      try sink.write([1, 2, 3])
      try sink.finish()
    }
  }
}
