@testable import DetainerFormats
@testable import DetainerModel

/// Reads a configuration: whatever is wrong in it is told by a line of it and a sentence.
func readConfiguration(_ bytes: [UInt8]) {
  let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") }
  let file = ConfigurationFile(bytes)
  if let line = file.brokenLine {
    precondition((1...lines).contains(line), "line \(line) of \(lines)")
    precondition(file.entries.isEmpty, "a broken configuration is taken by half")
  }
  var problems: [ConfigurationProblem] = []
  _ = Configuration(file.entries, keyProblem: { _, _ in nil }, problems: &problems)
  for problem in problems {
    precondition(!problem.description.isEmpty, "a refusal without a sentence")
    precondition((1...lines).contains(problem.line), "line \(problem.line) of \(lines)")
  }
}
