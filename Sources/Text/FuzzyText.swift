/// A text as it is looked for by what a person types of it: a beginning, initials, or letters in
/// their order.
package struct FuzzyText: Hashable, Sendable {
  /// How well what is typed fits, best first.
  package enum Fit: Int, Comparable, Sendable {
    /// Its first words, whole: `clark` is Clark County before Clarke County.
    case wholeWords
    /// The text, or another form of it, begins so, blanks or not: `sand` is San Diego.
    case beginning
    /// It goes on so at the beginning of a later word.
    case laterWord
    /// The beginnings of its words in their order: `nyfr` is NY Franklin.
    case initials
    /// Each word that is typed begins one of its words: `clark nv` is NV Clark County.
    case anyOrder
    /// It stands somewhere within.
    case within
    /// Its letters stand there in their order.
    case letters

    /// Whether a fit is better than another one.
    package static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  /// The words, in the spelling in which they are compared, in each form that the text has.
  private let forms: [[[UInt8]]]

  /// Takes the words of a text, and those of other forms in which it may be typed.
  package init(forms: [[String]]) {
    self.forms = forms.map { words in words.map { Array($0.utf8) } }
  }

  /// Takes the words of a text, without accents in lower case.
  package init(_ text: String) { self.init(forms: [Self.words(text)]) }

  /// The words of a text as this compares them.
  package static func words(_ text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// How well the words that are typed fit; nil where they do not.
  package func fit(_ typed: [String]) -> Fit? {
    let words = typed.map { Array($0.utf8) }
    return forms.compactMap { Self.fit(words, $0) }.min()
  }

  private static func fit(_ typed: [[UInt8]], _ words: [[UInt8]]) -> Fit? {
    let letters = typed.flatMap { $0 }
    let whole = words.flatMap { $0 }
    var starts = [0]
    for word in words { starts.append(starts[starts.count - 1] + word.count) }
    for start in starts.dropLast() where whole[start...].starts(with: letters) {
      return start > 0 ? .laterWord : starts.contains(letters.count) ? .wholeWords : .beginning
    }
    if beginWords(letters[...], words[...]) { return .initials }
    if typed.allSatisfy({ part in words.contains { $0.starts(with: part) } }) { return .anyOrder }
    if contains(whole, letters) { return .within }
    var left = letters[...]
    for letter in whole where letter == left.first { left.removeFirst() }
    return left.isEmpty ? .letters : nil
  }

  /// Whether letters are the beginnings of words in their order.
  private static func beginWords(_ letters: ArraySlice<UInt8>, _ words: ArraySlice<[UInt8]>) -> Bool
  {
    guard let first = letters.first else { return true }
    for (index, word) in zip(words.indices, words) where word.first == first {
      let most = zip(word, letters).prefix { $0 == $1 }.count
      for length in (1...most).reversed()
      where beginWords(letters.dropFirst(length), words[(index + 1)...]) {
        return true
      }
    }
    return false
  }

  private static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    whole.count >= part.count
      && (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
  }
}
