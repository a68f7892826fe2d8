import DetainerModel

/// Opens the browser; this build has none.
func runBrowser(paths: [String], filter: Filter) throws {
  throw CommandError.noBrowser
}
