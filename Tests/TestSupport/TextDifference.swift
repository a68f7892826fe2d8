import Foundation
import Testing

/// The first line in which a text of several lines is not what was expected; nil when all are.
///
/// It shows both lines under each other and a caret under the first character that differs.
package func firstDifference(_ actual: String, _ expected: String) -> String? {
  guard actual != expected else { return nil }
  let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let common = zip(actual, expected).prefix { $0 == $1 }.count
  let found = common < actual.count ? String(actual[common]) : nil
  let wanted = common < expected.count ? String(expected[common]) : nil
  let column = zip(found ?? "", wanted ?? "").prefix { $0 == $1 }.count
  return """
    line \(common + 1), column \(column + 1)
      expected │\(wanted ?? "(the text has ended)")
        actual │\(found ?? "(the text has ended)")
                \(String(repeating: " ", count: column))^
    """
}

/// Expects that a text of several lines is the one in a file; `UPDATE_GOLDEN=1` writes it anew.
package func expectText(
  _ text: String, in path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    put(text.utf8, at: path)
    return
  }
  let expected = try String(contentsOfFile: path, encoding: .utf8)
  expectText(text, expected, of: path, sourceLocation: sourceLocation)
}

/// Expects that two texts of several lines are the same, and shows where they first differ.
package func expectText(
  _ text: String, _ expected: String, of name: String = "the text",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let difference = firstDifference(text, expected) else { return }
  Issue.record("\(name) differs in \(difference)", sourceLocation: sourceLocation)
}
