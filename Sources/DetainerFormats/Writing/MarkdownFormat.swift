import DetainerModel

/// A table for GitHub and other readers of Markdown, in which no cell can add markup.
public struct MarkdownFormat: ExportFormat {
  /// Chooses the format, which has no options.
  public init() {}

  /// Writes a header, the line that aligns numbers to the right, and the rows.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    let alignment = listing.columns.map { $0.kind.isNumber ? "| ---: " : "| --- " }.joined() + "|\n"
    try listing.writeTable(to: &sink, below: alignment) { cells, line in
      for index in 0..<cells.count {
        line.append("| ")
        Self.append(cells.text(index), to: &line)
        line.append(Byte.space)
      }
      line.append("|\n")
    }
  }

  /// Adds a text in which nothing is markup.
  static func append(_ text: String, to line: inout ByteBuffer) {
    for (index, part) in text.harmlessLines.enumerated() {
      // A row is one line; this is how GitHub breaks lines inside a cell.
      if index > 0 { line.append("<br>") }
      append(line: part, to: &line)
    }
  }

  private static func append(line text: String, to line: inout ByteBuffer) {
    for scalar in text.unicodeScalars {
      switch scalar {
      // `&` starts an entity and `~~` strikes out.
      case "|", "`", "*", "_", "<", ">", "[", "]", "\\", "&", "~": line.append("\\")
      default: break
      }
      line.append(scalar)
    }
  }
}

extension ExportFormat where Self == MarkdownFormat {
  /// A Markdown table.
  public static var markdown: MarkdownFormat { MarkdownFormat() }
}
