import Text

/// A day on which a state has far more detainers than on its median day (reading rule 9 of the
/// releases): the date of a batch, not of the people in it.
package struct Batch: Hashable, Sendable {
  /// The fewest detainers of a batch, and how many times the state's median day it must have.
  static let limits = (detainers: 100, timesMedian: 10)

  /// The name of the source.
  package let source: String
  /// The state's code.
  package let state: String
  /// The day of issue.
  package let day: Day
  /// Its detainers.
  package let detainers: Int
  /// The detainers of the state's median day, of the days with any.
  package let median: Int
  /// The first row of the day.
  package let row: Int

  package init(source: String, state: String, day: Day, detainers: Int, median: Int, row: Int) {
    self.source = source
    self.state = state
    self.day = day
    self.detainers = detainers
    self.median = median
    self.row = row
  }

  /// The batch as a sentence.
  package var sentence: String {
    "\(counted(detainers, "detainer")) of \(state) have the one date \(day.iso); "
      + "its median day has \(grouped(median))."
  }

  /// Finds the batches of all built sources, by source, state and day.
  package static func all(in dataset: Dataset) -> [Batch] {
    SourceCalendar.all(in: dataset, rows: dataset.table.rowsByFile())
      .flatMap { $0.batches(in: dataset.table) }
  }
}
