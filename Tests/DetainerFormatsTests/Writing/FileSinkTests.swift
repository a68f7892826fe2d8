import Glibc
import Synchronization
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

  @Test func aPipeThatFillsUpIsWaitedFor() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let size = 1_000_000
    let reader = PipeReader()
    // Not by a task: all threads that run tasks may be busy with tests, of which this one waits.
    #expect(startedThread { reader.readAll(of: reading) })
    var sink = FileSink(descriptor: writing, target: .standardOutput)
    try sink.write([UInt8](repeating: 7, count: size))
    try sink.flush()
    close(writing)
    reader.isDone.wait()
    #expect(reader.count.load(ordering: .acquiring) == size)
  }
}

/// Counts what comes through a pipe.
private final class PipeReader: Sendable {
  let isDone = Semaphore(0)
  let count = Atomic(0)

  func readAll(of number: Int32) {
    var piece = [UInt8](repeating: 0, count: 4_096)
    while case let got = read(number, &piece, piece.count), got > 0 {
      count.add(got, ordering: .relaxed)
    }
    isDone.signal()
  }
}
