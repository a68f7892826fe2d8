import Glibc

/// The few calls to the operating system this room needs; the only file that imports Glibc.
enum System {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  /// Whether a few files more may be opened, as the terminal database needs them.
  static var canOpenFiles: Bool {
    let files = (0..<3).map { _ in open("/", O_RDONLY | O_CLOEXEC) }
    defer { for file in files where file >= 0 { shut(file) } }
    return files.allSatisfy { $0 >= 0 }
  }

  /// Takes the user's character encoding and says whether it is UTF-8.
  static func useLocale(elseIn directories: [String]) -> Bool {
    if setlocale(LC_CTYPE, "") == nil, wantsUTF8, setlocale(LC_CTYPE, "C.UTF-8") == nil {
      // The named locale is not installed here, common after ssh; the encoding is what matters.
      // Where there are no locales at all, one may have been brought along.
      for directory in directories where access(directory + "/C.UTF-8/LC_CTYPE", R_OK) == 0 {
        setenv("LOCPATH", directory, 1)
        if setlocale(LC_CTYPE, "C.UTF-8") != nil { break }
        unsetenv("LOCPATH")
      }
    }
    return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
  }

  static var wantsUTF8: Bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    let encoding = (named ?? "").lowercased()
    return encoding.hasSuffix("utf-8") || encoding.hasSuffix("utf8")
  }

  /// Columns and rows as the terminal states them, nil if it states none.
  static func windowSize(_ file: Int32) -> (columns: Int, rows: Int)? {
    var window = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return nil
    }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// Bytes that can be read at once.
  static func available(_ file: Int32) -> Int {
    var count: Int32 = 0
    return ioctl(file, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  static func send(_ text: String, to file: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// What can be read at once, as text; nil at the end.
  static func read(_ file: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }

  /// At most eight of the bytes that there are, none where a signal came first; nil at the end.
  static func readBytes(_ file: Int32, atMost count: Int) -> Array<UInt8>.SubSequence? {
    var bytes: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
    let taken = Glibc.read(file, &bytes, min(count, bytes.count))
    if taken < 0, errno == EINTR { return [] }
    return taken > 0 ? bytes.prefix(taken) : nil
  }

  /// A pipe that neither blocks nor reaches child processes.
  static func makePipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }

  static func writeByte(to file: Int32) {
    var byte: UInt8 = 0
    // A full pipe has rung already.
    while write(file, &byte, 1) < 0, errno == EINTR {}
  }

  static func drain(_ file: Int32) {
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = Glibc.read(file, &bytes, bytes.count)
      guard count > 0 || (count < 0 && errno == EINTR) else { return }
    }
  }

  /// Makes the terminal of the process standard input; without one nothing changes.
  static func reopenStandardInput() {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return }
    dup2(terminal, standardInput)
    shut(terminal)
  }

  static func shut(_ file: Int32) { _ = close(file) }

  /// What `wait` found out about one file.
  enum Readiness { case idle, readable, gone }

  /// Waits until a file has something to say, a signal arrives or the time is over.
  static func wait(for files: [Int32], milliseconds: Int?) -> [Readiness] {
    var polled = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    guard poll(&polled, nfds_t(polled.count), limit) > 0 else { return files.map { _ in .idle } }
    return polled.map { file in
      // What was typed before the line went dead is not worth the risk of spinning.
      if Int32(file.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .gone }
      return Int32(file.revents) & POLLIN != 0 ? .readable : .idle
    }
  }

  /// A clock that never jumps.
  static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
