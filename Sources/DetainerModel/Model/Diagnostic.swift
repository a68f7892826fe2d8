/// Something that a reader could not take as it stands, with its place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable { case error, warning, note }

  /// How bad it is.
  public let severity: Severity
  /// A short, stable word for the kind of finding: `unreadable-date`.
  public let code: String
  /// The file, as it is shown.
  public let file: String
  /// The line of the file, from 1; nil when the finding is about the whole file.
  public let row: Int?
  /// The column's name in the file's own header.
  public let column: String?
  /// The sentence: what is the matter and what was done.
  public let message: String
  /// How many findings the sentence stands for; more than one where they are not listed one by one.
  public var count = 1

  /// Records a finding.
  public init(
    _ severity: Severity, code: String, file: String, row: Int? = nil, column: String? = nil,
    _ message: String
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.row = row
    self.column = column
    self.message = message
  }

  /// The finding as one line: `path:line: sentence`.
  public var description: String { "\(file)\(row.map { ":\($0)" } ?? ""): \(message)" }
}
