import Glibc
import TestSupport
import Testing

/// All tests that need a real terminal; one at a time, since each drives several processes.
///
/// Without tmux they are skipped, but not in CI: there the table has to be proven.
@Suite(
  .serialized,
  .enabled(if: TmuxSession.isUsable, "tmux is not installed, so no real terminal can be had"),
  .timeLimit(.minutes(1)))
struct TerminalTable {}

/// A shell in a terminal of its own: one window of a private tmux server.
///
/// Nothing waits a fixed time; what is expected is polled for until a deadline.
final class TmuxSession {
  /// How long anything may take until a test gives up on it, in milliseconds.
  private static let patience = 10_000
  private static let pollInterval: UInt32 = 10_000

  /// Where the shell stands; removed with all that is in it.
  let directory: String
  private let tmux: String

  /// Starts a shell in a terminal of this size that says it is of type `term`.
  init(_ size: String = "80x24", term: String? = "xterm-256color") throws {
    directory = makeTemporaryDirectory()
    let name = directory.split(separator: "/").last ?? ""
    // Only what is named here reaches the programs in the terminal.
    tmux =
      "env -i \"PATH=$PATH\" LC_ALL=C.UTF-8 TERM=xterm-256color"
      + " TMUX_TMPDIR=\(quoted(directory)) tmux -u -L \(name) -f /dev/null"
    let type = term.map { "TERM=\(quoted($0))" } ?? "-u TERM"
    let shell = "exec env -u TMUX \(type) PS1='$ ' sh -i +o emacs"
    let started = run(
      "\(tmux) start-server \\; set -g status off \\; set -g default-shell /bin/sh"
        + " \\; new-session -d \(flags(size)) -c \(quoted(directory)) \(quoted(shell))"
        + " \\; pipe-pane \(quoted("cat >\(quoted("\(directory)/raw"))")) 2>&1")
    try #require(started.status == 0, "tmux did not start: \(started.output)")
    try #require(comes { !self.screen.isEmpty }, "the shell shows no prompt")
  }

  deinit {
    killServer()
    removeTree(directory)
  }

  static var isUsable: Bool {
    run("command -v tmux").status == 0 || getenv("CI").map { String(cString: $0) } == "true"
  }

  // MARK: What a person does

  /// Runs a command line in the shell, and goes on at once.
  ///
  /// A shell gives up a script whose command dies of SIGINT, unless it has a trap for it.
  /// Afterwards the modes of the terminal are in the files `before` and `after`, and the exit
  /// status in `status`.
  func start(_ command: String) {
    // Here and not in the shell: the status of a run before must not be taken for this one.
    unlink("\(directory)/status")
    put(
      """
      trap : INT
      stty -a >before
      \(command)
      echo $? >status.part
      stty -a >after
      mv status.part status
      """, in: "run")
    type(". ./run\n")
  }

  /// Runs ddor in the shell with an environment; its process is in the file `pid`.
  func startDdor(_ arguments: String, environment: String = "", errors: String? = nil) {
    // exec keeps the process that wrote its number.
    start(
      "env \(environment) sh -c 'echo $$ >pid; exec \"$0\" \"$@\"'"
        + " \(quoted(Ddor.path)) \(arguments)" + (errors.map { " 2>\($0)" } ?? ""))
  }

  /// Types text as it is; a newline is the Enter key.
  func type(_ text: String) {
    var rest = text[...]
    while !rest.isEmpty {
      if rest.first == "\n" {
        press("Enter")
        rest = rest.dropFirst()
      } else {
        let line = rest.prefix { $0 != "\n" }
        command("send-keys -l -- \(quoted(String(line)))")
        rest = rest.dropFirst(line.count)
      }
    }
  }

  /// Presses a key under the name tmux has for it.
  func press(_ key: String) { command("send-keys \(key)") }

  /// Pastes as the terminal does: in brackets where the program has asked for them.
  func paste(_ text: String) {
    command("set-buffer -- \(quoted(text)) \\; paste-buffer -p")
  }

