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
  private var tmux: Tool {
    Tool(
      words: ["tmux", "load-buffer"] + (means.usesTerminal ? ["-w", "-"] : ["-"]), display: "TMUX")
  }

  /// Terminals that print what they do not know.
  private static let withoutSequences = ["linux", "dumb", "ansi", "vt1", "vt2", "vt5", "unknown"]

  private let means: ClipboardMeans
  private let variable: @Sendable (String) -> String?

  /// - Parameters:
  ///   - means: those that the user wants.
  ///   - variable: finds a variable of the environment.
  init(
    by means: ClipboardMeans = .all,
    variable: @escaping @Sendable (String) -> String? = { name in
      getenv(name).map { String(cString: $0) }
    }
  ) {
    self.means = means
    self.variable = variable
  }

  /// Whether the terminal takes sequences that it may not know.
  private var hasTerminal: Bool {
    let type = variable("TERM") ?? "unknown"
    return !Self.withoutSequences.contains { type.hasPrefix($0) }
  }

  /// Copies by every means there is and is wanted: which of them are heard, nothing tells.
  func copy(_ content: Copying.Content) -> CopyOutcome {
    if means == .off {
      return .failed("the configuration has the clipboard off; an export writes it to a file")
    }
    guard let bytes = bytes(of: content) else {
      return .failed("it is more than \(grouped(Self.most)) bytes; an export writes it to a file")
    }
    var used: [String] = []
    var base64: String?
    if means.usesTerminal, hasTerminal, (bytes.count + 2) / 3 * 4 <= Copying.mostToTerminal {
      base64 = Data(bytes).base64EncodedString()
      used.append("OSC 52")
    }
    let tools =
      means.usesCommands ? [Self.tools.first(where: isThere), isThere(tmux) ? tmux : nil] : []
    for tool in tools {
      if let tool, ChildProcess.succeeds(tool.words, reading: bytes) { used.append(tool.words[0]) }
    }
    guard used.isEmpty else { return .done(used, toTerminal: base64) }
    let reason =
      !means.usesTerminal
      ? "there is no wl-copy, xclip, xsel, pbcopy or tmux, and the configuration wants no other means"
      : hasTerminal
        ? "a terminal takes \(grouped(Copying.mostToTerminal / 4 * 3)) bytes at most, and this is \(grouped(bytes.count))"
        : "this terminal has no clipboard, and there is no wl-copy, xclip, xsel or pbcopy"
    return .failed("\(reason); an export writes it to a file")
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
