/// The columns of a file that have no canonical name, in the file's own words.
///
/// They are not kept in the table: the one row that is looked at, or the rows that are exported,
/// are read again from the text that they came from.
public protocol OriginalRecords: Sendable {
  /// The names of the columns, every one different, in the order of the file.
  var names: [String] { get }
  /// What the record that begins at a line says in these columns; empty texts where it says
  /// nothing.
  func values(line: Int) -> [String]
}

extension DetainerTable {
  /// Whether any file has columns beside the canonical ones.
  public var hasOtherColumns: Bool { originals.contains { $0 != nil } }

  /// What a row says in the columns without a canonical name, as far as it says anything.
  public func otherValues(_ row: Int) -> [(name: String, value: String)] {
    guard let records = originals[source[row]] else { return [] }
    return zip(records.names, records.values(line: line(row))).filter { !$1.isEmpty }
      .map { (name: $0, value: $1) }
  }
}
