import DetainerModel

extension PackageExport {
  /// What `datapackage.json` says of the rows.
  func description(_ file: String, _ bytes: FileBytes) -> JSONValue {
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
      "\(DataPackage.exportMark)": .object([
        "program": provenance.map { .string($0.program) },
        "command": provenance.flatMap { $0.command.isEmpty ? nil : .string($0.command) },
        "filter": provenance.map { .string($0.filter) },
      ]),
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
