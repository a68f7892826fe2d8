import DetainerModel

/// Where the rows of a published report are, and where further ones go.
struct PublishedTarget {
  /// The name of the source.
  let source: String
  /// The file that is to be written.
  let newPath: String
  /// Its header: that of the files that are there, so that tools may read them one after the other.
  let header: [String]
  /// What the package says of the source in words.
  let description: String
  /// The columns that must not be empty, says the package's schema.
  let required: [String]

  private let paths: [String]
  private let resource: Int?

  init(_ source: String, in change: DirectoryChange) throws(ImportError) {
    self.source = source
    let resources = change.contents?.resources ?? []
    resource = resources.firstIndex { $0.name == source }
    description = resource.flatMap { change.package.resources[$0]["description"]?.string } ?? ""
    let fields = resource.flatMap { change.package.resources[$0]["schema"]?["fields"]?.elements }
    required = (fields ?? []).filter { field in
      field["constraints"]?["required"].map { change.package.text(of: $0) == "true" } ?? false
    }.compactMap { $0["name"]?.string }
    let scan: DirectoryScan
    do throws(LoadError) {
      scan = try DirectoryScan(change.root)
    } catch {
      throw ImportError(.data, error.description)
    }
    let files = scan.records.filter { $0.source == source }
    paths = resource.flatMap { resources[$0].paths } ?? files.map(\.shown)
    if resource != nil, paths.isEmpty {
      throw ImportError(
        .data,
        "The resource “\(source)” of \(change.root)/datapackage.json has no path; give it one first."
      )
    }
    if let first = files.first {
      do throws(FileError) {
        header = try FileBytes(path: first.path).unwrapped().withBytes { TextTable($0).columns }
      } catch {
        throw ImportError(error)
      }
      guard header.contains(where: { ReleaseHeader.canonicalField($0) == .week }) else {
        throw ImportError(
          .data, "\(first.shown) has no column “week”; add it, so that rows belong to the report.")
      }
    } else {
      header = PublishedImport.columns.map(\.rawValue)
    }
    var number = paths.isEmpty ? 1 : 2
    func path() -> String {
      "detainers/\(ResourceName.suggested(by: source))\(number == 1 ? "" : "-\(number)").csv"
    }
    while change.has(path()) || change.namedPaths.contains(path()) { number += 1 }
    newPath = path()
  }

  /// Names the new file in the package, beside those that are there.
  func addToPackage(
    _ entry: ImportedFile, of report: Report, in change: DirectoryChange
  ) throws(ImportError) {
    let paths = paths + [newPath]
    if let resource {
      let releases = change.contents?.resources?[resource].releases ?? []
      change.package.set("path", to: .paths(paths), ofResource: resource)
      change.package.set(
        "ddor:release", to: .array((releases + [entry]).map(\.value)), ofResource: resource)
      // They are those of one file, and there are more now.
      change.package.remove("bytes", ofResource: resource)
      change.package.remove("hash", ofResource: resource)
    } else {
      change.package.append(
        resource: .table(
          name: source, paths: paths, title: "Section II: declined detainers",
          description: "One line is one declined detainer; equal lines are different people.",
          more: ["ddor:release": .array([entry.value])],
          fields: header.map { Self.field($0, isLonger: report.isLonger) }))
    }
    try change.requireResource { $0.name == source && $0.paths?.last == newPath }
  }

  private static func field(_ name: String, isLonger: Bool) -> JSONValue {
    let dates: [DetainerField] = [.issued, .lifted] + (isLonger ? [] : [.week])
    let isDate = DetainerField(rawValue: name).map(dates.contains) ?? false
    return .object(["name": .string(name), "type": isDate ? "date" : "string"])
  }
}
