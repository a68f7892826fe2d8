/// Reads packages as nearly all are written.
///
/// The decoder takes longer than all else at the start. What is written otherwise is left to it, so
/// that there is one rule for what is accepted and one sentence for what is not.
extension DataPackage {
  /// Nil where a value of ours has another shape than it should, or stands there twice.
  init?(plain root: JSONNode, _ bytes: UnsafeRawBufferPointer) {
    guard root.members != nil, let title = root.text("title"), let start = root.text("start"),
      let nodes = root.list("resources")
    else { return nil }
    var resources: [Resource] = []
    for node in nodes ?? [] {
      guard let resource = Resource(plain: node, bytes) else { return nil }
      resources.append(resource)
    }
    self.init(title: title, start: start, resources: nodes == nil ? nil : resources)
  }
}

extension DataPackage.Resource {
  fileprivate init?(plain node: JSONNode, _ bytes: UnsafeRawBufferPointer) {
    guard node.members != nil, let name = node.text("name"), let path = node.path(),
      let added = node.list("ddor:added"), let releases = node.list("ddor:release")
    else { return nil }
    var names: [String] = []
    for node in added ?? [] {
      guard let name = node.string else { return nil }
      names.append(name)
    }
    var files: [ImportedFile] = []
    for node in releases ?? [] {
      guard let file = ImportedFile(plain: node, bytes) else { return nil }
      files.append(file)
    }
    self.init(name: name, path: path, added: names, releases: files)
  }
}

extension ImportedFile {
  fileprivate init?(plain node: JSONNode, _ bytes: UnsafeRawBufferPointer) {
    guard node.members != nil, let name = node.text("name"), let hash = node.text("hash"),
      let path = node.text("path"), let size = node.number("bytes", bytes),
      let rows = node.number("rows", bytes), let name, let hash
    else { return nil }
    self.init(name: name, bytes: size, hash: hash, rows: rows, path: path)
  }
}

extension JSONNode {
  /// The text of a member, nil where there is none; no answer where it is no text.
  fileprivate func text(_ name: String) -> String?? {
    guard let value = single(name) else { return nil }
    guard let value else { return .some(nil) }
    return value.string.map { .some($0) }
  }

  /// The elements of a member, nil where there is none; no answer where it is no list.
  fileprivate func list(_ name: String) -> [JSONNode]?? {
    guard let value = single(name) else { return nil }
    guard let value else { return .some(nil) }
    return value.elements.map { .some($0) }
  }

  fileprivate func path() -> DataPackage.Resource.Path?? {
    guard let value = single("path") else { return nil }
    guard let value else { return .some(nil) }
    if let path = value.string { return .some(.one(path)) }
    guard let elements = value.elements else { return nil }
    let paths = elements.compactMap(\.string)
    return paths.count == elements.count ? .some(.several(paths)) : nil
  }

  fileprivate func number(_ name: String, _ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let value = single(name), let value, case .other = value.kind else { return nil }
    return Int(String(decoding: bytes[value.range], as: UTF8.self))
  }

  /// The member of a name, nil where there is none; no answer where there are several.
  private func single(_ name: String) -> JSONNode?? {
    var found: JSONNode?
    for member in members ?? [] where member.name == name {
      if found != nil { return nil }
      found = member.value
    }
    return .some(found)
  }
}
