extension SheetReader {
  static var plain: PlainElements? { PlainElements(start: "<row", end: "</row>") }

  func isAmongPlain(at depth: Int) -> Bool { isInData && depth == 2 }

  mutating func takePlain(_ bytes: UnsafeRawBufferPointer, _ context: inout XMLContext) -> Int {
    var used = 0
    // What is held in two places would be copied when it changes.
    var row = PlainRow()
    swap(&row, &plainRow)
    while let end = row.read(bytes, from: used) {
      beginRow(row.number, &context)
      for cell in row.cells {
        if context.isStopped { break }
        beginCell(cell.column, style: cell.style, cell.kind, &context)
        endCell(UnsafeRawBufferPointer(rebasing: bytes[cell.text]), &context)
      }
      endRow(&context)
      used = end
      if context.isStopped { break }
    }
    swap(&row, &plainRow)
    return used
  }
}
