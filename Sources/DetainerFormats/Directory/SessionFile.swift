import DetainerModel

/// The file in which sessions are kept: JSON of the version that its first member names.
package enum SessionFile {
  private static let version = 1

  /// Reads a file; no sessions where there is none.
  /// - Throws: a ``LoadError`` where the file is not one that was written here.
  package static func read(_ path: String) throws(LoadError) -> Sessions {
    guard FileStatus(path: path) != nil else { return Sessions() }
    let text: [UInt8]
    do throws(FileError) {
      text = try FileBytes(description: path).withBytes { Array($0) }
    } catch {
      throw LoadError(error.description)
    }
    guard let root = JSONNode(text), root["version"]?.integer == version,
      let sessions = root["sessions"]?.elements, let filters = root["filters"]?.elements
    else {
      throw LoadError("The last session is not restored: \(path) is damaged.")
    }
    var kept = Sessions()
    kept.use(filters.compactMap(\.string))
    for node in sessions {
      guard let paths = node["paths"]?.elements?.compactMap(\.string) else { continue }
      kept.keep(Session(node), of: paths)
    }
    return kept
  }

  /// Writes sessions, completely or not at all.
  package static func write(_ sessions: Sessions, to path: String) throws(WriteError) {
    try? OpenFile.makePrivateDirectories(
      path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    let value = JSONValue.object([
      "version": .integer(version), "filters": .texts(sessions.filters),
      "sessions": .array(sessions.all.map(\.json)),
    ])
    try AtomicFile(path: path, replacing: true, isPrivate: true).write {
      sink throws(WriteError) in try sink.write(Array((value.text(.init()) + "\n").utf8))
    }
  }
}

extension Session {
  fileprivate init(_ node: JSONNode) {
    self.init()
    func text(_ name: String) -> String { node[name]?.string ?? "" }
    (filter, week, source) = (text("filter"), text("week"), text("source"))
    (state, county, fips) = (text("state"), text("county"), text("fips"))
    (focus, view, viewRow) = (text("focus"), text("view"), text("view_row"))
    dropsDuplicates = node["drops_duplicates"]?.bool ?? false
    isAsCorrected = node["as_corrected"]?.bool ?? false
    reversed = node["reversed"]?.elements?.compactMap(\.string) ?? []
    func names(_ name: String) -> [String: String] {
      let members = (node[name]?.members ?? []).compactMap { member in
        member.value.string.map { (member.name, $0) }
      }
      return Dictionary(members, uniquingKeysWith: { _, last in last })
    }
    (orders, viewSettings) = (names("orders"), names("view_settings"))
  }

  fileprivate var json: JSONValue {
    func text(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }
    func names(_ names: [String: String]) -> JSONValue? {
      let members = names.sorted { $0.key < $1.key }
        .map { JSONValue.Member($0.key, .string($0.value)) }
      return members.isEmpty ? nil : .object(members)
    }
    return .object([
      "paths": .texts(paths), "filter": .string(filter), "week": text(week),
      "source": text(source), "state": text(state), "county": text(county), "fips": text(fips),
      "focus": text(focus), "view": text(view), "view_settings": names(viewSettings),
      "view_row": text(viewRow),
      "drops_duplicates": dropsDuplicates ? .bool(true) : nil,
      "as_corrected": isAsCorrected ? .bool(true) : nil,
      "orders": names(orders),
      "reversed": reversed.isEmpty ? nil : .texts(reversed),
    ])
  }
}
