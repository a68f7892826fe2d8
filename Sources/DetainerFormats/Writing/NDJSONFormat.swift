import DetainerModel

/// One JSON object a line and nothing around them, for programs that read as they go.
public struct NDJSONFormat: ExportFormat {
  /// Chooses the format, which has no options.
  public init() {}

  /// Writes the objects: numbers as numbers, missing cells as null.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    let object = JSONObject(listing.columns)
    try listing.writeRows(to: &sink) { _, cells, line in
      object.append(cells, to: &line)
      line.append(Byte.newline)
    }
  }
}

extension ExportFormat where Self == NDJSONFormat {
  /// One JSON object a line.
  public static var ndjson: NDJSONFormat { NDJSONFormat() }
}
