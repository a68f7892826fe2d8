import DetainerModel

/// The steps of a text that threads have made ahead, as if they had been made here.
///
/// Where a part begins is guessed: behind the first line end. Where that lies in quotes, nothing of
/// the part is taken, and the text is read in its order for a while.
struct RecordsAhead: Sendable {
  /// Fewer parts than this are not worth a thread.
  private static let fewestParts = 2

  private let file: FileBytes
  private let threads: Int
  private let columns: Int
  private var parts: PartsAhead?
  private var encoder: PartEncoder?
  /// The part that is being taken, what is left of it, and how many lines there are before it.
  private var part: EncodedPart?
  private var steps: ArraySlice<EncodedStep> = []
  private var lines = 0
  /// The step that was taken last.
  private var step: EncodedStep?
  /// The numbers here of the texts of each encoder, column by column.
  private var numbers: [[[UInt32]]] = []
  /// No part is read ahead before this, and how far that is put off at the next wrong guess.
  private var wait = 0
  private var patience: Int?

  init(of file: FileBytes, _ threads: Int, columns: Int) {
    self.file = file
    self.threads = threads
    self.columns = columns
  }

  /// Goes on to the next step that was made ahead; false where there is none.
  mutating func step(_ splitter: inout RecordSplitter) -> Bool {
    step = nil
    if parts == nil { begin(splitter) }
    while let parts {
      if let next = steps.popFirst() {
        splitter.adopt(next, behind: lines)
        step = next
        return true
      }
      if let part { splitter.leave(part, behind: lines) }
      part = nil
      guard var encoder, let next = parts.next(helpingWith: &encoder) else {
        self.parts = nil
        wait = .max
        return false
      }
      self.encoder = encoder
      // A long record may go on through a whole part.
      guard next.start != nil else { continue }
      guard next.start == splitter.position, let steps = next.steps else {
        giveUp(splitter)
        return false
      }
      part = next
      self.steps = steps[...]
      lines = splitter.line - 1
    }
    return false
  }

  /// Gives the cells of the step their numbers; false where it was not made ahead.
  mutating func encode(_ cells: inout [CellColumn], into codes: inout [UInt32], apart: Int) -> Bool {
    guard let step, let encoder = part?.encoder else { return false }
    let count = step.records.count
    for column in 0..<columns {
      numbers[encoder][column] += cells[column].raw.codes(for: step.added[column])
      numbers[encoder][column].withUnsafeBufferPointer { numbers in
        step.codes.withUnsafeBufferPointer { theirs in
          codes.withUnsafeMutableBufferPointer { codes in
            for record in 0..<count {
              codes[column &* apart &+ record] = numbers[Int(theirs[column &* count &+ record])]
            }
          }
        }
      }
    }
    return true
  }

  private mutating func begin(_ splitter: RecordSplitter) {
    let position = splitter.position
    guard position >= wait,
      splitter.parts.part(Self.fewestParts, behind: position).lowerBound < file.size
    else { return }
    let columns = columns
    numbers = Array(
      repeating: Array(repeating: [0], count: columns), count: threads)
    encoder = PartEncoder(0, splitter, columns: columns)
    parts = PartsAhead(of: file, splitter.parts, from: position, threads: threads) {
      PartEncoder($0, splitter, columns: columns)
    }
  }

  /// Reads in the order of the text for a while, each time for a longer one.
  private mutating func giveUp(_ splitter: RecordSplitter) {
    parts = nil
    let distance = patience ?? splitter.parts.part(2, behind: splitter.position).count
    wait = splitter.position + distance
    patience = distance * 2
  }
}
