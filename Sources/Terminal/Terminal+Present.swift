import CNcurses
import Screen

extension Terminal {
  /// Shows a picture; ncurses sends only what differs from the screen.
  package mutating func present(_ canvas: Canvas) {
    guard canvas != shown else { return }
    shown = canvas
    let picture = isASCII ? canvas.ascii() : canvas
    // A picture of another size leaves cells of the last one; the next will fit.
    if canvas.size != size { werase(nc_screen()) }
    for y in 0..<min(picture.size.rows, size.rows) { draw(row: y, of: picture) }
    placeCursor(canvas.cursor)
    wnoutrefresh(nc_screen())
    doupdate()
  }

  /// Shows everything in the colours of another theme from the next picture on.
  package mutating func paint(_ theme: Theme) {
    palette = Palette(theme, depth: depth)
    shown = nil
    // The pairs have other colours now, which ncurses does not count as a difference everywhere.
    redraw()
  }

  private func draw(row y: Int, of picture: Canvas) {
    let columns = min(picture.size.columns, size.columns)
    var x = 0
    var run: [CChar] = []
    while x < columns {
      let look = palette[picture[x, y]]
      let start = x
      run.removeAll(keepingCapacity: true)
      while x < columns {
        let cell = picture[x, y]
        guard palette[cell] == look else { break }
        let isWide = picture[x + 1, y].isContinuation
        if let byte = cell.text.asciiValue {
          run.append(CChar(bitPattern: byte))
        } else {
          let text = Self.form(of: cell.text, columns: isWide && x + 1 < columns ? 2 : 1)
          run.append(contentsOf: text.utf8.map { CChar(bitPattern: $0) })
        }
        x += isWide ? 2 : 1
      }
      nc_set(look.attributes, look.pair)
      // The last cell of the screen is written although ncurses reports that it cannot scroll.
      mvaddnstr(Int32(y), Int32(start), run, Int32(run.count))
    }
  }

  private func placeCursor(_ cursor: Point?) {
    guard let cursor, size.columns > 0, size.rows > 0 else {
      curs_set(0)
      return
    }
    let x = min(max(0, cursor.x), size.columns - 1)
    let y = min(max(0, cursor.y), size.rows - 1)
    wmove(nc_screen(), Int32(y), Int32(x))
    curs_set(1)
  }

  /// The cluster in a form ncurses gives the same columns as the canvas.
  ///
  /// ncurses adds up its scalars, at most five in a cell. Where that differs, as in a family joined
  /// to one emoji, only the first scalar is shown: everything beside it stays in its column.
  private static func form(of cluster: Character, columns: Int) -> String {
    let scalars = cluster.unicodeScalars
    let widths = scalars.map { wcwidth(wchar_t(bitPattern: $0.value)) }
    if widths.allSatisfy({ $0 >= 0 }), widths.reduce(0, +) == columns, scalars.count <= 5 {
      return String(cluster)
    }
    guard let first = scalars.first, let width = widths.first, (1...columns).contains(Int(width))
    else { return "?" + String(repeating: " ", count: columns - 1) }
    return String(first) + String(repeating: " ", count: columns - Int(width))
  }
}
