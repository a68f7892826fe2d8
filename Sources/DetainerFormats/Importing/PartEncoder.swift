import DetainerModel

/// What a thread made of a step of a part of a text.
struct EncodedStep: Sendable {
  /// The records, whose lines are counted from the first of the part, which is 1.
  let records: [SplitRecord]
  /// The wanted cells by the numbers of the encoder, column by column.
  let codes: [UInt32]
  /// The cells of each column that the encoder has numbered in this step.
  let added: [AddedTexts]
  /// Where the next record begins, and its line.
  let position: Int
  let line: Int
  /// What is odd about the quotes of the step.
  let quotes: OddQuotes
}

/// What a thread made of a part of a text.
struct EncodedPart: Sendable {
  /// The encoder by whose numbers the cells go.
  let encoder: Int
  /// Where the first record begins that was read; nil if none begins in the part.
  let start: Int?
  /// What was read; nil where its end is too far away to be sure of it.
  let steps: [EncodedStep]?
  /// Where the first record behind the part begins, and its line.
  var position = 0
  var line = 0
}

/// Splits parts of a text, and gives distinct cells numbers of its own.
struct PartEncoder: Sendable {
  /// A record that begins in a part is looked for so far behind its end.
  private static let reach = 1 << 20

  private let number: Int
  private var splitter: RecordSplitter
  private var dictionaries: [GrowingDictionary]

  /// - Parameters:
  ///   - number: tells the encoders of one text apart.
  ///   - splitter: splits the text by the wanted columns; how far it has come does not matter.
  ///   - columns: how many columns are wanted.
  init(_ number: Int, _ splitter: RecordSplitter, columns: Int) {
    self.number = number
    self.splitter = splitter
    self.splitter.quotes = OddQuotes()
    dictionaries = Array(repeating: GrowingDictionary(), count: columns)
  }

  /// Splits the records that begin in a part.
  /// - Parameter start: where the first one begins, where that is known.
  mutating func encode(
    _ part: Range<Int>, of text: UnsafeRawBufferPointer, from start: Int? = nil
  ) -> EncodedPart {
    // A quote that was taken for an opening one might lead to the end of the text.
    let end = min(text.count, part.upperBound + Self.reach)
    let seen = UnsafeRawBufferPointer(rebasing: text[..<end])
    guard let start = start ?? TextParts.firstRecord(in: part, of: seen) else {
      return EncodedPart(encoder: number, start: nil, steps: [])
    }
    splitter.go(to: start)
    var steps: [EncodedStep] = []
    while splitter.step(seen, before: part.upperBound) { steps.append(encodeStep(seen)) }
    // What is too much is found once more where the text is read in its order.
    let isSure =
      splitter.excess == nil
      && (end == text.count || splitter.position < end && !steps.contains { $0.quotes.isMissed })
    return EncodedPart(
      encoder: number, start: start, steps: isSure ? steps : nil, position: splitter.position,
      line: splitter.line)
  }

  private mutating func encodeStep(_ text: UnsafeRawBufferPointer) -> EncodedStep {
    let known = dictionaries.map(\.count)
    let count = splitter.count
    var codes = [UInt32](repeating: 0, count: dictionaries.count * count)
    codes.withUnsafeMutableBufferPointer {
      splitter.encode(text, into: $0, apart: count) { column, body in body(&dictionaries[column]) }
    }
    defer { splitter.quotes = OddQuotes() }
    return EncodedStep(
      records: Array(splitter.records[..<count]), codes: codes,
      added: zip(dictionaries, known).map { $0.added(since: $1) }, position: splitter.position,
      line: splitter.line, quotes: splitter.quotes)
  }
}
