import DetainerModel
import Text

/// What is counted beside the filter: outcomes, likely duplicates, and what errata void.
extension BrowserState {
  mutating func toggleDeclined() {
    let others = filter.terms.filter { $0.field != .outcome }
    filter = Filter(terms: showsDeclinedOnly ? others : Self.startFilter.terms + others)
    refresh()
  }

  mutating func toggleDuplicates() {
    dropsDuplicates.toggle()
    refresh()
    let marked = dataset.table.duplicateCount
    message = (
      marked == 0
        ? "no release here marks likely duplicates; nothing is dropped"
        : dropsDuplicates
          ? "\(counted(marked, "likely duplicate")) left out; d counts them again"
          : "all rows count, likely duplicates too", false
    )
  }

  mutating func toggleCorrected() {
    isAsCorrected.toggle()
    refresh()
    let entries = dataset.table.reports.indices.flatMap { dataset.voidedEntries(ofReport: $0) }
    func count(_ section: String) -> String {
      grouped(entries.reduce(0) { $1.section == section ? $0 + ($1.count ?? 0) : $0 })
    }
    message = (
      entries.isEmpty
        ? "no correction here takes an entry from its place; the counts are the same"
        : isAsCorrected
          ? "\(count("II")) declined, \(count("I")) issued are not attributable; totals stay"
          : "as published: every entry counts where the report has it", false
    )
  }
}