  func resize(_ size: String) { command("resize-window \(flags(size))") }

  func killServer() { command("kill-server") }

  // MARK: What can be seen

  /// The rows of text, without blanks at the end of a row or rows at the end.
  var screen: [String] { rows(command("capture-pane -p")) }

  /// The rows with all that is in them: sequences for colours and others.
  var styledScreen: String { command("capture-pane -p -e") }

  /// Everything that programs have written to the terminal so far.
  var raw: String { contents(of: "raw") ?? "" }

  /// What tmux knows, such as `cursor_flag`.
  func state(_ name: String) -> String {
    rows(command("display-message -p '#{\(name)}'")).first ?? ""
  }

  var isOnMainScreen: Bool { state("alternate_on") == "0" }

  /// The text of a file in the directory of the shell, nil if there is none.
  func contents(of file: String) -> String? {
    guard access("\(directory)/\(file)", R_OK) == 0 else { return nil }
    return TestSupport.contents(of: "\(directory)/\(file)")
  }

  func put(_ text: String, in file: String) {
    TestSupport.put(text.utf8, at: "\(directory)/\(file)")
  }

  /// The exit status of what was started, once it has ended.
  func status() throws -> Int {
    try #require(comes { self.contents(of: "status") != nil }, "the command does not end")
    return try #require(contents(of: "status").flatMap { Int(rows($0).first ?? "") })
  }

  /// The process of ddor.
  func pid() throws -> pid_t {
    try #require(contents(of: "pid").flatMap { pid_t(rows($0).first ?? "") })
  }

  /// Waits until the screen is as expected, and records both if it never is.
  func expectScreen(
    _ expected: [String], _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var shown: [String] = []
    _ = comes {
      shown = self.screen
      return shown == expected
    }
    #expect(shown == expected, comment, sourceLocation: sourceLocation)
  }

  /// Waits until something is true; false if it does not become so.
  func comes(_ condition: () -> Bool) -> Bool {
    let deadline = milliseconds() + Self.patience
    while !condition() {
      guard milliseconds() < deadline else { return false }
      usleep(Self.pollInterval)
    }
    return true
  }

  /// Tells tmux something, and gives what it answers.
  @discardableResult
  func command(_ arguments: String) -> String {
    run("\(tmux) \(arguments) 2>/dev/null").output
  }

  private func flags(_ size: String) -> String {
    let parts = size.split(separator: "x")
    return "-x \(parts.first ?? "80") -y \(parts.last ?? "24")"
  }

  private func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}

/// The program under test and its data.
enum Ddor {
  /// The program built beside the tests.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(
      decoding: buffer.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return parent(of: tests) + "/ddor"
  }()

  /// One file of the sample data, which loads at once.
  static let file = sampleDirectory + "/detainers/ddor-2017-01-28.csv"

  /// The screen that `ddor frame` prints, in the form of `TmuxSession.screen`.
  static func frame(
    _ size: String, keys: String = "", ascii: Bool = false, of path: String = file
  ) throws -> [String] {
    let printed = run(
      "\(quoted(self.path)) frame --size \(size) --keys \(quoted(keys))"
        + (ascii ? " --ascii" : "") + " \(quoted(path)) 2>&1")
    try #require(printed.status == 0, "ddor frame failed: \(printed.output)")
    return rows(printed.output)
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}

/// A word of a shell command that stands for exactly this text.
func quoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}

/// Runs a shell command to its end.
private func run(_ command: String) -> (status: Int, output: String) {
  guard let stream = popen(command, "r") else { return (-1, "") }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&block, 1, block.count, stream), count > 0 {
    bytes += block.prefix(count)
  }
  let ended = pclose(stream)
  return (Int(ended >> 8) & 0xFF, String(decoding: bytes, as: UTF8.self))
}

private func rows(_ text: String) -> [String] {
  var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
    String(row.reversed().drop { $0 == " " }.reversed())
  }
  while rows.last?.isEmpty == true { rows.removeLast() }
  return rows
}
