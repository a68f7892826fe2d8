import Text

/// The distinct texts of a column as they are searched: folded once, not for each question.
struct SearchTexts: Sendable {
  /// The texts as they are.
  let plain: TextDictionary
  /// The texts without accents, for words in which capitals count.
  let unaccented: TextDictionary
  /// The texts without accents in lower case.
  let folded: TextDictionary

  /// Folds the texts of a dictionary.
  init(_ texts: TextDictionary) {
    plain = texts
    let isASCII = texts.arena.withUnsafeBufferPointer { bytes in
      var seen: UInt8 = 0
      for byte in bytes { seen |= byte }
      return seen < 0x80
    }
    guard isASCII else {
      unaccented = TextDictionary(texts.texts.map { Text.unaccented($0) })
      folded = TextDictionary(texts.texts.map { Text.folded($0) })
      return
    }
    unaccented = texts
    folded = TextDictionary(
      arena: Column(texts.arena.map { (65...90).contains($0) ? $0 | 32 : $0 }), ends: texts.ends)
  }

  /// Folds texts, each under its place in the list; the first must be empty.
  init(_ texts: [String]) { self.init(TextDictionary(texts)) }

  /// How many texts there are.
  var count: Int { plain.count }

  /// Whether one of the texts is the same as another one in all but case and accents.
  func contains(whole text: String) -> Bool {
    folded.marks(equalTo: Array(Text.folded(text).utf8)).contains(true)
  }
}

extension TextDictionary {
  /// Lays texts one after the other, each under its place in the list; the first must be empty.
  init(_ texts: [String]) {
    precondition(texts.first?.isEmpty != false)
    var arena: [UInt8] = []
    var ends: [UInt32] = []
    ends.reserveCapacity(texts.count)
    for text in texts {
      arena += text.utf8
      ends.append(UInt32(arena.count))
    }
    self.init(arena: Column(arena), ends: Column(ends.isEmpty ? [0] : ends))
  }

  /// Which texts contain a run of bytes.
  func marks(containing needle: [UInt8]) -> [Bool] {
    guard let first = needle.first else { return Array(repeating: true, count: count) }
    return marks { text in
      guard needle.count <= text.count else { return false }
      // A naive search is enough for the short texts of dictionaries.
      for start in 0...(text.count - needle.count) where text[start] == first {
        var index = 1
        while index < needle.count, text[start &+ index] == needle[index] { index += 1 }
        if index == needle.count { return true }
      }
      return false
    }
  }

  /// Which texts are a run of bytes.
  func marks(equalTo wanted: [UInt8]) -> [Bool] {
    marks { text in text.count == wanted.count && text.elementsEqual(wanted) }
  }

  /// Which texts are empty.
  var marksOfEmpty: [Bool] { marks(\.isEmpty) }

  /// Which texts pass a test of their bytes.
  @inline(__always)
  func marks(_ test: (UnsafeRawBufferPointer) -> Bool) -> [Bool] {
    arena.withUnsafeBytes { arena in
      ends.withUnsafeBufferPointer { ends in
        var start = 0
        return ends.map { end in
          defer { start = Int(end) }
          return test(UnsafeRawBufferPointer(rebasing: arena[start..<Int(end)]))
        }
      }
    }
  }
}
