import DetainerModel

/// What is to be told of a file whose contents are read all the same.
struct FileRemark: Hashable, Sendable {
  /// The kind of finding.
  let code: FindingCode
  /// The row it is about; nil for the whole file.
  var row: Int?
  /// What stands behind the path of the file in the sentence.
  let text: String

  /// Takes the findings of a file into a log.
  static func tell(_ remarks: [FileRemark], of path: String, in log: inout DiagnosticLog) {
    for remark in remarks { log.add(remark.code, row: remark.row, "\(path) \(remark.text)") }
  }
}
