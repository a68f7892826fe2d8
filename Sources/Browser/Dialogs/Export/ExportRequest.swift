import DetainerModel

/// Rows to be written.
package struct ExportRequest: Equatable, Sendable {
  /// The rows.
  package let listing: Listing
  /// How they are written.
  package let form: ExportForm
  /// The path as typed; `~` is the home directory. Empty where it is not a file.
  package let path: String
  /// Whether a file of that name may be replaced.
  package let replacing: Bool
  /// The command line that gives the rows again; empty where there is none.
  package let command: String

  /// Two requests are the same when they write as many rows of the same columns to the same place.
  package static func == (a: ExportRequest, b: ExportRequest) -> Bool {
    a.form == b.form && a.path == b.path && a.replacing == b.replacing
      && a.listing.columns == b.listing.columns && a.listing.rowCount == b.listing.rowCount
  }
}

/// The first rows of an export, to be seen as they will be written.
package struct ExportPreview: Equatable, Sendable {
  /// How many rows are written, and lines of them shown.
  static let rows = 12
  package static let lines = 24

  /// Tells it from those before; the newest alone is shown.
  package let number: Int
  package let listing: Listing
  package let form: ExportForm

  /// Two are the same if they are one.
  package static func == (a: ExportPreview, b: ExportPreview) -> Bool { a.number == b.number }
}
