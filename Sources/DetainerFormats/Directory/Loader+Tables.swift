import DetainerModel
import Text

/// Finding out what the tables of a file are (rule 12 of the data).
extension Loader {
  /// What a table of a file came to.
  enum Table {
    case reading(TextReading)
    /// Its header was found, but it is left out, which is told.
    case leftOut
    /// Nothing in it is a header.
    case unknown
  }

  /// Finds the header of a table of a file, and tells of a table that is not of detainers.
  mutating func table(
    _ text: RecordText, of file: FoundFile, _ log: inout DiagnosticLog
  ) -> Table {
    let shown = text.sheet.isEmpty ? file.shown : "\(file.shown)#\(text.sheet)"
    let path = text.sheet.isEmpty ? file.path : "\(file.path), sheet “\(text.sheet)”,"
    var releases = releases
    var isLeftOut = false
    let isPublished = isPublished(file)
    // Seldom asked for, and long where there are very many files.
    let neighbours = { [recordFiles, reports = tables.reports] in
      Set(
        recordFiles.filter { $0.path != file.path }.map(\.source) + reports.map(\.source))
    }
    let added = Set(file.added.compactMap(DetainerField.init))
    let importer = text.bytes.withBytes { raw in
      DetainerImporter(
        raw, layout: text.layout,
        source: { header, builder in
          let naming = releases.take(file, header)
          for (old, new) in naming.renamed { builder.rename(old, to: new) }
          return Source(
            name: naming.name, file: shown,
            schema: header.schema?.rawValue ?? "",
            fields: Set(header.columns.keys).subtracting(added))
        }, into: &builder, places: places,
        userPlaces: userPlaces[file.directory] ?? UserPlaces(),
        added: added, part: plan.part, texts: key == nil ? plan.texts : nil,
        accepting: { header, rows in
          switch Recognition(header, rows: rows, isPublished: isPublished) {
          case .other(let likeness): log.add(.otherData, "\(path) \(likeness).")
          case .listing(let sources, _) where !sources.isDisjoint(with: neighbours()):
            let names = firstNames(sources.intersection(neighbours()).sorted())
            log.add(
              .copyOfSource,
              "\(path) lists detainers of \(names), which is opened too; it is left out, so that nobody counts twice."
            )
          case .listing(_, mayBePublished: true):
            log.add(
              .exportedRows,
              "\(path) is an export of detainers, and some look like rows of a published report: what that report states is not in the file, so that they count as a report built of these rows alone; export them with --format package to keep it."
            )
            return true
          default: return true
          }
          isLeftOut = true
          return false
        })
    }
    guard let importer else {
      if !isLeftOut, let likeness = text.likeness {
        log.add(.otherData, "\(path) \(likeness).")
        isLeftOut = true
      }
      return isLeftOut ? .leftOut : .unknown
    }
    self.releases = releases
    return .reading(TextReading(file: file, text: text, importer: importer))
  }

  private func isPublished(_ file: FoundFile) -> Bool {
    tables.reports.contains { $0.kind == .published && $0.source == file.source }
  }
}
