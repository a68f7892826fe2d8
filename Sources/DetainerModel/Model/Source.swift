/// A file that records came from.
public struct Source: Hashable, Sendable {
  /// The resource's name in `datapackage.json`, else that of the release, else the file's name
  /// without endings.
  public internal(set) var name: String
  /// The file's path as it was given, relative to the data directory where there is one.
  public let file: String
  /// Whether a line stands for as many detainers as its `count` says.
  public var isTally: Bool
  /// The family of releases that its columns are those of, as `N6`; empty when none is recognised.
  public let schema: String
  /// The canonical columns that its header names, in their order; empty where that is not known.
  public let fields: [DetainerField]

  /// Names a file that records are read from.
  public init(
    name: String, file: String, isTally: Bool = false, schema: String = "",
    fields: Set<DetainerField> = []
  ) {
    self.name = name
    self.file = file
    self.isTally = isTally
    self.schema = schema
    self.fields = DetainerField.allCases.filter(fields.contains)
  }
}
