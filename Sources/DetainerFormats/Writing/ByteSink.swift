/// Where the bytes of an export go.
public protocol ByteSink {
  /// Takes all the bytes or says why not; after an error nothing more can be written.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError)

  /// Is told how many rows of a listing have been written; throws where no more are wanted.
  mutating func rowsWritten(_ count: Int) throws(WriteError)
}

extension ByteSink {
  /// Does nothing.
  public mutating func rowsWritten(_ count: Int) throws(WriteError) {}

  /// Writes bytes that are at hand as an array.
  public mutating func write(_ bytes: [UInt8]) throws(WriteError) {
    try bytes.withRawBytes { raw throws(WriteError) in try write(raw) }
  }

  /// Writes a text as UTF-8.
  public mutating func write(_ text: String) throws(WriteError) { try write(Array(text.utf8)) }
}
