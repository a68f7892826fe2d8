extension SheetReader {
  @inline(__always)
  mutating func startCell(_ attributes: XMLAttributes, _ context: inout XMLContext) {
    var stated: Int?
    var (style, kind) = (0, Kind.number)
    cell.removeAll()
    var index = 0
    while let name = attributes[index], let value = attributes[index &+ 1] {
      if name[1] == 0, name[0] == 0x72 {  // r
        stated = columnNumber(value)
      } else if name[1] == 0, name[0] == 0x73 {  // s
        style = number(value) ?? 0
      } else if name[1] == 0, name[0] == 0x74 {  // t
        kind = kindOfCell(value)
      } else {
        context.note(name)
      }
      index &+= 2
    }
    beginCell(stated, style: style, kind, &context)
  }

  /// - Parameter stated: the column that the cell says it is in.
  @inline(__always)
  mutating func beginCell(
    _ stated: Int?, style: Int, _ kind: Kind, _ context: inout XMLContext
  ) {
    let previous = column
    column = stated ?? previous &+ 1
    self.kind = kind
    self.style = style
    isTaking = false
    hasFormula = false
    if column <= previous, !settings.sortsCells {
      context.stop(.disorder(sheet: settings.name, row: row))
    }
    if column > Self.largestColumn {
      context.stop(.tooManyColumns(sheet: settings.name, row: row))
      column = Self.largestColumn
    }
  }

  @inline(__always)
  mutating func endCell(_ cell: UnsafeRawBufferPointer, _ context: inout XMLContext) {
    isTaking = false
    // A text may be empty; a number that a formula gives is not there before it was calculated.
    guard cell.count > 0 || hasFormula && kind == .number else { return }
    let start = output.buffer.count
    if cell.count == 0 {
      if !settings.sortsCells { advance() }
      output.buffer.append(CellRules.uncalculated)
    } else if kind == .shared {
      guard let index = digits(of: trimmed(cell)), let text = settings.texts[index] else {
        return context.stop(.missingText(sheet: settings.name, row: row))
      }
      guard !text.isEmpty else { return }
      if !settings.sortsCells { advance() }
      output.buffer.append(text)
    } else {
      if !settings.sortsCells { advance() }
      write(cell)
    }
    if settings.sortsCells { keepForSorting(from: start, &context) } else { settle(&context) }
  }

  /// Takes a cell out of the output until all of its row are there.
  private mutating func keepForSorting(from start: Int, _ context: inout XMLContext) {
    let from = sortedText.count
    sortedText.append(UnsafeRawBufferPointer(rebasing: output.buffer.bytes[start...]))
    output.buffer.remove(from: start)
    sorted.append((column, from..<sortedText.count))
    if sortedText.count > settings.limit { context.stop(.bomb(part: context.part)) }
  }

  /// Writes the cells of a row in order; of two in one place the first.
  mutating func writeSorted(_ context: inout XMLContext) {
    column = 0
    for cell in sorted.sorted(by: {
      ($0.column, $0.range.lowerBound) < ($1.column, $1.range.lowerBound)
    }) where cell.column != column {
      column = cell.column
      advance()
      output.buffer.append(UnsafeRawBufferPointer(rebasing: sortedText.bytes[cell.range]))
      settle(&context)
    }
    sorted.removeAll(keepingCapacity: true)
    sortedText.removeAll()
  }

  @inline(__always)
  private mutating func settle(_ context: inout XMLContext) {
    do throws(SystemError) {
      // The head stays in the buffer until someone has seen it, unless it is endless.
      if writtenRows >= settings.headRows || output.count > 1 << 22 { try output.settle() }
    } catch {
      context.stop(FileError(unpacking: settings.path, error))
    }
    // Many cells may refer to one long text.
    if output.count > settings.limit { context.stop(.bomb(part: context.part)) }
  }

  /// Brings the output to the row and column of the cell.
  @inline(__always)
  private mutating func advance() {
    while line < row {
      output.buffer.append(Byte.newline)
      line &+= 1
      field = 1
    }
    while field < column {
      output.buffer.append(Byte.comma)
      field &+= 1
    }
  }

  private mutating func write(_ cell: UnsafeRawBufferPointer) {
    switch kind {
    case .number: writeNumber(cell)
    case .boolean:
      output.buffer.append(cell.first == UInt8(ascii: "0") ? "FALSE" : "TRUE")
    case .date: writeDate(cell)
    case .text, .inline, .shared: cellText.append(cell, to: &output.buffer)
    }
  }

  private mutating func writeNumber(_ cell: UnsafeRawBufferPointer) {
    let isDate = style < settings.areDates.count && settings.areDates[style]
    let text = trimmed(cell)
    if let whole = digits(of: text) {
      if isDate,
        let date = SerialDate(
          days: whole, seconds: 0, countsFrom1904: settings.countsFrom1904)
      {
        return date.write(to: &output.buffer)
      }
      return output.buffer.append(text)
    }
    guard let number = PlainNumber(text) else {
      return cellText.append(text, to: &output.buffer)
    }
    if isDate, let (days, seconds) = number.daysAndSeconds,
      let date = SerialDate(
        days: days, seconds: seconds, countsFrom1904: settings.countsFrom1904)
    {
      return date.write(to: &output.buffer)
    }
    number.write(to: &output.buffer)
  }

  /// Dates written out, which few programs do: `2017-01-28T00:00:00Z` is `2017-01-28`.
  private mutating func writeDate(_ text: UnsafeRawBufferPointer) {
    guard text.count > 10, text[10] == UInt8(ascii: "T") else {
      return cellText.append(text, to: &output.buffer)
    }
    let time = text[11...].prefix { $0 != UInt8(ascii: "Z") }
    output.buffer.append(UnsafeRawBufferPointer(rebasing: text[..<10]))
    if time.allSatisfy({ "0:.".utf8.contains($0) }) { return }
    output.buffer.append(Byte.space)
    cellText.append(UnsafeRawBufferPointer(rebasing: time), to: &output.buffer)
  }
}

/// What `t` says of a cell.
@inline(__always)
private func kindOfCell(_ value: XMLName) -> SheetReader.Kind {
  switch UInt8(bitPattern: value[0]) {
  case UInt8(ascii: "s"): value[1] == 0 ? .shared : .text  // s, str
  case UInt8(ascii: "i"): .inline
  case UInt8(ascii: "b"): .boolean
  case UInt8(ascii: "d"): .date
  case UInt8(ascii: "e"): .text
  default: .number
  }
}

/// The column of `C5` is 3; nil if it names none.
@inline(__always)
private func columnNumber(_ reference: XMLName) -> Int? {
  var column = 0
  var index = 0
  while true {
    let letter = Int(reference[index] & ~0x20) - 64
    guard letter >= 1, letter <= 26 else { break }
    guard index < 5 else { return .max }
    column = column &* 26 &+ letter
    index &+= 1
  }
  return column > 0 ? column : nil
}

/// Without the blanks that some programs indent values with.
@inline(__always)
private func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
  var (start, end) = (0, text.count)
  while start < end, text[start] <= Byte.space { start &+= 1 }
  while end > start, text[end &- 1] <= Byte.space { end &-= 1 }
  return UnsafeRawBufferPointer(rebasing: text[start..<end])
}

/// A number of only digits; nil for anything else.
@inline(__always)
private func digits(of text: UnsafeRawBufferPointer) -> Int? {
  guard text.count <= 15, text.count > 0 else { return nil }
  var number = 0
  for byte in text {
    let digit = Int(byte) &- 48
    guard digit >= 0, digit <= 9 else { return nil }
    number = number &* 10 &+ digit
  }
  return number
}
