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

  /// A cell behind the name of its column; nothing for an empty one.
  static func words(_ title: String, _ cell: String) -> String {
    let words = Spoken.cell(cell)
    return words.isEmpty || title.isEmpty ? words : "\(title) \(words)"
  }

  /// The rows in a range as sentences; the selected one and the highlighted ones say so.
  func sentences(
    _ inSight: Range<Int>, selected: Int, isMatch: (Int) -> Bool = { _ in false }
  ) -> [String] {
    inSight.map { row in
      Spoken.sentence(
        (row == selected ? "selected: " : "") + (isMatch(row) ? "highlighted: " : "")
          + words(ofRow: row))
    }
  }

  /// The facts of a page or the entries of a list, each whole, of whose lines some are in a range.
  func toldSentences(_ inSight: Range<Int>, selected: Int) -> [String] {
    let numbers = inSight.compactMap { numberTold(inRow: $0) }
    return numbers.indices.filter { $0 == 0 || numbers[$0] != numbers[$0 - 1] }
      .flatMap { index -> [String] in
        let isSelected = numbers[index] == numberTold(inRow: selected)
        return told[numbers[index]].enumerated().map { line, text in
          Spoken.sentence((isSelected && line == 0 ? "selected: " : "") + Spoken.plain(text))
        }
      }
  }

  /// Which of the facts or entries a row is a line of.
  func numberTold(inRow row: Int) -> Int? {
    guard rows.indices.contains(row), case .line(_, let number, _, _) = rows[row].identity,
      told.indices.contains(number)
    else { return nil }
    return number
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
  func words(ofRow row: Int, _ places: Places) -> String {
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
      // What stands for words in a file is told in these words.
      let text = value.plainText
      switch columns[index].name {
      case _ where value == .missing: return nil
      case "confidence": return Confidence.words(text)
      case "aor": return "AOR \(places.aors.first { $0.code == text }?.office ?? text)"
      default: return "\(name) \(text)"
      }
    }.joined(separator: ", ")
  }
}

extension Value {
  fileprivate var count: Int? { if case .integer(let number) = self { number } else { nil } }
}
