import Synchronization

/// What comes through a pipe, kept in a file without a name, so that it can be read like any other.
///
/// A pipe gives its bytes once; the file stays open until the program ends, so that it can be
/// looked into as often as it takes to find out what it is.
enum PipedFile {
  /// How standard input is called in messages and in the column `file`.
  static let standardInput = "standard input"

  /// So many bytes tell what comes.
  private static let headSize = 1 << 16

  private static let kept = Mutex<[String: OpenFile]>([:])

  /// Whether a path leads to bytes that come only once.
  static func isNamed(by path: String) -> Bool {
    isInput(path) || FileStatus(path: path)?.kind == .pipe
  }

  /// Whether a path stands for standard input.
  static func isInput(_ path: String) -> Bool { path == "-" || path == "/dev/stdin" }

  /// Whether a path says nothing of what comes: it is no name for a source.
  static func isNameless(_ path: String) -> Bool { isInput(path) || number(of: path) != nil }

  /// The number by which `<(…)` of a shell names a pipe.
  private static func number(of path: String) -> Substring? {
    ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }.map { path.dropFirst($0.count) }
  }

  /// Reads a pipe to its end, unless it has been before.
  /// - Parameter progress: is called now and then with the bytes that have come.
  static func read(
    _ path: String, progress: (Int) -> Void
  ) throws(FileError) -> FoundFile {
    let name = isInput(path) ? standardInput : path
    let file: OpenFile
    if let before = kept.withLock({ $0[name] }) {
      file = before
    } else {
      file = try copy(isInput(path) ? nil : path, named: name, progress)
      kept.withLock { $0[name] = file }
    }
    let size = (try? file.status())?.identity.size ?? 0
    // `<(…)` has a number for a name, which would be taken for one of the data.
    let number = number(of: name).map { "pipe \($0)" }
    return FoundFile(
      path: name, shown: name, source: number ?? sourceName(ofFile: name), size: size,
      spooled: file.pathOfDescriptor)
  }

  private static func copy(
    _ path: String?, named name: String, _ progress: (Int) -> Void
  ) throws(FileError) -> OpenFile {
    let pipe: OpenFile
    do throws(SystemError) {
      if let path {
        pipe = try OpenFile(readingPipe: path)
      } else {
        pipe = try OpenFile.standardInput()
      }
      if pipe.isTerminal { throw SystemError.terminal }
    } catch {
      if error == .terminal { throw .terminal }
      throw FileError(error, path: name)
    }
    if (try? pipe.status())?.kind == .directory { throw .directory(path: name) }
    do throws(SystemError) {
      let file = try OpenFile.temporary()
      var piece = [UInt8](repeating: 0, count: 1 << 20)
      var head: [UInt8] = []
      var count = 0
      while true {
        let got = try piece.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
          try pipe.readSome(into: UnsafeMutableRawBufferPointer(buffer))
        }
        if got == 0 { return file }
        count += got
        try piece.withRawBytes { bytes throws(SystemError) in
          try file.write(UnsafeRawBufferPointer(rebasing: bytes[..<got]))
        }
        progress(count)
        guard head.count < headSize else { continue }
        head += piece[..<min(got, headSize - head.count)]
        // What is no data may never end, as a device does not; the head says what it is.
        if head.count == headSize, head.withUnsafeBytes({ sniffContent($0) }) == .binary {
          return file
        }
      }
    } catch {
      throw FileError(unpacking: name, error)
    }
  }
}
