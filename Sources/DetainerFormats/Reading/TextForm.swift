/// How a text is written, as far as its data package says it (Table Dialect, encoding, and the
/// missing values of its Table Schema).
struct TextForm: Hashable, Sendable {
  /// How its letters are written; nil where the bytes tell.
  var encoding: TextEncoding?
  /// The byte between two cells; nil where the text tells.
  var delimiter: UInt8?
  /// The byte around cells with a delimiter inside; nil where there is none.
  var quote: UInt8? = Byte.quote
  /// Whether two quotes inside of a cell are one.
  var doublesQuotes = true
  /// The byte before one that stands for itself.
  var escape: UInt8?
  /// The byte that a line to be passed over begins with.
  var comment: UInt8?
  /// Whether blanks before a cell are not part of it.
  var skipsBlanks = false
  /// The names of the columns, where the text has no header.
  var names: [String]?
  /// What stands in a cell that is missing.
  var missing: Set<[UInt8]> = []
  /// How the dates of columns are written, by their names, where it is not told from the cells.
  var dates: [[UInt8]: DateFormat] = [:]

  /// Whether the cells are written as in all other texts.
  var isOrdinary: Bool {
    quote == Byte.quote && doublesQuotes && escape == nil && comment == nil && names == nil
      && missing.isEmpty && dates.isEmpty
  }

  /// What need not be guessed of a text that is made ordinary.
  var layout: TextLayout {
    TextLayout(
      delimiter: isOrdinary ? delimiter : Byte.comma, firstLine: names == nil ? 1 : 0)
  }
}

extension FileBytes {
  /// The same cells, line by line, as comma-separated text; these bytes where they are ordinary.
  /// - Throws: `FileError.excess`, `.noRoom` or `.cancelled`.
  func rewritten(
    by form: TextForm, limits: ReadingLimits = .standard,
    progress: Progress = { _, _ in true }
  ) throws(FileError) -> FileBytes {
    guard !form.isOrdinary else { return self }
    return try withBytes { bytes throws(FileError) in
      var writer = FormWriter(bytes, form, limits)
      while writer.position < bytes.count {
        guard progress(writer.position, bytes.count) else { throw .cancelled(path: path) }
        do throws(SystemError) {
          for _ in 0..<1_000 where writer.position < bytes.count { try writer.writeLine() }
        } catch {
          throw FileError(unpacking: path, error)
        }
        if let excess = writer.excess { throw .excess(path: path, excess) }
      }
      return try writer.text.finish(for: self)
    }
  }
}

/// Writes a text of some form as an ordinary one.
private struct FormWriter: ~Copyable {
  var text = TextSpool()
  private(set) var position: Int
  /// The record with which the writing ended, because it has more than is read.
  private(set) var excess: RecordExcess?
  private let bytes: UnsafeRawBufferPointer
  private let form: TextForm
  private let delimiter: UInt8
  /// Nil too once one was never closed: the others then stand for themselves.
  private var quote: UInt8?
  private var cell = ByteBuffer()
  private var isHeader: Bool
  /// How the dates of each column are written.
  private var dates: [DateFormat?]
  private var column = 0
  private let limits: ReadingLimits
  /// Where the record ends at the latest.
  private var reach = 0

  init(_ bytes: UnsafeRawBufferPointer, _ form: TextForm, _ limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
    self.form = form
    delimiter = form.delimiter ?? sniffDelimiter(bytes)
    quote = form.quote
    isHeader = form.names == nil
    dates = form.dates.isEmpty ? [] : (form.names ?? []).map { form.dates[Array($0.utf8)] }
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (index, name) in (form.names ?? []).enumerated() {
      if index > 0 { text.buffer.append(Byte.comma) }
      text.buffer.appendCSV(name)
    }
    if form.names != nil { text.buffer.append(Byte.newline) }
  }

  /// Writes one record, which is a line unless a cell has more of them.
  mutating func writeLine() throws(SystemError) {
    let start = position
    reach = min(bytes.count, start + limits.bytesOfRecord + 1)
    if let comment = form.comment, bytes[position] == comment {
      while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
    } else if !isLineEnd(bytes[position]) {
      column = 0
      readCell()
      writeCell()
      while position < reach, bytes[position] == delimiter {
        position += 1
        text.buffer.append(Byte.comma)
        readCell()
        writeCell()
      }
      isHeader = false
      if position - start > limits.bytesOfRecord { return refuse(from: start) }
    }
    text.buffer.append(Byte.newline)
    if position < bytes.count {
      position += bytes[position...].starts(with: [Byte.return, Byte.newline]) ? 2 : 1
    }
    try text.settle()
  }

  /// Ends the writing with a record.
  private mutating func refuse(from start: Int) {
    excess = RecordExcess(
      kind: .bytes(limits.bytesOfRecord),
      line: 1 + bytes[..<start].count { $0 == Byte.newline })
    position = bytes.count
  }

  private mutating func writeCell() {
    defer { column += 1 }
    if isHeader {
      if !form.dates.isEmpty { dates.append(form.dates[Array(cell.bytes)]) }
    } else if form.missing.contains(where: { cell.bytes.elementsEqual($0) }) {
      return
    } else if column < dates.count, let day = dates[column]?.day(cell.bytes) {
      return text.buffer.append(day.iso)
    }
    text.buffer.appendCSV(cell.bytes)
  }

  private mutating func readCell() {
    cell.removeAll()
    if form.skipsBlanks {
      while position < reach, bytes[position] == Byte.space { position += 1 }
    }
    if let quote, position < reach, bytes[position] == quote { readQuoted(quote) }
    while position < reach, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
      takeOne()
    }
  }

  /// Reads up to the closing quote; stays where it is if there is none.
  private mutating func readQuoted(_ quote: UInt8) {
    let start = position
    position += 1
    while position < reach {
      if bytes[position] == quote, quote != form.escape {
        position += 1
        guard form.doublesQuotes, position < reach, bytes[position] == quote else { return }
      }
      takeOne()
    }
    cell.removeAll()
    position = start
    self.quote = nil
  }

  private mutating func takeOne() {
    if let escape = form.escape, bytes[position] == escape, position + 1 < bytes.count {
      position += 1
    }
    cell.append(bytes[position])
    position += 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.newline || byte == Byte.return }
}
