import Glibc
import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct FileSinkTests {
  @Test func everyByteArrivesOnceAndInOrder() throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/a"
      let number = open(path, O_WRONLY | O_CREAT, 0o600)
      defer { close(number) }
      var sink = FileSink(descriptor: number, target: .file(path))
      var random = SeededGenerator(3)
      var expected: [UInt8] = []
      for size in [0, 1, 65_535, 65_536, 65_537, 10, 200_000, 1, 65_535, 0, 3] {
        let piece = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
        try sink.write(piece)
        expected += piece
      }
      try sink.flush()
      #expect(try FileBytes(path: path).array == expected)
    }
  }

  @Test func aFullDiskIsASentence() {
    let number = open("/dev/full", O_WRONLY)
    defer { close(number) }
    var sink = FileSink(descriptor: number, target: .file("x.csv"))
    let full = WriteError.full(.file("x.csv"))
    #expect(throws: full) {
      try sink.write("few")
      try sink.flush()
    }
    #expect(throws: full, "an error is final") { try sink.write("more") }
    #expect(throws: full) { try sink.flush() }
    var large = FileSink(descriptor: number, target: .standardOutput)
    #expect(throws: WriteError.full(.standardOutput)) {
      try large.write([UInt8](repeating: 0, count: 100_000))
    }
    #expect(
      full.description
        == "There is no room left to write “x.csv”; free some space, or choose another disk.")
  }

  @Test func aClosedPipeIsAnErrorOfItsOwn() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    var sink = FileSink(descriptor: ends[1], target: .standardOutput)
    #expect(throws: WriteError.brokenPipe(.standardOutput)) {
      try sink.write("x")
      try sink.flush()
    }
    #expect(
      WriteError.brokenPipe(.standardOutput).description
        == "Standard output stopped reading before everything was written; "
        + "check what it is connected to.")
  }

  @Test func aDescriptorThatIsNotOpenIsASentence() {
    var sink = FileSink(descriptor: -1, target: .standardOutput)
    #expect {
      try sink.write("x")
      try sink.flush()
    } throws: {
      "\($0)"
        == "Standard output cannot be written: Bad file descriptor; "
        + "try again, or choose another place."
    }
  }

  @Test func aPipeThatFillsUpIsWaitedFor() async throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    for end in ends { #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    let size = 1_000_000
    async let count = drain(reading)
    var sink = FileSink(descriptor: writing, target: .standardOutput)
    try sink.write([UInt8](repeating: 7, count: size))
    try sink.flush()
    close(writing)
    #expect(await count == size)
  }

  private func drain(_ number: Int32) async -> Int {
    var total = 0
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(number, &piece, piece.count)
      if count == 0 { return total }
      if count > 0 { total += count } else { await Task.yield() }
    }
  }
}
