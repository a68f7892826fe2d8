import DetainerModel

/// Writes a Data Package of Frictionless: a directory with the rows as CSV and the description that keeps
/// their types, so that codes stay texts in pandas and R, and `ddor` opens detainers again.
struct PackageExport {
  private let export: Export

  init(_ export: Export) { self.export = export }

  /// Writes the directory; its description, by which it is one, comes last.
  ///
  /// - Throws: ``WriteError/fileExists(path:)`` where there is something of that name that may not
  ///   give way: files of a directory are replaced one by one, and others in it stay.
  func write(
    to path: String, replacing: Bool, besideData directories: [String]
  ) throws(WriteError) {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let isNew = FileStatus(path: root) == nil
    if !isNew, !replacing, (try? directoryEntries(root).isEmpty) != true {
      throw .fileExists(path: root)
    }
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
      try fill(root, replacing: replacing, besideData: directories)
    } catch {
      if isNew { OpenFile.removeDirectory(root) }
      throw error
    }
  }

  private func fill(
    _ root: String, replacing: Bool, besideData directories: [String]
  ) throws(WriteError) {
    func stage(
      _ name: String, _ body: (inout FileSink) throws(WriteError) -> Void
    ) throws(WriteError) -> StagedFile {
      try AtomicFile(path: root + "/" + name, replacing: replacing, besideData: directories)
        .stage(body)
    }
    let listing = export.listing
    let file = listing.name + ".csv"
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
    let package = try stage("datapackage.json") { sink throws(WriteError) in
      try sink.write(description(file, bytes).text(JSONValue.Layout()) + "\n")
    }
    try rows.commit()
    try about.commit()
    try package.commit()
  }

  private func description(_ file: String, _ bytes: FileBytes) -> JSONValue {
    let listing = export.listing
    let provenance = listing.provenance
    let title = [listing.name, provenance?.title ?? ""].filter { !$0.isEmpty }
      .joined(separator: " of ")
    let resource = JSONValue.table(
      name: listing.name, paths: [file], title: title,
      description: provenance?.coverage ?? "",
      more: ["bytes": .integer(bytes.withBytes(\.count)), "hash": .string(bytes.hash)],
      fields: listing.columns.map { column in
        .object(["name": .string(column.name), "type": .string(column.kind.packageType)])
      })
    return .object([
      "profile": "tabular-data-package", "name": .string("ddor-\(listing.name)"),
      "title": .string(title),
      "description": "See README.md for the coverage, the caveats and the corrections.",
      "licenses": .array(Licence.all(of: listing.columns).map(\.value)),
      "sources": provenance.map { .array(sources(of: $0)) },
      "ddor:export": provenance.map { provenance in
        .object([
          "program": .string(provenance.program),
          "command": provenance.command.isEmpty ? nil : .string(provenance.command),
          "filter": .string(provenance.filter),
        ])
      },
      "resources": .array([resource]),
    ])
  }

  private func sources(of provenance: Provenance) -> [JSONValue] {
    provenance.sources.map { source in
      .object([
        "title": .string(source.name), "path": source.urls.first.map { .string($0) },
        "ddor:files": .array(
          source.files.map { file in
            .object([
              "name": .string(file), "hash": provenance.hashes[file].map { .string($0) },
            ])
          }),
      ])
    }
  }
}

extension Listing.Column.Kind {
  /// The type of Table Schema.
  var packageType: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .fraction: "number"
    case .date: "date"
    }
  }
}
