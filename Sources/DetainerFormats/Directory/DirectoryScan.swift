import DetainerModel
import Text

/// The files of a data directory: those its package names, and all others that are there.
struct DirectoryScan {
  private(set) var package: DataPackage?
  private(set) var tables: [FoundFile] = []
  private(set) var records: [FoundFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The digests that the package states of files that are there.
  private(set) var hashes: [StatedHash] = []
  /// The files with parts of the package, dialects and schemas.
  private(set) var packageParts: [String] = []

  let root: String
  private let realRoot: String
  private var seen: Set<String> = []
  private var seenFiles: Set<String> = []

  /// How deep folders are followed; data directories are flat, and a home directory is not one.
  private static let depth = 3
  private static let ignored = ["readme", "license", "licence", "changelog", "notice"]

  init(_ root: String) throws(LoadError) {
    self.root = root.hasSuffix("/") && root.count > 1 ? String(root.dropLast()) : root
    realRoot = OpenFile.resolve(root) ?? root
    readPackage()
    skipUnfinishedImport()
    try scan("", depth: 0)
  }

  // MARK: The package

  private mutating func readPackage() {
    let path = root + "/datapackage.json"
    guard FileStatus(path: path) != nil else { return }
    seen.insert("datapackage.json")
    do throws(FileError) {
      let bytes = try FileBytes(description: path)
      var parts: [String] = []
      let (package, problem) = bytes.withBytes { bytes in
        DataPackage.read(bytes) { path in
          parts.append(path)
          guard let real = OpenFile.resolve(root + "/" + path), real.hasPrefix(realRoot + "/")
          else { return nil }
          return (try? FileBytes(description: real))?.withBytes { Array($0) }
        }
      }
      self.package = package
      packageParts = parts.map { root + "/" + $0 }
      seen.formUnion(parts)
      if let problem {
        add(.unreadablePackage, "datapackage.json", "\(path) \(problem).")
      }
    } catch {
      add(.unreadablePackage, "datapackage.json", error.description)
    }
    if let start = package?.start, Period(naming: start) == nil {
      add(
        .notFollowed, "datapackage.json",
        "\(path): the start “\(excerpt(start))” is not a report as 2017-01-28 or 2017; the newest is opened first."
      )
    }
    for resource in package?.resources ?? [] {
      if let text = resource.unreadableCoverage {
        add(
          .unreadablePackage, severity: .warning, "datapackage.json",
          "\(path): the coverage “\(excerpt(text))” of “\(excerpt(resource.name ?? ""))” is not two dates as 2014-10-01..2015-07-19; what its rows show counts."
        )
      }
      for property in resource.text.notFollowed {
        add(
          .notFollowed, "datapackage.json",
          "\(path): \(excerpt(property)), as “\(excerpt(resource.name ?? ""))” has it, is not followed; save the file as ordinary CSV in UTF-8, or look at what is read of it."
        )
      }
      for resourcePath in resource.paths ?? [] { add(resource, resourcePath) }
    }
  }

  private mutating func add(_ resource: DataPackage.Resource, _ path: String) {
    let label = resource.name.map { "the resource “\(excerpt($0))” " } ?? "a resource "
    if let reason = DataPackage.refusal(of: path) {
      add(
        .refusedPath, "datapackage.json",
        "\(root)/datapackage.json: \(label)has the path “\(excerpt(path))”: \(reason).")
      return
    }
    guard let real = OpenFile.resolve(root + "/" + path) else {
      add(
        .missingFile, "datapackage.json",
        "\(root)/datapackage.json: \(label)names \(excerpt(path)), which is not there.")
      return
    }
    guard real.hasPrefix(realRoot + "/") else {
      add(
        .refusedPath, "datapackage.json",
        "\(root)/datapackage.json: \(label)has the path “\(excerpt(path))”: it is a link that leaves the directory and is refused."
      )
      return
    }
    // `./a.csv` and `a.csv` are one file, which must not be counted twice.
    let plain = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if let stated = resource.bytes, resource.paths?.count == 1,
      let size = FileStatus(path: real)?.identity.size, size != stated
    {
      add(
        .otherVersion, plain,
        "\(plain) has \(counted(size, "byte")), not the \(grouped(stated)) that datapackage.json states: check that it is the file you meant, or correct “bytes”."
      )
    }
    if let stated = resource.hash, resource.paths?.count == 1 {
      hashes.append(StatedHash(path: root + "/" + plain, shown: plain, stated: stated))
    }
    add(path: plain, source: resource.name, added: resource.added, form: resource.text.form)
  }

  /// An import that was killed may have left whole files that the package does not name yet.
  private mutating func skipUnfinishedImport() {
    for path in ImportJournal.paths(in: root) where seen.insert(path).inserted {
      guard FileStatus(path: root + "/" + path) != nil else { continue }
      add(
        .unfinishedImport, path,
        "\(path) belongs to an import that did not finish, and is not read; import the file again."
      )
    }
  }

  // MARK: What else is there

  private mutating func scan(_ folder: String, depth: Int) throws(LoadError) {
    let path = folder.isEmpty ? root : root + "/" + folder
    let names: [String]
    do throws(SystemError) {
      names = try directoryEntries(path)
    } catch {
      let sentence = "\(path) cannot be listed: \(error.sentence(or: "check its permissions"))."
      if depth == 0 { throw LoadError(sentence) }
      return add(.unreadableFolder, folder, sentence)
    }
    for name in names where !name.hasPrefix(".") {
      let shown = folder.isEmpty ? name : folder + "/" + name
      guard !seen.contains(shown) else { continue }
      guard let real = OpenFile.resolve(root + "/" + shown) else {
        addUnreachable(shown)
        continue
      }
      guard real.hasPrefix(realRoot + "/") else {
        add(
          .refusedPath, severity: .warning, shown,
          "\(shown) is a link that leaves the directory and is not read.")
        continue
      }
      switch FileStatus(path: root + "/" + shown)?.kind {
      case .directory:
        guard depth < Self.depth else {
          add(
            .unreadableFolder, shown,
            "\(shown) lies more than \(Self.depth) folders deep and is not looked into.")
          continue
        }
        try scan(shown, depth: depth + 1)
      case .file:
        add(path: shown, source: nil)
      default:
        add(.unrecognisedFile, shown, "\(shown) is not a regular file and is not read.")
      }
    }
  }

  /// A name in a directory under which nothing is found: a link without its file, or a name that is
  /// not text here, so that it cannot be asked for.
  private mutating func addUnreachable(_ path: String) {
    let reason =
      OpenFile.isLink(root + "/" + path)
      ? "is a link to a file that is not there; get the file, or remove the link"
      : "cannot be reached by its name; rename it in UTF-8, without “\u{FFFD}”"
    if FoundFile.endings.contains(where: path.lowercased().hasSuffix) {
      add(.unreadableFile, path, "\(path) \(reason).")
    } else {
      add(.unrecognisedFile, path, "\(path) \(reason).")
    }
  }

  private mutating func add(
    path: String, source: String?, added: [String] = [], form: TextForm = TextForm()
  ) {
    guard seen.insert(path).inserted, let status = FileStatus(path: root + "/" + path) else {
      return
    }
    if let real = OpenFile.resolve(root + "/" + path), !seenFiles.insert(real).inserted {
      return add(
        .linkedFile, path, "\(path) leads to a file that is read already.")
    }
    let file = FoundFile(
      path: root + "/" + path, shown: path, source: source ?? sourceName(ofFile: path),
      size: status.identity.size, directory: root, isNamed: source != nil, added: added,
      form: form)
    let name = file.name.lowercased()
    if SideTables.names.contains(path) {
      tables.append(file)
    } else if name.hasPrefix("~$") {
      add(
        .unrecognisedFile, path,
        "\(path) was left by Excel, which has the workbook open, and is not read.")
    } else if Self.holdsRecords(name) {
      records.append(file)
    } else if let advice = Self.advice(for: file) {
      // Data that a step more would open is missed by more than who looks for it.
      add(.unreadableFile, severity: .warning, path, advice)
    } else if !Self.isIgnored(name) {
      add(
        .unrecognisedFile, path,
        "\(path) is not a table that ddor knows (\(FoundFile.endings.joined(separator: ", "))) and is not read."
      )
    }
  }

  /// Whether a file of this name may hold records.
  static func holdsRecords(_ name: String) -> Bool {
    FoundFile.endings.contains(where: name.lowercased().hasSuffix)
      && !(name.lowercased().hasSuffix(".txt") && isIgnored(name))
  }

  /// Whether a file of this name is not even named where it is not read.
  static func isIgnored(_ name: String) -> Bool {
    ignored.contains(where: name.lowercased().hasPrefix)
  }

  /// What to do about a file that holds data in a form that is not read; nil for any other file.
  private static func advice(for file: FoundFile) -> String? {
    guard let kind = (try? FileBytes(path: file.path))?.withBytes({ sniffContent($0) }) else {
      return nil
    }
    switch kind {
    case .zip, .json, .html, .pdf, .officeDocument, .binary, .empty: return nil
    // Nil too for what would be read if its name ended otherwise.
    default: return kind.advice(for: file.shown)
    }
  }

  private mutating func add(
    _ code: FindingCode, severity: Diagnostic.Severity? = nil, _ file: String, _ message: String
  ) {
    diagnostics.append(
      Diagnostic(code, severity: severity, file: harmless(file), harmless(message)))
  }
}
