/// Text as it may be shown on any terminal: nothing in it moves, hides, reorders or commands.
///
/// Names of files and cells of records come from strangers; an escape sequence in one of them must
/// never reach a terminal, and a right-to-left override must not make one text look like another.
///
/// Tab and newline become one space, C0 controls and DEL their control pictures (`␛`, `␡`),
/// invisible and direction-changing characters `·`, private-use and unassigned ones U+FFFD. A mark
/// without a letter stands on `◌`.
package func harmless(_ text: String) -> String {
  if text.isPrintableASCII { return text }
  return Letters.read(text) { bytes, letters in
    // What is shown as it stands is taken over as far as it goes, not letter by letter.
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var taken = 0
    var replacements = Replacements()
    func take(upTo end: Int) {
      if taken < end { result += UnsafeBufferPointer(rebasing: bytes[taken..<end]) }
    }
    for (letter, place) in letters {
      switch letter {
      case .control(let byte):
        take(upTo: place.lowerBound)
        if let picture = Sanitiser.picture(ofControl: UInt32(byte)) {
          // UTF-8 of U+2400 and what follows it.
          result.append(0xE2)
          result.append(0x90)
          result.append(0x80 | UInt8(truncatingIfNeeded: picture))
        } else {
          result.append(UInt8(ascii: " "))
        }
      case .cluster(let character):
        guard let shown = replacements.replacement(for: character, bytes[place]) else { continue }
        take(upTo: place.lowerBound)
        result += shown.utf8
      case .plain: continue
      }
      taken = place.upperBound
    }
    if taken == 0 { return text }
    result += UnsafeBufferPointer(rebasing: bytes[taken...])
    return String(decoding: result, as: UTF8.self)
  }
}

/// What is shown in place of the clusters of a text: the same few come again and again.
private struct Replacements {
  /// How many are kept; of a text with more different ones the others are found each time.
  private static let most = 1_024

  private var known: [[UInt8]: String?] = [:]

  /// What is shown in place of a cluster; nil for one that is harmless.
  mutating func replacement(
    for cluster: Character, _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> String? {
    let bytes = Array(bytes)
    if let known = known[bytes] { return known }
    let found = Sanitiser.isHarmless(cluster) ? nil : Sanitiser.replacement(for: cluster)
    if known.count < Self.most { known[bytes] = .some(found) }
    return found
  }
}

/// Calls the body with each scalar of a text and whether it may be shown where it stands, for
/// formats that have a way of their own to write what may not.
package func forEachScalar(
  of text: String, _ body: (_ scalar: Unicode.Scalar, _ isHarmless: Bool) -> Void
) {
  for character in text {
    let scalars = character.unicodeScalars
    for index in scalars.indices {
      body(scalars[index], Sanitiser.isHarmless(at: index, in: scalars))
    }
  }
}

/// Decides what may be shown, cluster by cluster.
enum Sanitiser {
  /// Longest cluster shown whole; the longest emoji have 10 scalars, real letters fewer.
  static let longestCluster = 16

  /// Whether a cluster may be shown as it is.
  static func isHarmless(_ character: Character) -> Bool {
    if character.isPlainASCII { return true }
    let scalars = character.unicodeScalars
    guard scalars.count <= longestCluster else { return false }
    for index in scalars.indices where !isHarmless(at: index, in: scalars) { return false }
    return TextWidth.measure(character) > 0
  }

  /// What is shown instead of a harmful cluster.
  static func replacement(for character: Character) -> String {
    if character == "\r\n" || character == "\n" || character == "\t" { return " " }
    let scalars = String.UnicodeScalarView(character.unicodeScalars.prefix(longestCluster))
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
      let scalar = scalars[index]
      result.append(isHarmless(at: index, in: scalars) ? scalar : placeholder(for: scalar))
    }
    // A placeholder may have split what was one cluster, so what is left is looked at again.
    return String(result).reduce(into: "") { shown, part in
      if TextWidth.measure(part) > 0 {
        shown.append(part)
      } else {
        shown += isMark(part.unicodeScalars.first) ? "\u{25CC}\(part)" : "·"
      }
    }
  }

  /// Whether a scalar may be shown in its cluster.
  static func isHarmless(
    at index: String.UnicodeScalarView.Index, in scalars: String.UnicodeScalarView
  ) -> Bool {
    let scalar = scalars[index]
    if scalar.value < 0x300 {
      return scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar != "\u{AD}"
    }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    case .format:
      return isPartOfEmoji(at: index, in: scalars)
    default:
      // Fillers and the like are letters that show nothing; selectors only choose a form.
      return !scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isVariationSelector
    }
  }

  /// A joiner between two emoji, or a tag in the flag of a region such as Wales.
  private static func isPartOfEmoji(
    at index: String.UnicodeScalarView.Index, in scalars: String.UnicodeScalarView
  ) -> Bool {
    guard let first = scalars.first, first.value > 0x7F, first.properties.isEmoji else {
      return false
    }
    if first == "\u{1F3F4}", (0xE0020...0xE007F).contains(scalars[index].value) { return true }
    let next = scalars.index(after: index)
    guard scalars[index] == "\u{200D}", next < scalars.endIndex else { return false }
    return scalars[next].properties.isEmoji
  }

  /// Which of the pictures from U+2400 on stands for a control character of ASCII; nil for the two
  /// that become a space.
  @inline(__always)
  static func picture(ofControl value: UInt32) -> UInt32? {
    value == 0x09 || value == 0x0A ? nil : min(value, 0x21)
  }

  private static func placeholder(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20, 0x7F:
      return picture(ofControl: scalar.value).flatMap { Unicode.Scalar(0x2400 + $0) } ?? " "
    case 0x80..<0xA0: return "\u{FFFD}"
    case 0xAD: return "-"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned, .surrogate: return "\u{FFFD}"
    default: return "·"
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
