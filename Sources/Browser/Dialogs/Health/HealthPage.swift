import DetainerModel
import Screen
import Text

/// The health of the data as lines of text, worst first: the same for the dialog and the command.
package enum HealthPage {
  /// What it comes to, in few words: `2 errors, 3 warnings`.
  package static func verdict(_ health: Health) -> String {
    let errors = health.findings.count(of: .error)
    let warnings = health.findings.count(of: .warning)
    switch (errors, warnings) {
    case (0, 0): return "no errors, no warnings"
    case (0, _): return "no errors, \(counted(warnings, "warning"))"
    case (_, 0): return counted(errors, "error")
    default: return "\(counted(errors, "error")), \(counted(warnings, "warning"))"
    }
  }

  /// All sections for a width; lists longer than the limit end in a line that says how many more.
  /// - Parameter isSpoken: whether they are read aloud, a row of a table as a sentence.
  package static func lines(
    of health: Health, width: Int, limit: Int? = nil, isSpoken: Bool = false
  ) -> [Line] {
    let page = HealthSections(
      health: health, width: max(1, width), limit: limit ?? .max, isSpoken: isSpoken)
    return page.findings([.error, .warning], "Errors and warnings") + page.files() + page.weeks()
      + page.reports() + page.places() + page.unplaced() + page.columns()
      + page.findings([.note], "Notes") + (limit == nil ? page.everyWeek() : [])
  }
}
