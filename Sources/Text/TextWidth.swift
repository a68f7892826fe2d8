/// Columns that text takes on a terminal.
///
/// Texts are measured as ``harmless(_:)`` shows them, so that this always agrees with `Canvas.put`.
package enum TextWidth {
  /// Columns of one cluster: 1 or 2, more only for hostile ones that show as several placeholders.
  package static func of(_ character: Character) -> Int {
    character.isPlainASCII ? 1 : of(String(character))
  }

  /// Columns of a text on one line.
  package static func of(_ text: String) -> Int {
    text.isPrintableASCII ? text.utf8.count : measure(harmless(text))
  }

  /// The text cut to at most `width` columns, with `…` as its last column if `ellipsis` says so.
  ///
  /// A cluster is never cut, so the result may be one column short.
  package static func clip(_ text: String, to width: Int, ellipsis: Bool = true) -> String {
    guard width > 0 else { return "" }
    let shown = beginning(of: text, width)
    guard measure(shown) > width else { return shown }
    let room = ellipsis ? width - 1 : width
    var result = ""
    var used = 0
    for character in shown {
      let columns = measure(character)
      guard used + columns <= room else { break }
      result.append(character)
      used += columns
    }
    return ellipsis ? result + "…" : result
  }

  /// Whether a text takes at most so many columns; the rest of a long one is not looked at.
  package static func fits(_ text: String, in width: Int) -> Bool {
    width >= 0 && measure(beginning(of: text, width)) <= width
  }

  /// How many scalars there may be in a column of what is not hostile.
  static let scalarsInColumn = 20

  /// A text as it is shown, or as much of it as takes more than so many columns: a cell may be a
  /// megabyte long, of which the screen has room for a line.
  private static func beginning(of text: String, _ columns: Int) -> String {
    if let part = text.beginning(of: (columns + 1) * scalarsInColumn) {
      let shown = harmless(part)
      if measure(shown) > columns { return shown }
    }
    return harmless(text)
  }

  /// The text cut to at most `width` columns, with `…` in place of its middle.
  package static func clippedInside(_ text: String, to width: Int) -> String {
    let shown = harmless(text)
    guard width > 0, measure(shown) > width else { return clip(shown, to: width) }
    let head = clip(shown, to: width - width / 2 - 1, ellipsis: false)
    var (tail, used) = ([Character](), 0)
    for character in shown.reversed() {
      used += measure(character)
      guard used <= width / 2 else { break }
      tail.append(character)
    }
    return head + "…" + String(tail.reversed())
  }

  /// The end of the text in at most `width` columns, with `…` in place of the words before it.
  package static func clippedBefore(_ text: String, to width: Int) -> String {
    let shown = harmless(text)
    guard width > 0, measure(shown) > width else { return clip(shown, to: width) }
    var (tail, used) = ([Character](), 1)
    for character in shown.reversed() {
      used += measure(character)
      guard used <= width else { break }
      tail.append(character)
    }
    // Half a word is left out where whole ones follow.
    let isWhole = tail.count < shown.count && shown.dropLast(tail.count).last == " "
    let end = tail.lastIndex(of: " ")
    if !isWhole, let end { tail.removeSubrange(end...) }
    return "…" + String(tail.reversed())
  }

  /// The text cut or filled with spaces to exactly `width` columns.
  package static func pad(_ text: String, to width: Int, align: Alignment = .leading) -> String {
    let shown = clip(text, to: width)
    let slack = max(0, width - measure(shown))
    let before =
      switch align {
      case .leading: 0
      case .center: slack / 2
      case .trailing: slack
      }
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: slack - before)
  }
}

extension String {
  /// The first scalars, so many of them; nil where there are no more.
  func beginning(of count: Int) -> String? {
    // A scalar has at most four bytes; the text need not be walked to see that it is short.
    guard utf8.count > count,
      let end = unicodeScalars.index(startIndex, offsetBy: count, limitedBy: endIndex),
      end < endIndex
    else { return nil }
    return String(unicodeScalars[..<end])
  }
}

extension TextWidth {
  /// Columns of a text that is already harmless.
  package static func measure(_ shown: String) -> Int {
    if shown.isPrintableASCII { return shown.utf8.count }
    return Letters.read(shown) { _, letters in
      var columns = 0
      for (letter, _) in letters { columns += measure(letter) }
      return columns
    }
  }

  /// The columns of a letter of a text that is already harmless.
  @inline(__always)
  static func measure(_ letter: Letter) -> Int {
    switch letter {
    case .plain(let columns): columns
    case .control: 0
    case .cluster(let character): measure(character)
    }
  }

  /// Columns of a harmless cluster, 0...2.
  ///
  /// Scalars add up as terminals count them, to at most 2: that covers conjuncts, flags (two
  /// regional indicators of 1), skin tones and ZWJ sequences. An emoji variation selector makes 2.
  package static func measure(_ character: Character) -> Int {
    var total = 0
    var startsAsEmoji = false
    var isFirst = true
    for scalar in character.unicodeScalars {
      if isFirst {
        startsAsEmoji = scalar.properties.isEmoji
        isFirst = false
      } else if scalar == "\u{FE0F}", startsAsEmoji {
        return 2
      }
      total += measure(scalar)
    }
    return min(2, total)
  }

  private static func measure(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    // Box drawing and blocks are most of what is not ASCII on our screens.
    if (0x2500...0x259F).contains(value) { return 1 }
    // Vowels and finals of Hangul stand inside the block of their initial.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if WidthTable.isWide(value) || scalar.properties.isEmojiPresentation {
      // A lone regional indicator is a letter; two of them make a flag of two columns.
      return (0x1F1E6...0x1F1FF).contains(value) ? 1 : 2
    }
    return 1
  }

  /// Whether a cluster may be shown and takes one column.
  package static func isNarrowAndClean(_ character: Character) -> Bool {
    character.isPlainASCII
      || (Sanitiser.isHarmless(character) && measure(character) == 1)
  }
}
