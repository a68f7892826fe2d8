import Screen
import Text

/// A table of text that fits the width it is given: in columns, with the first cell on a line of
/// its own, or as facts in words; nothing is cut.
struct HealthTable {
  typealias Column = Table.Column

  private static let gap = 2

  let columns: [Column]
  var rows: [[String]] = []
  /// The part that the bar of each row shows, where there is room for bars.
  var parts: [Double] = []

  func lines(width: Int) -> [Line] {
    guard !rows.isEmpty else { return [] }
    let widths = columns.indices.map { column in
      rows.reduce(TextWidth.of(columns[column].title)) { max($0, TextWidth.of($1[column])) }
    }
    let total = widths.reduce(-Self.gap) { $0 + $1 + Self.gap }
    if total <= width { return grid(widths, bar: min(40, width - total - Self.gap)) }
    let rest = widths.dropFirst().reduce(0) { $0 + $1 + Self.gap }
    if columns.count > 2, rest <= width { return hanging(widths, width: width) }
    return facts(width: width)
  }

  /// Each row as a sentence.
  var spoken: [Line] {
    rows.map { cells in
      Line(
        zip(columns, cells).map { Table.words($0.title, $1) }.filter { !$0.isEmpty }
          .joined(separator: ", "))
    }
  }

  /// One line a row.
  private func grid(_ widths: [Int], bar: Int) -> [Line] {
    let all = columns.indices
    var lines = [Line(row(columns.map(\.title), widths, all), .dim)]
    for (index, cells) in rows.enumerated() {
      var text = row(cells, widths, all)
      if bar >= 10, parts.indices.contains(index) {
        let picture = Bar.text(parts[index], width: bar)
        if !picture.isEmpty { text += "  " + picture }
      }
      lines.append(Line(text))
    }
    return lines
  }

  /// The first cell on a line of its own, the others in columns below it.
  private func hanging(_ widths: [Int], width: Int) -> [Line] {
    let others = columns.indices.dropFirst()
    let titles = row(columns.map(\.title), widths, others)
    return [Line(columns[0].title, .dim), Line("  " + titles, .dim)]
      + rows.flatMap { cells in
        wrapped(cells[0], to: width).map { Line($0) }
          + [Line("  " + row(cells, widths, others))]
      }
  }

  /// The first cell, and the others in words.
  private func facts(width: Int) -> [Line] {
    rows.flatMap { cells in
      let facts = columns.indices.dropFirst().filter { !cells[$0].isEmpty }.map { column in
        columns[column].kind == .number
          ? "\(cells[column]) \(columns[column].title)"
          : "\(columns[column].title) \(cells[column])"
      }
      return wrapped(cells[0], to: width).map { Line($0) }
        + wrapped(facts.joined(separator: " · "), to: max(1, width - 2)).map {
          Line("  " + $0, .dim)
        }
    }
  }

  private func row(_ cells: [String], _ widths: [Int], _ chosen: some Sequence<Int>) -> String {
    var text = chosen.map { column in
      TextWidth.pad(
        cells[column], to: widths[column],
        align: columns[column].kind == .number ? .trailing : .leading)
    }.joined(separator: String(repeating: " ", count: Self.gap))
    while text.last == " " { text.removeLast() }
    return text
  }
}
