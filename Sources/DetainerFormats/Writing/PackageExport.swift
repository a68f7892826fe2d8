import DetainerModel

/// Writes a Data Package of Frictionless: a directory with the rows as CSV and the description that keeps
/// their types, so that codes stay texts in pandas and R, and `ddor` opens detainers again.
struct PackageExport {
  let export: Export

  init(_ export: Export) { self.export = export }

  /// Writes the directory; its description, by which it is one, comes last.
  ///
  /// - Throws: ``WriteError/fileExists(path:)`` where there is something of that name that was not
  ///   to be replaced, ``WriteError/notAPackage(path:found:)`` where it is not an earlier export.
  func write(
    to path: String, replacing: Bool, besideData directories: [String]
  ) throws(WriteError) {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let isNew = FileStatus(path: root) == nil
    let old = OldPackage(root)
    if !isNew, !replacing, old?.isEmpty != true { throw .fileExists(path: root) }
    if let found = old?.foreignFile(besides: names) { throw .notAPackage(path: root, found: found) }
    // What is refused of a file in the directory that will hold this one is refused here.
    let place = AtomicFile(path: root, replacing: replacing, besideData: directories)
    try place.checkPlace()
    if isNew {
      do throws(SystemError) { try OpenFile.makeDirectory(root) } catch {
        throw error.isMissing
          ? .missingDirectory(path: root, directory: place.directory)
          : WriteError(error, .file(root))
      }
    }
    do throws(WriteError) {
      try fill(root, over: old, replacing: replacing, besideData: directories)
    } catch {
      if isNew { OpenFile.removeDirectory(root) }
      throw error
    }
  }

  /// The file of the rows.
  private var file: String { export.listing.name + ".csv" }

  /// The files of the package.
  private var names: [String] { [file, "README.md", DataPackage.fileName] }

  private func fill(
    _ root: String, over old: OldPackage?, replacing: Bool, besideData directories: [String]
  ) throws(WriteError) {
    func stage(
      _ name: String, _ body: (inout FileSink) throws(WriteError) -> Void
    ) throws(WriteError) -> StagedFile {
      try AtomicFile(path: root + "/" + name, replacing: replacing, besideData: directories)
        .stage(body)
    }
    let listing = export.listing
    let rows = try stage(file) { sink throws(WriteError) in
      try export.writing(ExportForm(.csv)).write(to: &sink, target: .file(root + "/" + file))
    }
    let bytes: FileBytes
    do throws(FileError) { bytes = try FileBytes(path: rows.temporaryPath) } catch {
      throw .failed(.file(file), reason: "it cannot be read again")
    }
    let about = try stage("README.md") { sink throws(WriteError) in
      try sink.write(listing.provenance?.markdown ?? "")
    }
    let package = try stage(DataPackage.fileName) { sink throws(WriteError) in
      try sink.write(description(file, bytes).text(JSONValue.Layout()) + "\n")
    }
    try rows.commit()
    try about.commit()
    // Rows that the new description does not name would be read, and counted, beside those it does;
    // where this is as far as it comes, the old one names a file that is missed.
    old?.removeRows(except: file)
    try package.commit()
  }
}
