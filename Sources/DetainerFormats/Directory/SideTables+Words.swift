import DetainerModel
import Text

/// Cells of the side tables as people write them: capitals, dates of spreadsheets, and numbers that
/// are none.
extension SideTables {
  /// The word in a cell, of which capitals say nothing; one that the column does not have is told, and
  /// comes back as it stands.
  /// - Parameter otherwise: what is made of such a word, as it stands in a sentence.
  static func word(
    _ column: String, of row: TextTable.Row, among known: [String], otherwise: String,
    log: inout DiagnosticLog
  ) -> String {
    let (word, plain) = (row[column], row[column].lowercased())
    guard !word.isEmpty, !known.contains(plain) else { return plain }
    log.add(
      .unknownWord, row: row.line, column: column,
      "“\(excerpt(word))” is not one of \(known.joined(separator: ", ")); it is \(otherwise).")
    return word
  }

  private static let countedKinds = ["state", "jurisdiction", "facility", "citizenship", "offence"]

  /// The kind of the key of a figure. Others than those that are counted are shown beside the counts, but
  /// a slip of the pen must not take a figure out of them in silence.
  static func keyKind(of row: TextTable.Row, log: inout DiagnosticLog) -> String {
    let (word, plain) = (row["key_kind"], row["key_kind"].lowercased())
    if countedKinds.contains(plain) || ["county", "offense", "crime"].contains(plain) {
      return plain
    }
    if let near = nearestName(to: plain, among: countedKinds), near != plain {
      log.add(
        .unknownWord, row: row.line, column: "key_kind",
        "“\(excerpt(word))” is not a kind that is counted, such as \(near); the figure is shown, but enters no count."
      )
    }
    return word
  }

  /// What a figure counts, of which capitals say nothing where it is declined or issued.
  static func measure(of row: TextTable.Row) -> String {
    let plain = row["measure"].lowercased()
    return ["declined", "issued"].contains(plain) ? plain : row["measure"]
  }

  /// A week as reports are named; a date as spreadsheets write or count it is that day.
  static func weekName(_ text: String) -> String {
    guard Period(ofReportNamed: text) == nil, case .day(let day) = DateReader.read(text) else {
      return text
    }
    return day.iso
  }

  /// The count in a cell; nil for words and nothing, and with a finding for what cannot be one.
  static func count(
    _ column: String, of row: TextTable.Row, log: inout DiagnosticLog
  ) -> Int? {
    let text = CellRules.value(of: row[column])
    switch CellRules.count(text) {
    case .known(let count): return count
    case .none where text.isEmpty: return nil
    case .none:
      let isBound = "≥≤<>~".contains(text.prefix(1)) || text.hasSuffix("+")
      log.add(
        .inexactCount, row: row.line, column: column,
        "“\(excerpt(text))” is not a plain number\(isBound ? ", but a bound of one" : ""); it is read as not stated, and the note is the place for it."
      )
      return nil
    case .outOfRange:
      log.add(
        .countOutOfRange, row: row.line, column: column,
        "“\(excerpt(row[column]))” is not a count from 0 to \(grouped(CountBound.range.upperBound)); "
          + "it is read as not stated.")
      return nil
    }
  }
}
