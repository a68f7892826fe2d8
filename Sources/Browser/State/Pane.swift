import DetainerModel

/// One of the three panes.
package enum Pane: Int, CaseIterable, Hashable, Sendable {
  case weeks, jurisdictions, detainers

  /// The pane as it stands in the name of a file, and after `list`.
  var name: String {
    switch self {
    case .weeks: "weeks"
    case .jurisdictions: "jurisdictions"
    case .detainers: "detainers"
    }
  }
}

/// Where a pane stands in its rows.
struct PanePosition: Hashable, Sendable {
  /// The selected row.
  var cursor = 0
  /// The first row on screen.
  var top = 0

  /// Keeps the cursor inside the rows and on the screen.
  mutating func settle(rows: Int, height: Int) {
    cursor = max(0, min(cursor, rows - 1))
    let height = max(1, height)
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, rows - height))
  }
}

/// What a row is, so that cursors and marks find it again under another filter or after more was
/// read.
enum RowIdentity: Hashable, Sendable {
  case week(Period, source: String)
  case jurisdiction(JurisdictionRow.Identity)
  case detainer(Int)
  case group([KeyValue])
  /// A line of a page, with the fact that it is of, and the week and the place it speaks of.
  case line(Int, fact: Int, week: Period?, place: Jurisdiction?)
  /// Spans of time that no report covers, from the first row on.
  case gap(Day)
  /// The last row of a counting view: what a term on outcome hides.
  case hiddenGroups

  /// The place of the row, if it is about one.
  var place: Jurisdiction? {
    switch self {
    case .group(let keys):
      for case .jurisdiction(let place) in keys { return place }
      return nil
    case .line(_, _, _, let place): return place
    case .jurisdiction(.place(let place)): return place
    default: return nil
    }
  }
}
