import DetainerModel
import Text

/// A table for GitHub and other readers of Markdown, in which no cell can add markup.
public struct MarkdownFormat: ExportFormat {
  /// Chooses the format, which has no options.
  public init() {}

  /// Writes a header, the line that aligns numbers to the right, and the rows.
  public func write(
    _ listing: Listing, to sink: inout some ByteSink, progress: ExportProgress?
  ) throws(WriteError) {
    var head = TextBuffer()
    append(listing.columns.map { .text($0.name) }, to: &head)
    for column in listing.columns { head.append(column.kind == .text ? "| --- " : "| ---: ") }
    head.append("|\n")
    try head.empty(into: &sink)
    try listing.writeRows(to: &sink, progress: progress) { _, cells, line in
      append(cells, to: &line)
    }
  }

  private func append(_ cells: [Value], to line: inout TextBuffer) {
    for cell in cells {
      line.append("| ")
      appendEscaped(cell.plainText, to: &line)
      line.append(Byte.space)
    }
    line.append("|\n")
  }

  private func appendEscaped(_ text: String, to line: inout TextBuffer) {
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      // A row is one line; this is how GitHub breaks lines inside a cell.
      case "\n", "\r": line.append("<br>")
      // `&` starts an entity and `~~` strikes out.
      case "|", "`", "*", "_", "<", ">", "[", "]", "\\", "&", "~":
        line.append("\\")
        line.append(scalar)
      case _ where scalar.value < 0x7F && scalar.value >= 0x20: line.append(scalar)
      default: line.append(harmless(String(scalar)))
      }
      afterReturn = scalar == "\r"
    }
  }
}

extension ExportFormat where Self == MarkdownFormat {
  /// A Markdown table.
  public static var markdown: MarkdownFormat { MarkdownFormat() }
}
