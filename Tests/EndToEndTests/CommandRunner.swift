import Dispatch
import Glibc
import TestSupport
import Testing

/// What a run of the program left behind.
struct Run {
  let output: String
  let errors: String
  let code: Int32

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Runs the program that lies beside the tests, as a shell would.
func ddor(_ arguments: String..., onTerminal: Bool = false) async throws -> Run {
  try await ddor(arguments, onTerminal: onTerminal)
}

/// Runs the program that lies beside the tests, as a shell would.
func ddor(_ arguments: [String], onTerminal: Bool = false) async throws -> Run {
  try await run([program] + arguments, onTerminal: onTerminal)
}

/// Runs a script of the shell, in which `$0` is the program.
func shell(_ script: String) async throws -> Run {
  try await run(["/bin/sh", "-c", script, program], onTerminal: false)
}

/// One run at a time, on a thread of its own: waiting must not take threads from other tests.
private let queue = DispatchQueue(label: "runs of ddor")

private func run(_ arguments: [String], onTerminal: Bool) async throws -> Run {
  try await withCheckedThrowingContinuation { continuation in
    queue.async {
      continuation.resume(with: Result { try runNow(arguments, onTerminal: onTerminal) })
    }
  }
}

private func runNow(_ arguments: [String], onTerminal: Bool) throws -> Run {
  let directory = makeTemporaryDirectory()
  defer { removeTree(directory) }
  let output = "\(directory)/out"
  let errors = "\(directory)/err"
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  let terminal = onTerminal ? open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC) : -1
  defer { if terminal >= 0 { close(terminal) } }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  if onTerminal {
    posix_spawn_file_actions_addopen(
      &actions, 1, nameOfOtherEnd(terminal), O_RDWR | O_NOCTTY, 0)
  } else {
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
  }
  posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)

  var process = pid_t()
  let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  let environment: [UnsafeMutablePointer<CChar>?] = [
    strdup("LC_ALL=C.UTF-8"), strdup("PATH=/usr/bin:/bin"), nil,
  ]
  defer { for word in words + environment { free(word) } }
  let started = posix_spawn(&process, arguments[0], &actions, nil, words, environment)
  try #require(started == 0, "the program was not built")
  let printed = onTerminal ? readTerminal(terminal) : ""
  var status = Int32(0)
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  return Run(
    output: onTerminal ? printed : contents(of: output), errors: contents(of: errors), code: code)
}

/// Unlocks the other end of a pseudo terminal and names it.
///
/// The requests are TIOCSPTLCK and TIOCGPTN of Linux; Swift sees neither them nor `ptsname`.
private func nameOfOtherEnd(_ terminal: Int32) -> String {
  var locked = Int32(0)
  var number = Int32(0)
  precondition(ioctl(terminal, 0x4004_5431, &locked) == 0, "no pseudo terminal")
  precondition(ioctl(terminal, 0x8004_5430, &number) == 0, "no pseudo terminal")
  return "/dev/pts/\(number)"
}

/// Reads until the program has closed its terminal.
private func readTerminal(_ terminal: Int32) -> String {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(terminal, &chunk, chunk.count)
    if count > 0 {
      bytes += chunk.prefix(count)
    } else if count == 0 || errno != EINTR && errno != EIO {
      break
    } else if errno == EIO {
      // Nobody has it open: not yet, or no longer.
      if !bytes.isEmpty { break }
      usleep(10_000)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The program, which is built into the directory of the test bundle.
private let program: String = {
  let maps = contents(of: "/proc/self/maps").split(separator: "\n")
  guard let line = maps.first(where: { $0.hasSuffix(".xctest") }),
    let start = line.firstIndex(of: "/"), let end = line.lastIndex(of: "/")
  else { return "ddor" }
  return line[start..<end] + "/ddor"
}()
