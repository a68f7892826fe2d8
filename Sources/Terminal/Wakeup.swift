/// Lets a worker wake the loop that waits in `Terminal.nextEvent`; usable without a terminal too.
package struct Wakeup: Sendable {
  /// Copies share the pipe; the last one closes it.
  private final class Pipe: Sendable {
    let read: Int32
    let write: Int32

    init() throws(TerminalError) {
      guard let ends = System.makePipe() else { throw TerminalError.noPipe }
      read = ends.read
      write = ends.write
    }

    deinit {
      System.shut(read)
      System.shut(write)
    }
  }

  private let pipe: Pipe

  /// Opens a pipe; throws if no file can be opened.
  package init() throws(TerminalError) { pipe = try Pipe() }

  /// The file to poll for reading.
  package var readEnd: Int32 { pipe.read }

  var writeEnd: Int32 { pipe.write }

  /// Rings; never blocks, and many rings count as one.
  package func signal() { System.writeByte(to: pipe.write) }

  /// Takes back all rings so far.
  package func drain() { System.drain(pipe.read) }

  /// Whether it rang since the last `drain`, waiting for it up to `milliseconds` (nil: forever).
  package func wait(milliseconds: Int? = nil) -> Bool {
    let deadline = milliseconds.map { System.milliseconds() + $0 }
    while true {
      let left = deadline.map { $0 - System.milliseconds() }
      if System.wait(for: [readEnd], milliseconds: left) == [.readable] { return true }
      if let left, left <= 0 { return false }
    }
  }
}
