import DetainerModel

extension PackageExport {
  /// What `datapackage.json` says of the rows.
  func description(_ file: String, _ bytes: FileBytes) -> JSONValue {
    let listing = export.listing
    let provenance = listing.provenance
    let licences = provenance?.licences ?? []
    let title = [listing.name, provenance?.title ?? ""].filter { !$0.isEmpty }
      .joined(separator: " of ")
    let resource = JSONValue.table(
      name: listing.name, paths: [file], title: title,
      description: provenance?.coverage ?? "",
      more: [
        "bytes": .integer(bytes.withBytes(\.count)), "hash": .string(bytes.hash),
        "\(DataPackage.publishedMark)": published.isEmpty ? nil : .texts(published),
      ],
      fields: listing.columns.map { column in
        .object(["name": .string(column.name), "type": .string(column.kind.packageType)])
      })
    return .object([
      "profile": "tabular-data-package", "name": .string("ddor-\(listing.name)"),
      "title": .string(title),
      "description": "See README.md for the coverage, the caveats and the corrections.",
      "licenses": licences.isEmpty ? nil : .array(licences.map(value)),
      "sources": provenance.map { .array(sources(of: $0)) },
      "\(DataPackage.exportMark)": .object([
        "program": provenance.map { .string($0.program) },
        "command": provenance.flatMap { $0.command.isEmpty ? nil : .string($0.command) },
        "filter": provenance.map { .string($0.filter) },
      ]),
      "resources": .array([resource]),
    ])
  }

  /// The periods whose rows are of published reports, where the package is read as detainers again.
  private var published: [String] {
    let listing = export.listing
    guard ReleaseHeader.isListing(listing.columns.map(\.name)) else { return [] }
    return listing.publishedPeriods.map(\.name)
  }

  private func value(of licence: Licence) -> JSONValue {
    func stated(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }
    return .object([
      "name": stated(licence.name), "title": stated(licence.title), "path": stated(licence.path),
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
