import DetainerModel

/// What a data directory holds beside the packages' imports, so that nothing is counted twice.
struct Neighbours {
  /// The sources of published reports.
  let published: Set<String>
  /// The files of records that no package names, by the names of their sources.
  let looseSources: [String: String]
  private let loose: [FoundFile]

  init(of change: DirectoryChange) throws(ImportError) {
    let scan: DirectoryScan
    do throws(LoadError) {
      scan = try DirectoryScan(change.root)
    } catch {
      throw ImportError(.data, error.description)
    }
    let named = change.namedPaths
    loose = scan.records.filter { !named.contains($0.shown) }
    looseSources = Dictionary(loose.map { ($0.source, $0.shown) }, uniquingKeysWith: { a, _ in a })
    let reports = scan.tables.filter { $0.shown == "reports.csv" }.compactMap { file in
      try? FileBytes(path: file.path).unwrapped().withBytes { TextTable($0) }
    }
    published = Set(
      reports.flatMap(\.rows).filter { $0["kind"] != Report.Kind.built.rawValue }
        .map { $0["source"] })
  }

  /// The file that has the same bytes as an input.
  func looseFile(with input: ReleaseInput) -> String? {
    loose.first { file in
      file.size == input.identity.size && (try? FileBytes(path: file.path))?.hash == input.hash
    }?.shown
  }
}
