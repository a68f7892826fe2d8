import CNcurses
import Screen

/// Finding out on which ground the terminal writes.
///
/// It is asked once (OSC 11), and nothing waits for the answer: the first picture is drawn for the
/// ground that the environment names, else for any, and the next once the answer is there. The
/// answer comes among the keys, and is taken out of them at any time.
extension Terminal {
  /// How long a terminal may take, in milliseconds, before the end no longer waits for its answer.
  static let groundPatience = 2_000
  /// How long what makes an answer of its first letter may take, and how long its rest, in
  /// milliseconds.
  static let groundPause: Int32 = 20
  private static let answerPause: Int32 = 500
  private static let longestAnswer = 64

  /// Asks the terminal, if it is one that answers or keeps silent.
  mutating func askForGround() {
    let question = GroundQuestion(
      type: System.variable("TERM") ?? "", tmux: System.variable("TMUX"),
      screen: System.variable("STY"))
    guard question.isUnderstood else { return }
    (groundAsked, hasAskedForGround) = (System.milliseconds(), true)
    System.send(GroundQuestion.text, to: System.standardOutput)
  }

  /// Whether the answer may still come.
  var isGroundDue: Bool {
    groundAsked.map { System.milliseconds() - $0 < Self.groundPatience } ?? false
  }

  /// Takes what follows an Escape out of the keys, if it is the answer; else the keys stand in
  /// `pending`, and the Escape is one.
  ///
  /// An Escape with nothing behind it is a key at once: what might follow is looked at when it comes.
  mutating func takeAnswer() -> Event? {
    guard hasAskedForGround else { return .key(.escape) }
    let keys = answerOrKeys(behind: "")
    if keys?.isEmpty == true { isBehindEscape = true }
    return keys.flatMap { keep([.escape] + $0) }
  }

  /// Takes what follows the letter with which an answer begins, where it stands behind an Escape that
  /// was a key already.
  mutating func takeAnswerBehindEscape() -> Event? {
    answerOrKeys(behind: String(GroundAnswer.first)).flatMap { keep($0) }
  }

  /// Gives the first of some keys, and leaves the others for later.
  private mutating func keep(_ keys: [Key]) -> Event? {
    pending += keys.dropFirst().map { .key($0) }
    return keys.first.map { .key($0) }
  }

  /// Takes in an answer that begins so, and gives nil; else the keys that it turned out to be.
  private mutating func answerOrKeys(behind start: String) -> [Key]? {
    var text = start
    defer { nodelay(nc_screen(), true) }
    while text.utf8.count < Self.longestAnswer {
      // Only of what begins like an answer is the rest worth waiting for.
      let pause = GroundAnswer.isCutShort(text) ? Self.answerPause : Self.groundPause
      wtimeout(nc_screen(), text.isEmpty ? 0 : pause)
      var value: UInt32 = 0
      guard nc_read(&value) == OK, let scalar = Unicode.Scalar(value) else { break }
      text.unicodeScalars.append(scalar)
      guard GroundAnswer.mayBegin(with: text) else { break }
      if let answer = GroundAnswer(text) {
        groundAsked = nil
        pending += answer.colour.map { [.ground(Ground($0))] } ?? []
        return nil
      }
    }
    if GroundAnswer.isCutShort(text) { return nil }
    return text.unicodeScalars.compactMap { Key(character: $0.value) }
  }

  /// Takes an answer that is still due from the terminal, so that no shell gets it as keys.
  func dropAnswer() {
    guard isGroundDue else { return }
    var answer = ""
    let deadline = System.milliseconds() + Int(Self.groundPause) * 2
    while GroundAnswer(String(answer.drop { $0 != "]" })) == nil,
      case let left = deadline - System.milliseconds(), left > 0,
      System.wait(for: [System.standardInput], milliseconds: left) == [.readable],
      let text = System.read(System.standardInput)
    {
      answer += text
    }
  }
}

/// Whether a terminal is asked for its background.
struct GroundQuestion {
  /// The sequence that asks.
  static let text = "\u{1B}]11;?\u{1B}\\"

  /// Whether the terminal answers, or keeps silent.
  let isUnderstood: Bool

  /// How the types begin that know the question; others may print it.
  private static let types = [
    "xterm", "rxvt", "tmux", "alacritty", "foot", "kitty", "wezterm", "konsole", "gnome", "vte",
    "st-", "mlterm", "contour", "ghostty", "iterm",
  ]

  /// Decides by the type, and by what stands between; tmux answers itself, under a type of screen
  /// too, and screen does not.
  init(type: String, tmux: String?, screen: String?) {
    isUnderstood =
      switch Multiplexer(tmux: tmux, screen: screen) {
      case .tmux: true
      case .screen: false
      case .none: Self.types.contains(where: type.hasPrefix)
      }
  }
}

/// What a terminal answers, behind the Escape with which it begins.
struct GroundAnswer {
  /// The letter with which it begins.
  static let first: Character = "]"
  private static let start = "\(first)11;"
  private static let ends = ["\u{7}", "\u{1B}\\", "\u{9C}"]

  /// The background; nil where the answer does not say it.
  let colour: Colour?

  /// Whether an answer may begin like this.
  static func mayBegin(with text: String) -> Bool {
    text.hasPrefix(start) || start.hasPrefix(text)
  }

  /// Whether this is an answer without its end.
  static func isCutShort(_ text: String) -> Bool { text.hasPrefix(start) }

  /// Reads a whole answer; nil where it is not one.
  init?(_ text: String) {
    guard text.hasPrefix(Self.start), let end = Self.ends.first(where: text.hasSuffix) else {
      return nil
    }
    colour = Colour(
      answer: text.dropFirst(Self.start.count).dropLast(end.count))
  }
}

extension Colour {
  /// A colour as terminals write it: `rgb:1e1e/1e1e/2e2e`, each light with one digit to four, also
  /// with a fourth light that says how much shines through.
  init?(answer: some StringProtocol) {
    let kinds = ["rgba:", "rgb:"]
    guard let kind = kinds.first(where: answer.hasPrefix) else { return nil }
    let lights = answer.dropFirst(kind.count).split(separator: "/").map { digits -> UInt8? in
      guard (1...4).contains(digits.count), let value = UInt32(digits, radix: 16) else {
        return nil
      }
      return UInt8(value * 255 / ((1 << (4 * UInt32(digits.count))) - 1))
    }
    guard lights.count == (kind == "rgb:" ? 3 : 4), let red = lights[0], let green = lights[1],
      let blue = lights[2]
    else { return nil }
    self.init(red: red, green: green, blue: blue)
  }
}

extension Ground {
  /// What `COLORFGBG` says, in which some terminals name their colours among 16: `15;0`.
  init(environment: String?) {
    guard let last = environment?.split(separator: ";").last, let number = Int(last) else {
      self = .unknown
      return
    }
    self = [7, 15].contains(number) ? .light : [0, 8].contains(number) ? .dark : .unknown
  }
}
