import DetainerModel
import Text

/// What the files are called that no package names, and which of them are parts of one release.
///
/// Files whose names differ only in a fiscal year or part are one release as long as their headers
/// are alike, which shows when they are read: a file with other columns leaves, and what it was
/// counted among takes another name.
struct Releases {
  /// What a reader calls a file, and what files that were read before are called from now on.
  struct Naming {
    let name: String
    var renamed: [(old: String, new: String)] = []
  }

  /// The canonical columns with the names that the files give them.
  private typealias Schema = [DetainerField: String]

  /// Files whose names differ only in their tokens.
  private struct Family {
    var unread: [String: ReleaseName] = [:]
    var releases: [Release] = []
  }

  private struct Release {
    let schema: Schema
    var files: [String: ReleaseName]
    var name = ""
  }

  private var families: [String: Family] = [:]
  private var names: [String: String] = [:]
  /// What had to be told apart.
  private(set) var diagnostics: [Diagnostic] = []

  /// Looks at the names of all files; those in `named` are the names of sources that are given.
  init(_ files: [FoundFile] = [], named: Set<String> = []) {
    var taken = named
    var archives: [String: String] = [:]
    for file in files {
      if file.isNamed || named.contains(file.source) {
        names[file.path] = file.source
      } else if taken.insert(file.source).inserted
        || !file.archive.isEmpty && archives[file.source] == file.archive
      {
        archives[file.source] = file.archive
        let name = ReleaseName(file.source)
        // The files of an archive are parts of one release too.
        if !name.tokens.isEmpty || !file.archive.isEmpty {
          families[name.pattern, default: Family()].unread[file.path] = name
        }
        names[file.path] = file.source
      } else {
        // Nobody may be counted twice because two files happen to have one name.
        names[file.path] = file.shown
        diagnostics.append(
          Diagnostic(
            .sameName, file: harmless(file.shown),
            harmless("another file is called \(file.source) too; this one is a source of its own.")
          ))
      }
    }
  }

  /// The name of the source of a file whose header was found.
  mutating func take(_ file: FoundFile, _ header: ReleaseHeader) -> Naming {
    guard let key = family(of: file), var family = families[key] else {
      return Naming(name: names[file.path] ?? file.source)
    }
    if let name = family.unread.removeValue(forKey: file.path) {
      let schema = header.columns.compactMapValues { columns in
        columns.first.map { ReleaseHeader.key(header.names[$0]) }
      }
      if let release = family.releases.firstIndex(where: { $0.schema == schema }) {
        family.releases[release].files[file.path] = name
      } else {
        family.releases.append(Release(schema: schema, files: [file.path: name]))
      }
    }
    let renamed = Self.rename(&family)
    families[key] = family
    let release = family.releases.first { $0.files[file.path] != nil }
    return Naming(name: release?.name ?? file.source, renamed: renamed)
  }

  /// Takes a file out that could not be read.
  mutating func drop(_ file: FoundFile) -> [(old: String, new: String)] {
    guard let key = family(of: file), var family = families[key] else { return [] }
    family.unread[file.path] = nil
    let renamed = Self.rename(&family)
    families[key] = family
    return renamed
  }

  private func family(of file: FoundFile) -> String? {
    let pattern = ReleaseName(file.source).pattern
    guard let family = families[pattern] else { return nil }
    let isMember =
      family.unread[file.path] != nil || family.releases.contains { $0.files[file.path] != nil }
    return isMember ? pattern : nil
  }

  /// Names every release by its files; those not read yet are taken to belong to the first.
  private static func rename(_ family: inout Family) -> [(old: String, new: String)] {
    var renamed: [(old: String, new: String)] = []
    var taken: Set<String> = []
    for index in family.releases.indices {
      var files = family.releases[index].files
      if index == 0 { files.merge(family.unread) { first, _ in first } }
      let sorted = files.sorted { $0.key < $1.key }
      var name = ReleaseName.common(sorted.map(\.value))
      // The files of one archive have one name, whatever their columns.
      if !taken.insert(name).inserted, let first = sorted.first {
        name += "/" + sourceName(ofFile: first.key)
      }
      let old = family.releases[index].name
      if !old.isEmpty, old != name { renamed.append((old, name)) }
      family.releases[index].name = name
    }
    return renamed
  }
}
