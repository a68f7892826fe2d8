/// Finds out what separates the fields: comma, tab, semicolon or pipe; a comma if nothing does.
///
/// The name of a file does not tell: old releases are tab-delimited despite their `.csv`. Each
/// candidate splits the first records, quotes heeded; the one that gives most records the same
/// number of fields, and many of them, wins.
func sniffDelimiter(_ bytes: UnsafeRawBufferPointer) -> UInt8 {
  let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16))
  let present = [Byte.tab, Byte.semicolon, Byte.pipe].filter { sample.contains($0) }
  if present.isEmpty { return Byte.comma }
  let candidates = ([Byte.comma] + present).compactMap {
    Candidate($0, sample, isWhole: sample.count == bytes.count)
  }
  let best = candidates.filter { one in
    // The decimal commas of "1,5;2,5" split records evenly too, but not the header, which comes
    // first; the true delimiter is in the header and at least as regular.
    !candidates.contains { $0.firstMatch < one.firstMatch && $0.matches >= one.matches }
  }.max { $0.matches * ($0.fields - 1) < $1.matches * ($1.fields - 1) }
  return best?.delimiter ?? Byte.comma
}

/// How well one delimiter splits the first records.
private struct Candidate {
  let delimiter: UInt8
  /// The number of fields most records have.
  let fields: Int
  /// How many records have it, and which is the first.
  let matches: Int
  let firstMatch: Int

  /// Nil if the delimiter splits nothing.
  init?(_ delimiter: UInt8, _ sample: UnsafeRawBufferPointer, isWhole: Bool) {
    var reader = DelimitedReader(sample, delimiter: delimiter)
    var record = DelimitedReader.Record()
    var counts: [Int] = []
    while counts.count < 200, reader.next(into: &record) { counts.append(record.count) }
    // The sample may end within a record.
    if !isWhole, reader.position == sample.count, counts.count > 1 { counts.removeLast() }
    let frequencies = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
    let best = frequencies.filter { $0.key > 1 }.max {
      ($0.value * ($0.key - 1), $0.key) < ($1.value * ($1.key - 1), $1.key)
    }
    guard let best, let first = counts.firstIndex(of: best.key) else { return nil }
    self.delimiter = delimiter
    fields = best.key
    matches = best.value
    firstMatch = first
  }
}
