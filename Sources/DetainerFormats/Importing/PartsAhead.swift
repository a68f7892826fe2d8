/// Parts of a text that threads encode ahead of the one that puts them together.
typealias PartsAhead = Ahead<PartEncoder, EncodedPart>

extension PartsAhead {
  /// How many parts there may be for each thread at once.
  private static var partsForEach: Int { 2 }

  /// Begins to encode.
  /// - Parameters:
  ///   - start: where the next record begins.
  ///   - threads: how many are to encode, the one that calls among them.
  ///   - encoder: makes the encoders; the first is that of the caller.
  convenience init(
    of text: FileBytes, _ parts: TextParts, from start: Int, threads: Int,
    encoder: @escaping @Sendable (_ number: Int) -> PartEncoder
  ) {
    self.init(
      parts.count(behind: start, in: text.size), threads: threads,
      room: threads * Self.partsForEach, maker: encoder
    ) { number, encoder, _ in
      text.withBytes {
        encoder.encode(
          parts.part(number, behind: start), of: $0, from: number == 0 ? start : nil)
      }
    }
  }
}
