/// A row of a sheet that is written as nearly all are, read without the parser.
struct PlainRow {
  /// A cell, as far as it says anything of itself.
  struct Cell {
    var column: Int?
    var style = 0
    var kind = SheetReader.Kind.number
    /// Where its text is; empty where it has none.
    var text = 0..<0
  }

  /// The number that the row says it has.
  private(set) var number: Int?
  private(set) var cells: [Cell] = []

  /// The attributes of rows that say nothing of their cells.
  private static let idle: [StaticString] = [
    "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed",
    "thickTop", "thickBot", "x14ac:dyDescent",
  ]

  /// Reads the row at an offset, and says where it ends; nil where it is written in any other way.
  mutating func read(_ text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    number = nil
    cells.removeAll(keepingCapacity: true)
    guard var xml = PlainXML(text, from: start), xml.skip("<row"), readAttributes(&xml) else {
      return nil
    }
    if xml.skip("/>") { return xml.position }
    guard xml.skip(">") else { return nil }
    while xml.skip("<c") {
      var cell = Cell()
      guard Self.readCell(&xml, &cell) else { return nil }
      cells.append(cell)
    }
    return xml.skip("</row>") ? xml.position : nil
  }

  private mutating func readAttributes(_ xml: inout PlainXML) -> Bool {
    var seen: UInt32 = 0
    while xml.skip(" ") {
      let name = xml.name()
      guard xml.skip("=\"") else { return false }
      if name.count == 1, name[0] == UInt8(ascii: "r") {
        guard number == nil, let found = xml.number(), xml.skip("\"") else { return false }
        number = found
        continue
      }
      guard
        let known = Self.idle.firstIndex(where: {
          name.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount))
        }), seen & 1 << known == 0, xml.value() != nil
      else { return false }
      seen |= 1 << known
    }
    return true
  }

  @inline(__always)
  private static func readCell(_ xml: inout PlainXML, _ cell: inout Cell) -> Bool {
    var (hasStyle, hasKind) = (false, false)
    while xml.skip(" ") {
      switch xml.next {
      case UInt8(ascii: "r"):
        guard cell.column == nil, xml.skip("r=\""), let column = xml.columnLetters(),
          xml.number() != nil, xml.skip("\"")
        else { return false }
        cell.column = column
      case UInt8(ascii: "s"):
        guard !hasStyle, xml.skip("s=\""), let style = xml.number(), xml.skip("\"") else {
          return false
        }
        (cell.style, hasStyle) = (style, true)
      case UInt8(ascii: "t"):
        guard !hasKind, xml.skip("t=\""), let kind = readKind(&xml), xml.skip("\"") else {
          return false
        }
        (cell.kind, hasKind) = (kind, true)
      default: return false
      }
    }
    if xml.skip("/>") { return true }
    guard xml.skip(">") else { return false }
    if cell.kind == .inline {
      guard xml.skip("<is><t>") || xml.skip("<is><t xml:space=\"preserve\">"),
        let text = xml.characters(), xml.skip("</t></is></c>")
      else { return false }
      cell.text = text
      return true
    }
    if xml.skip("</c>") { return true }
    guard xml.skip("<v>"), let text = xml.characters(), xml.skip("</v></c>") else { return false }
    cell.text = text
    return true
  }

  @inline(__always)
  private static func readKind(_ xml: inout PlainXML) -> SheetReader.Kind? {
    if xml.skip("str") { return .text }
    if xml.skip("s") { return .shared }
    if xml.skip("inlineStr") { return .inline }
    if xml.skip("n") { return .number }
    if xml.skip("b") { return .boolean }
    if xml.skip("e") { return .text }
    return nil
  }
}
