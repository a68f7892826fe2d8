import DetainerModel

/// What the user has asked for: everything that decides which rows the screen shows.
struct Request: Sendable {
  /// The filter, and how is counted.
  var query: Query
  var jurisdictionOrder = JurisdictionOrder.declined
  var detainerOrder = DetainerOrder.file
  /// The panes whose order is reversed.
  var reversed: Set<Pane> = []
  /// The view in place of the panes.
  var view: (any DataView)?
  /// What is only highlighted, and hides nothing.
  var highlight = Filter.all
  /// Where the cursor of the view goes.
  var viewPlace = ViewPlace.kept
  /// Where the cursors of the panes go, for those who come back; nil for where their rows are.
  var positions: [Pane: PanePosition]?
  /// The record that the cursor goes to, where it has another number than before.
  var detainer: RowIdentity?
  /// What a dialog needs beside the rows.
  var aside: Aside?

  /// Where the cursor of a view goes when its rows are found.
  enum ViewPlace: Sendable {
    /// To the row that it stood on.
    case kept
    /// To the row that the view opens on, else to what the cursor stands on: a row of the view
    /// before, or a place that the user went to in the panes.
    case first(near: Jurisdiction?)
    /// To where it stood before another view was opened.
    case saved(PanePosition)
  }

  /// What a dialog needs beside the rows.
  enum Aside: Sendable {
    /// The values of a field, to choose from.
    case choices(FilterField)
    /// Where what is under the cursor comes from.
    case origin(Pane)
    /// All known places with what is said of each.
    case places
    /// The rows that an export would write.
    case export(ExportDialog.Scope)
    /// What errata take from the places of all reports.
    case voided
    /// The health of the data.
    case health
  }

  /// What is asked for again: where cursors went once is done, and dialogs have what they needed.
  var settled: Request {
    var request = self
    request.viewPlace = .kept
    request.positions = nil
    request.detainer = nil
    request.aside = nil
    return request
  }
}
