import Glibc

/// A file that takes its name only when it is complete.
struct OutputFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// `-` is standard output.
  init(_ path: String) throws(OutputError) {
    self.path = path
    descriptor =
      path == "-"
      ? STDOUT_FILENO : open(Self.partial(path), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw OutputError(path, "cannot be created") }
  }

  borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else {
        unlink(Self.partial(path))
        throw OutputError(path, "cannot be written")
      }
      rest = rest.dropFirst(written)
    }
  }

  consuming func finish() throws(OutputError) {
    guard path != "-" else { return }
    guard close(descriptor) == 0, rename(Self.partial(path), path) == 0 else {
      unlink(Self.partial(path))
      throw OutputError(path, "cannot be finished")
    }
  }

  private static func partial(_ path: String) -> String { path + ".partial" }
}

/// What went wrong with the file that is being made.
package struct OutputError: Error, CustomStringConvertible {
  package let description: String

  fileprivate init(_ path: String, _ what: String) {
    description = "\(path) \(what): \(String(cString: strerror(errno)))"
  }
}
