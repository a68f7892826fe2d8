import Text

/// Something that a reader could not take as it stands, with its place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, CaseIterable, Hashable, Sendable { case error, warning, note }

  /// How bad it is.
  public let severity: Severity
  /// The kind of finding.
  public let code: FindingCode
  /// The file, as it is shown.
  public let file: String
  /// The line of the file, from 1; nil when the finding is about the whole file.
  public let row: Int?
  /// The column's name in the file's own header.
  public let column: String?
  /// How many findings this one stands for: more than 1 where not all are listed one by one.
  public let count: Int
  /// The sentence: what is the matter and what was done.
  public let message: String

  /// Records a finding; `severity` says how bad it is, where that is not what its kind usually is.
  public init(
    _ code: FindingCode, severity: Severity? = nil, file: String, row: Int? = nil,
    column: String? = nil, count: Int = 1, _ message: String
  ) {
    self.severity = severity ?? code.severity
    self.code = code
    self.file = file
    self.row = row
    self.column = column
    self.count = count
    self.message = inFewLines(message)
  }

  /// The finding as one line: `path:line: sentence`.
  public var description: String { "\(file)\(row.map { ":\($0)" } ?? ""): \(message)" }

  /// The finding as a sentence that names its file once.
  public var sentence: String { row == nil && message.contains(file) ? message : description }
}

extension [Diagnostic] {
  /// How many findings of a severity there are, those that are not listed one by one among them.
  public func count(of severity: Diagnostic.Severity) -> Int {
    reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }
}
