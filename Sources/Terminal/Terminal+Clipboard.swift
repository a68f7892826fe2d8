extension Terminal {
  /// Gives the terminal a text for the clipboard of the machine before which its user sits: OSC 52,
  /// which also goes through ssh. Whether the terminal takes it, none tells.
  ///
  /// - Parameter base64: the text in base64, of which nothing can end the sequence early.
  package borrowing func setClipboard(_ base64: String) {
    let multiplexer = Multiplexer(
      tmux: System.variable("TMUX"), screen: System.variable("STY"))
    System.send(multiplexer.clipboardSequence(base64), to: System.standardOutput)
  }
}

/// What stands between the program and the terminal, and takes sequences only in a wrapping.
enum Multiplexer {
  case none, tmux, screen

  /// The innermost is meant: each names itself in a variable.
  init(tmux: String?, screen: String?) {
    self = tmux?.isEmpty == false ? .tmux : screen?.isEmpty == false ? .screen : .none
  }

  /// The characters in one string of screen, which holds no longer one.
  private static let chunk = 240

  /// The sequence that sets the clipboard to a text in base64.
  func clipboardSequence(_ base64: String) -> String {
    let sequence = "\u{1B}]52;c;\(base64)\u{7}"
    switch self {
    case .none: return sequence
    case .tmux:
      // An escape in the wrapping is doubled.
      return "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\"
    case .screen:
      var rest = Array(sequence.utf8)[...]
      var chunks = ""
      while !rest.isEmpty {
        chunks += "\u{1B}P\(String(decoding: rest.prefix(Self.chunk), as: UTF8.self))\u{1B}\\"
        rest = rest.dropFirst(Self.chunk)
      }
      return chunks
    }
  }
}
