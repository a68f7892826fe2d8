import Text

/// Texts over several lines, of which long ones are kept: a cell may be a megabyte, and to break it
/// anew for every key would be felt.
struct WrappedTexts: Sendable {
  private struct Kept {
    let text: String
    let width: Int
    let lines: [String]
  }

  /// Bytes from which a text is kept.
  private static let long = 4_096
  /// How many are kept.
  private static let most = 8

  private var kept: [Kept] = []

  /// The lines of a text.
  mutating func lines(_ text: String, to width: Int) -> [String] {
    guard text.utf8.count >= Self.long else { return wrapped(text, to: width) }
    if let found = kept.first(where: { $0.width == width && $0.text == text }) {
      return found.lines
    }
    let lines = wrapped(text, to: width)
    kept = kept.suffix(Self.most - 1) + [Kept(text: text, width: width, lines: lines)]
    return lines
  }
}
