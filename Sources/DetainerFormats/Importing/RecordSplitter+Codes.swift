import DetainerModel

/// The cells of a step as numbers of distinct cells.
extension RecordSplitter {
  /// Gives the wanted cells of the step their numbers.
  /// - Parameters:
  ///   - codes: takes the numbers, those of the columns so many apart.
  ///   - lend: lends the dictionary of a column.
  func encode(
    _ text: UnsafeRawBufferPointer, into codes: UnsafeMutableBufferPointer<UInt32>, apart: Int,
    _ lend: (_ column: Int, _ body: (inout GrowingDictionary) -> Void) -> Void
  ) {
    cells.withUnsafeBufferPointer { cells in
      for column in isAskedFor.indices {
        let ranges = UnsafeBufferPointer(
          rebasing: cells[(column * capacity)..<(column * capacity + count)])
        let room = UnsafeMutableBufferPointer(
          rebasing: codes[(column * apart)..<(column * apart + count)])
        lend(column) { dictionary in
          if isAskedFor[column] {
            dictionary.encode(ranges, of: text, into: room)
          } else {
            Self.encodeErrors(ranges, of: text, into: room, &dictionary)
          }
        }
      }
    }
    for (column, record, value) in escaped {
      lend(column) { dictionary in
        codes[column * apart + record] = UInt32(
          truncatingIfNeeded: value.withUnsafeBytes { dictionary.code(for: $0) })
      }
    }
  }

  /// Numbers the cells that may be what spreadsheets show where a formula has no value; to the
  /// others it gives the number of the empty cell.
  private static func encodeErrors(
    _ cells: UnsafeBufferPointer<CellRange>, of text: UnsafeRawBufferPointer,
    into codes: UnsafeMutableBufferPointer<UInt32>, _ dictionary: inout GrowingDictionary
  ) {
    guard let base = text.baseAddress else { return }
    for index in cells.indices {
      let cell = UnsafeRawBufferPointer(
        start: base + cells[index].start, count: cells[index].length)
      codes[index] =
        CellRules.mayBeSpreadsheetError(cell)
        ? UInt32(truncatingIfNeeded: dictionary.code(for: cell)) : 0
    }
  }
}
