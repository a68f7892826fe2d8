import TestSupport

@testable import DetainerFormats

/// Writes planted records as a release in one of its dresses, with all that surrounds records.
struct ReleaseWriter {
  var layout: SchemaLayout
  var delimiter = ","
  var lineEnd = "\n"
  var start = ""
  var preamble: [String] = []
  /// How the names of the columns are written.
  var dress: (String) -> String = { $0 }
  /// The order of the columns; nil is that of the release.
  var shuffledBy: UInt64?
  /// Rows that are no records: blank ones, headers again, totals and notes.
  var hasStrayRows = false

  /// A file, and the lines on which everything stands.
  struct File {
    var text = ""
    var recordLines: [Int] = []
    var repeatedHeaders: [Int] = []
    var asides: [Int] = []
    var blanks: [Int] = []
  }

  func write(_ records: [PlantedRecord]) -> File {
    var columns = layout.columns
    if let seed = shuffledBy {
      var random = SeededGenerator(seed)
      columns.shuffle(using: &random)
    }
    let header = columns.map { quoted(dress($0)) }.joined(separator: delimiter)
    let empty = Array(repeating: "", count: columns.count - 1).joined(separator: delimiter)
    var file = File(text: start)
    var line = 0
    func add(_ row: String) {
      file.text += row + lineEnd
      line += 1
    }
    for row in preamble { add(row) }
    add(header)
    for (index, record) in records.enumerated() {
      if hasStrayRows, index % 50 == 25 {
        switch index / 50 % 4 {
        case 0:
          add(header)
          file.repeatedHeaders.append(line)
        case 1: add("  " + delimiter + " \u{A0}" + empty)
        case 2: add(delimiter + empty)
        default:
          add(Array(repeating: "NA", count: columns.count).joined(separator: delimiter))
          file.blanks.append(line)
        }
      }
      let cells = columns.map { quoted(layout.cell($0, record, index)) }
      add(cells.joined(separator: delimiter))
      file.recordLines.append(line)
    }
    if hasStrayRows {
      for row in [
        "Total rows: \(records.count)", "End of report" + delimiter + empty,
        quoted("Note: data as of 3/11/2026, may change") + delimiter + empty, "* redacted, in part",
      ] {
        add(row)
        file.asides.append(line)
      }
      add("  " + delimiter + " " + empty)
      add("\"\"" + delimiter + empty)
      add("")
      add("   ")
    }
    return file
  }

  private func quoted(_ cell: String) -> String {
    guard cell.contains(where: { "\",;|\t".contains($0) }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
