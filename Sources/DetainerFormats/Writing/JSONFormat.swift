import DetainerModel

/// A JSON array of objects, one object a line so that `grep` and `diff` work on it.
public struct JSONFormat: ExportFormat {
  /// Chooses the format, which has no options.
  public init() {}

  /// Writes the array: numbers as numbers, missing cells as null.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    let object = JSONObject(listing.columns)
    try sink.write("[")
    try listing.writeRows(to: &sink) { index, cells, line in
      line.append(index > 0 ? ",\n" : "\n")
      object.append(cells, to: &line)
    }
    try sink.write(listing.rowCount > 0 ? "\n]\n" : "]\n")
  }
}

extension ExportFormat where Self == JSONFormat {
  /// A JSON array.
  public static var json: JSONFormat { JSONFormat() }
}
