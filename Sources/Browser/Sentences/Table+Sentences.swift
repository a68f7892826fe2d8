import DetainerModel
import Screen
import Text

extension Table {
  /// A row with the names of its columns, in words.
  func words(ofRow row: Int) -> String {
    let cells = zip(columns, rows[row].cells)
      .filter { $0.0.kind != .bar }
      .map { column, cell in Self.words(column.title, cell) }
    return cells.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func words(_ title: String, _ cell: String) -> String {
    let words = Spoken.cell(cell)
    return words.isEmpty || title.isEmpty ? words : "\(title) \(words)"
  }

  /// The rows in a range as sentences, the lines of one fact together; the selected one says so.
  func sentences(_ inSight: Range<Int>, selected: Int) -> [String] {
    var sentences: [String] = []
    var index = inSight.lowerBound
    while index < inSight.upperBound {
      var words = [words(ofRow: index)]
      var isSelected = index == selected
      while index + 1 < rows.count, isOfOneFact(index, index + 1) {
        index += 1
        words.append(self.words(ofRow: index))
        isSelected = isSelected || index == selected
      }
      index += 1
      let text = words.filter { !$0.isEmpty }.joined(separator: " ")
      sentences.append(Spoken.sentence((isSelected ? "selected: " : "") + text))
    }
    return sentences
  }

  private func isOfOneFact(_ a: Int, _ b: Int) -> Bool {
    guard case .line(_, let first, _, _) = rows[a].identity,
      case .line(_, let second, _, _) = rows[b].identity
    else { return false }
    return first == second
  }

  /// What stands below the rows: the total, and what must be said of the numbers.
  var endSentences: [String] {
    // The name of the first column is of the rows, and not of their sum.
    let cells = zip(columns, total).enumerated().filter { $1.0.kind != .bar }
      .map { Self.words($0 == 0 ? "" : $1.0.title, $1.1) }.filter { !$0.isEmpty }
    return ([cells.joined(separator: ", ")] + notes.map(Spoken.plain)).filter { !$0.isEmpty }
      .map { Spoken.sentence($0) }
  }
}

extension Listing {
  /// A row with the names of its columns, in words; of what is not stated nothing is said, but a
  /// count that is not known exactly is.
  func words(ofRow row: Int) -> String {
    let values = self.row(row)
    // The least and the most that a count can be are two columns of one fact.
    let most = columns.indices.map(columnOfMost)
    return columns.indices.filter { !most.contains($0) }.compactMap { index -> String? in
      let (name, value) = (columns[index].words, values[index])
      if let most = most[index] {
        let count = Known(least: value.count ?? 0, most: values[most].count)
        return "\(name) \(Spoken.count(count))"
      }
      if case .integer(let number) = value { return "\(name) \(grouped(number))" }
      return value == .missing ? nil : "\(name) \(value.plainText)"
    }.joined(separator: ", ")
  }
}

extension Value {
  fileprivate var count: Int? { if case .integer(let number) = self { number } else { nil } }
}
