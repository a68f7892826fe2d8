import DetainerModel
import Text

/// What stands on the screen in signs, in words that can be read aloud.
enum Spoken {
  /// A cell in words: `2+` is “at least 2”, `–` “not stated”.
  static func cell(_ text: String) -> String {
    var (text, isPart) = (text, false)
    if text.contains("◖") {
      text = text.filter { $0 != "◖" }
      isPart = true
    }
    text = plain(text)
    let spoken =
      switch text {
      case "": ""
      case Sign.unknown.form: words(.unknown)
      case Sign.notStated.form: words(.notStated)
      default: number(text) ?? text
      }
    return isPart
      ? [spoken, words(.part)].filter { !$0.isEmpty }.joined(separator: ", ") : spoken
  }

  /// A sign in words, without the sign.
  static func words(_ sign: Sign) -> String {
    String(sign.words.drop { $0 != " " }.dropFirst())
  }

  /// A count in words.
  static func count(_ known: Known) -> String {
    guard !known.isExact, known.least > 0, let most = known.most else { return cell(known.text) }
    return "\(words(.atLeast)) \(grouped(known.least)) and at most \(grouped(most))"
  }

  /// A number with the sign that says how much of it is known; nil for anything else.
  private static func number(_ text: String) -> String? {
    func isNumber(_ part: some StringProtocol) -> Bool {
      part.contains { $0.isNumber } && part.allSatisfy { $0.isNumber || "., %".contains($0) }
    }
    if text.hasSuffix("+"), isNumber(text.dropLast()) {
      return "\(words(.atLeast)) \(text.dropLast())"
    }
    if text.hasPrefix("≥"), isNumber(text.dropFirst()) {
      return "\(words(.atLeast)) \(singleSpaced(String(text.dropFirst())))"
    }
    let parts = text.split(separator: "–", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy(isNumber) {
      return "\(words(.between)) \(parts[0]) and \(parts[1])"
    }
    return nil
  }

  /// The text without what is only drawn: boxes, bars, pointers; a dot between parts is a comma.
  static func plain(_ text: String) -> String {
    let words = text.replacing(" · ", with: ", ").replacing(" › ", with: ", ")
    return singleSpaced(String(words.filter { !isDrawing($0) }))
  }

  /// Whether a character is a part of a picture.
  static func isDrawing(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    return scalars.count == 1 && scalars.allSatisfy { (0x2500...0x25FF).contains($0.value) }
  }

  /// A sentence: it begins with a capital and ends with a point.
  static func sentence(_ text: String) -> String {
    let text = ended(text)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A text as it stands, for in a key a capital is another key, with a point at its end.
  static func ended(_ text: String) -> String {
    let text = harmless(text)
    return text.last.map { ".!?:".contains($0) ? text : text + "." } ?? ""
  }
}
