/// Cells of a sheet that are shown as one: only the first of them has a value in the file.
struct MergedCells: Hashable, Sendable {
  /// Excel names no longer one: `XFC1048575:XFD1048576`.
  private static let longest = 21

  /// The corners, as the sheet names them: `C2:C3`.
  let name: String
  /// The rows from the first corner to the last.
  let rows: ClosedRange<Int>

  /// Reads a name of the form `C2:C3`; nil for anything else.
  init?(_ name: String) {
    let corners = name.split(separator: ":", omittingEmptySubsequences: false)
    guard name.utf8.count <= Self.longest, corners.count == 2,
      let first = Self.row(corners[0]), let last = Self.row(corners[1]), first <= last
    else { return nil }
    self.name = name
    rows = first...last
  }

  /// The row of a cell, behind the letters of its column.
  private static func row(_ corner: Substring) -> Int? {
    let digits = corner.drop { $0.isLetter }
    guard digits.startIndex > corner.startIndex, let row = Int(digits),
      (1...SheetReader.largestRow).contains(row)
    else { return nil }
    return row
  }
}
