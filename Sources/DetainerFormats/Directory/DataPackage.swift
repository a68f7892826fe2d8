import FoundationEssentials

/// A file that was imported, as its resource remembers it.
struct ImportedFile: Codable, Hashable {
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
struct DataPackage: Decodable {
  /// A file of the package.
  struct Resource: Decodable {
    let name: String?
    let path: Path?
    /// The columns that an import added from the reference tables; the release has none of them.
    let added: [String]
    /// The files that were imported into the resource, the newest last.
    let releases: [ImportedFile]

    private enum CodingKeys: String, CodingKey {
      case name, path
      case added = "ddor:added"
      case releases = "ddor:release"
    }

    init(
      name: String?, path: Path?, added: [String], releases: [ImportedFile]
    ) {
      self.name = name
      self.path = path
      self.added = added
      self.releases = releases
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decodeIfPresent(String.self, forKey: .name)
      path = try values.decodeIfPresent(Path.self, forKey: .path)
      // Properties of our own that someone else has filled otherwise do not spoil the package.
      added = (try? values.decodeIfPresent([String].self, forKey: .added)) ?? []
      releases = (try? values.decodeIfPresent([ImportedFile].self, forKey: .releases)) ?? []
    }

    /// The file's path, or the first of several.
    enum Path: Decodable {
      case one(String)
      case several([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let path = try? container.decode(String.self) {
          self = .one(path)
        } else {
          self = .several(try container.decode([String].self))
        }
      }

      var paths: [String] {
        switch self {
        case .one(let path): [path]
        case .several(let paths): paths
        }
      }
    }
  }

  let title: String?
  let start: String?
  let resources: [Resource]?

  /// Reads the file; nil with a reason when it is not JSON of that shape.
  static func read(_ bytes: UnsafeRawBufferPointer) -> (package: DataPackage?, problem: String?) {
    if let root = JSONNode(Array(bytes)), let package = DataPackage(plain: root, bytes) {
      return (package, nil)
    }
    do {
      return (try JSONDecoder().decode(DataPackage.self, from: Data(bytes)), nil)
    } catch DecodingError.dataCorrupted {
      return (nil, "is not valid JSON")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.keyNotFound(_, let context)
    {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return (nil, "does not have the shape of a data package at “\(path.joined(separator: "."))”")
    } catch {
      return (nil, "is not valid JSON")
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
