import DetainerModel
import Screen
import Text

/// A table with a cursor, and a total that adds up.
struct Table: Sendable {
  /// A column: the first is as wide as the screen allows, the others as wide as their cells.
  struct Column: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case text, number, bar }

    let title: String
    var kind = Kind.number
    /// Columns with a high rank go first where there is little room; 0 never goes.
    var rank = 0
  }

  /// A row, the same under every filter as long as its identity is.
  struct Row: Sendable {
    let identity: RowIdentity
    var cells: [String]
    /// How long the bar is, from 0 to 1.
    var part = 0.0
    var style = Style.normal
    /// The rows of the listing that it shows; nil for the one in its place.
    var lines: [Int]?
  }

  var columns: [Column] = []
  var rows: [Row] = []
  /// The cells of the last line, which stays in sight; empty when nothing can be added up.
  var total: [String] = []
  /// What must be said of the numbers, below the total.
  var note = ""
  /// What keeps the numbers from being held against each other as they stand; said before the notes.
  var caution = ""
  /// What is said where there are no rows.
  var empty = ""
  /// What is counted, by which dates, and how much of it is at hand; empty where that is what the
  /// panes say.
  var coverage = ""
  /// How many columns can be marked, and the one whose title is.
  var markable = 0
  var markedColumn: Int?
  /// The rows as a map, where there is room for it.
  var map: TileMap?
  /// What goes on over time, above the rows.
  var chart: Sparkline?
  /// What is exported, in the order of the rows.
  var listing: Listing?
  /// The facts of a page, each in one row or more.
  var facts: [Fact] = []
  /// What each of them says when it is read aloud, whatever room its rows have.
  var told: [[String]] = []

  /// An empty table, with what is said where there are no rows.
  init(empty: String = "") { self.empty = empty }

  /// The rows of the listing that a row shows; none where it is not of the data.
  func lines(ofRow row: Int) -> [Int] {
    guard rows.indices.contains(row) else { return [] }
    if let lines = rows[row].lines { return lines }
    return rows[row].identity != .hiddenGroups && row < listing?.rowCount ?? 0 ? [row] : []
  }

  /// Leaves out columns in which nothing is known.
  mutating func removeColumns(_ indices: Set<Int>) {
    func rest<Element>(_ elements: [Element]) -> [Element] {
      elements.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
    }
    columns = rest(columns)
    total = rest(total)
    for row in rows.indices { rows[row].cells = rest(rows[row].cells) }
  }

  /// How wide the cells of each column are at most.
  var cellWidths: [Int] {
    columns.indices.map { index in
      let cells = rows.map { $0.cells[index] }
      return (total.isEmpty ? cells : cells + [total[index]])
        .reduce(0) { max($0, TextWidth.of($1)) }
    }
  }

  // MARK: Places

  /// Where the chart, the titles, the rows, the total and the note stand.
  struct Places {
    var chart: Rect?
    var titles: Rect?
    var rows: Rect
    var total: Rect?
    var notes: Rect?
    var noteLines: [String] = []
  }

  /// What is said below the total: what keeps numbers apart, what is counted, what the signs mean.
  var notes: [String] { [caution, coverage, note].filter { !$0.isEmpty } }

  /// The lines of the notes. A note is whole or not there, and leaves room for rows.
  private func noteLines(_ room: Rect) -> [String] {
    var lines: [String] = []
    for note in notes {
      let rows = note == caution ? 3 : 10
      let more = wrapped(note, to: max(1, room.width - 4))
      if lines.count + more.count + rows <= room.height { lines += more }
    }
    return lines
  }

  /// The places of everything in a room.
  func places(in rect: Rect) -> Places {
    var rect = rect
    var places = Places(rows: rect)
    if chart != nil {
      let heights = Sparkline.heights(in: rect.height)
      let height = heights.picture + heights.axis + heights.caption
      if height > 0 { places.chart = rect }
      rect.y += height
      rect.height -= height
    }
    var rows = rect
    if rect.height >= 4, columns.contains(where: { !$0.title.isEmpty }) {
      places.titles = Rect(x: rect.x, y: rect.y, width: rect.width, height: 1)
      rows = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1)
    }
    places.noteLines = noteLines(rows)
    if !places.noteLines.isEmpty {
      rows.height -= places.noteLines.count
      places.notes = Rect(
        x: rect.x, y: rows.maxY, width: rect.width, height: places.noteLines.count)
    }
    if !total.isEmpty, rows.height >= 4 {
      rows.height -= 1
      places.total = Rect(x: rect.x, y: rows.maxY, width: rect.width, height: 1)
    }
    places.rows = rows
    return places
  }
}
