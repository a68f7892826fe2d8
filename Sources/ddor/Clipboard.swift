import Browser
import DetainerFormats
import DetainerModel
import FoundationEssentials
import Glibc
import Text

/// The clipboard: of the terminal, and of the programs that keep one, as far as they are there.
struct Clipboard: Sendable {
  /// The bytes that are copied at most.
  private static let most = 16 << 20

  /// A program that takes a text from its standard input for a clipboard, where a variable says
  /// that its display, or tmux, is there.
  private struct Tool {
    let words: [String]
    var display: String?
  }

  private static let tools = [
    Tool(words: ["wl-copy"], display: "WAYLAND_DISPLAY"),
    Tool(words: ["xclip", "-selection", "clipboard"], display: "DISPLAY"),
    Tool(words: ["xsel", "--clipboard", "--input"], display: "DISPLAY"),
    Tool(words: ["pbcopy"]),
  ]
  /// tmux passes a text on to the terminal outside, where it is not told to leave that alone.
  private static let tmux = Tool(words: ["tmux", "load-buffer", "-w", "-"], display: "TMUX")

  /// Terminals that print what they do not know.
  private static let withoutSequences = ["linux", "dumb", "ansi", "vt1", "vt2", "vt5", "unknown"]

  private let variable: @Sendable (String) -> String?

  /// - Parameter variable: finds a variable of the environment.
  init(
    variable: @escaping @Sendable (String) -> String? = { name in
      getenv(name).map { String(cString: $0) }
    }
  ) {
    self.variable = variable
  }

  /// Whether the terminal takes sequences that it may not know.
  private var hasTerminal: Bool {
    let type = variable("TERM") ?? "unknown"
    return !Self.withoutSequences.contains { type.hasPrefix($0) }
  }

  /// Copies by every means there is: which of them are heard, nothing tells.
  func copy(_ content: Copying.Content) -> CopyOutcome {
    guard let bytes = bytes(of: content) else {
      return .failed("it is more than \(grouped(Self.most)) bytes; e writes it to a file")
    }
    var means: [String] = []
    var base64: String?
    if hasTerminal, (bytes.count + 2) / 3 * 4 <= Copying.mostToTerminal {
      base64 = Data(bytes).base64EncodedString()
      means.append("OSC 52")
    }
    for tool in [Self.tools.first(where: isThere), isThere(Self.tmux) ? Self.tmux : nil] {
      if let tool, ChildProcess.succeeds(tool.words, reading: bytes) { means.append(tool.words[0]) }
    }
    guard means.isEmpty else { return .done(means, toTerminal: base64) }
    let reason =
      hasTerminal
      ? "a terminal takes \(grouped(Copying.mostToTerminal / 4 * 3)) bytes at most, and this is \(grouped(bytes.count))"
      : "this terminal has no clipboard, and there is no wl-copy, xclip, xsel or pbcopy"
    return .failed("\(reason); e writes it to a file")
  }

  private func isThere(_ tool: Tool) -> Bool {
    let hasDisplay = tool.display.map { variable($0)?.isEmpty == false } ?? true
    guard hasDisplay, let name = tool.words.first else { return false }
    let folders = variable("PATH")?.split(separator: ":") ?? []
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// The text; nil where it is too long. Rows are harmless and otherwise those of an export.
  private func bytes(of content: Copying.Content) -> [UInt8]? {
    guard case .rows(let listing, let form) = content else {
      guard case .text(let text) = content else { return nil }
      return Array(text.utf8)
    }
    guard let listing = listing() else { return [] }
    var sink = MemorySink(most: Self.most)
    do throws(WriteError) {
      try Export(listing.harmlessTexts, as: form).write(to: &sink, target: .file("the clipboard"))
    } catch { return nil }
    return sink.bytes
  }
}
