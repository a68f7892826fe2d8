/// The texts that cells of all sheets refer to by number, as fields of comma-separated text.
///
/// Both the texts and their ends go to temporary files once they are large.
struct SharedTexts: Sendable {
  private let texts: FileBytes
  private let ends: FileBytes

  /// Reads the texts of a workbook; no part is as good as one without texts.
  init(
    _ part: ZipArchive.Entry?, in archive: ZipArchive, of file: FileBytes, threads: Int,
    progress: (Int) -> Bool
  ) throws(FileError) {
    var reader = SharedTextReader(file.path)
    if let part {
      try archive.read(
        part, with: &reader, aheadIn: threads > 1 ? file : nil, progress: progress)
    }
    let made = try reader.finish(for: file)
    self.init(texts: made.texts, ends: made.ends)
  }

  /// - Parameter ends: where each text ends among the texts, in eight bytes.
  init(texts: FileBytes, ends: FileBytes) {
    self.texts = texts
    self.ends = ends
  }

  /// Lends all of the texts.
  func withTexts<Result>(
    _ body: (SharedTextList) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    try texts.withBytes { texts throws(FileError) in
      try ends.withBytes { ends throws(FileError) in
        try body(SharedTextList(texts: texts, ends: ends))
      }
    }
  }
}

/// The shared texts while they are lent.
struct SharedTextList {
  fileprivate let texts: UnsafeRawBufferPointer
  fileprivate let ends: UnsafeRawBufferPointer

  /// A text by its number; nil if there is none.
  @inline(__always)
  subscript(number: Int) -> UnsafeRawBufferPointer? {
    guard number >= 0, number < ends.count / 8 else { return nil }
    let start = number == 0 ? 0 : end(of: number &- 1)
    return UnsafeRawBufferPointer(rebasing: texts[start..<end(of: number)])
  }

  @inline(__always)
  private func end(of number: Int) -> Int {
    ends.loadUnaligned(fromByteOffset: number &* 8, as: Int.self)
  }
}
