import DetainerModel
import Text

/// Places that a file writes once above the rows they are of, as pivot tables do.
struct GroupHeadings: Sendable {
  /// A place that holds for the rows below it.
  struct Heading: Sendable {
    let column: Int
    let code: UInt32
    /// How wide the place is: narrower ones end where a wider one begins.
    let rank: Int
  }

  /// Those that hold for the next row, the widest first.
  var open: [Heading] = []
  private(set) var first: (line: Int, column: String, text: String)?
  private(set) var count = 0
  /// How many rows took a place from above.
  var rows = 0

  /// How wide the places of a column are; nil for columns of anything else.
  static func rank(of field: DetainerField) -> Int? {
    [.aor, .state, .county, .city, .facility].firstIndex(of: field)
  }

  mutating func begin(_ heading: Heading, line: Int, column: String, text: String) {
    close(from: heading.rank)
    open.append(heading)
    count += 1
    first = first ?? (line, column, text)
  }

  /// Ends a place, and all that are in it.
  mutating func close(from rank: Int) { open.removeAll { $0.rank >= rank } }
}

extension DetainerImporter {
  /// Whether a record without a date is the heading of the rows below it: nothing but a place, where
  /// the next row has that cell empty. What looks like one at the end of a step is one only where it
  /// names a state, as others do above it.
  mutating func beginsGroup(
    _ record: Int, at line: Int, of bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let filled = steps.places.filter { !cells[$0].value(code($0, record)).isEmpty }
    guard filled.count == 1, let column = filled.first,
      let rank = GroupHeadings.rank(of: cells[column].field),
      let texts = source.texts(of: record, in: bytes),
      texts.count(where: { !CellRules.isBlank($0) }) == 1
    else { return false }
    let text = cells[column].value(code(column, record))
    guard !StrayRow.isTotalOrNote(text), !cells[column].isTotal(code(column, record)) else {
      return false
    }
    let next = record + 1
    if source.records.indices.contains(next) {
      guard cells[column].value(code(column, next)).isEmpty,
        isDated(next) || steps.places.contains(where: { !cells[$0].value(code($0, next)).isEmpty })
      else { return false }
    } else if headings.count == 0 || ReferenceTables.places.state(text) == nil {
      return false
    }
    let place = UInt32(truncatingIfNeeded: code(column, record))
    headings.begin(
      GroupHeadings.Heading(column: column, code: place, rank: rank), line: line,
      column: cells[column].name, text: text)
    return true
  }

  /// Gives rows the places that stand above them, where their own cells are empty.
  mutating func takeHeadings(_ range: Range<Int>) {
    guard !headings.open.isEmpty else { return }
    for record in range {
      var isFilled = false
      for heading in headings.open {
        let cell = heading.column &* capacity &+ record
        if cells[heading.column].value(Int(codes[cell])).isEmpty {
          codes[cell] = heading.code
          isFilled = true
        } else {
          headings.close(from: heading.rank)
          break
        }
      }
      if isFilled { headings.rows += 1 }
    }
  }

  /// Tells once of the places that were taken from above.
  mutating func reportHeadings() {
    guard let first = headings.first else { return }
    let more = headings.count - 1
    let others = more == 0 ? "" : ", as \(counted(more, "more row")) \(more == 1 ? "does" : "do")"
    log.add(
      .groupHeading, row: first.line, column: first.column,
      "“\(excerpt(first.text))” stands alone here as the heading of the rows below it\(others): \(counted(headings.rows, "row")) with an empty cell \(headings.rows == 1 ? "takes" : "take") the place from above; write it into every row if that is wrong."
    )
  }
}
