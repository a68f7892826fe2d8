import Text

/// What a file may ask for at most, so that neither a packed bomb nor an endless line takes all memory.
struct ReadingLimits: Sendable {
  /// How many bytes anything may unpack to, however small it is packed.
  var unpackedAnyway = 64 << 20
  /// Beyond that, how many times its packed size anything may unpack to.
  var ratio = 200
  /// How many bytes a record may have.
  var bytesOfRecord = 16 << 20
  /// How many cells a record may have.
  var cellsOfRecord = 1 << 18
  /// How many cells a table may have that is read whole.
  var cellsOfTable = 1 << 21
  /// How many bytes a file may have that describes others or the program: each becomes many in memory.
  var bytesOfDescription = 16 << 20

  static let standard = ReadingLimits()

  /// How many bytes may be made of a file of this size.
  func largest(unpackedFrom packedSize: Int) -> Int { max(unpackedAnyway, packedSize * ratio) }

  /// Whether something unpacks to more than anything that is meant to be read; the sizes are as
  /// they are stated, and may be any.
  func isBomb(size: Int, packedSize: Int) -> Bool {
    size > unpackedAnyway && size / ratio > packedSize
  }

  /// How a bomb is told, behind what it is.
  var sentenceOfBomb: String { "unpacks to more than \(ratio) times its size" }
}

/// A record, or a table that is read whole, with more than is read.
struct RecordExcess: Hashable, Sendable {
  /// What there is too much of, and how much would do.
  enum Kind: Hashable, Sendable { case bytes(Int), cells(Int), cellsOfTable(Int) }

  let kind: Kind
  /// The line on which the record starts.
  let line: Int

  /// What stands behind the path of the file in the sentence for the user.
  /// - Parameter rows: how many rows were read before and are kept.
  func sentence(keeping rows: Int = 0) -> String {
    let reason =
      switch kind {
      case .bytes(let most): "the record there has more than \(counted(most, "byte"))"
      case .cells(let most): "the record there has more than \(counted(most, "cell"))"
      case .cellsOfTable(let most): "the table has more than \(counted(most, "cell"))"
      }
    let kept =
      rows > 0 ? " \(counted(rows, "row")) before it \(rows == 1 ? "is" : "are") kept;" : ""
    return "is refused from line \(line) on: \(reason);\(kept) check that it is the file you meant."
  }
}
