import Synchronization

/// The pieces of a part of an archive, which a thread unpacks ahead of the one that reads them.
final class PiecesAhead {
  private static let pieceSize = 1 << 18
  /// How many pieces there may be at once.
  private static let room = 8

  private let pieces: Ahead<Void, [UInt8]?>
  /// The piece at hand, as far as it was not read.
  private var piece: ArraySlice<UInt8> = []

  init(_ unpacker: sending ZipUnpacker, of archive: FileBytes) {
    let unpacker = LentUnpacker(unpacker)
    pieces = Ahead(.max, threads: 2, room: Self.room, isInTurn: true) { _, _ in
      unpacker.piece(of: Self.pieceSize, from: archive)
    }
  }

  /// Reads as much as fits, or as there is of a piece; nothing once all is unpacked and is what was
  /// packed, and nil where it is not.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    if piece.isEmpty {
      guard let next = pieces.next(), let next else { return nil }
      piece = next[...]
    }
    let taken = piece.prefix(buffer.count)
    buffer.copyBytes(from: taken)
    piece = piece[taken.endIndex...]
    return taken.count
  }
}

/// An unpacker that several threads have in turn.
private final class LentUnpacker: Sendable {
  private let unpacker: Mutex<ZipUnpacker>

  init(_ unpacker: sending ZipUnpacker) { self.unpacker = Mutex(unpacker) }

  func piece(of size: Int, from archive: FileBytes) -> [UInt8]? {
    unpacker.withLock { unpacker in
      var isWhole = true
      let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let found = archive.withBytes {
          unpacker.read(into: UnsafeMutableRawBufferPointer(buffer), from: $0)
        }
        (count, isWhole) = (found ?? 0, found != nil)
      }
      return isWhole ? piece : nil
    }
  }
}
