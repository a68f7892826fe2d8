import DetainerModel

/// Rows on their way out of the program: the one road that commands and the export dialog take.
package struct Export: Sendable {
  let listing: Listing
  let form: ExportForm
  private let isWanted: ExportWatch

  /// - Parameters:
  ///   - listing: the rows, traced where their provenance is to go with them.
  ///   - form: how they are written.
  ///   - isWanted: is told now and then how many rows are written, and ends the writing by answering
  ///     false.
  package init(
    _ listing: Listing, as form: ExportForm, isWanted: @escaping ExportWatch = { _ in true }
  ) {
    self.listing = listing
    self.form = form
    self.isWanted = isWanted
  }

  /// The same rows in another form.
  func writing(_ form: ExportForm) -> Export { Export(listing, as: form, isWanted: isWanted) }

  /// Writes a file or a package, completely or not at all, and what stands beside it.
  ///
  /// - Parameters:
  ///   - path: the file, or the directory of a package.
  ///   - replacing: whether what is there may give way.
  ///   - directories: those that are opened as data.
  package func write(
    to path: String, replacing: Bool, besideData directories: [String] = []
  ) throws(WriteError) {
    guard form.format != .package else {
      return try PackageExport(self).write(to: path, replacing: replacing, besideData: directories)
    }
    func stage(
      _ path: String, _ body: (inout FileSink) throws(WriteError) -> Void
    ) throws(WriteError) -> StagedFile {
      try AtomicFile(path: path, replacing: replacing, besideData: directories).stage(body)
    }
    // Both are whole on the disk before either has its name.
    let rows = try stage(path) { sink throws(WriteError) in
      try write(to: &sink, target: .file(path))
    }
    if form.hasProvenanceBeside, !form.format.holdsProvenance, let about = listing.provenance {
      let file = try stage(path + ".about.md") { sink throws(WriteError) in
        try sink.write(about.markdown)
      }
      try rows.commit()
      try file.commit()
    } else {
      try rows.commit()
    }
  }

  /// Writes the bytes of a file to where they go, which `target` names in errors.
  package func write(
    to sink: inout some ByteSink, target: WriteTarget
  ) throws(WriteError) {
    guard let writer = ExportFormats.writer(of: form) else { throw .packageWithoutName }
    var watched = WatchedSink(sink, isWanted: isWanted)
    if form.isPacked {
      var packed = GzipSink(watched, target: target)
      try writer.write(listing, to: &packed)
      try packed.finish()
      watched = packed.base
    } else {
      try writer.write(listing, to: &watched)
    }
    sink = watched.base
  }
}
