import DetainerModel
import Text

extension Export {
  /// The first lines as they will be written; of what is packed as it is inside, of formats that
  /// nobody can read as a table, of a package those of its rows, of a page those of its table.
  package func firstLines(_ count: Int) -> [String] {
    var form = form
    form.isPacked = false
    if !form.format.isText { form = ExportForm(form.format == .package ? .csv : .table) }
    var sink = MemorySink(most: 64 << 10)
    // What is longer than that is seen as far as it goes.
    do throws(WriteError) { try writing(form).write(to: &sink, target: .standardOutput) } catch {}
    let lines = String(decoding: sink.bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // The head of a page is longer than the preview; its caption counts the rows of the preview.
    let isHead = { (line: Substring) in form.format == .html && !line.contains("<thead>") }
    return lines.drop(while: isHead).prefix(count).map { harmless(String($0)) }
  }
}

/// Keeps the bytes of an export in memory, as many as may be.
package struct MemorySink: ByteSink {
  private let most: Int
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// - Parameter most: how many bytes are kept; more are an error.
  package init(most: Int) { self.most = most }

  /// Keeps bytes.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
    guard self.bytes.count + bytes.count <= most else { throw .cancelled }
    self.bytes.append(contentsOf: bytes)
  }
}
