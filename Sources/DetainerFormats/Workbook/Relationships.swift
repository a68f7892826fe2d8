/// Which parts belong to a part, by the numbers it knows them by.
struct Relationships {
  private struct Target {
    let id: String
    let kind: String
    let name: String
  }

  private var targets: [Target] = []

  /// Reads those of a part, or of the whole archive if its name is empty; none is as good as empty.
  init(of part: String, in archive: ZipArchive, progress: () -> Bool) throws(FileError) {
    let folder = part.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .map { $0 + "/" }.joined()
    let name = part.split(separator: "/").last ?? ""
    guard let entry = archive["\(folder)_rels/\(name).rels"] else { return }
    var found: [Target] = []
    var reader = ElementReader(start: { element in
      let attributes = element.attributes
      guard element.name == "Relationship", attributes["TargetMode"] != "External",
        let target = attributes["Target"]
      else { return }
      // The kinds are addresses that differ between the two editions of the standard; their last
      // words do not.
      let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      found.append(
        Target(
          id: attributes["Id"] ?? "", kind: kind, name: Self.resolve(target, from: folder)))
    })
    try archive.read(entry, with: &reader) { _ in progress() }
    targets = found
  }

  func first(of kind: String) -> String? { targets.first { $0.kind == kind }?.name }

  func target(_ id: String, kind: String) -> String? {
    targets.first { $0.id == id && $0.kind == kind }?.name
  }

  /// The name of a part from where another part stands.
  private static func resolve(_ target: String, from folder: String) -> String {
    var steps: [Substring] = []
    let path = target.hasPrefix("/") ? target : folder + target
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
