import DetainerModel

/// A file that was imported, as its resource remembers it.
struct ImportedFile: Hashable {
  /// The file's name without folders.
  let name: String
  let bytes: Int
  /// `sha256:` and 64 digits, of the file as it was.
  let hash: String
  let rows: Int
  /// The file of the package that holds its rows alone; nil where the resource as a whole does.
  var path: String?
}

/// What `datapackage.json` says, as far as it is needed: a Frictionless data package.
struct DataPackage {
  /// A file of the package, or several that are one.
  struct Resource {
    let name: String?
    let paths: [String]?
    /// How many bytes its file has, as stated.
    let bytes: Int?
    /// The digest of its file, as stated: `sha256:` and digits, or those of MD5 alone.
    let hash: String?
    /// The days that the records cover, as stated; nil where nothing is.
    let coverage: ClosedRange<Day>?
    /// What is stated of them and cannot be read.
    let unreadableCoverage: String?
    /// The columns that an import added from the reference tables; the release has none of them.
    let added: [String]
    /// The licences that it states.
    let licences: [Licence]
    /// The periods of which its rows are those of published reports; rows of others are records.
    let published: [Period]
    /// How its text is written, and what is said of that and not followed.
    let text: ResourceForm
    /// The files that were imported into the resource, the newest last.
    let releases: [ImportedFile]
  }

  /// The file of a directory that makes it a package.
  static let fileName = "datapackage.json"
  /// The member by which a package is known as one that the program has exported.
  static let exportMark = "ddor:export"
  /// The member of a resource that names the periods whose rows are of published reports.
  static let publishedMark = "ddor:published"

  let title: String?
  let start: String?
  /// The licences of the package, and of its resources where they have others.
  let licences: [Licence]
  let resources: [Resource]?

  /// Reads the file; nil with a reason when it is not JSON of that shape.
  /// - Parameter load: lends the files of the package in which dialects and schemas may stand.
  static func read(
    _ bytes: UnsafeRawBufferPointer, load: ResourceForm.Load = { _ in nil }
  ) -> (package: DataPackage?, problem: String?) {
    guard let root = JSONNode(bytes, allowsLastComma: true) else {
      return (nil, "is not valid JSON")
    }
    do throws(Misshape) {
      return (try DataPackage(JSONPlace(root), load), nil)
    } catch {
      return (nil, "does not have the shape of a data package at “\(error.path)”")
    }
  }

  /// Why a resource's path is refused; nil when it stays inside the directory by its words.
  static func refusal(of path: String) -> String? {
    if path.isEmpty { return "the path is empty" }
    if path.hasPrefix("/") || path.hasPrefix("~") || path.hasPrefix("\\") {
      return "an absolute path is refused"
    }
    if path.utf8.contains(0) { return "the path has a NUL in it" }
    if path.contains(":") { return "a link to another place is refused" }
    if path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..") {
      return "“..” leaves the directory and is refused"
    }
    return nil
  }
}

extension DataPackage {
  fileprivate init(_ root: JSONPlace, _ load: ResourceForm.Load) throws(Misshape) {
    title = try root.text("title")
    start = try root.text("start")
    let resources = try root.list("resources") { place throws(Misshape) in
      try Resource(place, load)
    }
    self.resources = resources
    licences = Licence.list(root) + (resources ?? []).flatMap(\.licences)
  }
}

extension DataPackage.Resource {
  fileprivate init(_ place: JSONPlace, _ load: ResourceForm.Load) throws(Misshape) {
    name = try place.text("name")
    let path = try place["path"]
    paths = if let path, let text = path.node.string { [text] } else { try path?.texts() }
    bytes = (try? place["bytes"])?.node.integer
    hash = try? place.text("hash")
    let stated = try? place.text("coverage")
    coverage = stated.flatMap { Period(daysNamed: $0)?.days }
    unreadableCoverage = coverage == nil ? stated : nil
    text = ResourceForm(place.node, load)
    licences = Licence.list(place)
    published =
      ((try? place[DataPackage.publishedMark]?.texts()) ?? []).compactMap { Period(naming: $0) }
    // Properties of our own that someone else has filled otherwise do not spoil the package.
    added = (try? place["ddor:added"]?.texts()) ?? []
    releases =
      (try? place.list("ddor:release") { file throws(Misshape) in try ImportedFile(file) }) ?? []
  }
}

extension Licence {
  /// Those that a package or a resource states; one that cannot be read spoils nothing.
  fileprivate static func list(_ place: JSONPlace) -> [Licence] {
    let licences = try? place.list("licenses") { place throws(Misshape) in
      Licence(
        name: try place.text("name") ?? "", title: try place.text("title") ?? "",
        path: try place.text("path") ?? "")
    }
    return licences ?? []
  }
}

extension ImportedFile {
  fileprivate init(_ place: JSONPlace) throws(Misshape) {
    guard let name = try place.text("name"), let hash = try place.text("hash"),
      let bytes = try place["bytes"]?.node.integer, let rows = try place["rows"]?.node.integer
    else { throw place.misshape }
    self.init(name: name, bytes: bytes, hash: hash, rows: rows, path: try place.text("path"))
  }
}

/// Where a value has another shape than that of a data package.
private struct Misshape: Error {
  let path: String
}

/// A value of a JSON text and the way to it.
private struct JSONPlace {
  let node: JSONNode
  private let way: [String]

  init(_ node: JSONNode, way: [String] = []) {
    self.node = node
    self.way = way
  }

  var misshape: Misshape { Misshape(path: way.joined(separator: ".")) }

  /// The value of a member; nil where there is none or null.
  subscript(name: String) -> JSONPlace? {
    get throws(Misshape) {
      guard node.members != nil else { throw misshape }
      return node[name].flatMap { $0.isNull ? nil : JSONPlace($0, way: way + [name]) }
    }
  }

  func text() throws(Misshape) -> String {
    guard let text = node.string else { throw misshape }
    return text
  }

  func text(_ name: String) throws(Misshape) -> String? { try self[name]?.text() }

  func texts() throws(Misshape) -> [String] {
    try list { element throws(Misshape) in try element.text() }
  }

  func list<Element>(
    _ element: (JSONPlace) throws(Misshape) -> Element
  ) throws(Misshape) -> [Element] {
    guard let nodes = node.elements else { throw misshape }
    var list: [Element] = []
    for (index, node) in nodes.enumerated() {
      list.append(try element(JSONPlace(node, way: way + ["[\(index)]"])))
    }
    return list
  }

  func list<Element>(
    _ name: String, _ element: (JSONPlace) throws(Misshape) -> Element
  ) throws(Misshape) -> [Element]? {
    try self[name]?.list(element)
  }
}
