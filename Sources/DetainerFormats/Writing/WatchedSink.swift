/// Passes everything on, and asks now and then whether more is wanted.
struct WatchedSink<Base: ByteSink>: ByteSink {
  /// How many rows are written between two questions.
  private static var step: Int { 4096 }

  /// Where the bytes go.
  private(set) var base: Base
  private let isWanted: ExportWatch

  init(_ base: Base, isWanted: @escaping ExportWatch) {
    self.base = base
    self.isWanted = isWanted
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) { try base.write(bytes) }

  mutating func rowsWritten(_ count: Int) throws(WriteError) {
    if count % Self.step == 0, !isWanted(count) { throw .cancelled }
  }
}

/// Is told how many rows are written, and says whether more are wanted.
package typealias ExportWatch = @Sendable (_ rows: Int) -> Bool
