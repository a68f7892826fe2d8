import DetainerFormats
@preconcurrency import Glibc
import Synchronization

/// A program that runs beside the loop: it reads what it is given, has no terminal, and what it
/// prints and complains of comes in one stream.
struct ChildProcess: Sendable {
  private let id: pid_t
  private let input: Int32
  /// Where what it prints is read; nil where nobody wants that.
  private let output: Int32?

  /// How it ended.
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case cancelled
  }

  /// One at a time, so that no child gets the pipes of another.
  private static let starting = Mutex(())
  /// POSIX_SPAWN_SETSID of glibc and musl, which Swift does not see.
  private static let ownSession: Int32 = 0x80

  /// Starts a program that is found as a shell finds it; nil where it cannot be started.
  init?(_ words: [String], gathersOutput: Bool) {
    guard let child = Self.starting.withLock({ _ in Self(starting: words, gathersOutput) }) else {
      return nil
    }
    self = child
  }

  private init?(starting words: [String], _ gathersOutput: Bool) {
    guard let toChild = Self.pipe(), let fromChild = Self.pipe() else { return nil }
    defer {
      close(toChild.read)
      close(fromChild.write)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild.read, STDIN_FILENO)
    for file in [STDOUT_FILENO, STDERR_FILENO] {
      if gathersOutput {
        posix_spawn_file_actions_adddup2(&actions, fromChild.write, file)
      } else {
        posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_WRONLY, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own has no terminal, and is a group that ends as one; and the signals that
    // this program ignores are for it to decide.
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes,
      Int16(Self.ownSession | Int32(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)))
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var id = pid_t()
    guard posix_spawnp(&id, words[0], &actions, &attributes, arguments, environ) == 0 else {
      close(toChild.write)
      close(fromChild.read)
      return nil
    }
    self.id = id
    input = toChild.write
    output = gathersOutput ? fromChild.read : nil
    if !gathersOutput { close(fromChild.read) }
  }

  /// Waits for its end.
  ///
  /// - Parameters:
  ///   - feed: writes its standard input, on another thread.
  ///   - gather: takes what it prints.
  ///   - isCancelled: is asked now and then whether it has to end.
  func run(
    feed: @escaping @Sendable (inout FileSink) throws(WriteError) -> Void,
    gather: (UnsafeRawBufferPointer) -> Void = { _ in }, isCancelled: () -> Bool
  ) -> Ending {
    startThread { [input] in
      var sink = FileSink(descriptor: input, target: .file("the command"))
      // Whoever has seen enough reads no further.
      do throws(WriteError) {
        try feed(&sink)
        try sink.flush()
      } catch {}
      close(input)
    }
    defer { if let output { close(output) } }
    var isOpen = output != nil
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while !isCancelled() {
      if isOpen, let output {
        var polled = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 50) > 0 else { continue }
        let count = read(output, &chunk, chunk.count)
        if count > 0 {
          chunk.withUnsafeBytes { gather(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        } else if count == 0 || errno != EINTR {
          isOpen = false
        }
      } else if let ending = ended(WNOHANG) {
        return ending
      } else {
        usleep(5_000)
      }
    }
    kill(-id, SIGTERM)
    for _ in 0..<40 where ended(WNOHANG) == nil { usleep(5_000) }
    kill(-id, SIGKILL)
    _ = ended(0)
    return .cancelled
  }

  /// Runs a program that has to be done within two seconds, and says whether it went well.
  static func succeeds(_ words: [String], reading bytes: [UInt8]) -> Bool {
    let end = ContinuousClock.now + .seconds(2)
    return ChildProcess(words, gathersOutput: false)?.run(
      feed: { sink throws(WriteError) in try sink.write(bytes) },
      isCancelled: { ContinuousClock.now > end }) == .exited(0)
  }

  private func ended(_ options: Int32) -> Ending? {
    var status: Int32 = 0
    let found = waitpid(id, &status, options)
    // What was waited for before has ended.
    if found < 0, errno == ECHILD { return .cancelled }
    guard found == id else { return nil }
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  /// A pipe that no other child gets.
  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
