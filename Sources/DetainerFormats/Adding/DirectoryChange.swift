/// Changes to a data directory that take effect together, when its package is exchanged.
///
/// Files are written whole under temporary names first. Then a note says which names are coming,
/// the files get them, and the new `datapackage.json` takes the place of the old one: from then on
/// the change counts, and before that it does not. While this lives no other import comes near.
final class DirectoryChange {
  /// The directory as it was named.
  let root: String
  /// The directory with every link followed.
  let realRoot: String
  /// The package, as it will be.
  var package: PackageText

  private let directory: OpenFile
  private var made: [String] = []
  private var staged: [(path: String, file: StagedFile)] = []
  private var retired: [String] = []

  /// Opens a data directory for a change, and makes it where it is missing.
  init(_ path: String) throws(ImportError) {
    root = path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
    var made: [String] = []
    do throws(ImportError) {
      try Self.make(root, noting: &made)
      directory = try Self.open(root)
      guard let real = OpenFile.resolve(root) else {
        throw ImportError(FileError.missing(path: root))
      }
      realRoot = real
      package = try Self.readPackage(root)
      try Self.make(root + "/detainers", noting: &made)
      try Self.check(detainers: root + "/detainers", in: real)
    } catch {
      for path in made.reversed() { OpenFile.removeDirectory(path) }
      throw error
    }
    self.made = made
    tidyUp()
  }

  deinit {
    // The temporary files go before the directories that were made for them.
    staged = []
    for path in made.reversed() { OpenFile.removeDirectory(path) }
  }

  // MARK: What is there

  /// The package as other readers see it.
  var contents: DataPackage? { package.bytes.withUnsafeBytes { DataPackage.read($0).package } }

  /// The paths that the package names.
  var namedPaths: Set<String> {
    Set((contents?.resources ?? []).flatMap { $0.paths ?? [] })
  }

  /// Throws unless the package, as it was edited, has such a resource.
  func requireResource(_ isMeant: (DataPackage.Resource) -> Bool) throws(ImportError) {
    guard contents?.resources?.contains(where: isMeant) == true else {
      throw ImportError(
        .data, "\(root)/datapackage.json cannot be edited where it stands; fix it first.")
    }
  }

  /// Whether a file is there under its name.
  func has(_ path: String) -> Bool { FileStatus(path: root + "/" + path) != nil }

  private static func make(_ path: String, noting made: inout [String]) throws(ImportError) {
    switch FileStatus(path: path)?.kind {
    case .directory: return
    case nil: break
    case .some:
      throw ImportError(.usage, "\(path) is not a directory; name one after --into.")
    }
    do throws(SystemError) {
      try OpenFile.makeDirectory(path)
      made.append(path)
    } catch {
      if error.isMissing {
        throw ImportError(
          .usage,
          "\(path) cannot be made, because the directory it would lie in is missing; make that first."
        )
      }
      throw ImportError(error, at: path)
    }
  }

  private static func open(_ root: String) throws(ImportError) -> OpenFile {
    do throws(SystemError) {
      let directory = try OpenFile(directory: root)
      guard directory.isWritableDirectory else { throw SystemError.last }
      // Some network file systems have no locks; one user at a time is then a matter of care.
      guard try directory.locking() != .theirs else { throw SystemError.busy }
      return directory
    } catch {
      if error == .busy {
        throw ImportError(
          .output, "Another import into \(root) is running; try again when it is done.")
      }
      throw ImportError(error, at: root)
    }
  }

  private static func readPackage(_ root: String) throws(ImportError) -> PackageText {
    let path = root + "/datapackage.json"
    let old: [UInt8]
    if FileStatus(path: path) == nil, !OpenFile.isLink(path) {
      let name = sourceName(ofFile: OpenFile.resolve(root) ?? root)
      old = PackageText.empty(name: ResourceName.suggested(by: name), title: name)
    } else {
      do throws(FileError) {
        old = try FileBytes(path: path).withBytes { Array($0) }
      } catch {
        throw ImportError(.data, error.description, "Nothing was imported.")
      }
    }
    guard let package = PackageText(old),
      old.withUnsafeBytes({ DataPackage.read($0).problem }) == nil
    else {
      throw ImportError(
        .data,
        "\(path) is not a data package that can be read, and is never written over; fix it first.")
    }
    return package
  }

  /// What lies in a directory elsewhere would be written, but never read.
  private static func check(detainers: String, in realRoot: String) throws(ImportError) {
    guard let real = OpenFile.resolve(detainers), real.hasPrefix(realRoot + "/") else {
      throw ImportError(
        .usage, "\(detainers) is a link that leaves the directory; put a directory in its place.")
    }
    do throws(SystemError) {
      guard try OpenFile(directory: detainers).isWritableDirectory else { throw SystemError.last }
    } catch {
      throw ImportError(error, at: detainers)
    }
  }

  /// Takes away what an import left that was killed before it counted, or just after.
  private func tidyUp() {
    let named = namedPaths
    for path in ImportJournal.paths(in: root) where !named.contains(path) {
      OpenFile.remove(path: root + "/" + path)
    }
    ImportJournal.remove(in: root)
  }

  // MARK: What changes

  /// Writes a file of the directory, which has its name only after ``commit()``.
  func stage(
    _ path: String, _ body: (inout FileSink) throws(WriteError) -> Void
  ) throws(ImportError) -> StagedFile {
    do throws(WriteError) {
      let isNamed = namedPaths.contains(path)
      let file = try AtomicFile(path: root + "/" + path, replacing: isNamed).stage(body)
      staged.append((path, file))
      return file
    } catch {
      throw ImportError(error)
    }
  }

  /// Removes a file of the directory once the change counts, if it is one that imports make.
  func retire(_ path: String) {
    guard ImportJournal.isOurs(path),
      OpenFile.resolve(root + "/" + path)?.hasPrefix(realRoot + "/") == true
    else { return }
    retired.append(path)
  }

  /// Lets the change count.
  func commit() throws(ImportError) {
    let named = namedPaths
    let gone = retired.filter { path in
      !named.contains(path) && !staged.contains { $0.path == path }
    }
    var done: [String] = []
    do throws(WriteError) {
      let text = package.bytes
      let newPackage = try AtomicFile(path: root + "/datapackage.json", replacing: true)
        .stage { sink throws(WriteError) in try sink.write(text) }
      try ImportJournal.write(staged.map(\.path) + gone, in: root)
      for (path, file) in staged {
        try file.commit()
        if !file.target.replacing { done.append(path) }
      }
      try newPackage.commit()
    } catch {
      for path in done { OpenFile.remove(path: root + "/" + path) }
      ImportJournal.remove(in: root)
      throw ImportError(error)
    }
    made = []
    staged = []
    for path in gone { OpenFile.remove(path: root + "/" + path) }
    ImportJournal.remove(in: root)
  }
}
