import DetainerModel

/// Adds releases to a data directory as canonical files: all of them, or nothing.
package struct ReleaseImport: Sendable {
  /// Called now and then; false cancels the work.
  package typealias Progress = (ImportProgress) -> Bool

  /// The release files.
  package var files: [String]
  /// The data directory; it is made where it is missing.
  package var directory: String
  /// The name of the source that all the files become; without one each is named by its file.
  package var name: String?
  /// Whether each federal fiscal year gets a file of its own.
  package var splitsByFiscalYear = false
  /// Whether the files are packed with gzip.
  package var packs = false
  /// Whether a source that was imported under the same name gives way.
  package var replaces = false

  /// Names what goes where.
  package init(files: [String], directory: String, name: String? = nil) {
    self.files = files
    self.directory = directory
    self.name = name
  }

  /// Reads what comes through pipes to its end, before anything of the directory is touched, so that
  /// whoever ends the program meanwhile finds nothing of it.
  /// - Parameter progress: is called now and then with the bytes that have come.
  package func readPipes(
    progress: (Int) -> Void = { _ in }
  ) throws(ImportError) {
    for file in files where PipedFile.isNamed(by: file) {
      if name == nil, PipedFile.isNameless(file) {
        throw ImportError(
          .usage, "What comes through a pipe has no name; give it one, as with --name fy2015.")
      }
      do throws(FileError) {
        _ = try PipedFile.read(file, progress: progress)
      } catch {
        throw ImportError(error)
      }
    }
  }

  /// Reads the files, writes what they hold, and says what came of it.
  package func run(
    progress: @escaping Progress = { _ in true }
  ) throws(ImportError) -> [ReleaseSummary] {
    try checkFiles()
    try readPipes()
    let change = try DirectoryChange(directory)
    let neighbours = try Neighbours(of: change)
    var summaries: [ReleaseSummary] = []
    for release in releases {
      let inputs = try ReleaseInput.open(release.files)
      try checkDistinct(inputs)
      var summary = ReleaseSummary(name: release.name, files: inputs.map(\.path))
      if let place = try whereaboutsOf(inputs, as: release.name, in: change, neighbours) {
        summary.result = .alreadyThere
        summary.place = place
      } else {
        let old = try replaceable(release.name, in: change, neighbours)
        summary = try add(release, inputs, in: change, replacing: old, progress)
      }
      summaries.append(summary)
    }
    if summaries.contains(where: { $0.result != .alreadyThere }) { try change.commit() }
    return summaries
  }

  // MARK: Checks

  /// The releases that the files make up.
  private var releases: [(name: String, files: [String])] {
    if let name { return [(name, files)] }
    return files.map { (ResourceName.suggested(by: sourceName(ofFile: $0)), [$0]) }
  }

  private func checkFiles() throws(ImportError) {
    if let name, let reason = ResourceName.refusal(of: name) {
      throw ImportError(
        .usage,
        "--name, “\(name)”: \(reason); try “\(ResourceName.suggested(by: name))”.")
    }
    let root = OpenFile.resolve(directory)
    for file in files where !PipedFile.isNamed(by: file) {
      guard let status = FileStatus(path: file) else {
        throw ImportError(FileError.missing(path: file))
      }
      if status.kind == .directory {
        throw ImportError(
          .usage, "\(file) is a directory; name the release files in it, for example \(file)/*.csv."
        )
      }
      if let root, OpenFile.resolve(file)?.hasPrefix(root + "/") == true {
        throw ImportError(
          .usage,
          "\(file) lies in \(directory) already, where ddor reads it as it is; import a file from elsewhere."
        )
      }
    }
    let names = releases.map(\.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
      throw ImportError(
        .usage,
        "More than one of the files would be named “\(twice)”; import them one by one with --name, or give them one --name to make them one release."
      )
    }
  }

  private func checkDistinct(_ inputs: [ReleaseInput]) throws(ImportError) {
    for (index, input) in inputs.enumerated() {
      if let other = inputs[..<index].first(where: { $0.hash == input.hash }) {
        throw ImportError(
          .usage, "\(other.path) and \(input.path) have the same content; name only one of them.")
      }
    }
  }

  /// Where the directory has these bytes already; nil when it has none of them, or is to have
  /// them written again.
  private func whereaboutsOf(
    _ inputs: [ReleaseInput], as name: String, in change: DirectoryChange,
    _ neighbours: Neighbours
  ) throws(ImportError) -> String? {
    for input in inputs {
      if let file = neighbours.looseFile(with: input) {
        throw ImportError(
          .usage,
          "\(input.path) has the same content as \(change.root)/\(file), which ddor reads as it is; move one of them away."
        )
      }
      for resource in change.contents?.resources ?? [] {
        guard resource.releases.contains(where: { $0.hash == input.hash }) else { continue }
        let place = resource.name ?? ""
        let isWhole =
          Set(resource.releases.map(\.hash)) == Set(inputs.map(\.hash))
          && (resource.paths ?? []).allSatisfy(change.has)
        if place == name, replaces || !isWhole { break }
        guard Set(resource.releases.map(\.hash)).isSuperset(of: inputs.map(\.hash)) else {
          throw ImportError(
            .usage,
            "\(input.path) is in \(change.root) already, as a part of “\(place)”; leave it out, or replace that source with --name \(place) --force."
          )
        }
        return place
      }
    }
    return nil
  }

  /// The number of the resource that gives way; nil when the name is free.
  private func replaceable(
    _ name: String, in change: DirectoryChange, _ neighbours: Neighbours
  ) throws(ImportError) -> Int? {
    if neighbours.published.contains(name) {
      throw ImportError(
        .usage,
        "“\(name)” is the source of a published report; choose another --name, or add rows to the report with --published."
      )
    }
    if let file = neighbours.looseSources[name] {
      throw ImportError(
        .usage,
        "“\(name)” is the name of \(change.root)/\(file) already; choose another with --name.")
    }
    let resources = change.contents?.resources ?? []
    guard let index = resources.firstIndex(where: { $0.name == name }) else { return nil }
    if resources[index].releases.isEmpty {
      throw ImportError(
        .usage,
        "“\(name)” is a resource of \(change.root)/datapackage.json that no import made; choose another with --name."
      )
    }
    let isMissing = !(resources[index].paths ?? []).allSatisfy(change.has)
    guard replaces || isMissing else {
      throw ImportError(
        .usage,
        "“\(name)” is in \(change.root) already, with different content; choose another --name, or replace it with --force."
      )
    }
    return index
  }
}
